import { Alert, Box, Button, Link } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useDebounced } from '../../hooks/use-debounced';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { IntakeValues } from './intake-form';

export type Known = ResponseOf<(typeof endpoints)['knownLetters']>;
type Cited = Known['cited'][number];

/** What the register and our own letters say to what is typed: asked a moment after the last key. */
export function useKnown(values: IntakeValues): Known | undefined {
  const api = useApi();
  const { postId, fromText, theirNo, theirDate, subject, references, isSealed } = values;
  const typed = JSON.stringify({
    postId, fromText: fromText.trim(), theirNo: theirNo.trim().slice(0, 100), subject: isSealed ? '' : subject.trim().slice(0, 250), cites: isSealed ? '' : references.slice(0, 2_000),
    ...(theirDate !== null && /^\d{4}-\d\d-\d\d$/.test(theirDate) ? { theirDate } : {}),
  });
  // Written one line above.
  const query = JSON.parse(useDebounced(typed, 400)) as { postId: string; fromText: string; theirNo: string; subject: string; cites: string; theirDate?: string };
  const known = useQuery({
    queryKey: [...keys.letters, 'known', query],
    queryFn: ({ signal }) => api.knownLetters({ query, signal }),
    enabled: query.postId !== '' && (query.theirNo !== '' || query.cites.trim() !== '' || query.subject.length >= 12),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return query.theirNo === '' && query.cites.trim() === '' && query.subject.length < 12 ? undefined : known.data;
}

/** Letters that look the same as the one being typed, and letters of ours that it refers to. */
export function KnownLetters({ known, answersLetterId, onAnswer }: { readonly known: Known | undefined; readonly answersLetterId: string | null; readonly onAnswer: (letterId: string) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <div aria-live="polite">
      {known === undefined || known.same.length === 0 ? null : (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {translate('intake.same')}
          {known.same.map((letter) => (
            <Box key={letter.letterId}>
              <Link component={LinkBase} to={`/letters/${letter.letterId}`} target="_blank">
                {[letter.receiveNo === null ? '' : translate('intake.receiveNo', { no: format.digits(letter.receiveNo) }), format.digits(letter.theirNo), format.date(letter.theirDate), letter.fromText, letter.subject ?? ''].filter((text) => text !== '').join(' · ')}
              </Link>{' '}
              ({translate(`intake.sameBy.${letter.why}`)})
            </Box>
          ))}
        </Alert>
      )}
      {known?.cited.map((letter) => <CitedLetter key={`${letter.cited}${letter.letterId}`} letter={letter} isAnswered={letter.letterId === answersLetterId} onAnswer={() => onAnswer(letter.letterId)} />)}
    </div>
  );
}

function CitedLetter({ letter, isAnswered, onAnswer }: { readonly letter: Cited; readonly isAnswered: boolean; readonly onAnswer: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const action = letter.isAnswerable && !isAnswered ? <Button color="inherit" size="small" onClick={onAnswer}>{translate('intake.answersThis')}</Button> : undefined;
  return (
    <Alert severity={isAnswered ? 'success' : 'info'} sx={{ mb: 1 }} action={action}>
      {translate(isAnswered ? 'intake.answersOurs' : 'intake.citesOurs')}{' '}
      <Link component={LinkBase} to={`/letters/${letter.letterId}`} target="_blank">
        {[format.digits(letter.letterNo), letter.subject ?? '', letter.letterDate === null ? '' : translate('letter.dated', { date: format.date(letter.letterDate) })].filter((text) => text !== '').join(' · ')}
      </Link>
    </Alert>
  );
}
