import { Box, GlobalStyles } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useNow } from '../../hooks/use-now';
import { useLocalName } from '../../providers/auth/use-session';
import { createFormat } from '../../providers/i18n/use-format';

type Delegation = ResponseOf<(typeof endpoints)['listDelegations']>['items'][number];

const PRINT = {
  '@page': { size: 'A4 portrait', margin: '15mm' },
  '@media print': { 'html, body': { background: '#fff !important' }, '#content': { padding: '0 !important' } },
};
/** Paper is white and its ink black, whatever the screen. */
const SHEET = {
  display: 'none', displayPrint: 'block', px: '0.5pt', bgcolor: '#fff', color: '#000', fontSize: '11pt', lineHeight: 1.4,
  '& h2': { fontSize: '14pt', m: 0, textAlign: 'center' }, '& p': { m: 0, textAlign: 'center' },
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', mt: '5mm' },
  '& th, & td': { border: '0.5pt solid #555', px: '1.5mm', py: '0.8mm', textAlign: 'left', verticalAlign: 'top', fontWeight: 400, overflowWrap: 'anywhere' },
  '& thead th': { fontWeight: 700 }, '& tr': { breakInside: 'avoid' },
} as const;
const HEADS = [['no', '7%'], ['fromPost', '23%'], ['toPost', '23%'], ['kinds', '17%'], ['orderNo', '14%'], ['period', '16%']] as const;

/** The table of powers given in writing as it is posted up: on paper only, with Thai digits. */
export function DelegationSheet({ office, items }: { readonly office: string; readonly items: readonly Delegation[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const localName = useLocalName();
  const format = createFormat({ locale, digits: 'thai', translate });
  const at = new Date(useNow()).toISOString();
  return (
    <>
      <GlobalStyles styles={PRINT} />
      <Box component="article" aria-label={translate('people.sheet.title')} sx={SHEET}>
        <h2>{translate('people.sheet.title')}</h2>
        <p>{office}</p>
        <p>{translate('people.sheet.asOf', { at: format.longDate(at) })}</p>
        <table>
          <colgroup>{HEADS.map(([name, width]) => <col key={name} style={{ width }} />)}</colgroup>
          <thead><tr>{HEADS.map(([name]) => <th key={name} scope="col">{translate(`people.sheet.head.${name}`)}</th>)}</tr></thead>
          <tbody>
            {items.map(({ id, fromPost, toPost, kinds, orderNo, validFrom, validTo }, index) => (
              <tr key={id}>
                <td>{format.number(index + 1)}</td>
                <td>{format.digits(localName(fromPost.title))}</td>
                <td>{format.digits(localName(toPost.title))}</td>
                <td>{kinds.length === 0 ? translate('people.allKinds') : kinds.map((kind) => translate(`kind.${kind}`)).join(', ')}</td>
                <td>{format.digits(orderNo)}</td>
                <td>{translate(validTo === null ? 'people.periodOpen' : 'people.period', { from: format.longDate(validFrom), to: format.longDate(validTo) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </>
  );
}
