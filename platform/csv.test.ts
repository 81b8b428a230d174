import { text } from 'node:stream/consumers';
import { writeCsv } from './csv';

async function* batches(): AsyncGenerator<readonly (readonly [string, number | null])[]> {
  yield [['ที่ มท 0210/1', 1], ['a "quoted", text\nwith a line', null]];
  yield [['=HYPERLINK("http://x")', -2]];
}

test('texts are quoted, numbers stay numbers, formulas are disarmed, and the text is marked as UTF-8', async () => {
  const csv = await text(writeCsv({ columns: [{ header: 'เลขที่', value: ([no]) => no }, { header: 'n', value: ([, n]) => n }], batches: batches() }));
  expect(csv).toBe('\ufeff"เลขที่","n"\r\n"ที่ มท 0210/1",1\r\n"a ""quoted"", text\nwith a line",\r\n"\'=HYPERLINK(""http://x"")",-2\r\n');
});
