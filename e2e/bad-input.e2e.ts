/** What cannot be accepted: each attempt gets a clear message where it was made, changes nothing, and loses nothing typed. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Session } from '#domain/contracts/session';
import { aPdf } from '#test/support/a-pdf';
import { signIn, type Client } from '../bench/lib/client';
import { openProduct, type OpenProduct } from './support/product';
import { until } from './support/until';
import { backToActed, confirmDialog, openStage, pick, typeDay, type Stage } from './support/stage';

jest.setTimeout(600_000);

/** On a product that runs already each run has subjects of its own. */
const run = Date.now() % 1_000_000;
const ADMIN = 'lopburi.ict.officer';

let product: OpenProduct;
let stage: Stage;

beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-')) });
});
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

/** The message that belongs to a field, as a screen reader says it. */
const messageOf = async (field: Locator): Promise<string> => {
  const id = await field.getAttribute('aria-describedby');
  return (await field.page().locator(`[id="${id?.split(' ').at(-1) ?? ''}"]`).textContent()) ?? '';
};
const enter = (login: string): Promise<Client> => signIn({ base: product.url, login, password: product.password });
const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

describe('a draft', () => {
  /** A filled-in draft of its own, not saved. */
  async function compose(): Promise<Page> {
    const officer = await stage.person('ops.ict.officer');
    const { page } = officer;
    await officer.goTo('งานของฉัน');
    await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
    await officer.goTo('ร่างหนังสือ');
    await page.getByRole('textbox', { name: /^เรื่อง/ }).waitFor();
    // What was typed before and not saved has been brought back.
    const anew = page.getByRole('button', { name: 'เริ่มใหม่' });
    if (await anew.isVisible()) await anew.click();
    await pick(page, /เพิ่มหน่วยงานในระบบ/, 'ลพบุรี');
    return page;
  }
  const lettersOfMine = async (): Promise<number> => (await (await enter('ops.ict.officer')).get<{ total: number }>('/letters?mine=true')).total;
  const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'บันทึกร่าง', exact: true }).click();
  test.each([
    ['an empty subject', '', 'โปรดกรอก'],
    ['a subject of blanks', '   ', 'โปรดกรอก'],
    ['a subject of 300 characters', 'ก'.repeat(300), 'ต้องยาวไม่เกิน 250 ตัวอักษร'],
  ])('with %s is refused at the field and keeps the rest', async (_name, subject, message) => {
    const before = await lettersOfMine();
    const page = await compose();
    const field = page.getByRole('textbox', { name: /^เรื่อง/ });
    await field.fill(subject);
    await page.getByLabel('ข้อความ', { exact: true }).fill('ข้อความที่พิมพ์ไว้แล้ว');
    await save(page);
    await page.getByText(message).first().waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await messageOf(field)).toBe(message);
    expect(await field.inputValue()).toBe(subject);
    expect(await page.getByLabel('ข้อความ', { exact: true }).inputValue()).toBe('ข้อความที่พิมพ์ไว้แล้ว');
    expect(await lettersOfMine()).toBe(before);
  });

  test.each([
    ['a file that only says it is a PDF', pdf('หนังสือ.pdf', Buffer.from('<html>not a pdf</html>')), 'ไม่รับไฟล์ชนิดนี้'],
    ['a file of 0 bytes', pdf('ว่าง.pdf', Buffer.alloc(0)), 'ไฟล์นี้ไม่มีข้อมูล (0 ไบต์)'],
    ['a PDF that breaks off', pdf('ขาด.pdf', Buffer.from(aPdf('whole')).subarray(0, 60)), 'ไฟล์'],
  ])('with %s is not saved until the file is taken out', async (name, file, message) => {
    const before = await lettersOfMine();
    const page = await compose();
    await page.getByRole('textbox', { name: /^เรื่อง/ }).fill(`${name} ${run}`);
    await page.getByRole('button', { name: 'แนบไฟล์ PDF' }).click();
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('alert').filter({ hasText: message }).waitFor();
    await save(page);
    await page.getByText('มีไฟล์ที่ส่งไม่สำเร็จ โปรดนำออกหรือส่งใหม่ก่อน').waitFor();
    expect(await lettersOfMine()).toBe(before);
    await page.getByRole('button', { name: new RegExp(`${file.name}`) }).click();
    await page.getByRole('button', { name: 'พิมพ์ในระบบ' }).click();
    await save(page);
    await page.getByText('บันทึกร่างแล้ว').first().waitFor();
    expect(await lettersOfMine()).toBe(before + 1);
  });

  test('with mark-up, quotes and an apostrophe in its subject shows them as they were typed; a line that is too long is named at its field', async () => {
    const page = await compose();
    const odd = `<b>ด่วน</b> & O'Brien "ลูก" ${run}`;
    await page.getByRole('textbox', { name: /^เรื่อง/ }).fill(odd);
    await page.getByLabel('ข้อความ', { exact: true }).fill('<script>alert(1)</script>');
    await save(page);
    await page.getByText('บันทึกร่างแล้ว').first().waitFor();
    await page.waitForURL(/\/draft/);
    await page.getByText(odd, { exact: true }).first().waitFor();
    const lines = page.getByRole('textbox', { name: 'สิ่งที่ส่งมาด้วย', exact: true });
    await lines.fill(`รายชื่อ\n${'ก'.repeat(301)}`);
    await save(page);
    await page.getByText('ต้องยาวไม่เกิน 300 ตัวอักษร').waitFor();
    expect(await messageOf(lines)).toBe('ต้องยาวไม่เกิน 300 ตัวอักษร');
    expect(await lines.inputValue()).toContain('ก'.repeat(301));
    await lines.fill('');
    await save(page);
  });

  test('that was being typed comes back after its tab was closed, until it is begun anew', async () => {
    const { page } = await stage.person('ops.ict.section-head');
    const tab = await page.context().newPage();
    await tab.goto(`${product.url}/#/compose`);
    await tab.getByRole('textbox', { name: /^เรื่อง/ }).fill(`ขอเชิญประชุม ${run}`);
    await tab.getByLabel('ข้อความ', { exact: true }).fill('ข้อความที่ยังไม่ได้บันทึก');
    await tab.close();
    const again = await page.context().newPage();
    await again.goto(`${product.url}/#/compose`);
    await again.getByText(/นำสิ่งที่ท่านพิมพ์ค้างไว้กลับมา/).waitFor();
    expect(await again.getByRole('textbox', { name: /^เรื่อง/ }).inputValue()).toBe(`ขอเชิญประชุม ${run}`);
    expect(await again.getByLabel('ข้อความ', { exact: true }).inputValue()).toBe('ข้อความที่ยังไม่ได้บันทึก');
    await again.getByRole('button', { name: 'เริ่มใหม่' }).click();
    await again.getByText(/นำสิ่งที่ท่านพิมพ์ค้างไว้กลับมา/).waitFor({ state: 'detached' });
    expect(await again.getByRole('textbox', { name: /^เรื่อง/ }).inputValue()).toBe('');
    await again.close();
  });
});

