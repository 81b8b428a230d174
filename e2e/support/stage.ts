/** People at work in a real browser: one window each, signed in, with the inbox open. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];
/** Longest wait for what another person's act causes, in milliseconds. */
const PATIENCE = 60_000;

export type ActOptions = {
  readonly note?: string;
  /** Fills the dialog's other fields. */
  readonly fill?: (dialog: Locator) => Promise<void>;
  /** Types the password that confirms a signature. */
  readonly signs?: boolean;
};

export type Person = {
  readonly page: Page;
  /** Opens the task on the letter of this subject when it shows in the inbox, without reloading. */
  open(subject: string): Promise<void>;
  /** Does one of the acts offered on the open letter, waits until it is done, and stays with the letter. */
  act(label: string, options?: ActOptions): Promise<void>;
  goTo(menu: string): Promise<void>;
  /** Keeps a picture of the window under this name. */
  picture(name: string): Promise<void>;
};
/** Size of a person's window; with `hasTouch` it is a phone. */
export type WindowOptions = { readonly width?: number; readonly height?: number; readonly hasTouch?: boolean };
export type Stage = {
  readonly browser: Browser;
  person(login: string, options?: WindowOptions): Promise<Person>;
  /** Keeps a picture of every window, to see where a journey stopped. */
  pictureAll(prefix: string): Promise<void>;
  /** What went wrong in any window: scripts that failed and requests that were answered with 5xx. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
};

/** Opens a browser on the product at `url`; pictures go to the folder named. */
export async function openStage({ url, password, pictures }: { readonly url: string; readonly password: string; readonly pictures: string }): Promise<Stage> {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const troubles: string[] = [];
  const people = new Map<string, Promise<Person>>();

  const enter = async (login: string, { width = 1280, height = 900, hasTouch = false }: WindowOptions): Promise<Person> => {
    const context = await browser.newContext({ viewport: { width, height }, hasTouch, isMobile: hasTouch, locale: 'th-TH', timezoneId: 'Asia/Bangkok' });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(`${login}: ${error.message}`));
    page.on('response', (response) => response.status() >= 500 && troubles.push(`${login}: ${response.status()} ${response.url()}`));
    await page.goto(url);
    await page.getByLabel('ชื่อผู้ใช้').fill(login);
    await page.locator('input[type=password]').fill(password);
    await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
    await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
    return toPerson({ page, password, pictures });
  };

  return {
    browser,
    troubles,
    person(login, options = {}) {
      const known = people.get(login) ?? enter(login, options);
      people.set(login, known);
      return known;
    },
    async pictureAll(prefix) {
      for (const [login, opening] of people) {
        const person = await opening.catch(() => null);
        await person?.picture(`${prefix}-${login}`);
      }
    },
    close: () => browser.close(),
  };
}

/** Waits for a row of a list that announces new ones and shows them when asked, so that rows do not move under the cursor. */
export async function untilShown(page: Page, row: Locator): Promise<void> {
  const announced = page.getByRole('button', { name: /มีเรื่องใหม่/ });
  for (;;) {
    await row.or(announced).first().waitFor();
    if (await row.isVisible()) return;
    // The list may renew itself between a look at the announcement and the click on it.
    await announced.click({ timeout: 1_000 }).catch(() => undefined);
  }
}

/** What a row says whose task is done. */
const GONE = 'ดำเนินการแล้ว';

/** Opens a letter from the inbox. Between a look and the click its row may make room for that of a later task. */
async function openFromInbox(page: Page, subject: string): Promise<void> {
  const row = page.locator('a[data-inbox-row]', { hasText: subject, hasNotText: GONE }).first();
  const task = page.getByRole('region', { name: /^งานของท่าน/ }).first();
  const announced = page.getByRole('button', { name: /มีเรื่องใหม่/ });
  while (!(await task.isVisible())) {
    const wanted = (await row.isVisible()) ? row : announced;
    await wanted.click({ timeout: 1_000 }).catch(() => row.or(announced).or(task).first().waitFor());
  }
}

