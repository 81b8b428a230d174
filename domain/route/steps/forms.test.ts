import { canonicalJson } from '../../canonical-json';
import { steps } from '.';
import { stepForms } from './forms';

describe.each(Object.values(stepForms))('the form of $type', (form) => {
  test('has the type it is listed under and a behaviour beside it', () => {
    expect(Object.keys(steps)).toContain(form.type);
    expect(stepForms[form.type]).toBe(form);
    expect(steps[form.type].type).toBe(form.type);
  });

  test('drops a node that its own schema accepts unchanged', () => {
    const fresh = form.fresh('n1');
    expect(canonicalJson(form.schema.parse(fresh))).toBe(canonicalJson(fresh));
    expect(fresh).toMatchObject({ id: 'n1', type: form.type });
  });

  test('refuses a setting it does not know and an id with blanks', () => {
    expect(form.schema.safeParse({ ...form.fresh('n1'), script: 'x' }).success).toBe(false);
    expect(form.schema.safeParse({ ...form.fresh('n1'), id: 'n 1' }).success).toBe(false);
  });

  test('is labelled in Thai and in English', () => {
    for (const label of [form.label, form.help, ...Object.values(form.fields)]) {
      expect(label.th).toMatch(/[ก-๙]/);
      expect(label.en).toMatch(/[A-Za-z]/);
    }
  });
});
