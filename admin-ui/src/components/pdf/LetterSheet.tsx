import { Box } from '@mui/material';
import type { Urgency } from '#domain/letter/vocabulary';
import { formatDate } from '#domain/thai/dates';
import { toThaiDigits } from '#domain/thai/digits';
import { useTranslate } from 'react-admin';
import { useNow } from '../../hooks/use-now';

export type SheetText = {
  readonly urgency: Urgency;
  readonly isMemo: boolean;
  readonly stem: string;
  readonly agency: string;
  readonly subject: string;
  readonly toText: string;
  readonly references: readonly { readonly letterNo: string; readonly date: string | null }[];
  readonly enclosures: readonly string[];
  readonly body: string;
};

const URGENCY_PRINTED: { readonly [K in Urgency]: string } = { normal: '', urgent: 'ด่วน', very_urgent: 'ด่วนมาก', most_urgent: 'ด่วนที่สุด', urgent_by: 'ด่วนภายใน' };

/** The draft as it will look on paper, near enough to judge it while typing; the system sets the real one. Always in Thai. */
export function LetterSheet({ text }: { readonly text: SheetText }) {
  const translate = useTranslate();
  // The day is left open: it is the day of the number.
  const month = formatDate(new Date(useNow()).toISOString(), 'letter').replace(/^\S+/, '      ');
  const line = (label: string, value: string) => (value === '' ? null : (
    <Box sx={{ display: 'flex', gap: 1.5, mt: '6px' }}><span style={{ flexShrink: 0 }}>{label}</span><span>{toThaiDigits(value)}</span></Box>
  ));
  const paragraphs = text.body.split(/\n+/).filter((each) => each.trim() !== '');
  return (
    <Box
      lang="th"
      aria-label={translate('compose.preview')}
      role="group"
      sx={{
        bgcolor: '#fff', color: '#111', boxShadow: 2, mx: 'auto', width: '100%', maxWidth: 640, minHeight: 560, p: 'clamp(20px, 9%, 60px)',
        pr: 'clamp(16px, 6%, 40px)', fontSize: '0.98rem', lineHeight: 1.55, position: 'relative', overflowWrap: 'anywhere',
        // A watermark, not a text.
        '&::after': { content: '"ร่าง"', position: 'absolute', top: '40%', left: 0, right: 0, textAlign: 'center', fontSize: '5rem', color: '#0001', fontWeight: 700, transform: 'rotate(-25deg)', pointerEvents: 'none' },
      }}
    >
      {URGENCY_PRINTED[text.urgency] === '' ? null : <Box sx={{ color: '#b00020', fontWeight: 700, fontSize: '1.5rem', lineHeight: 1.2 }}>{URGENCY_PRINTED[text.urgency]}</Box>}
      {text.isMemo ? <Box sx={{ textAlign: 'center', fontSize: '1.6rem', fontWeight: 700 }}>บันทึกข้อความ</Box> : null}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mt: 1 }}>
        <span style={{ whiteSpace: 'pre' }}>ที่ {toThaiDigits(text.stem)}</span>
        <Box component="span" sx={{ textAlign: 'left' }}>{text.agency}</Box>
      </Box>
      <Box sx={{ pl: '50%', mt: '6px', whiteSpace: 'pre' }}>{month}</Box>
      {line('เรื่อง', text.subject)}
      {line('เรียน', text.toText)}
      {text.references.length === 0 ? null : line('อ้างถึง', text.references.map(({ letterNo, date }) => `${letterNo}${date === null ? '' : ` ลงวันที่ ${formatDate(date, 'letter')}`}`).join(' และ '))}
      {text.enclosures.length === 0 ? null : line('สิ่งที่ส่งมาด้วย', text.enclosures.map((each, at) => (text.enclosures.length === 1 ? each : `${at + 1}. ${each}`)).join('  '))}
      <Box sx={{ mt: '10px' }}>
        {paragraphs.length === 0 ? <Box sx={{ color: '#595959' }}>{translate('compose.previewEmpty')}</Box> : paragraphs.map((each, at) => <p key={at} style={{ textIndent: '2.5em', margin: '0 0 6px' }}>{toThaiDigits(each)}</p>)}
      </Box>
      {text.isMemo ? null : <Box sx={{ pl: '50%', mt: '12px' }}>ขอแสดงความนับถือ</Box>}
    </Box>
  );
}
