/**
 * What somebody types wrong, form by form: the field says so beside it, what was typed stays, and nothing is sent. The forms stand in the tables
 * beside this file; `every-form.test.ts` fails for a form that is in none. (What the API makes of it: test/bad-input.)
 */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endpoints, type Endpoint } from '#domain/contracts/endpoints';
import { ID } from '../builders';
import { fill, type Overrides, renderAdmin, renderPart } from '../render-admin';
import type { Form } from './form';
import { LETTER_FORMS, OWN_FORMS } from './letter-forms';
import { OFFICE_FORMS } from './office-forms';
import { ROUTE_FORMS } from './route-forms';

const FORMS = { ...OWN_FORMS, ...LETTER_FORMS, ...OFFICE_FORMS, ...ROUTE_FORMS };
const NO_DAY = '31022569';
const WRONG_DAY = 'วันที่ไม่ถูกต้อง';
/** Sent while a page is looked at, or without changing anything. */
const HARMLESS = new Set(['tasksRead', 'noticesRead', 'previewDay']);

/** How a field stands: what is said beside it, and what is in it. */
const standing = (field: HTMLInputElement) => ({ invalid: field.getAttribute('aria-invalid'), said: document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent, value: field.value });

const topDialog = (): HTMLElement | undefined => screen.queryAllByRole('dialog').at(-1);

/** The form, opened; `sent` counts what would have been changed. */
async function open({ at, api = {}, opens, isOnPage = false }: Form) {
  const sent = jest.fn(() => new Promise<never>(() => undefined));
  const changes: Overrides = Object.fromEntries((Object.entries(endpoints) as [string, Endpoint][]).filter(([name, { method }]) => method !== 'GET' && !HARMLESS.has(name)).map(([name]) => [name, sent]));
  if (typeof at === 'string') renderAdmin({ path: at, api: { ...changes, ...api, previewDay: sent } });
  else renderPart(at(), { api: { ...changes, ...api } });
  let before: HTMLElement | undefined;
  for (const name of opens) {
    const button = (await screen.findAllByRole('button', { name }))[0]!;
    before = topDialog();
    fireEvent.click(button);
  }
  if (isOnPage || (typeof at === 'string' && opens.length === 0)) return { sent, scope: screen };
  // Not the one from which it is opened, which stands there until it has come.
  await waitFor(() => expect([undefined, before]).not.toContain(topDialog()));
  return { sent, scope: within(topDialog()!) };
}
const confirmOf = (scope: Pick<typeof screen, 'getAllByRole'>, { confirm = 'บันทึก' }: Form): HTMLElement => scope.getAllByRole('button', { name: new RegExp(`^${confirm}`) }).at(-1)!;

test.each(Object.entries(FORMS))('%s: what is wrong is said beside the field, stays as typed, and is not sent', async (_name, form) => {
  const { sent, scope } = await open(form);
  for (const [label, wrong] of form.fields) {
    for (const [text, message] of wrong) {
      const field = (await scope.findAllByLabelText<HTMLInputElement>(label)).find((each) => each.matches('input, textarea'))!;
      fill(field, text);
      fireEvent.blur(field);
      fireEvent.click(confirmOf(scope, form));
      await waitFor(() => expect({ text, ...standing(field) }).toEqual({ text, invalid: 'true', said: message, value: text }));
    }
  }
  for (const label of form.days ?? []) {
    const group = await scope.findByRole('group', { name: label });
    await userEvent.click(within(group).getAllByRole('spinbutton')[0]!);
    await userEvent.keyboard(NO_DAY);
    act(() => (document.activeElement as HTMLElement).blur());
    fireEvent.click(confirmOf(scope, form));
    await waitFor(() => expect(group.closest('.MuiFormControl-root')?.textContent).toContain(WRONG_DAY));
  }
  expect(sent).not.toHaveBeenCalled();
});

test('a name with an apostrophe is sent as it was typed', async () => {
  const { sent, scope } = await open(FORMS['a unit']!);
  fill(scope.getByLabelText(/^ชื่อ \(ไทย\)/), "กลุ่มงาน O'Brien & บุตร");
  fireEvent.click(confirmOf(scope, FORMS['a unit']!));
  await waitFor(() => expect(sent).toHaveBeenCalledWith({ body: expect.objectContaining({ nameTh: "กลุ่มงาน O'Brien & บุตร" }) }));
});

test('a standing order with quotes in its number is sent as it was typed', async () => {
  const form = FORMS['a standing order']!;
  const { sent, scope } = await open(form);
  fill(scope.getByLabelText<HTMLInputElement>(/^คำสั่งที่/), '"คำสั่ง" ที่ 1/2569');
  fireEvent.click(confirmOf(scope, form));
  await waitFor(() => expect(sent).toHaveBeenCalledWith({ params: { id: ID.post }, body: { rev: 0, items: [{ postId: ID.command, orderNo: '"คำสั่ง" ที่ 1/2569' }] } }));
});
