import { Alert, Box, Button, Link } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import { useFormat } from '../../providers/i18n/use-format';
import type { Known } from './use-known';

type Cited = Known['cited'][number];

/** Letters that look the same as the one being typed, and letters of ours that it refers to. */
export function KnownLetters({ known, answersLetterId, onAnswer }: { readonly known: Known; readonly answersLetterId: string | null; readonly onAnswer: (letterId: string) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      {known.same.length === 0 ? null : (
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
      {known.cited.map((letter) => <CitedLetter key={`${letter.cited}${letter.letterId}`} letter={letter} isAnswered={letter.letterId === answersLetterId} onAnswer={() => onAnswer(letter.letterId)} />)}
    </>
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
