import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fill, refusal } from '../../testing/render-admin';
import { openDraft, outlineRow, whole } from './testing';

const nobody = { id: 'NOBODY:work', code: 'NOBODY', severity: 'error', nodes: ['work'], detail: '', textTh: 'ไม่พบผู้ปฏิบัติของขั้น "เสนอเรื่อง"', textEn: 'Nobody' };
const answer = { rev: 4, checkedAt: '2026-11-20T03:00:02.000Z', findings: [nobody], cases: [], coverage: { byEdge: {}, uncovered: [] } };
const check = async () => {
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await userEvent.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'ตรวจตามข้อมูลล่าสุดของสำนักงาน' }));
};

test('the check of the server is made of what stands on the screen, saved first, and says what it found', async () => {
  const calls: string[] = [];
  openDraft(whole, {
    api: {
      saveRouteDraft: (async () => { calls.push('save'); return { rev: 4, updatedAt: '2026-11-20T03:00:01.000Z' }; }) as never,
      checkRouteDraft: (async () => { calls.push('check'); return answer; }) as never,
    },
  });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await userEvent.click(outlineRow(/เสนอเรื่อง/));
  fill(await screen.findByRole('textbox', { name: /^ชื่อขั้น( \*|$)/ }), 'เสนอใหม่');
  await check();
  const region = within(screen.getByRole('region', { name: 'การตรวจก่อนเผยแพร่' }));
  expect((await region.findByRole('status')).textContent).toContain('ต้องแก้: ไม่พบผู้ปฏิบัติของขั้น');
  expect(calls).toEqual(['save', 'check']);
});

test('a draft that could not be saved is not checked, and a refusal says why', async () => {
  const calls: string[] = [];
  openDraft(whole, { api: { checkRouteDraft: (async () => { calls.push('check'); throw refusal(503, 'LONG_JOBS_BUSY'); }) as never } });
  await check();
  await waitFor(() => expect(within(screen.getByRole('region', { name: 'การตรวจก่อนเผยแพร่' })).getByRole('alert').textContent).not.toBe(''));
  expect(calls).toEqual(['check']);
});
