import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chainEvent, letterChain, officeChain, sessionChain, type ChainedEvent } from './chain';
import { linkHash, rootText, type SignedRoot } from './ledger';
import { createLedgerVerifier, EXPORT_FORMAT, type ExportedEvent, type ExportLine, type LedgerReport } from './verify';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const key = generateKeyPairSync('ed25519');
const OFFICE = 'o';

/** Events of two letters, the office and a session that also looks into another office. */
function events(): ChainedEvent[] {
  const ends = new Map<string, { seq: number; hash: string }>();
  const add = (chain: string, n: number, skip = 0): ChainedEvent => {
    const end = ends.get(chain) ?? { seq: 0, hash: '' };
    const made = chainEvent(
      {
        chain, seq: end.seq + 1 + skip, at: `2026-11-21T00:00:0${n}.000Z`, officeId: OFFICE, personId: 'p', postId: null, kind: 'letter.act', data: { n },
        prevHash: skip === 0 ? end.hash : 'of an event in another ledger',
      },
      sha256,
    );
    ends.set(chain, made);
    return made;
  };
  return [
    add(letterChain('a'), 1), add(letterChain('b'), 2), add(officeChain(OFFICE), 3), add(letterChain('a'), 4), add(sessionChain('s'), 5), add(sessionChain('s'), 6, 2), add(letterChain('b'), 7),
  ];
}

/** All events but the last linked, a root over the first four. */
function exported(): ExportLine[] {
  const lines: ExportLine[] = [{ type: 'head', format: EXPORT_FORMAT, ledger: OFFICE, exportedAt: '2026-11-21T01:00:00.000Z' }];
  let prevHash = '';
  for (const [index, event] of events().entries()) {
    const seq = index + 1;
    const hash = linkHash({ ledger: OFFICE, seq, eventHash: event.hash, prevHash }, sha256);
    lines.push({ type: 'event', link: seq < 7 ? { seq, hash } : null, event });
    prevHash = hash;
    if (seq === 4) lines.push({ type: 'root', root: signed({ ledger: OFFICE, seq, hash, at: '2026-11-21T00:30:00.000Z', keyId: 'k' }) });
  }
  return [...lines, { type: 'end', events: 7, roots: 1 }];
}
const signed = (root: Omit<SignedRoot, 'signature'>): SignedRoot => ({ ...root, signature: sign(null, Buffer.from(rootText(root)), key.privateKey).toString('base64') });

function read(lines: readonly ExportLine[]): LedgerReport {
  const verifier = createLedgerVerifier({
    sha256, checkSignature: ({ text, signature, keyId }) => keyId === 'k' && verify(null, Buffer.from(text), key.publicKey, Buffer.from(signature, 'base64')),
  });
  for (const line of lines) verifier.take(line);
  return verifier.report();
}
/** The n-th event line with changes. */
const changed = (lines: ExportLine[], n: number, change: (line: ExportedEvent) => ExportLine): ExportLine[] =>
  lines.map((line) => (line.type === 'event' && line.event.at.endsWith(`0${n}.000Z`) ? change(line) : line));
const place = (n: number): number => exported().findIndex((line) => line.type === 'event' && line.event.at.endsWith(`0${n}.000Z`));
const numbered = (lines: readonly ExportLine[]): ExportLine[] => lines.map((line) => (line.type === 'end' ? { ...line, events: lines.filter(({ type }) => type === 'event').length } : line));
/** Links made anew from the events as they stand, as somebody would who can write to the database. */
function relinked(lines: readonly ExportLine[]): ExportLine[] {
  let [seq, prevHash] = [0, ''];
  return lines.map((line) => {
    if (line.type !== 'event' || line.link === null) return line;
    seq += 1;
    prevHash = linkHash({ ledger: OFFICE, seq, eventHash: line.event.hash, prevHash }, sha256);
    return { ...line, link: { seq, hash: prevHash } };
  });
}

test('an export as written is whole, and says what is sealed, what is only chained and what is neither', () => {
  expect(read(exported())).toEqual({ ledger: OFFICE, events: 7, roots: 1, sealed: 4, linked: 2, unlinked: 1, sealedAt: '2026-11-21T00:30:00.000Z', broken: null });
});

