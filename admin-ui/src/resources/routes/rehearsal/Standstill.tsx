import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { graphOf } from '#domain/route/graph';
import { outcomeLabel } from '#domain/route/outcome-label';
import type { Rehearsal, Standing } from '#domain/route/rehearsal';
import type { Choice } from '#domain/route/rehearsal/choices';
import { addressed } from '#domain/route/rehearsal/log';
import { sayChange, sayDue, sayEnd, sayWho } from '#domain/route/rehearsal/say-log';
import type { Move } from '#domain/route/rehearsal/script';
import type { RehearsalSetting } from '#domain/route/rehearsal/session';
import { sayRule, sayStep } from '#domain/route/say';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import type { SettingsContext } from '../panel/types';
import { useLogWords, useRefusalText } from './use-log-text';

type Props = { readonly rehearsal: Rehearsal; readonly setting: RehearsalSetting; readonly context: SettingsContext; readonly onChoose: (move: Move) => void };

/** Where the letter stands: who is asked, and what they could do. */
export function Standstill({ rehearsal, setting, context, onChoose }: Props) {
  const translate = useTranslate();
  const { words } = context;
  const { state, asked, choices, isStuck, broken } = rehearsal;
  const outside = choices.filter(({ taskId, move }) => taskId === null && move.kind !== 'clock');
  return (
    <Stack spacing={1.5} role="group" aria-label={translate('rehearsal.now')}>
      <Outcome rehearsal={rehearsal} words={words} />
      {isStuck ? <Alert severity="error">{translate('rehearsal.stuck')}</Alert> : null}
      {broken === null ? null : <Refusal broken={broken} />}
      {asked.map((standing) => <Asked key={standing.task.id} standing={standing} rehearsal={rehearsal} setting={setting} context={context} onChoose={onChoose} />)}
      {state?.status === 'running' && asked.length === 0 && !isStuck ? <Alert severity="info">{translate('rehearsal.waits')}</Alert> : null}
      {outside.length === 0 ? null : (
        <Box role="group" aria-label={translate('rehearsal.outside')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {outside.map((choice) => <ChoiceButton key={JSON.stringify(choice.move)} choice={choice} label={choice.move.kind === 'delivery' ? `${sayChange(choice.move.change, words)} · ${choice.move.deliveryId}` : translate(`rehearsal.choice.${choice.outcome}`)} onChoose={onChoose} />)}
        </Box>
      )}
    </Stack>
  );
}

function Outcome({ rehearsal: { state }, words }: { readonly rehearsal: Rehearsal; readonly words: SettingsContext['words'] }) {
  if (state?.status !== 'ended' || state.outcome === null) return null;
  return <Alert severity={state.outcome === 'closed' ? 'success' : 'info'}>{sayEnd(state.outcome, words)}</Alert>;
}

function Refusal({ broken }: { readonly broken: NonNullable<Rehearsal['broken']> }) {
  const translate = useTranslate();
  const refusalText = useRefusalText();
  return <Alert severity="error">{translate('rehearsal.refused', { why: refusalText(broken) })}</Alert>;
}

function Asked({ standing: { task, dueAt, choices }, rehearsal, setting, context, onChoose }: Omit<Props, 'rehearsal'> & { readonly standing: Standing; readonly rehearsal: Rehearsal }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const words = useLogWords(context);
  const frame = rehearsal.state?.frames[task.frame];
  const route = frame === undefined ? undefined : setting.routes[frame.route];
  const node = route === undefined ? null : (graphOf(route).nodes.get(task.node) ?? null);
  const name = route === undefined ? task.node : sayStep(route, task.node, words);
  const who = addressed(setting.directoryAt(rehearsal.now), task.postIds, task.personId);
  const label = ({ outcome, name: own, move }: Choice): string => {
    const said = move.kind === 'act' && move.action !== undefined ? translate(`actionWord.${move.action}`) : localName(outcomeLabel(node, outcome, route ?? null));
    if (move.kind !== 'act') return said;
    const to = move.picks?.[0];
    if (to?.postId !== undefined) return `${said} · ${context.people?.postName(to.postId) ?? to.postId}`;
    if (to !== undefined) return `${said} · ${context.words.value?.('ownerUnitId', to.unitId) ?? to.unitId}`;
    if (move.forwardTo !== undefined) return `${said} · ${context.people?.postName(move.forwardTo) ?? move.forwardTo}`;
    return outcome === 'return' && own !== null ? `${said} · ${localName(own)}` : said;
  };
  return (
    <Paper variant="outlined" sx={{ p: 1.5 }} role="group" aria-label={name}>
      <Typography sx={{ fontWeight: 700 }}>{name}</Typography>
      <Typography variant="body2">{format.digits(sayWho(who, words))}</Typography>
      <Typography variant="body2" color="text.secondary">{format.digits([sayRule(task.rule, words), ...(dueAt === null ? [] : [sayDue(dueAt, words)])].join(' · '))}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {choices.map((choice) => <ChoiceButton key={JSON.stringify(choice.move)} choice={choice} label={label(choice)} onChoose={onChoose} />)}
      </Box>
    </Paper>
  );
}

function ChoiceButton({ choice, label, onChoose }: { readonly choice: Choice; readonly label: string; readonly onChoose: (move: Move) => void }) {
  return <Button size="small" variant={choice.isRare ? 'text' : 'outlined'} color={choice.isRare ? 'inherit' : 'primary'} onClick={() => onChoose(choice.move)} sx={{ minHeight: 36, textAlign: 'start' }}>{label}</Button>;
}
