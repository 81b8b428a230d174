import { useTranslate } from 'react-admin';
import { fixOf } from '#domain/route/fixes';
import type { NodeType } from '#domain/route/model';
import type { Finding } from '#domain/route/verify';
import { useShortcuts } from '../../hooks/use-shortcuts';
import { useTell } from '../../hooks/use-tell';
import type { CanvasHandle } from './canvas/Canvas';
import type { Asking } from './designer-context';
import { only } from './editor/editor-state';
import { placeFor } from './editor/place-for';
import type { Editor } from './editor/use-editor';
import type { Clipboard } from './editor/use-clipboard';

export type Commands = {
  /** A step of the palette, where it is of most use: into the selected line, after the selected step, else in the middle. */
  readonly addKind: (type: NodeType) => void;
  /** The same, once a dialog has asked for the kind. */
  readonly addAsked: (asking: Asking, type: NodeType) => void;
  readonly arrange: () => void;
  readonly fit: () => void;
  readonly canMend: (finding: Finding) => boolean;
  readonly mend: (finding: Finding) => void;
};

export function useCommands({ editor, canvas, isReadOnly }: { readonly editor: Editor; readonly canvas: CanvasHandle | null; readonly isReadOnly: boolean }): Commands {
  const translate = useTranslate();
  const tell = useTell();
  const { draft, selection } = editor;
  const addKind = (type: NodeType): void => {
    const place = placeFor(draft.route, selection, type);
    if (place === null) editor.add(type, canvas?.centre() ?? lowest(editor));
    else if ('into' in place) editor.insert(place.into, type);
    else editor.addNext(place.after, type);
  };
  return {
    addKind,
    addAsked: (asking, type) => {
      if (asking.what === 'next') editor.addNext(asking.from, type);
      else if (asking.what === 'insert') editor.insert(asking.edgeId, type);
      else addKind(type);
    },
    arrange: () => {
      // The engine is large and comes when it is first asked for.
      void import('./arrange/arrange')
        .then(({ arrange }) => arrange(draft.route))
        .then((layout) => {
          editor.apply({ type: 'place', layout });
          tell(translate('designer.notice.arranged'), 'info');
          setTimeout(() => canvas?.fit(), 0);
        })
        .catch(() => tell(translate('designer.notice.arrangeFailed'), 'warning'));
    },
    fit: () => canvas?.fit(),
    canMend: (finding) => !isReadOnly && fixOf(draft.route, finding) !== null,
    mend: (finding) => {
      const operation = fixOf(draft.route, finding);
      if (operation !== null) editor.apply(operation, finding.nodes[0] === undefined ? {} : { select: only(finding.nodes[0]) });
    },
  };
}

/** Below everything: where a step goes that is added without a canvas in sight. */
function lowest({ draft: { layout } }: Editor): { readonly x: number; readonly y: number } {
  const places = Object.values(layout);
  return places.length === 0 ? { x: 0, y: 0 } : { x: Math.min(...places.map(({ x }) => x)), y: Math.max(...places.map(({ y }) => y)) + 120 };
}

/** Every command by keyboard, by the place of its key whatever the language. */
export function useDesignerShortcuts(args: { readonly editor: Editor; readonly commands: Commands; readonly clipboard: Clipboard; readonly isReadOnly: boolean; readonly ask: (asking: Asking) => void; readonly onView: () => void; readonly onSave: () => void }): void {
  const { editor, commands, isReadOnly, ask } = args;
  const { selection, draft } = editor;
  const [node] = selection.nodes;
  const remove = (): void => editor.remove(selection);
  const edits = isReadOnly ? [] : [
    { keys: 'mod+z', label: 'designer.act.undo', run: editor.undo },
    { keys: 'mod+shift+z', label: 'designer.act.redo', run: editor.redo },
    { keys: 'mod+y', label: 'designer.act.redo', run: editor.redo },
    { keys: 'n', label: 'designer.act.addNext', run: () => ask(node === undefined ? { what: 'add' } : { what: 'next', from: node }) },
    { keys: 'shift+n', label: 'designer.add.anywhere', run: () => ask({ what: 'add' }) },
    ...(node === undefined ? [] : [
      { keys: 'c', label: 'designer.act.connect', run: () => ask({ what: 'connect', from: node }) },
      { keys: 'f2', label: 'designer.act.rename', run: () => ask({ what: 'rename', nodeId: node }) },
      { keys: 'mod+d', label: 'designer.act.duplicate', run: () => editor.duplicate(selection.nodes) },
    ]),
    ...(selection.nodes.length + selection.edges.length === 0 ? [] : [{ keys: 'delete', label: 'designer.act.remove', run: remove }, { keys: 'backspace', label: 'designer.act.remove', run: remove }]),
    { keys: 'l', label: 'designer.act.arrange', run: commands.arrange },
    { keys: 'mod+s', label: 'designer.act.save', run: args.onSave, whileTyping: true },
  ];
  useShortcuts('designer.act.shortcuts', [
    ...edits,
    { keys: 'mod+a', label: 'designer.act.selectAll', run: () => editor.select({ nodes: draft.route.nodes.map(({ id }) => id), edges: [] }) },
    { keys: 'f', label: 'designer.act.find', run: () => ask({ what: 'find' }) },
    { keys: 'v', label: 'designer.act.toView', run: args.onView },
    { keys: 'shift+1', label: 'designer.act.fit', run: commands.fit },
  ]);
}
