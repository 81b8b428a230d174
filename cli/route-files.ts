import { readFile } from 'node:fs/promises';
import { draftFromBpmn } from '#domain/route/exchange/from-bpmn';
import { sayReport } from '#domain/route/exchange/report';
import type { Route } from '#domain/route/model';
import { parseAndVerify } from '#domain/route/verify-schema';
import { readBpmn } from '#platform/bpmn';

/** Largest file that is read, in bytes. */
const MAX_BYTES = 2 * 1024 * 1024;

/** What a JSON or BPMN file holds, whatever it is. @throws Error for a file that is too large or neither */
export async function readRoute(file: string): Promise<unknown> {
  const content = await readText(file);
  return content.trimStart().startsWith('<') ? readFromBpmn(content) : parseJson(file, content, 'holds neither JSON nor BPMN');
}

/** What a JSON file holds. @throws Error for a file that is too large or no JSON */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(file, await readText(file), 'holds no JSON');
}

/** A route that has at least the shape of one. @throws Error saying what is missing */
export async function readWhole(file: string): Promise<Route> {
  const { route, findings } = parseAndVerify(await readRoute(file));
  if (route === null) throw new Error(`${file} does not hold a route: ${findings[0]?.textEn ?? ''}`);
  return route;
}

async function readText(file: string): Promise<string> {
  const text = await readFile(file);
  if (text.length > MAX_BYTES) throw new Error(`${file} is larger than a route may be (${MAX_BYTES / 1024 / 1024} MiB)`);
  return text.toString('utf8');
}

function parseJson(file: string, content: string, trouble: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Error(`${file} ${trouble}`);
  }
}

/** What did not come over as it is, is told beside the result. */
async function readFromBpmn(xml: string): Promise<Route> {
  const { draft, report } = draftFromBpmn(await readBpmn(xml));
  for (const line of report) if (line.verdict !== 'mapped') console.error(`${line.verdict}: ${sayReport(line, 'en')}`);
  return draft.route;
}