function toPerson({ page, password, pictures }: { readonly page: Page; readonly password: string; readonly pictures: string }): Person {
  const goTo = async (menu: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name: menu }).first().click();
  };
  return {
    page,
    goTo,
    async open(subject) {
      const inbox = page.getByRole('heading', { name: 'งานของฉัน' });
      if (!(await inbox.isVisible())) await goTo('งานของฉัน');
      await inbox.waitFor();
      await openFromInbox(page, subject);
    },
    async act(label, { note, fill, signs = false } = {}) {
      await page.getByRole('region', { name: /^งานของท่าน/ }).getByRole('button', { name: label, exact: true }).first().click();
      await confirmDialog(page, { label, note, fill, password: signs ? password : null });
      await backToActed(page);
    },
    async picture(name) {
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    },
  };
}

/** After an act the next letter of the inbox comes by itself; this goes back to the one that was acted on. */
export async function backToActed(page: Page): Promise<void> {
  const back = page.getByRole('link', { name: 'ย้อนดูเรื่องนั้น' });
  // An act in doubt stays with its letter.
  await back.or(page.getByText(/^รับคำสั่งแล้ว กำลังดำเนินการ/)).first().waitFor();
  if (await back.isVisible()) await back.click();
}

/** Fills and confirms the open dialog of an act, and waits until it has gone. */
export async function confirmDialog(
  page: Page,
  { label, note, fill, password }: { readonly label: string; readonly note?: string | undefined; readonly fill?: ActOptions['fill']; readonly password: string | null },
): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill?.(dialog);
  if (note !== undefined) await dialog.getByLabel(/ข้อความเกษียน/).fill(note);
  if (password !== null) await dialog.getByLabel(/รหัสผ่านเพื่อยืนยัน/).fill(password);
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Picks an entry of a field that suggests while one types. */
export async function pick(scope: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  const field = scope.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(text);
  const page = 'page' in scope ? scope.page() : scope;
  await page.getByRole('option', { name: text }).first().click();
}

/** Picks an entry of a list that opens on a click. */
export async function choose(scope: Page | Locator, label: string | RegExp, text: string | RegExp): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  const page = 'page' in scope ? scope.page() : scope;
  await page.getByRole('option', { name: text }).first().click();
}

/** Types a day into a date field: `dd/mm/yyyy` with a Buddhist year. */
export async function typeDay(scope: Page | Locator, label: string | RegExp, day: string): Promise<void> {
  const field = scope.getByRole('group', { name: label });
  const page = 'page' in scope ? scope.page() : scope;
  await field.getByRole('spinbutton').first().click();
  await page.keyboard.type(day.replaceAll('/', ''));
}

/** Marks on the uploaded PDF where number, date and signature go: pixels from the top left of its first page as shown. */
export async function markPlaces(page: Page, places: { readonly [kind in 'number' | 'date' | 'signature']: { readonly x: number; readonly y: number } }): Promise<void> {
  const names = { number: 'เลขที่', date: 'วันที่', signature: 'ลายมือชื่อ' } as const;
  const sheet = page.locator('.react-pdf__Page').first();
  await sheet.locator('canvas').waitFor();
  for (const kind of ['number', 'date', 'signature'] as const) {
    const name = names[kind];
    await page.getByRole('button', { name: new RegExp(`[○✓] ${name}`) }).click();
    const saved = page.waitForResponse((response) => response.url().endsWith('/places') && response.request().method() === 'PUT');
    // What takes the click lies over the page.
    await sheet.click({ position: places[kind], force: true });
    await page.getByRole('button', { name: `ตำแหน่งของ${name}` }).waitFor();
    if (!(await saved).ok()) throw new Error(`the place of the ${kind} was not saved`);
  }
}
