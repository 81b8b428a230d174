import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import PlayIcon from '@mui/icons-material/PlayArrow';
import { Box, Button, IconButton, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { NAME_MAX } from '#domain/contracts/limits';
import type { Route } from '#domain/route/model';
import type { Verdict } from '#domain/route/rehearsal/cases';
import type { TestCase } from '#domain/route/rehearsal/script';
import { sayStep } from '#domain/route/say';
import { areWordsRight, Words } from '../../../components/form/Words';
import { Mark } from '../../../components/marks';
import { useLang } from '../../../providers/i18n/use-lang';
import { useFormat } from '../../../providers/i18n/use-format';
import { useOutcomeText } from '../editor/outcome-text';
import type { Checked } from '../findings/check';
import { useRefusalText } from './use-log-text';

type Props = {
  readonly route: Route;
  readonly cases: readonly TestCase[];
  /** What the cases came to at the last check of the drawing. */
  readonly checked: Pick<Checked, 'cases' | 'coverage'>;
  readonly canEdit: boolean;
  /** The rehearsal on the screen can be kept. */
  readonly canSave: boolean;
  readonly onSave: (name: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onPlay: (testCase: TestCase) => void;
};

/** Rehearsals that are kept: whether each still goes its way, and which lines of the drawing none of them takes. */
export function CasesPanel({ route, cases, checked, canEdit, canSave, onSave, onRemove, onPlay }: Props) {
  const translate = useTranslate();
  const lang = useLang();
  const format = useFormat();
  const outcomeText = useOutcomeText();
  const [name, setName] = useState('');
  const uncovered = checked.coverage?.uncovered ?? route.edges.map(({ id }) => id);
  const save = (): void => {
    onSave(name.trim());
    setName('');
  };
  const sayEdge = (id: string): string => {
    const edge = route.edges.find((each) => each.id === id);
    if (edge === undefined) return id;
    const outcome = outcomeText(route.nodes.find((node) => node.id === edge.from), edge.outcome, route);
    return `${sayStep(route, edge.from, { lang })} → ${outcome === '' ? '' : `${outcome} → `}${sayStep(route, edge.to, { lang })}`;
  };
  return (
    <Stack spacing={1.5} role="group" aria-label={translate('rehearsal.cases.title')}>
      <Typography variant="subtitle1" component="h3">{translate('rehearsal.cases.title')}</Typography>
      {canEdit ? (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
          <Words label={translate('rehearsal.cases.name')} value={name} max={NAME_MAX} onChange={setName} />
          <Button variant="outlined" disabled={!canSave || !areWordsRight(name, { max: NAME_MAX, isRequired: true })} onClick={save} sx={{ flexShrink: 0 }}>{translate('rehearsal.cases.save')}</Button>
        </Stack>
      ) : null}
      {cases.length === 0 ? <Typography variant="body2" color="text.secondary">{translate('rehearsal.cases.none')}</Typography> : null}
      <Box component="ul" aria-label={translate('rehearsal.cases.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {cases.map((each) => (
          <Box component="li" key={each.id} sx={{ display: 'flex', alignItems: 'center', gap: 0.5, py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>{each.name}</Typography>
              <VerdictText verdict={checked.cases.find(({ id }) => id === each.id)?.verdict} route={route} />
            </Box>
            <IconButton aria-label={translate('rehearsal.cases.play', { name: each.name })} onClick={() => onPlay(each)}><PlayIcon /></IconButton>
            {canEdit ? <IconButton aria-label={translate('rehearsal.cases.remove', { name: each.name })} onClick={() => onRemove(each.id)}><DeleteIcon /></IconButton> : null}
          </Box>
        ))}
      </Box>
      <Typography variant="body2">{translate('rehearsal.cases.coverage', { n: format.number(route.edges.length - uncovered.length), all: format.number(route.edges.length) })}</Typography>
      {uncovered.length === 0 ? null : (
        <details>
          <summary>{translate('rehearsal.cases.uncovered', { n: format.number(uncovered.length) })}</summary>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{uncovered.map((id) => <Typography key={id} component="li" variant="body2">{sayEdge(id)}</Typography>)}</Box>
        </details>
      )}
    </Stack>
  );
}

function VerdictText({ verdict, route }: { readonly verdict: Verdict | undefined; readonly route: Route }) {
  const translate = useTranslate();
  const lang = useLang();
  const format = useFormat();
  const refusalText = useRefusalText();
  if (verdict === undefined) return <Typography variant="body2" color="text.secondary">{translate('designer.findings.checking')}</Typography>;
  if (verdict.kind === 'passed') return <Mark tone="good">{translate('rehearsal.cases.passed')}</Mark>;
  if (verdict.kind === 'refused') return <Mark tone="hot">{translate('rehearsal.cases.refused', { n: format.number(verdict.move + 1), why: refusalText(verdict) })}</Mark>;
  const step = (id: string | null): string => (id === null ? translate('rehearsal.cases.stop') : sayStep(route, id, { lang }));
  return <Mark tone="hot">{translate('rehearsal.cases.otherWay', { n: format.number(verdict.step + 1), expected: step(verdict.expected), actual: step(verdict.actual) })}</Mark>;
}
