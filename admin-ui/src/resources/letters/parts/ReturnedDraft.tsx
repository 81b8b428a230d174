import { Alert, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { useFormat } from '../../../providers/i18n/use-format';
import { useActorText } from './Actor';
import { comparable, VersionsPanel } from './VersionsPanel';

/** For whoever has to correct a draft: why it came back, with the text that came back and what has been changed in it since. */
export function ReturnedDraft({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  const actorText = useActorText();
  const returned = letter.endorsements.findLast(({ action }) => action === 'returned');
  if (returned === undefined || !letter.myTasks.some(({ form }) => form.canEditDraft)) return null;
  return (
    <Stack component="section" aria-label={translate('returned.title')} spacing={1}>
      <Alert severity="warning">
        <Typography sx={{ fontWeight: 700 }}>{translate('returned.title')}</Typography>
        <Typography variant="body2">{translate('returned.reason')} · {actorText(returned.actor)} · {format.dateTime(returned.at)}</Typography>
        <Typography sx={{ whiteSpace: 'pre-wrap' }}>{returned.text === '' ? translate('returned.noReason') : format.digits(returned.text)}</Typography>
      </Alert>
      {comparable(letter).length > 1 ? <VersionsPanel letter={letter} /> : null}
    </Stack>
  );
}
