import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { Weekly } from '#domain/contracts/supervision';
import { useLocalName } from '../../providers/auth/use-session';
import { createFormat, type Format } from '../../providers/i18n/use-format';
import { writeSpan } from './use-span';

/** Paper is white and its ink black, whatever the screen; every row is one line, so that the sheet never grows to two. */
const SHEET = {
  bgcolor: '#fff', color: '#000', fontSize: '10pt', lineHeight: 1.4, mx: 'auto', mb: 4, p: { xs: 1.5, sm: 3 }, width: '100%', maxWidth: '210mm', border: '1px solid #c9d1d8',
  '& h2': { fontSize: '13pt', m: 0, textAlign: 'center' }, '& h3': { fontSize: '11pt', mt: '3.5mm', mb: '1mm' }, '& p': { m: 0, textAlign: 'center' },
  '& .scroll': { overflowX: 'auto' },
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': { border: '0.5pt solid #555', px: '1.2mm', py: '0.4mm', textAlign: 'left', fontWeight: 400, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  '& thead th': { fontWeight: 700, bgcolor: '#eef1f4', printColorAdjust: 'exact' },
  '& .n': { textAlign: 'right', width: '17mm' },
  '@media print': { m: 0, p: 0, border: 0, maxWidth: 'none', width: '100%', '& .scroll': { overflow: 'visible' } },
} as const;

/** The sheet: figures of the week, how things stand by unit, what is latest, and what others have not registered. */
export function WeeklySheet({ weekly }: { readonly weekly: Weekly }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const localName = useLocalName();
  // A document of a Thai office has Thai digits, whatever its reader prefers on screen.
  const format = createFormat({ locale, digits: 'thai', translate });
  const scope = [...weekly.offices, ...weekly.units].map(({ name }) => localName(name)).join(', ');
  return (
    <Box component="article" aria-label={translate('supervision.weekly.title')} sx={SHEET}>
      <h2>{translate('supervision.weekly.title')}</h2>
      <p>{scope}</p>
      <p>{translate('supervision.weekly.period', { from: format.longDate(weekly.from), to: format.longDate(weekly.to) })}</p>
      <Figures weekly={weekly} format={format} />
      <Units weekly={weekly} format={format} />
      <Longest weekly={weekly} format={format} />
      <Unregistered weekly={weekly} format={format} />
      <p style={{ textAlign: 'right', marginTop: '3mm' }}>{translate('supervision.weekly.asOf', { at: `${format.longDate(weekly.at)} ${format.time(weekly.at)}` })}</p>
    </Box>
  );
}

type PartProps = { readonly weekly: Weekly; readonly format: Format };

function Table({ title, head, widths, children }: { readonly title: string; readonly head: readonly string[]; readonly widths: readonly string[]; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <div className="scroll">
        <Box component="table" sx={{ minWidth: 520 }} aria-label={title}>
          <colgroup>{widths.map((width, index) => <col key={`${width} ${head[index] ?? ''}`} style={{ width }} />)}</colgroup>
          <thead><tr>{head.map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
          <tbody>{children}</tbody>
        </Box>
      </div>
    </section>
  );
}

function Figures({ weekly: { week, now, others }, format }: PartProps) {
  const translate = useTranslate();
  const pairs = [
    ['received', week.received], ['sent', week.sent], ['ended', week.ended], ['reminded', week.reminded], ['open', now.open], ['overdue', now.overdue], ['dueSoon', now.dueSoon],
    ['atRest', now.atRest], ['held', now.held], ['unregistered', others.unregistered], ['waiting', others.waiting], ['late', others.late],
  ] as const;
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' }, gap: '1.2mm', m: 0, mt: '3mm', '@media print': { gridTemplateColumns: 'repeat(4, 1fr)' } }}>
      {pairs.map(([name, value]) => (
        <Box key={name} sx={{ border: '0.5pt solid #555', px: '1.5mm', py: '0.5mm', display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <dt>{translate(`supervision.weekly.figure.${name}`)}</dt>
          <dd style={{ margin: 0, fontWeight: 700 }}>{format.number(value)}</dd>
        </Box>
      ))}
    </Box>
  );
}

const FIGURES = ['open', 'overdue', 'dueSoon', 'atRest', 'held'] as const;

function Units({ weekly: { byUnit, otherUnits, now }, format }: PartProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const rows = [
    ...byUnit.map((unit) => ({ ...unit, title: localName(unit.name) })),
    ...(otherUnits === null ? [] : [{ ...otherUnits, key: 'others', title: translate('supervision.weekly.otherUnits', { n: format.number(otherUnits.units) }) }]),
    { ...now, key: 'all', title: translate('supervision.weekly.all') },
  ];
  return (
    <Table
      title={translate('supervision.weekly.byUnit')}
      head={[translate('supervision.group.unit'), ...FIGURES.map((figure) => translate(`supervision.weekly.figure.${figure}`))]}
      widths={['auto', ...FIGURES.map(() => '11%')]}
    >
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{row.title}</th>
          {FIGURES.map((figure) => <td key={figure} className="n">{format.number(row[figure])}</td>)}
        </tr>
      ))}
    </Table>
  );
}

function Longest({ weekly: { longest }, format }: PartProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  if (longest.length === 0) return null;
  return (
    <Table
      title={translate('supervision.weekly.longest')}
      head={[translate('supervision.weekly.subject'), translate('supervision.group.step'), translate('supervision.weekly.with'), translate('supervision.weekly.lateFor')]}
      widths={['auto', '20%', '28%', '14%']}
    >
      {longest.map((item) => (
        <tr key={`${item.letterId} ${item.taskId}`}>
          <th scope="row">{[item.receiveNo ?? item.letterNo ?? '', item.subject ?? translate('item.sealedSubject')].filter((text) => text !== '').map(format.digits).join(' · ')}</th>
          <td>{localName(item.nodeName)}</td>
          <td>{item.persons.map(({ name }) => localName(name)).join(', ')}</td>
          <td>{item.late === null ? '' : writeSpan(item.late, translate, format)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Unregistered({ weekly: { unregistered }, format }: PartProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  if (unregistered.length === 0) return null;
  return (
    <Table
      title={translate('supervision.weekly.unregistered')}
      head={[translate('supervision.weekly.subject'), translate('supervision.others.receiver'), translate('supervision.weekly.sentOn'), translate('supervision.weekly.phone')]}
      widths={['auto', '28%', '14%', '18%']}
    >
      {unregistered.map((item) => (
        <tr key={item.deliveryId}>
          <th scope="row">{[item.letterNo ?? '', item.subject ?? translate('item.sealedSubject')].filter((text) => text !== '').map(format.digits).join(' · ')}</th>
          <td>{item.toOffice === null ? item.toName : localName(item.toOffice.name)}</td>
          <td>{format.date(item.sentAt)}</td>
          <td>{format.digits(item.phone)}</td>
        </tr>
      ))}
    </Table>
  );
}