test('an act begun in two tabs is applied once; the second tab says that it is too late and keeps what was typed', async () => {
  const clerk = await enter('lopburi.registry.clerk');
  const { posts } = await clerk.get<Session>('/session');
  const subject = `ขอเชิญร่วมงาน สองหน้าต่าง ${run}`;
  const { letterId } = await clerk.post<{ letterId: string }>('/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject, fromText: 'เทศบาลเมืองลพบุรี', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId: posts[0]?.id,
  });
  const head = await stage.person('lopburi.office-head');
  await head.open(subject);
  const second = await head.page.context().newPage();
  await second.goto(head.page.url());
  const tabs = [head.page, second];
  for (const tab of tabs) {
    await tab.getByRole('button', { name: 'เห็นชอบ', exact: true }).first().click();
    await tab.getByRole('dialog').waitFor();
  }
  const note = 'ข้อความที่พิมพ์ค้างไว้';
  await second.getByRole('dialog').getByLabel(/ข้อความเกษียน/).fill(note);
  await confirmDialog(head.page, { label: 'เห็นชอบ', password: null });
  await backToActed(head.page);
  const late = second.getByRole('dialog');
  await late.getByRole('alert').filter({ hasText: 'งานนี้มีผู้ดำเนินการแล้วหรือถูกถอนแล้ว' }).waitFor();
  expect(await late.getByLabel(/ข้อความเกษียน/).inputValue()).toBe(note);
  expect(await late.getByRole('button', { name: 'เห็นชอบ', exact: true }).isDisabled()).toBe(true);
  await late.getByRole('button', { name: 'ยกเลิก' }).click();
  await late.waitFor({ state: 'detached' });
  // Both show where the letter is now.
  for (const tab of tabs) await tab.getByText(/อยู่ที่ .*ผู้ว่าราชการจังหวัด/).first().waitFor();
  const { endorsements } = await (await enter('lopburi.office-head')).get<LetterPage>(`/letters/${letterId}`);
  expect(endorsements).toHaveLength(1);
  await second.close();
});

