import { Button, Link, Stack, Typography } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Panel } from '../../../components/Page';
import { useFormat } from '../../../providers/i18n/use-format';

/** The letters that belong directly to this one, and the way to the whole matter. */
export function MatterPanel({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  if (!letter.isRevealed) return null;
  return (
    <Panel title={translate('matter.title')} actions={<Button size="small" component={LinkBase} to={`/letters/${letter.id}/matter`}>{translate('matter.open')}</Button>}>
      {letter.links.length === 0 ? <Typography variant="body2" color="text.secondary">{translate('matter.alone')}</Typography> : null}
      <Stack component="ul" spacing={0.75} aria-label={translate('matter.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {letter.links.map((each) => (
          <li key={each.letterId}>
            <Typography variant="body2" color="text.secondary">{translate(`link.${each.kind}`)} · {translate(`direction.${each.direction}`)} · {translate(`letterStatus.${each.status}`)}</Typography>
            <Link component={LinkBase} to={`/letters/${each.letterId}`}>
              {[format.digits(each.letterNo ?? each.receiveNo ?? ''), each.subject ?? translate('item.noSubject')].filter((text) => text !== '').join(' · ')}
            </Link>
          </li>
        ))}
      </Stack>
    </Panel>
  );
}
