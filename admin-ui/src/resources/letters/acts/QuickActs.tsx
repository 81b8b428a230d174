import { Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MyTask } from '#domain/contracts/letter-page';
import { useLocalName } from '../../../providers/auth/use-session';
import { usePosts } from '../../../components/pickers';
import { useFavourites } from '../../desk/Favourites';
import { useDesk } from '../../desk/use-desk';
import type { OutcomeHint, Prefill } from './act-values';

/** An act that was chosen, with what is already filled in. */
export type Chosen = { readonly outcome: OutcomeHint; readonly prefill?: Prefill };

const SHOWN = 4;

/** What I do every day in two taps: one here, one to confirm. My first phrases for the usual act, my favourite units and posts for a direction. */
export function QuickActs({ task, officeId, onChoose }: { readonly task: MyTask; readonly officeId: string; readonly onChoose: (chosen: Chosen) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const desk = useDesk();
  const units = task.form.units.map(({ id, name }) => ({ kind: 'unit' as const, id, name }));
  const usual = task.form.outcomes.find(({ tone }) => tone === 'primary') ?? task.form.outcomes[0];
  const posts = usePosts(officeId, usual?.needs.includes('picks') === true && (desk?.favouritePostIds.length ?? 0) > 0).data?.items ?? [];
  const favourites = useFavourites([...units, ...posts.filter(({ id }) => id !== task.post.id).map(({ id, title }) => ({ kind: 'post' as const, id, name: title }))]).slice(0, SHOWN);
  // A signature is never given in passing.
  if (usual === undefined || desk === undefined || usual.needs.includes('signature')) return null;
  const directs = usual.needs.includes('picks');
  const quick: readonly { readonly label: string; readonly prefill: Prefill }[] = directs
    ? [
        ...(task.form.actions.includes('noted') ? [{ label: translate('actionWord.noted'), prefill: { action: 'noted' as const, main: null } }] : []),
        ...favourites.map(({ kind, id, name }) => ({ label: translate('favourite.assignTo', { name: localName(name) }), prefill: { main: { kind, id } } })),
      ]
    : desk.phrases.slice(0, SHOWN).map((note) => ({ label: note, prefill: { note } }));
  if (quick.length === 0) return null;
  return (
    <Stack direction="row" useFlexGap spacing={0.75} role="group" aria-label={translate('favourite.quick')} sx={{ flexWrap: 'wrap', alignItems: 'center', mt: 1 }}>
      <Typography variant="body2" color="text.secondary">{translate('favourite.quick')}</Typography>
      {quick.map(({ label, prefill }) => <Chip key={label} component="button" clickable variant="outlined" label={label} onClick={() => onChoose({ outcome: usual, prefill })} sx={{ minHeight: 36, maxWidth: '100%' }} />)}
    </Stack>
  );
}
