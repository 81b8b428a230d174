/**
 * Verifies an export of a ledger line by line, with nothing else at hand: no database, no application. It names the first
 * event that does not fit and says how much stands behind a signature, how much is only chained, and how much not even that.
 */
import { chainEvent, type ChainedEvent, type Sha256 } from './chain';
import { ledgerOf, linkHash, rootText, type SignedRoot } from './ledger';

/** Version of the file's form. */
export const EXPORT_FORMAT = 'saraban-audit/1';

export type ExportHead = { readonly type: 'head'; readonly format: string; readonly ledger: string; readonly exportedAt: string };
/** `link` null: the sealer had not come to it yet. */
export type ExportedEvent = { readonly type: 'event'; readonly link: { readonly seq: number; readonly hash: string } | null; readonly event: ChainedEvent };
export type ExportedRoot = { readonly type: 'root'; readonly root: SignedRoot };
/** The last line: a file that was cut off has none. */
export type ExportEnd = { readonly type: 'end'; readonly events: number; readonly roots: number };
export type ExportLine = ExportHead | ExportedEvent | ExportedRoot | ExportEnd;

/**
 * `form`: a line that is none of the above, or in the wrong place. `content`: the event is not what was hashed. `ledger`: the office's chain
 * is interrupted. `chain`: the chain of its letter, session or office is. `root`: a signed root says something else. `signature`: it is not
 * signed by the key given. `end`: the file breaks off.
 */
export type BreakReason = 'form' | 'content' | 'ledger' | 'chain' | 'root' | 'signature' | 'end';
export type LedgerBreak = { readonly line: number; readonly why: BreakReason; readonly event: { readonly chain: string; readonly seq: number; readonly kind: string; readonly at: string } | null };
export type LedgerReport = {
  readonly ledger: string | null;
  readonly events: number;
  readonly roots: number;
  /** Events that a signed root covers, chained ones after it, and those that no link holds yet. */
  readonly sealed: number;
  readonly linked: number;
  readonly unlinked: number;
  /** Instant of the last signed root. */
  readonly sealedAt: string | null;
  readonly broken: LedgerBreak | null;
};
/** Whether `signature` over `text` was made by the key of that id. */
export type CheckSignature = (args: { readonly text: string; readonly signature: string; readonly keyId: string }) => boolean;

type Tools = { readonly sha256: Sha256; readonly checkSignature: CheckSignature };
type Progress = {
  line: number;
  ledger: string | null;
  linkSeq: number;
  linkHash: string;
  unlinked: number;
  roots: number;
  sealed: number;
  sealedAt: string | null;
  isEnded: boolean;
  readonly chains: Map<string, { readonly seq: number; readonly hash: string }>;
};

/** Takes the lines one after the other; `report()` at the end. After the first break nothing more is read. */
export function createLedgerVerifier(tools: Tools): { readonly take: (line: ExportLine) => void; readonly report: () => LedgerReport } {
  const progress: Progress = {
    line: 0, ledger: null, linkSeq: 0, linkHash: '', unlinked: 0, roots: 0, sealed: 0, sealedAt: null, isEnded: false, chains: new Map(),
  };
  let broken: LedgerBreak | null = null;
  return {
    take(line) {
      if (broken !== null) return;
      progress.line += 1;
      const why = checkLine(progress, line, tools);
      if (why !== null) broken = { line: progress.line, why, event: why !== 'form' && line.type === 'event' ? nameOf(line.event) : null };
    },
    report() {
      const { ledger, linkSeq, roots, sealed, sealedAt, unlinked, isEnded, line } = progress;
      if (broken === null && !isEnded) broken = { line: line + 1, why: 'end', event: null };
      return { ledger, events: linkSeq + unlinked, roots, sealed, linked: linkSeq - sealed, unlinked, sealedAt, broken };
    },
  };
}

const nameOf = ({ chain, seq, kind, at }: ChainedEvent): LedgerBreak['event'] => ({ chain, seq, kind, at });

function checkLine(progress: Progress, line: ExportLine, tools: Tools): BreakReason | null {
  // A line of a file may be anything.
  if (line === null || (line.type === 'head') !== (progress.line === 1) || progress.isEnded) return 'form';
  const check = Object.hasOwn(CHECKS, line.type) ? (CHECKS[line.type] as Check<ExportLine>) : null;
  return check === null ? 'form' : check(progress, line, tools);
}

type Check<L extends ExportLine> = (progress: Progress, line: L, tools: Tools) => BreakReason | null;
const CHECKS: { readonly [T in ExportLine['type']]: Check<Extract<ExportLine, { type: T }>> } = {
  head(progress, { format, ledger }) {
    if (format !== EXPORT_FORMAT || typeof ledger !== 'string') return 'form';
    progress.ledger = ledger;
    return null;
  },
  event: checkEvent,
  root: checkRoot,
  end(progress, { events, roots }) {
    progress.isEnded = true;
    return events === progress.linkSeq + progress.unlinked && roots === progress.roots ? null : 'end';
  },
};

function checkEvent(progress: Progress, { event, link }: ExportedEvent, { sha256 }: Tools): BreakReason | null {
  if (typeof event?.chain !== 'string' || typeof event.hash !== 'string' || !Number.isInteger(event.seq)) return 'form';
  if (chainEvent(event, sha256).hash !== event.hash) return 'content';
  const { ledger } = progress;
  if (ledger === null || ledgerOf(event.officeId) !== ledger) return 'ledger';
  if (!continues(progress, event)) return 'chain';
  progress.chains.set(event.chain, { seq: event.seq, hash: event.hash });
  if (link === null) {
    progress.unlinked += 1;
    return null;
  }
  // What is chained comes first: behind an event without a link no link can stand.
  const seq = progress.linkSeq + 1;
  const hash = linkHash({ ledger, seq, eventHash: event.hash, prevHash: progress.linkHash }, sha256);
  if (progress.unlinked > 0 || link.seq !== seq || link.hash !== hash) return 'ledger';
  progress.linkSeq = seq;
  progress.linkHash = hash;
  return null;
}

/** A session's chain goes through the ledgers of several offices: there it only moves forward. The others lie whole in one. */
function continues({ chains }: Progress, { chain, seq, prevHash }: ChainedEvent): boolean {
  const before = chains.get(chain) ?? { seq: 0, hash: '' };
  if (seq === before.seq + 1) return prevHash === before.hash;
  return chain.startsWith('session/') && seq > before.seq;
}

function checkRoot(progress: Progress, { root }: ExportedRoot, { checkSignature }: Tools): BreakReason | null {
  if (typeof root?.signature !== 'string') return 'form';
  if (root.ledger !== progress.ledger || root.seq !== progress.linkSeq || root.hash !== progress.linkHash) return 'root';
  if (!checkSignature({ text: rootText(root), signature: root.signature, keyId: root.keyId })) return 'signature';
  progress.roots += 1;
  progress.sealed = root.seq;
  progress.sealedAt = root.at;
  return null;
}