test.each<[string, (lines: ExportLine[]) => ExportLine[], { why: string; at?: number }]>([
  ['changed', (lines) => changed(lines, 4, (line) => ({ ...line, event: { ...line.event, data: { n: 5 } } })), { why: 'content', at: 4 }],
  ['changed with its own hash', (lines) => changed(lines, 4, (line) => ({ ...line, event: chainEvent({ ...line.event, data: { n: 5 } }, sha256) })), { why: 'ledger', at: 4 }],
  ['changed and all links made anew', (lines) => relinked(changed(lines, 4, (line) => ({ ...line, event: chainEvent({ ...line.event, data: { n: 5 } }, sha256) }))), { why: 'root' }],
  ['changed in the middle of its chain, after the last root', (lines) => relinked(changed(lines, 2, (line) => ({ ...line, event: chainEvent({ ...line.event, data: {} }, sha256) }))).filter(({ type }) => type !== 'root'), { why: 'chain', at: 7 }],
  ['dropped', (lines) => numbered(lines.toSpliced(place(3), 1)), { why: 'ledger', at: 4 }],
  ['dropped from a letter and all links made anew', (lines) => numbered(relinked(lines.toSpliced(place(1), 1))), { why: 'chain', at: 4 }],
  ['dropped at the end of the sealed part', (lines) => numbered(relinked(lines.toSpliced(place(4), 1))), { why: 'root' }],
  ['swapped with the next', (lines) => { const at = place(5); return lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!); }, { why: 'ledger', at: 6 }],
  ['doubled', (lines) => numbered(relinked(lines.toSpliced(place(5), 0, lines[place(5)]!))), { why: 'chain', at: 5 }],
  ['of another office put in', (lines) => relinked(changed(lines, 3, (line) => ({ ...line, event: chainEvent({ ...line.event, officeId: 'other' }, sha256) }))), { why: 'ledger', at: 3 }],
  ['without its link before one that has it', (lines) => changed(lines, 5, (line) => ({ ...line, link: null })), { why: 'ledger', at: 6 }],
  ['without a chain', (lines) => changed(lines, 2, (line) => ({ ...line, event: { ...line.event, chain: undefined as unknown as string } })), { why: 'form' }],
])('an event %s is found at its place', (_name, tamper, { why, at }) => {
  const { broken } = read(tamper(exported()));
  expect(broken?.why).toBe(why);
  expect(broken?.event?.at ?? null).toBe(at === undefined ? null : `2026-11-21T00:00:0${at}.000Z`);
});

const root = (change: Partial<SignedRoot>) => (lines: ExportLine[]): ExportLine[] => lines.map((line) => (line.type === 'root' ? { ...line, root: { ...line.root, ...change } } : line));
test.each<[string, (lines: ExportLine[]) => ExportLine[], string]>([
  ['by another key', root({ keyId: 'mine' }), 'signature'],
  ['at another time', root({ at: '2026-11-20T00:00:00.000Z' }), 'signature'],
  ['not at all', root({ signature: undefined as unknown as string }), 'form'],
  ['over another ledger', root({ ledger: 'other' }), 'root'],
  ['over another place', root({ seq: 3 }), 'root'],
  ['over another chain', root({ hash: sha256('other') }), 'root'],
])('a root signed %s is refused', (_name, tamper, why) => {
  expect(read(tamper(exported())).broken).toMatchObject({ why });
});

test.each<[string, (lines: ExportLine[]) => ExportLine[], string]>([
  ['breaks off', (lines) => lines.slice(0, -1), 'end'],
  ['is empty', () => [], 'end'],
  ['has lost its tail, though its last line is there', (lines) => lines.toSpliced(-2, 1), 'end'],
  ['has lost a root, though its last line is there', (lines) => lines.filter(({ type }) => type !== 'root'), 'end'],
  ['goes on after its last line', (lines) => [...lines, lines[1]!], 'form'],
  ['does not begin with its head', (lines) => lines.slice(1), 'form'],
  ['has a second head', (lines) => lines.toSpliced(2, 0, lines[0]!), 'form'],
  ['is of another form', (lines) => lines.with(0, { ...(lines[0] as Extract<ExportLine, { type: 'head' }>), format: 'saraban-audit/9' }), 'form'],
  ['holds a line of an unknown type', (lines) => lines.with(2, { type: 'toString' } as unknown as ExportLine), 'form'],
  ['holds a line that is nothing', (lines) => lines.with(2, null as unknown as ExportLine), 'form'],
])('a file that %s is refused', (_name, tamper, why) => {
  expect(read(tamper(exported())).broken).toMatchObject({ why, event: null });
});

test('nothing is read after the first break', () => {
  const lines = changed(changed(exported(), 2, (line) => ({ ...line, event: { ...line.event, data: {} } })), 5, (line) => ({ ...line, event: { ...line.event, data: {} } }));
  expect(read(lines)).toMatchObject({ events: 1, broken: { line: 3, event: { chain: letterChain('b'), seq: 1, kind: 'letter.act' } } });
});
