import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FileRow } from '../../components/FileDrop';
import { Panel } from '../../components/Page';
import { isReady, type Pile, type Waiting } from './use-pile';

/** The letters of the pile; each can be taken up out of turn. */
export function PileList({ pile, onTake }: { readonly pile: Pile; readonly onTake: (key: string) => void }) {
  const translate = useTranslate();
  return (
    <Box sx={{ mb: 2 }}>
      <Panel title={translate('intake.pile', { n: pile.items.length })}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('intake.pileHelp')}</Typography>
        <Stack spacing={1}>
          {pile.items.map((letter) => (
            <Box key={letter.key} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <Box sx={{ flexGrow: 1, minWidth: 0 }}><PileRow letter={letter} onRemove={() => pile.remove(letter.key)} /></Box>
              <Button size="small" variant="outlined" sx={{ flexShrink: 0 }} disabled={!isReady(letter)} onClick={() => onTake(letter.key)} aria-label={translate('intake.takeOne', { name: nameOf(letter) })}>{translate('intake.take')}</Button>
            </Box>
          ))}
        </Stack>
      </Panel>
    </Box>
  );
}

const typedOf = ({ values }: Waiting): string => (values === null ? '' : [values.fromText, values.theirNo, values.subject].filter((text) => text.trim() !== '').join(' · '));
const nameOf = (letter: Waiting): string => letter.files[0]?.name ?? typedOf(letter);

function PileRow({ letter, onRemove }: { readonly letter: Waiting; readonly onRemove: () => void }) {
  const translate = useTranslate();
  const [first] = letter.files;
  if (first !== undefined) return <FileRow item={first} note={typedOf(letter)} onRemove={onRemove} />;
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1, display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography sx={{ flexGrow: 1, minWidth: 0 }} noWrap>{typedOf(letter)}</Typography>
      <IconButton onClick={onRemove} aria-label={translate('file.remove', { name: typedOf(letter) })}><DeleteIcon /></IconButton>
    </Box>
  );
}
