import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Matter } from '#domain/contracts/matters';
import { Mark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';

type HandLink = Matter['byHand'][number];

/** Who has linked what with what and why, and what was taken away again. */
export function HandLinks({ matter, onUnlink }: { readonly matter: Matter; readonly onUnlink: (link: HandLink) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  if (matter.byHand.length === 0) return null;
  const said = (key: string, { by, at, reason }: { readonly by: HandLink['by']; readonly at: string; readonly reason: string }): string =>
    translate(key, { name: by === null ? '' : localName(by.name), at: format.dateTime(at), reason });
  // Whoever may link with the open letter takes away what hangs on it; other links are taken away from their own letters.
  const mayUnlink = ({ removed, fromLetterId, toLetterId }: HandLink): boolean => matter.canLink && matter.on === null && removed === null && [fromLetterId, toLetterId].includes(matter.letterId);
  return (
    <Panel title={translate('matter.byHand')}>
      <Stack component="ul" spacing={1.25} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {matter.byHand.map((link) => {
          const ends = { from: format.digits(link.fromName), to: format.digits(link.toName) };
          return (
            <Box component="li" key={link.id}>
              <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
                <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere', textDecoration: link.removed === null ? 'none' : 'line-through' }}>{translate('matter.pair', ends)}</Typography>
                {link.removed === null ? null : <Mark tone="muted">{translate('matter.isRemoved')}</Mark>}
                {mayUnlink(link) ? <Button size="small" color="error" aria-label={translate('matter.unlinkOf', ends)} onClick={() => onUnlink(link)}>{translate('matter.unlink')}</Button> : null}
              </Stack>
              <Typography variant="body2">{said('matter.linkedBy', link)}</Typography>
              {link.removed === null ? null : <Typography variant="body2">{said('matter.removedBy', link.removed)}</Typography>}
            </Box>
          );
        })}
      </Stack>
    </Panel>
  );
}
