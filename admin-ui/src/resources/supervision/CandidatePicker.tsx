import { Alert, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Candidate } from '#domain/contracts/supervision';
import { Picker } from '../../components/pickers';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

/** The posts of an office with what each has to do and who is away; it warns of whoever is absent, now or when the work falls due. */
export function CandidatePicker({ officeId, value, exclude, dueAt, error, onChange }: {
  readonly officeId: string | undefined;
  readonly value: string | null;
  readonly exclude: readonly string[];
  /** When what is given falls due; null where it does not, or where several differ. */
  readonly dueAt: string | null;
  readonly error: string | undefined;
  readonly onChange: (postId: string | null) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const { data, isPending } = useQuery({
    queryKey: [...keys.supervision, 'candidates', officeId],
    queryFn: ({ signal }) => api.candidates({ query: { officeId: officeId ?? '' }, signal }),
    enabled: officeId !== undefined,
  });
  const absence = ({ kind, fromAt, toAt }: Candidate['holders'][number]['absences'][number]): string =>
    translate('supervision.away', { kind: translate(`absence.${kind}`), from: format.date(fromAt), to: format.date(toAt) });
  const holder = ({ name, absences }: Candidate['holders'][number]): string => [localName(name), ...absences.map(absence)].join(' ');
  const options = (data?.items ?? []).filter(({ id }) => !exclude.includes(id));
  const chosen = options.find(({ id }) => id === value);
  const away = (chosen?.holders ?? []).flatMap((each) => each.absences.filter(({ fromAt, toAt }) => each.isAbsent || (dueAt !== null && dueAt >= fromAt && dueAt <= toAt)).map(() => each));
  return (
    <Stack spacing={1}>
      <Picker
        label={translate('act.reassign.to')}
        isRequired
        options={options}
        isLoading={isPending && officeId !== undefined}
        value={value}
        error={error}
        helperText={translate('supervision.loadHelp')}
        titleOf={({ title }) => localName(title)}
        detailOf={({ unit, holders, open, overdue }) =>
          [localName(unit), holders.map(holder).join(', '), translate('supervision.load', { open: format.number(open), overdue: format.number(overdue) })].filter((text) => text !== '').join(' · ')}
        onChange={(post) => onChange(post?.id ?? null)}
      />
      {chosen === undefined ? null : (
        <Alert severity={away.length > 0 ? 'warning' : 'info'} role="status">
          {translate('supervision.load', { open: format.number(chosen.open), overdue: format.number(chosen.overdue) })}
          {away.length === 0 ? '' : ` · ${translate('supervision.awayWarning', { who: [...new Set(away.map(holder))].join(', ') })}`}
        </Alert>
      )}
    </Stack>
  );
}