/** The office's page of its administrator in a window, with what a button opens. */
async function openAtOffice(page: Page, button: string): Promise<Locator> {
  await page.goto(`${product.url}/#/organisation`);
  await page.getByRole('heading', { name: 'จัดการสำนักงาน' }).waitFor();
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: button });
  await dialog.waitFor();
  return dialog;
}

test('what is changed in two tabs is overwritten by neither unasked: the second sees both, keeps what was typed, and says whose stays', async () => {
  const { page } = await stage.person(ADMIN);
  const second = await page.context().newPage();
  const [theirs, mine] = [await openAtOffice(page, 'ที่ตั้งและผู้รับสำรอง'), await openAtOffice(second, 'ที่ตั้งและผู้รับสำรอง')];
  const [first, later] = [`0 3641 ${run}`, `0 3642 ${run}`];
  const save = (dialog: Locator): Promise<void> => dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
  const phone = (dialog: Locator): Locator => dialog.getByRole('textbox', { name: /^โทรศัพท์/ });
  await phone(theirs).fill(first);
  await save(theirs);
  await theirs.waitFor({ state: 'detached' });
  await phone(mine).fill(later);
  await save(mine);
  const choice = mine.getByRole('alert').filter({ hasText: 'มีผู้แก้ไขรายการนี้หลังจากที่ท่านเปิด' });
  for (const text of [first, later]) await choice.getByRole('cell', { name: text }).waitFor();
  expect(await phone(mine).inputValue()).toBe(later);
  expect(await mine.getByRole('button', { name: 'บันทึก', exact: true }).isDisabled()).toBe(true);
  await choice.getByRole('button', { name: 'ใช้ข้อมูลที่ข้าพเจ้ากรอก' }).click();
  await choice.waitFor({ state: 'detached' });
  await save(mine);
  await mine.waitFor({ state: 'detached' });
  await second.close();
  expect(await phone(await openAtOffice(page, 'ที่ตั้งและผู้รับสำรอง')).inputValue()).toBe(later);
  await page.getByRole('dialog').getByRole('button', { name: 'ยกเลิก', exact: true }).click();
});

/** Types a text that is one character too long and tries to send it: the field says so, keeps it, and nothing is sent. */
async function refuseTooLong(dialog: Locator, field: Locator, { max, button }: { readonly max: number; readonly button: string }): Promise<void> {
  const text = 'ก'.repeat(max + 1);
  await field.fill(text);
  const message = `ยาวเกินไป 1 ตัวอักษร (ไม่เกิน ${max.toLocaleString('en')} ตัวอักษร)`;
  expect(await messageOf(field)).toBe(message);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  expect(await dialog.isVisible()).toBe(true);
  expect(await field.inputValue()).toBe(text);
}

