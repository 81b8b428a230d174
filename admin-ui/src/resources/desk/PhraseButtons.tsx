import AddIcon from '@mui/icons-material/Add';
import EditIcon from '@mui/icons-material/EditOutlined';
import { Button, Chip, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PHRASE_MAX, PHRASES_MAX } from '#domain/contracts/limits';
import { ListDialog } from './ListDialog';
import { useArrange, useDesk } from './use-desk';

/** My phrases, written by one tap each; what stands in the note can become one, and all are put in order here. */
export function PhraseButtons({ note, onPhrase }: { readonly note: string; readonly onPhrase: (note: string) => void }) {
  const translate = useTranslate();
  const desk = useDesk();
  const arrange = useArrange();
  const [isManaged, setIsManaged] = useState(false);
  if (desk === undefined) return null;
  const text = note.trim();
  const canKeep = text !== '' && text.length <= PHRASE_MAX && !desk.phrases.includes(text) && desk.phrases.length < PHRASES_MAX;
  return (
    <Stack direction="row" useFlexGap spacing={0.75} role="group" aria-label={translate('favourite.phrases')} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      {desk.phrases.map((phrase) => (
        <Chip key={phrase} component="button" type="button" clickable label={phrase} onClick={() => onPhrase(text === '' ? phrase : `${note.trimEnd()} ${phrase}`)} sx={{ minHeight: 36, maxWidth: '100%' }} />
      ))}
      {canKeep ? <Button size="small" startIcon={<AddIcon />} loading={arrange.isPending} onClick={() => arrange.mutate({ desk, lists: { phrases: [...desk.phrases, text] } })}>{translate('favourite.keepPhrase')}</Button> : null}
      {desk.phrases.length === 0 ? null : <Button size="small" startIcon={<EditIcon />} onClick={() => setIsManaged(true)}>{translate('favourite.manage')}</Button>}
      {isManaged ? (
        <ListDialog
          title={translate('favourite.phrases')}
          label={translate('favourite.phrase')}
          entries={desk.phrases.map((phrase) => ({ id: phrase, text: phrase }))}
          maxLength={PHRASE_MAX}
          isRunning={arrange.isPending}
          error={arrange.error}
          onSave={(entries) => arrange.mutate({ desk, lists: { phrases: entries.map((entry) => entry.text) } }, { onSuccess: () => setIsManaged(false) })}
          onClose={() => setIsManaged(false)}
        />
      ) : null}
    </Stack>
  );
}
