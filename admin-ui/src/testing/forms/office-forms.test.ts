import { fireEvent, waitFor } from '@testing-library/react';
import { ID } from '../builders';
import { fill } from '../render-admin';
import { OFFICE_FORMS } from './office-forms';
import { confirmOf, open, tryForms } from './try-forms';

tryForms(OFFICE_FORMS);

test('a name with an apostrophe is sent as it was typed', async () => {
  const { sent, scope } = await open(OFFICE_FORMS['a unit']!);
  fill(scope.getByLabelText(/^ชื่อ \(ไทย\)/), "กลุ่มงาน O'Brien & บุตร");
  fireEvent.click(confirmOf(scope, OFFICE_FORMS['a unit']!));
  await waitFor(() => expect(sent).toHaveBeenCalledWith({ body: expect.objectContaining({ nameTh: "กลุ่มงาน O'Brien & บุตร" }) }));
});

test('a standing order with quotes in its number is sent as it was typed', async () => {
  const form = OFFICE_FORMS['a standing order']!;
  const { sent, scope } = await open(form);
  fill(scope.getByLabelText<HTMLInputElement>(/^คำสั่งที่/), '"คำสั่ง" ที่ 1/2569');
  fireEvent.click(confirmOf(scope, form));
  await waitFor(() => expect(sent).toHaveBeenCalledWith({ params: { id: ID.post }, body: { rev: 0, items: [{ postId: ID.command, orderNo: '"คำสั่ง" ที่ 1/2569' }] } }));
});