test('words beside an act, own phrases and names of filters are refused at the field when they are too long or empty', async () => {
  const clerk = await enter('lopburi.registry.clerk');
  const { posts } = await clerk.get<Session>('/session');
  const subject = `ขอความอนุเคราะห์สถานที่ ${run}`;
  const { letterId } = await clerk.post<{ letterId: string }>('/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject, fromText: "ร้าน O'Brien", toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId: posts[0]?.id,
  });
  const head = await stage.person('lopburi.office-head');
  const { page } = head;
  await head.open(subject);
  await page.getByRole('region', { name: /^งานของท่าน/ }).getByRole('button', { name: 'เห็นชอบ', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'เห็นชอบ' });
  const note = dialog.getByLabel(/ข้อความเกษียน/);
  await refuseTooLong(dialog, note, { max: 4000, button: 'เห็นชอบ' });
  expect((await (await enter('lopburi.office-head')).get<LetterPage>(`/letters/${letterId}`)).endorsements).toEqual([]);

  const phrase = `<i>เห็นชอบ</i> ${run}`;
  await note.fill(phrase);
  await dialog.getByRole('button', { name: 'เก็บข้อความนี้ไว้ใช้บ่อย' }).click();
  await dialog.getByRole('group', { name: 'ข้อความที่ใช้บ่อย' }).getByRole('button', { name: phrase, exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'จัดการข้อความ' }).click();
  const list = page.getByRole('dialog', { name: 'ข้อความที่ใช้บ่อย' });
  await list.locator(`input[value="${phrase}"]`).waitFor();
  await list.getByRole('textbox').last().fill('');
  await list.getByText('โปรดกรอก').waitFor();
  expect(await list.getByRole('button', { name: 'บันทึก', exact: true }).isDisabled()).toBe(true);
  await list.getByRole('button', { name: 'ยกเลิก', exact: true }).click();
  await list.waitFor({ state: 'detached' });
  expect(await note.inputValue()).toBe(phrase);
  await dialog.getByRole('button', { name: 'ยกเลิก', exact: true }).click();

  await page.goto(`${product.url}/#/?q=${run}`);
  await page.getByRole('button', { name: 'บันทึกตัวกรองนี้' }).click();
  const naming = page.getByRole('dialog', { name: 'บันทึกตัวกรองนี้' });
  await refuseTooLong(naming, naming.getByLabel(/ชื่อตัวกรอง/), { max: 60, button: 'บันทึก' });
  await naming.getByLabel(/ชื่อตัวกรอง/).fill('   ');
  await naming.getByText('โปรดกรอก').waitFor();
  await naming.getByRole('button', { name: 'ยกเลิก', exact: true }).click();
  expect(stage.troubles).toEqual([]);
});

test('an absence that ends before it begins, and a remark that is too long, are refused with what was typed still there', async () => {
  const officer = await stage.person('ops.ict.officer');
  await officer.page.goto(`${product.url}/#/absences`);
  await officer.page.getByRole('button', { name: 'บันทึกการลา' }).click();
  const dialog = officer.page.getByRole('dialog');
  const remark = dialog.getByLabel(/หมายเหตุ/);
  await remark.fill('ก'.repeat(501));
  await dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await dialog.getByText('ต้องยาวไม่เกิน 500 ตัวอักษร').waitFor();
  expect(await messageOf(remark)).toBe('ต้องยาวไม่เกิน 500 ตัวอักษร');
  await remark.fill("ไปงานบุตร O'Brien 🎓 <b>");
  await typeDay(dialog, /ถึง/, '01/01/2568');
  await dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await dialog.getByText('ช่วงเวลาไม่ถูกต้อง วันสิ้นสุดต้องอยู่หลังวันเริ่มต้น').first().waitFor();
  expect(await remark.inputValue()).toBe("ไปงานบุตร O'Brien 🎓 <b>");
  await dialog.getByRole('button', { name: 'ยกเลิก', exact: true }).click();
});

