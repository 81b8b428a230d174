#!/usr/bin/env node
/**
 * Verifies an export of the audit trail: `node --conditions=production dist/cli/verify-audit.js <file> [public key]`. Needs Node,
 * `dist` and `package.json`; no packages, no database, nothing of the running system: an auditor takes those along.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createSignatureCheck } from '#platform/audit-key';
import { createLedgerVerifier, type BreakReason, type ExportLine, type LedgerReport } from '#domain/audit/verify';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads an exported file. `publicKey`: PEM; null: signatures are not checked. */
export async function verifyFile(path: string, publicKey: string | null): Promise<LedgerReport> {
  const verifier = createLedgerVerifier({ sha256, checkSignature: publicKey === null ? () => true : createSignatureCheck(publicKey) });
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) verifier.take(parse(text));
  return verifier.report();
}

function parse(text: string): ExportLine {
  try {
    return JSON.parse(text) as ExportLine;
  } catch {
    // No line of ours: the verifier says so, with its number.
    return { type: 'unreadable' } as unknown as ExportLine;
  }
}

const REASONS: { readonly [R in BreakReason]: string } = {
  form: 'the line is not of the form of an export',
  content: 'the event was changed: it does not have the hash that stands with it',
  ledger: "the office's chain is interrupted: an event was changed, dropped, added or moved here",
  chain: 'the chain of the letter, session or office that it belongs to is interrupted',
  root: 'a signed root does not fit the events before it: some were changed, dropped or added',
  signature: 'a root was not signed by the key given',
  end: 'the file breaks off, or events were taken out at its end',
};

/** Prints what was found: a sentence for people on stderr, the report as JSON on stdout. */
export function sayReport(report: LedgerReport, { isSigned }: { readonly isSigned: boolean }): void {
  const { broken, sealed, linked, unlinked, sealedAt } = report;
  if (broken !== null) {
    const event = broken.event === null ? '' : ` Event: ${broken.event.kind} of ${broken.event.at}, number ${broken.event.seq} of ${broken.event.chain}.`;
    console.error(`BROKEN at line ${broken.line}: ${REASONS[broken.why]}.${event}`);
  } else {
    console.error(`Whole. ${sealed} events are sealed${sealedAt === null ? '' : ` (last root ${sealedAt})`}, ${linked} after them are chained but not yet signed, ${unlinked} at the end are not yet chained.`);
  }
  if (!isSigned) console.error('Signatures were not checked: no public key was given.');
  console.log(JSON.stringify(report));
}

async function main(): Promise<void> {
  const [file, key] = process.argv.slice(2);
  if (file === undefined) throw new Error('Which file? node verify-audit.js <file> [public key]');
  const report = await verifyFile(file, key === undefined ? null : readFileSync(key, 'utf8'));
  sayReport(report, { isSigned: key !== undefined });
  if (report.broken !== null) process.exitCode = 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
}
