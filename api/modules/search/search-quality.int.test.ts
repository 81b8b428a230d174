/**
 * How well letters are found: some hundreds of queries, as clerks type them, over 20,000 letters. What belongs to a query is known from what each letter
 * was made of, before it was spelled anyhow and stored; nothing of the search has a part in it.
 */
import { CORPUS_LAST, type CorpusLetter, createRandom, insertCorpus, makeCorpus, spellAnyhow, withoutTermsIndex } from '#db/seeds/corpus';
import { DISTRICTS, INSIDE, PURPOSES, SENDERS, SIGNERS, TOPICS } from '#db/seeds/corpus-words';
import { listFoundIds } from '#db/repositories/letter-search';
import { findReader, type Reader } from '#db/repositories/readers';
import { personId } from '#db/seeds/demo';
import { bangkokInstant, yearBe } from '#domain/thai/dates';
import { toThaiDigits } from '#domain/thai/digits';
import { readLetters } from '#test/support/read-letters';
import { openTestApp, type TestApp } from '#test/support/test-app';
import { toSearch } from './search.service';

jest.setTimeout(300_000);
const LETTERS = 20_000;
const SEED = 2569;
/** Wednesday; the last letter came two days before. */
const NOW = bangkokInstant('2026-11-22', '09:00');

type Labelled = { readonly kind: string; readonly q: string; readonly isRight: (letter: CorpusLetter) => boolean };
type Measured = Labelled & { readonly precision: number; readonly recall: number; readonly found: number; readonly right: number };

const corpus = [...makeCorpus({ n: LETTERS, seed: SEED })].filter(({ office }) => office === 'ops');
const random = createRandom(SEED + 7);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const tight = (text: string): string => text.replaceAll(' ', '');
const wordsOf = new Map<string, string>();
const headingOf = ({ subject, sender, signer, isIncoming }: CorpusLetter): string =>
  tight([subject, sender?.name ?? '', signer ?? '', signer === null ? '' : 'ผู้อำนวยการสำนัก', isIncoming ? 'หัวหน้าส่วนราชการ' : 'ผู้ว่าราชการจังหวัดทุกจังหวัด'].join('|'));
/** All that can be read of a letter, without the spaces that are written by taste. */
const readableOf = (letter: CorpusLetter): string => {
  const known = wordsOf.get(letter.id) ?? `${headingOf(letter)}|${tight(letter.text)}`;
  wordsOf.set(letter.id, known);
  return known;
};
const says = (fragment: string) => (letter: CorpusLetter): boolean => readableOf(letter).includes(tight(fragment));
const all = (...rules: readonly ((letter: CorpusLetter) => boolean)[]) => (letter: CorpusLetter): boolean => rules.every((rule) => rule(letter));
const within = (from: string, to: string) => ({ day, letterDay }: CorpusLetter): boolean => [day, letterDay].some((each) => each >= from && each <= to);
const times = <T>(n: number, make: (index: number) => T): readonly T[] => Array.from({ length: n }, (_, index) => make(index));
const sameNumber = (one: CorpusLetter) => ({ number }: CorpusLetter): boolean =>
  number.agency === one.number.agency && number.unit === one.number.unit && number.isCircular === one.number.isCircular && number.seq === one.number.seq;

