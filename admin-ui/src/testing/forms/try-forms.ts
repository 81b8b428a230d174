/**
 * What somebody types wrong, form by form: the field says so beside it, what was typed stays, and nothing is sent. The forms stand in the tables
 * beside this file; `every-form.test.ts` fails for a form that is in none. (What the API makes of it: test/bad-input.)
 */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endpoints, type Endpoint } from '#domain/contracts/endpoints';
import { fill, type Overrides, renderAdmin, renderPart } from '../render-admin';
import type { Form } from './form';

const NO_DAY = '31022569';
const WRONG_DAY = 'วันที่ไม่ถูกต้อง';
/** Sent while a page is looked at, or without changing anything. */
const HARMLESS = new Set(['tasksRead', 'noticesRead', 'previewDay']);

/** How a field stands: what is said beside it, and what is in it. */
const standing = (field: HTMLInputElement) => ({ invalid: field.getAttribute('aria-invalid'), said: document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent, value: field.value });

const topDialog = (): HTMLElement | undefined => screen.queryAllByRole('dialog').at(-1);

/** The form, opened; `sent` counts what would have been changed. */
export async function open({ at, api = {}, opens, isOnPage = false }: Form) {
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
export const confirmOf = (scope: Pick<typeof screen, 'getAllByRole'>, { confirm = 'บันทึก' }: Form): HTMLElement => scope.getAllByRole('button', { name: new RegExp(`^${confirm}`) }).at(-1)!;

/** A test of each form of a table. */
export function tryForms(forms: Readonly<Record<string, Form>>): void {
  test.each(Object.entries(forms))('%s: what is wrong is said beside the field, stays as typed, and is not sent', (_name, form) => tryForm(form));
}

async function tryForm(form: Form): Promise<void> {
  const { sent, scope } = await open(form);
  let button: HTMLElement | undefined;
  const press = (): void => {
    // Looked for by its role once: that takes longer than all the rest.
    if (button?.isConnected !== true) button = confirmOf(scope, form);
    fireEvent.click(button);
  };
  for (const [label, wrong] of form.fields) {
    for (const [text, message] of wrong) {
      const field = (await scope.findAllByLabelText<HTMLInputElement>(label)).find((each) => each.matches('input, textarea'))!;
      fill(field, text);
      fireEvent.blur(field);
      press();
      await waitFor(() => expect({ text, ...standing(field) }).toEqual({ text, invalid: 'true', said: message, value: text }));
    }
  }
  for (const label of form.days ?? []) {
    const group = await scope.findByRole('group', { name: label });
    await userEvent.click(within(group).getAllByRole('spinbutton')[0]!);
    await userEvent.keyboard(NO_DAY);
    act(() => (document.activeElement as HTMLElement).blur());
    press();
    await waitFor(() => expect(group.closest('.MuiFormControl-root')?.textContent).toContain(WRONG_DAY));
  }
  expect(sent).not.toHaveBeenCalled();
}
