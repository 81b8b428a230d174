import type { Route, RouteNode } from '#domain/route/model';
import { outcomeLabel } from '#domain/route/outcome-label';
import { taskForm, type FormInput } from './task-form';

const route = (node: RouteNode): Route => ({
  schemaVersion: 1, name: 'ทดสอบ',
  nodes: [{ id: 'draft', type: 'draft', name: 'ร่าง', nameEn: 'Draft', assignee: { by: 'drafter' }, template: 'external_letter' }, node], edges: [],
});
const input = (node: RouteNode, change: Partial<FormInput> = {}): FormInput => ({
  kind: 'approve', node, route: route(node), facts: {}, units: [], isSigned: false, isIncoming: false, asksPassword: true, question: null, ...change,
});
const approve: RouteNode = {
  id: 'chief', type: 'approve', name: 'เห็นชอบ', mode: 'one', assignees: [], canAmend: true, returnTo: ['draft'], canReject: true, noteRequiredFor: ['return'],
};

test('an approval offers what its settings allow, with what each outcome needs', () => {
  const form = taskForm(input(approve));
  expect(form.outcomes.map(({ code, needs, isNoteRequired }) => [code, needs, isNoteRequired])).toEqual([
    ['approve', [], false], ['amend', ['text'], false], ['return', ['returnTo'], true], ['reject', [], false],
  ]);
  expect(form.returnTargets).toEqual([{ nodeId: 'draft', name: { th: 'ร่าง', en: 'Draft' } }]);
  expect(form.canAmend).toBe(true);
  expect(form.canEditDraft).toBe(false);
});

test.each([[true, ['signature', 'password']], [false, ['signature']]])('a signature asks for the password where the signer is asked for it: %p', (asksPassword, needs) => {
  const sign: RouteNode = { id: 'chief', type: 'sign', name: 'ลงนาม', assignee: { by: 'drafter' }, returnTo: [] };
  expect(taskForm(input(sign, { kind: 'sign', asksPassword })).outcomes.find(({ code }) => code === 'sign')?.needs).toEqual(needs);
  expect(taskForm(input({ ...approve, signature: true }, { asksPassword })).outcomes.find(({ code }) => code === 'approve')?.needs).toEqual(needs);
});

test('once signed, nothing is amended or returned', () => {
  const form = taskForm(input(approve, { isSigned: true }));
  expect(form.outcomes.map(({ code }) => code)).toEqual(['approve', 'reject']);
  expect(form.canAmend).toBe(false);
});

test('directing shows the units with the proposed one marked and suggests the date asked for', () => {
  const node: RouteNode = { id: 'direct', type: 'assign', name: 'สั่งการ', assignee: { by: 'drafter' }, actions: ['assigned'], proposalFact: 'proposedUnit', requireDue: true };
  const unit = (id: string) => ({ id, code: id, name: { th: id, en: id }, head: null });
  const form = taskForm(input(node, { kind: 'assign', facts: { proposedUnit: 'b', dateAsked: '2026-12-04' }, units: [unit('a'), unit('b')] }));
  expect(form.units.map(({ id, isProposed }) => [id, isProposed])).toEqual([['a', false], ['b', true]]);
  expect(form).toMatchObject({ dueSuggestion: { at: '2026-12-04' }, isDueRequired: true, outcomes: [{ code: 'assign', needs: ['picks', 'due'] }] });
});

test('work has the outcomes of the designer and the fields that the step lets people set', () => {
  const node: RouteNode = {
    id: 'work', type: 'work', name: 'ดำเนินการ', assignee: { by: 'drafter' }, outcomes: [{ code: 'done', name: 'แล้วเสร็จ', nameEn: 'Done', noteRequired: true }], answeredOutcome: 'done',
    fields: ['proposedUnit', 'secrecy', 'unknown'],
  };
  const form = taskForm(input(node, { kind: 'work', isIncoming: true }));
  expect(form.outcomes).toEqual([{ code: 'done', label: { th: 'แล้วเสร็จ', en: 'Done' }, isNoteRequired: true, needs: [], tone: 'primary' }]);
  expect(form.fields.map(({ name, type }) => [name, type])).toEqual([['proposedUnit', 'unit']]);
  expect(form.canReply).toBe(true);
  expect(outcomeLabel(node, 'done', null)).toEqual({ th: 'แล้วเสร็จ', en: 'Done' });
});

test('a judgement depends on what is asked; a question out of turn wants an answer with words', () => {
  const node: RouteNode = { id: 'follow', type: 'followUp', name: 'ติดตาม', expect: 'reply', judge: { by: 'drafter' } };
  const codes = (question: FormInput['question']) => taskForm(input(node, { kind: 'judge', question })).outcomes.map(({ code }) => code);
  expect(codes('reply')).toEqual(['full', 'partial', 'moreTime']);
  expect(codes('returned')).toEqual(['resend', 'accept']);
  expect(codes('overdue')).toEqual(['moreTime', 'close']);
  expect(taskForm(input(approve, { kind: 'adhoc' })).outcomes).toMatchObject([{ code: 'answer', isNoteRequired: true }]);
});

test('whoever reports an event says that very event', () => {
  const node: RouteNode = { id: 'wait', type: 'wait', name: 'รอมติ', event: 'ที่ประชุมมีมติ', eventEn: 'the meeting has decided', assignee: { by: 'drafter' } };
  expect(taskForm(input(node, { kind: 'report' })).outcomes).toEqual([
    { code: 'happened', label: { th: 'แจ้งว่าที่ประชุมมีมติแล้ว', en: 'Report: the meeting has decided' }, isNoteRequired: false, needs: [], tone: 'primary' },
  ]);
  const { eventEn: _english, ...thaiOnly } = node;
  expect(outcomeLabel(thaiOnly, 'happened', null).en).toBe('Report: ที่ประชุมมีมติ');
  expect(outcomeLabel(node, 'overdue', null)).toEqual({ th: 'ครบกำหนดก่อน', en: 'Not in time' });
});
