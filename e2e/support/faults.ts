/** What is to be seen in a window: for tests that look at every page alike. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { en } from '../../admin-ui/src/i18n/en';
import { th } from '../../admin-ui/src/i18n/th';
import { until } from './until';

type Tree = { readonly [key: string]: string | Tree };
const textsOf = (tree: Tree): readonly string[] => Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));
// A catalogue is texts within texts, nothing else.
const THAI = new Set(textsOf(th as unknown as Tree));
const ENGLISH = new Set(textsOf(en as unknown as Tree));
/** The product is called so in both languages. */
const BRAND = en.app.name;
/** How long a page may take to lay itself out anew. */
const LAYOUT_MS = 5_000;
const NAMESPACES = new Set(Object.keys(th));

/** Every text that stands on the page, as it is written in its element. */
const read = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent.trim());
    for (const element of document.querySelectorAll('[aria-label], [placeholder]')) texts.push(element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '');
    return texts.filter((text) => text !== '');
  })()`);

/** Names of texts that stand in place of the texts. */
export async function findKeys(page: Page): Promise<readonly string[]> {
  return (await read(page)).filter((text) => /^[a-zA-Z]+(\.\w+)+$/.test(text) && NAMESPACES.has(text.split('.')[0] ?? ''));
}

/** Texts of the screens in the language that was not asked for. Single words may be somebody's data. */
export async function findStrays(page: Page, wanted: 'th' | 'en'): Promise<readonly string[]> {
  const [mine, other] = wanted === 'th' ? [THAI, ENGLISH] : [ENGLISH, THAI];
  const isStray = (text: string): boolean => text !== BRAND && other.has(text) && !mine.has(text);
  if (wanted === 'th') return (await read(page)).filter(isStray);
  // Names that only Thai has stand on an English page by right; what one presses does not.
  const controls = await page.locator('nav a, main button').allInnerTexts();
  return controls.map((text) => text.trim()).filter(isStray);
}

/** Faults that keep somebody out, as `rule: element`. */
export async function findBarriers(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** By how many pixels the page is wider than the window, once it has laid itself out anew. */
export async function overhang(page: Page): Promise<number> {
  const measure = (): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await until('a page no wider than its window', async () => (await measure()) <= 0, LAYOUT_MS).catch(() => undefined);
  return measure();
}
