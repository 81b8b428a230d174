import { createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { createPool, withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import { findLedger, listLinked, listRoots, listUnlinked } from '#db/repositories/audit-ledger';
import type { Tx } from '#db/tx';
import { officeChain } from '#domain/audit/chain';
import { INSTALLATION_LEDGER } from '#domain/audit/ledger';
import { EXPORT_FORMAT, type ExportLine } from '#domain/audit/verify';
import { loadConfig } from '#platform/config';
import { sayReport, verifyFile } from '../verify-audit';

const STATEMENT_TIMEOUT_MS = 120_000;
const BATCH = 1_000;

/** `export-audit` writes an office's chain of audit events to a file; `verify-audit` checks such a file and needs nothing else. */
export function addAuditCommands(program: Command): void {
  program
    .command('export-audit <office>')
    .description(`write an office's chained audit events with the signed roots to a file (office: its code, or "${INSTALLATION_LEDGER}" for signing in and the like)`)
    .requiredOption('--out <file>', 'where to write it')
    .action(exportAudit);
  program
    .command('verify-audit <file>')
    .description('check an exported file without a database: names the first event that was changed, dropped, added or moved; ends with 1 where there is one')
    .option('--key <file>', 'public key (PEM) that must have signed the roots; without it signatures are not checked')
    .action(async (file: string, { key }: { key?: string }) => {
      const report = await verifyFile(file, key === undefined ? null : readFileSync(key, 'utf8'));
      sayReport(report, { isSigned: key !== undefined });
      if (report.broken !== null) process.exitCode = 1;
    });
}

async function exportAudit(office: string, { out }: { out: string }): Promise<void> {
  const pool = createPool(loadConfig().database.url, { max: 2, applicationName: 'saraban-cli', statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  try {
    const ledger = await findLedger(pool, office);
    if (ledger === null) throw new Error(`There is no office with the code ${office}`);
    const at = new Date().toISOString();
    if (ledger !== INSTALLATION_LEDGER) {
      await withTransaction(pool, (tx) =>
        recordAudit(tx, { chain: officeChain(ledger), officeId: ledger, kind: 'audit.exported', data: { format: 'jsonl' }, personId: null, postId: null, at }));
    }
    await pipeline(Readable.from(toText(exportLedger(pool, ledger, at))), createWriteStream(out, { mode: 0o600 }));
    console.error(`Written to ${out}. Check it anywhere with: saraban verify-audit ${out} --key audit-key.pub.pem`);
  } finally {
    await pool.end();
  }
}

async function* toText(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** The lines of an export: linked events in order, each root behind the event it was signed at, then what is not linked yet. */
export async function* exportLedger(tx: Tx, ledger: string, exportedAt: string): AsyncGenerator<ExportLine> {
  yield { type: 'head', format: EXPORT_FORMAT, ledger, exportedAt };
  const roots = [...(await listRoots(tx, ledger))];
  const counted = { events: 0, roots: 0 };
  for (let after = 0; ; after += BATCH) {
    const events = await listLinked(tx, { ledger, after, limit: BATCH });
    for (const event of events) {
      counted.events += 1;
      yield event;
      while (roots[0]?.seq === counted.events) {
        counted.roots += 1;
        yield { type: 'root', root: roots.shift()! };
      }
    }
    if (events.length < BATCH) break;
  }
  // Roots that cover more than there is stay to be read: whoever verifies must learn that events are missing.
  for (const root of roots) {
    counted.roots += 1;
    yield { type: 'root', root };
  }
  for (const event of await listUnlinked(tx, ledger)) {
    counted.events += 1;
    yield event;
  }
  yield { type: 'end', ...counted };
}
