import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Mark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import { EmptyState } from '../../../components/states';
import { API_PREFIX } from '../../../providers/data/routes';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';

/** การเกษียนหนังสือ: notes one below the other, as on paper: for whom, the words, name, post and capacity, date and time. */
export function EndorsementChain({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  return (
    <Panel title={translate('letter.endorsements')} actions={letter.endorsements.length === 0 ? null : <PrintLink letterId={letter.id} />}>
      {letter.endorsements.length === 0 ? <EmptyState isSmall title={translate('letter.noEndorsements')} /> : null}
      <Stack component="ol" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {letter.endorsements.map((note) => {
          const to = [...note.toUnits.map(({ name }) => localName(name)), ...note.toPosts.map(({ title }) => localName(title))].join(', ');
          const { actor } = note;
          return (
            <Box component="li" key={`${note.seq}/${note.no}`} sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 1.5, py: 0.25 }}>
              {to === '' ? null : <Typography variant="body2">{translate('letter.endorsedTo', { to })}</Typography>}
              <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'baseline' }}>
                <Mark tone="info">{translate(`actionWord.${note.action}`)}</Mark>
                {note.text === '' ? null : <Typography sx={{ whiteSpace: 'pre-wrap', pl: { sm: 1 } }}>{format.digits(note.text)}</Typography>}
              </Stack>
              <Box sx={{ textAlign: 'center', mt: 0.5, ml: { xs: 2, sm: '30%' } }}>
                <Typography variant="body2">({localName(actor.person.name)})</Typography>
                <Typography variant="body2">{localName((actor.capacity === 'own' ? actor.post : (actor.ownPost ?? actor.post)).title)}</Typography>
                {actor.capacity === 'own' || actor.ownPost === null ? null : (
                  <Typography variant="body2">{translate(`capacity.${actor.capacity}`)} {localName(actor.post.title)}</Typography>
                )}
                <Typography variant="body2" color="text.secondary">{format.dateTime(note.at)}</Typography>
              </Box>
            </Box>
          );
        })}
      </Stack>
    </Panel>
  );
}

function PrintLink({ letterId }: { readonly letterId: string }) {
  const translate = useTranslate();
  return (
    <Button size="small" startIcon={<PrintIcon />} href={`${API_PREFIX}/letters/${letterId}/endorsements`} target="_blank" rel="noreferrer">
      {translate('letter.printEndorsements')}
    </Button>
  );
}
