import { Alert } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { openOutcomes } from '#domain/route/edits';
import type { NodeId, Route, RouteNode } from '#domain/route/model';
import { ActDialog } from '../../../components/ActDialog';
import { useLocalName } from '../../../providers/auth/use-session';
import { useDesigner } from '../designer-context';
import { Select } from '../panel/plain-editors';

/** Draws a line without a pointer: by which outcome, and to where. */
export function ConnectDialog({ route, from, to, onConnect, onClose }: {
  readonly route: Route;
  readonly from: RouteNode;
  readonly to: NodeId | undefined;
  readonly onConnect: (to: NodeId, outcome: string) => void;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { outcomeText } = useDesigner();
  const open = openOutcomes(route, from);
  const targets = route.nodes.filter(({ id, type }) => id !== from.id && type !== 'start');
  const [outcome, setOutcome] = useState(open[0]);
  const [target, setTarget] = useState(to ?? likelyTarget(route, from) ?? targets[0]?.id);
  return (
    <ActDialog
      title={translate('designer.connect.title', { name: localName({ th: from.name, en: from.nameEn ?? '' }) })}
      confirmLabel={translate('designer.connect.confirm')}
      isRunning={false}
      error={null}
      canConfirm={outcome !== undefined && target !== undefined}
      onConfirm={() => outcome !== undefined && target !== undefined && onConnect(target, outcome)}
      onClose={onClose}
    >
      {open.length === 0 ? <Alert severity="info">{translate('designer.connect.noOutcome')}</Alert> : null}
      <Select label={translate('designer.connect.outcome')} value={outcome} options={open.map((value) => ({ value, label: outcomeText(from, value) || translate('designer.connect.next') }))} onChange={setOutcome} />
      <Select label={translate('designer.connect.to')} value={target} options={targets.map((node) => ({ value: node.id, label: localName({ th: node.name, en: node.nameEn ?? '' }) }))} onChange={setTarget} />
    </ActDialog>
  );
}

/** A step that nothing leads to yet is the likeliest to be meant; then an end, since a way back is better made a return. */
const likelyTarget = (route: Route, from: RouteNode): NodeId | undefined => {
  const others = route.nodes.filter(({ id, type }) => id !== from.id && type !== 'start');
  return (others.find(({ id }) => !route.edges.some((edge) => edge.to === id)) ?? others.find(({ type }) => type === 'end'))?.id;
};