describe('a session that ends in mid-form', () => {
  /** Ends the session as running out of time would: elsewhere than in this window. */
  const endSession = async (page: Page): Promise<void> => page.context().clearCookies();
  async function signInAgain(page: Page): Promise<void> {
    const again = page.getByRole('dialog', { name: 'โปรดเข้าสู่ระบบอีกครั้ง' });
    await again.getByLabel('รหัสผ่าน', { exact: true }).fill(product.password);
    await again.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
    await again.waitFor({ state: 'detached' });
  }

  test('while a letter is written: the sign-in comes over the form, and the letter is saved as it was typed', async () => {
    const { page } = await stage.person('ops.ict.section-head');
    const tab = await page.context().newPage();
    await tab.goto(`${product.url}/#/compose`);
    await tab.getByRole('textbox', { name: /^เรื่อง/ }).fill(`ขอส่งรายงาน ${run}`);
    await pick(tab, /เพิ่มหน่วยงานในระบบ/, 'ลพบุรี');
    await tab.getByLabel('ข้อความ', { exact: true }).fill('ข้อความที่พิมพ์ก่อนหมดเวลา');
    await endSession(tab);
    await tab.getByRole('button', { name: 'บันทึกร่าง', exact: true }).click();
    await signInAgain(tab);
    await tab.getByText('บันทึกร่างแล้ว').first().waitFor();
    expect(await tab.getByLabel('ข้อความ', { exact: true }).inputValue()).toBe('ข้อความที่พิมพ์ก่อนหมดเวลา');
    await tab.close();
  });

  test('while a dialog of an administrator is filled in: the sign-in comes over it, and what was typed is saved', async () => {
    const { page } = await stage.person(ADMIN);
    const dialog = await openAtOffice(page, 'เพิ่มหน่วยงาน');
    const name = `กลุ่มงาน O'Brien ${run}`;
    await dialog.getByRole('textbox', { name: /^ชื่อ \(ไทย\)/ }).fill(name);
    await endSession(page);
    await dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await signInAgain(page);
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('main').getByText(name).first().waitFor();
  });

  test('while words stand beside an act: the act is done once, with these words', async () => {
    const clerk = await enter('lopburi.registry.clerk');
    const { posts } = await clerk.get<Session>('/session');
    const subject = `ขอใช้หอประชุม ${run}`;
    const { letterId } = await clerk.post<{ letterId: string }>('/letters', {
      type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject, fromText: 'เทศบาลเมืองลพบุรี', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId: posts[0]?.id,
    });
    const reader = await enter('lopburi.office-head');
    await until('the letter has come', async () => (await reader.get<LetterPage>(`/letters/${letterId}`).catch(() => null))?.myTasks.length === 1);
    const head = await stage.person('lopburi.office-head');
    await head.page.goto(`${product.url}/#/letters/${letterId}`);
    await head.page.getByRole('region', { name: /^งานของท่าน/ }).getByRole('button', { name: 'เห็นชอบ', exact: true }).first().click();
    const dialog = head.page.getByRole('dialog', { name: 'เห็นชอบ' });
    await dialog.getByLabel(/ข้อความเกษียน/).fill('เห็นควรอนุญาต');
    await endSession(head.page);
    await dialog.getByRole('button', { name: 'เห็นชอบ', exact: true }).click();
    await signInAgain(head.page);
    await dialog.waitFor({ state: 'detached' });
    const noted = await until('the note is with the letter', async () => {
      const { endorsements } = await reader.get<LetterPage>(`/letters/${letterId}`);
      return endorsements.length > 0 && endorsements;
    });
    expect(noted.map(({ text }) => text)).toEqual(['เห็นควรอนุญาต']);
  });
});