/** Ways to write a number on the telephone's pad. */
const WAYS: readonly ((letter: CorpusLetter) => string)[] = [
  ({ number: { agency, unit, isCircular, seq } }) => `${agency} ${unit}/${isCircular ? 'ว ' : ''}${seq}`,
  ({ number: { agency, unit, isCircular, seq } }) => `${agency}${unit}/${isCircular ? 'ว' : ''}${seq}`,
  ({ number: { agency, unit, isCircular, seq } }) => toThaiDigits(`ที่ ${agency} ${unit}/${isCircular ? 'ว' : ''}${seq}`),
  ({ number: { agency, unit, isCircular, seq } }) => `ที่ ${agency} ${unit} / ${isCircular ? 'ว ' : ''}${seq}`,
];
/** Parts of what letters are about, as somebody remembers them. */
const FRAGMENTS: readonly string[] = [
  'ภัยแล้ง', 'อุทกภัย', 'ครุภัณฑ์', 'คอนกรีต', 'น้ำท่วม', 'สารบรรณ', 'ความโปร่งใส', 'เดินทางไปราชการ', 'งบประมาณ', 'เงินอุดหนุน', 'พัสดุ', 'เครื่องราช', 'ไข้เลือดออก', 'วัคซีน', 'อุบัติเหตุ',
  'ขยะ', 'หมอกควัน', 'แผ่นดินไหว', 'โฉนด', 'ป่าสงวน', 'โรงแรม', 'อาวุธปืน', 'ยาเสพติด', 'บัตรประจำตัว', 'สัญชาติ', 'ต่างด้าว', 'ผลิตภัณฑ์', 'เศรษฐกิจพอเพียง', 'ท่องเที่ยว', 'โบราณสถาน',
  'สะพาน', 'ประปา', 'ผังเมือง', 'สุกร', 'บังคับคดี', 'เวนคืน', 'ภาษีป้าย', 'ไซเบอร์', 'ทะเบียนราษฎร', 'ลายมือชื่อ',
];
const MONTHS = [['ต.ค. 2568', '2025-10-01', '2025-10-31'], ['มกราคม 2569', '2026-01-01', '2026-01-31'], ['เดือนที่แล้ว', '2026-10-01', '2026-10-31'], ['ปี 2567', '2024-01-01', '2024-12-31'],
  ['ปีงบประมาณ 2568', '2024-10-01', '2025-09-30'], ['ปีที่แล้ว', '2025-01-01', '2025-12-31'], ['3 เดือนที่ผ่านมา', '2026-08-22', '2026-11-22'], ['ตั้งแต่ 1 มี.ค. 66 ถึง 30 เม.ย. 66', '2023-03-01', '2023-04-30']] as const;

function makeQueries(): readonly Labelled[] {
  return [
    ...times(40, (n) => {
      const letter = pick(corpus);
      return { kind: 'whole number', q: WAYS[n % WAYS.length]!(letter), isRight: sameNumber(letter) };
    }),
    ...times(20, () => {
      const letter = pick(corpus);
      const { unit, isCircular, seq } = letter.number;
      return { kind: 'number without the ministry', q: `${unit}/${isCircular ? 'ว' : ''}${seq}`, isRight: ({ number }: CorpusLetter) => number.unit === unit && number.isCircular === isCircular && number.seq === seq };
    }),
    ...times(15, () => {
      const { number: { seq } } = pick(corpus.filter(({ number }) => number.isCircular));
      return { kind: 'short circular', q: pick([`ว ${seq}`, `ว${seq}`, toThaiDigits(`ว ${seq}`)]), isRight: ({ number }: CorpusLetter) => number.isCircular && number.seq === seq };
    }),
    ...times(20, () => {
      const { receiveNo, day } = pick(corpus.filter((letter) => letter.receiveNo !== null));
      const year = yearBe(day);
      return { kind: 'receive number', q: pick([`เลขรับ ${receiveNo}/${year}`, toThaiDigits(`รับที่ ${receiveNo}/${year}`)]), isRight: (letter: CorpusLetter) => letter.receiveNo === receiveNo && yearBe(letter.day) === year };
    }),
    ...times(15, () => {
      const { number: { seq } } = pick(corpus);
      return { kind: 'only digits', q: pick([`${seq}`, toThaiDigits(`${seq}`)]), isRight: (letter: CorpusLetter) => letter.number.seq === seq || letter.receiveNo === seq };
    }),
    ...TOPICS.map((topic) => ({ kind: 'subject', q: spellAnyhow(topic, random()), isRight: says(topic) })),
    ...FRAGMENTS.map((fragment) => ({ kind: 'fragment of the subject', q: spellAnyhow(fragment, random() * 0.8), isRight: says(fragment) })),
    ...times(20, () => {
      const [topic, district] = [pick(TOPICS), pick(DISTRICTS)];
      return { kind: 'subject and place', q: `${topic.replace('การ', '')} ${district}`, isRight: all(says(topic.replace('การ', '')), says(district)) };
    }),
    ...SENDERS.map(({ name }) => ({ kind: 'sender', q: name, isRight: says(name) })),
    ...times(20, () => {
      const [{ name }, purpose] = [pick(SENDERS), pick(PURPOSES)];
      return { kind: 'sender and purpose', q: `จาก ${name} ${purpose}`, isRight: all(says(name), says(purpose)) };
    }),
    ...SIGNERS.map((name) => ({ kind: 'signer', q: name.split(' ')[1]!, isRight: says(name.split(' ')[1]!) })),
    ...INSIDE.map((words) => ({ kind: 'inside the files', q: words, isRight: says(words) })),
    ...times(32, (n) => {
      const [words, from, to] = MONTHS[n % MONTHS.length]!;
      const topic = pick(TOPICS);
      return { kind: 'days and subject', q: n % 2 === 0 ? `${words} ${topic}` : `${topic} ${words}`, isRight: all(says(topic), within(from, to)) };
    }),
    ...times(12, () => {
      const letter = pick(corpus.filter(({ district }) => district !== null));
      const phrase = `${letter.topic} อำเภอ${letter.district}`;
      return { kind: 'phrase in quotation marks', q: `"${phrase}"`, isRight: says(phrase) };
    }),
    ...times(10, () => {
      const { name } = pick(SENDERS);
      return { kind: 'urgency and sender', q: `ด่วนที่สุด ${name}`, isRight: all(says(name), ({ urgency }) => urgency === 'most_urgent') };
    }),
  ];
}

