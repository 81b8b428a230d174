import type { DecisionTable } from '../model';
import { tableToCsv } from './table-csv';
import { tableToDmn } from './table-dmn';

const table: DecisionTable = {
  hitPolicy: 'first', inputs: ['urgency', 'amount', 'dateAsked'], outputs: ['isCircular', 'subjectClass'],
  rules: [
    { id: 'r1', when: [{ operator: 'in', value: ['urgent', 'very_urgent'] }, { operator: '>', value: 500_000 }, null], then: [true, 'a<b & "c"'] },
    { id: 'r2', when: [null, null, { operator: '<=', value: '2026-04-13' }], then: [null, '=1+1'] },
  ],
};
const words = { lang: 'th', value: (_fact: string, value: string) => ({ urgent: 'ด่วน', very_urgent: 'ด่วนมาก' })[value] ?? value } as const;

describe('as CSV', () => {
  const csv = tableToCsv(table, words);

  test('a row a rule, in the words of the screen, with codes in the heading', () => {
    expect(csv.split('\r\n')).toEqual([
      '\u{FEFF}#,ชั้นความเร็ว [urgency],วงเงิน (บาท) [amount],วันที่ขอให้ตอบ [dateAsked],เป็นหนังสือเวียน [isCircular],หมวดเรื่อง [subjectClass]',
      '1,"ด่วน, ด่วนมาก",มากกว่า 500000,ทุกค่า,ใช่,"a<b & ""c"""',
      "2,ทุกค่า,ทุกค่า,ไม่หลัง 2026-04-13,–,'=1+1",
      '',
    ]);
  });

  test('an output that is no fact is called as the office calls it', () => {
    const routes: DecisionTable = { hitPolicy: 'first', inputs: ['kind'], outputs: ['route'], rules: [{ id: 'r', when: [null], then: ['incoming'] }] };
    const file = tableToCsv(routes, words, { route: { label: 'เส้นทาง', value: (code) => (code === 'incoming' ? 'หนังสือรับ' : String(code)) } });
    expect(file).toContain('เส้นทาง [route]');
    expect(file).toContain('หนังสือรับ');
  });
});

describe('as DMN 1.3', () => {
  const dmn = tableToDmn(table, { id: 'x', name: 'จำแนก & "ส่ง"' });

  test('carries hit policy, typed inputs and outputs, and rules in FEEL', () => {
    expect(dmn).toContain('xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"');
    expect(dmn).toContain('hitPolicy="FIRST"');
    expect(dmn).toContain('<inputExpression id="expression_2" typeRef="number"><text>amount</text></inputExpression>');
    expect(dmn).toContain('<output id="output_1" name="isCircular" label="เป็นหนังสือเวียน" typeRef="boolean"/>');
    expect(dmn).toContain('<inputEntry id="r1_in_1"><text>&quot;urgent&quot;, &quot;very_urgent&quot;</text></inputEntry>');
    expect(dmn).toContain('<inputEntry id="r1_in_2"><text>&gt; 500000</text></inputEntry>');
    expect(dmn).toContain('<inputEntry id="r2_in_3"><text>&lt;= date(&quot;2026-04-13&quot;)</text></inputEntry>');
    expect(dmn).toContain('<outputEntry id="r2_out_1"><text>null</text></outputEntry>');
  });

  test('every cell of every rule is there, and nothing breaks out of the XML', () => {
    expect(dmn.match(/<inputEntry /g)).toHaveLength(6);
    expect(dmn.match(/<outputEntry /g)).toHaveLength(4);
    expect(dmn).toContain('name="จำแนก &amp; &quot;ส่ง&quot;"');
    expect(dmn).toContain('a&lt;b &amp; \\&quot;c\\&quot;');
    const opened = [...dmn.matchAll(/<(\w+)(?:\s[^>]*[^/?])?>/g)].map(([, tag]) => tag).toSorted();
    const closed = [...dmn.matchAll(/<\/(\w+)>/g)].map(([, tag]) => tag).toSorted();
    expect(opened).toEqual(closed);
  });

  test('control characters, which no XML can hold, are left out; several values are a list', () => {
    expect(tableToDmn(table, { id: 'x', name: 'a\u0001b' })).toContain('name="ab"');
    const collecting: DecisionTable = { hitPolicy: 'collect', inputs: ['kind'], outputs: ['proposedInfoUnits'], rules: [{ id: 'r', when: [null], then: [['u1', 'u2']] }] };
    expect(tableToDmn(collecting, { id: 'x', name: 'x' })).toContain('<text>[&quot;u1&quot;, &quot;u2&quot;]</text>');
  });
});
