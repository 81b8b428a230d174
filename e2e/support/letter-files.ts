/** The files of a letter as the person in a window may have them, read by poppler. */
import type { Page } from 'playwright-core';
import type { LetterPage } from '#domain/contracts/letter-page';
import { readText, toComparable } from '#test/support/poppler';
import { until } from './until';

type FileRole = LetterPage['documents'][number]['role'];

/** Asks the API as the browser would, with the window's session. */
async function get(page: Page, path: string): Promise<Buffer> {
  const answer = await page.request.get(new URL(`/api/v1${path}`, page.url()).href);
  if (!answer.ok()) throw new Error(`${path} → ${answer.status()} ${await answer.text()}`);
  return answer.body();
}

/** The letter that the window shows. */
export async function openLetter(page: Page): Promise<LetterPage> {
  const id = /letters\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no letter is open at ${page.url()}`);
  return JSON.parse((await get(page, `/letters/${id}`)).toString('utf8')) as LetterPage;
}

/**
 * Text of page 1 of the newest file of that role, once it contains all these words: files are made a moment after the act that
 * asks for them. To be compared by `toComparable`.
 */
export async function readFirstPage(page: Page, role: FileRole, words: readonly string[]): Promise<string> {
  return until(`${role} with ${words.join(', ')}`, async () => {
    const { documents } = await openLetter(page);
    const file = documents.find((each) => each.role === role && !each.isSuperseded);
    if (file === undefined) return null;
    const text = toComparable(readText(await get(page, `/documents/${file.id}/content`), 1));
    return words.every((word) => text.includes(toComparable(word))) ? text : null;
  });
}