let app: TestApp;
let reader: Reader;
beforeAll(async () => {
  app = await openTestApp();
  await withoutTermsIndex(app.pool, async () => {
    await insertCorpus(app.pool, makeCorpusAgain(), SEED);
    await readLetters(app.pool);
  });
  reader = (await findReader(app.pool, { personId: personId('ops', 'registry-clerk'), at: NOW }))!;
});
afterAll(() => app.close());

/** The very letters of the labels, ids included, and those of another office between them. */
function* makeCorpusAgain(): Generator<CorpusLetter> {
  let at = 0;
  for (const letter of makeCorpus({ n: LETTERS, seed: SEED })) yield letter.office === 'ops' ? corpus[at++]! : letter;
}

async function measure(query: Labelled): Promise<Measured> {
  const found = await listFoundIds(app.pool, { reader, earlierBookIds: [], search: toSearch({ q: query.q }, { at: NOW }), limit: LETTERS, after: null });
  const right = new Set(corpus.filter(query.isRight).map(({ id }) => id));
  const hits = found.filter(({ id }) => right.has(id)).length;
  return { ...query, found: found.length, right: right.size, precision: found.length === 0 ? (right.size === 0 ? 1 : 0) : hits / found.length, recall: right.size === 0 ? 1 : hits / right.size };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('of 300 queries and more over 20,000 letters, recall is at least 0.95 and precision at least 0.9, in each kind and in all', async () => {
  expect(CORPUS_LAST < NOW.slice(0, 10)).toBe(true);
  const queries = makeQueries();
  expect(queries.length).toBeGreaterThanOrEqual(300);
  const measured: Measured[] = [];
  for (const query of queries) measured.push(await measure(query));
  const kinds = [...new Set(measured.map(({ kind }) => kind))].map((kind) => {
    const own = measured.filter((each) => each.kind === kind);
    return { kind, queries: own.length, recall: mean(own.map(({ recall }) => recall)), precision: mean(own.map(({ precision }) => precision)) };
  });
  const whole = { kind: 'all', queries: measured.length, recall: mean(measured.map(({ recall }) => recall)), precision: mean(measured.map(({ precision }) => precision)) };
  process.stdout.write(`${[...kinds, whole].map(({ kind, queries: n, recall, precision }) => `${kind.padEnd(30)} ${String(n).padStart(4)} queries  recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}`).join('\n')}\n`);
  const poor = measured.filter(({ recall, precision }) => recall < 0.8 || precision < 0.8).map(({ q, found, right, recall, precision }) => ({ q, found, right, recall, precision }));
  if (poor.length > 0) process.stdout.write(`poorly answered: ${JSON.stringify(poor)}\n`);
  // A label that fits nothing measures nothing.
  expect(measured.filter(({ right }) => right > 0).length).toBeGreaterThanOrEqual(300);
  expect(whole.recall).toBeGreaterThanOrEqual(0.95);
  expect(whole.precision).toBeGreaterThanOrEqual(0.9);
  for (const { recall, precision } of kinds) {
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeGreaterThanOrEqual(0.85);
  }
});
