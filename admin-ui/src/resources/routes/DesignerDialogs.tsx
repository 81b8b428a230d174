import { useTranslate } from 'react-admin';
import type { NodeId } from '#domain/route/model';
import type { Words } from '#domain/route/say';
import { useLocalName } from '../../providers/auth/use-session';
import type { Asking } from './designer-context';
import { ConnectDialog } from './dialogs/ConnectDialog';
import { FindDialog } from './dialogs/FindDialog';
import { KindDialog } from './dialogs/KindDialog';
import { DescribeDialog, RenameDialog } from './dialogs/NameDialogs';
import type { Editor } from './editor/use-editor';
import type { Commands } from './use-commands';

/** What a command asks before it is done. */
export function DesignerDialogs({ asking, editor, commands, words, onShow, onClose }: { readonly asking: Asking | null; readonly editor: Editor; readonly commands: Commands; readonly words: Words; readonly onShow: (id: NodeId) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { route } = editor.draft;
  const nodeOf = (id: string) => route.nodes.find((node) => node.id === id);
  const nameOf = (id: string | undefined): string => {
    const node = id === undefined ? undefined : nodeOf(id);
    return node === undefined ? '' : localName({ th: node.name, en: node.nameEn ?? '' });
  };
  const done = (act: () => void) => (): void => {
    act();
    onClose();
  };
  if (asking === null) return null;
  if (asking.what === 'describe') return <DescribeDialog route={route} onDescribe={(naming) => done(() => editor.apply({ type: 'describe', ...naming }))()} onClose={onClose} />;
  if (asking.what === 'find') return <FindDialog route={route} words={words} onChoose={(id) => done(() => onShow(id))()} onClose={onClose} />;
  if (asking.what === 'rename') {
    const node = nodeOf(asking.nodeId);
    return node === undefined ? null : <RenameDialog node={node} onRename={(name) => done(() => editor.change({ ...node, name }, `${node.id}.renamed`))()} onClose={onClose} />;
  }
  if (asking.what === 'connect') {
    const from = nodeOf(asking.from);
    return from === undefined ? null : <ConnectDialog route={route} from={from} to={asking.to} onConnect={(to, outcome) => done(() => editor.connect(from.id, to, outcome))()} onClose={onClose} />;
  }
  const target = asking.what === 'insert' ? route.edges.find(({ id }) => id === asking.edgeId)?.to : undefined;
  const title = asking.what === 'next' ? translate('designer.add.next', { name: nameOf(asking.from) }) : asking.what === 'insert' ? translate('designer.add.insert', { name: nameOf(target) }) : translate('designer.add.anywhere');
  return <KindDialog title={title} hasStart={route.nodes.some(({ type }) => type === 'start')} onChoose={(type) => done(() => commands.addAsked(asking, type))()} onClose={onClose} />;
}
