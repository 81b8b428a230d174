import { approval, endNode, post, refusedNode, route, startNode, walk, type Walk } from '../testing/build';
import { holder } from '../testing/office';

const start = { ...startNode, directions: ['outgoing'] } as const;
const draft = { id: 'draft', type: 'draft', assignee: { by: 'drafter' }, template: 'external_letter', fields: ['dateAsked'] } as const;
const sign = { id: 'sign', type: 'sign', assignee: post('deputy'), onBehalfOf: post('governor'), returnTo: ['draft'], canReject: true } as const;
const number = { id: 'number', type: 'register', book: 'send', owner: 'office' } as const;
const check = approval('check', 'clerk', { returnTo: ['draft'], canAmend: true });
const send = { id: 'send', type: 'dispatch', recipients: 'addressees' } as const;
const TO = [{ deliveryId: 'D1', officeId: 'O2', addressId: null, role: 'lead' }] as const;

/** Drafted, then at the signatory. */
function begin(nodes: readonly object[] = [number, check, send], edges = ['sign sign number', 'number check', 'check approve send', 'send end', 'sign reject refused'], settings: object = {}): Walk {
  const whole = route([start, draft, { ...sign, ...settings }, ...(nodes as never[]), endNode, refusedNode], ['start draft', 'draft sign', ...edges]);
  const run = walk({ routes: { r: whole }, route: 'r', actor: holder('ict-officer'), facts: { direction: 'outgoing', kind: 'external_letter' } });
  run.act('draft', 'submit', { recipients: TO });
  return run;
}

describe('drafting', () => {
  test('keeps the text as a version and makes the submitter the drafter', () => {
    const run = begin();
    expect(run.effects('keepVersion')).toEqual([expect.objectContaining({ why: 'submitted', actor: holder('ict-officer') })]);
    expect(run.state()).toMatchObject({ drafter: holder('ict-officer'), recipients: TO });
  });

  test('submitted again without addressees it keeps the earlier ones', () => {
    const run = begin();
    run.act('sign', 'return', { returnTo: 'draft' });
    run.act('draft', 'submit', { facts: { dateAsked: '2025-07-01' } });
    expect(run.state()).toMatchObject({ recipients: TO, facts: { dateAsked: '2025-07-01' } });
  });

  test.each<[string, object]>([
    ['one delivery twice', [TO[0], TO[0]]],
    ['neither office nor address', [{ ...TO[0], officeId: null }]],
    ['both office and address', [{ ...TO[0], addressId: 'A1' }]],
    ['no delivery id', [{ ...TO[0], deliveryId: '' }]],
  ])('addressees with %s are refused', (_name, recipients) => {
    const run = begin();
    run.act('sign', 'return', { returnTo: 'draft' });
    expect(run.refusal(() => run.act('draft', 'submit', { recipients: recipients as never }))).toBe('EVENT_INVALID');
  });
});

test('addressees cannot be changed once the letter is on its way', () => {
  const record = route(
    [{ ...start, kinds: ['other_record'] }, draft, number, send, { ...draft, id: 'again' }, endNode],
    ['start draft', 'draft number', 'number send', 'send again', 'again end'],
  );
  const run = walk({ routes: { r: record }, route: 'r', actor: holder('ict-officer'), facts: { direction: 'outgoing', kind: 'other_record' } });
  run.act('draft', 'submit', { recipients: TO });
  expect(run.refusal(() => run.act('again', 'submit', { recipients: TO }))).toBe('LETTER_DISPATCHED');
});

describe('signing', () => {
  test('seals in the name of the post and is one act with the number that follows', () => {
    const run = begin();
    run.act('sign', 'sign', { signature: true });
    expect(run.last().effects.map((effect) => effect.type)).toEqual(['endorse', 'seal', 'closeTask', 'takeNumber', 'render', 'openTask']);
    expect(run.effects('seal')).toEqual([expect.objectContaining({ actor: holder('deputy'), onBehalfOf: post('governor') })]);
    expect(run.effects('render')).toEqual([expect.objectContaining({ what: 'final' })]);
    expect(run.state()).toMatchObject({ signed: true, numbers: { 'f1/number': { cancelled: false, entryId: expect.stringContaining('send') } } });
  });

  test('without a number to come prints the letter at once', () => {
    const run = begin([], ['sign sign end', 'sign reject refused']);
    run.act('sign', 'sign', { signature: true });
    expect(run.effects('render')).toEqual([expect.objectContaining({ what: 'final' })]);
  });

  test('may be refused by its own way out', () => {
    const run = begin();
    run.act('sign', 'reject');
    expect(run.state()).toMatchObject({ outcome: 'rejected', signed: false });
  });

  test('needs the signature', () => {
    const run = begin();
    expect(run.refusal(() => run.act('sign', 'sign'))).toBe('SIGNATURE_REQUIRED');
  });

  test('needs the note that the step demands', () => {
    const run = begin(undefined, undefined, { noteRequiredFor: ['return'] });
    expect(run.refusal(() => run.act('sign', 'return', { returnTo: 'draft' }))).toBe('NOTE_REQUIRED');
  });

  test('locks the text: nothing is sent back or amended afterwards', () => {
    const run = begin();
    run.act('sign', 'sign', { signature: true });
    expect(run.refusal(() => run.act('check', 'return', { returnTo: 'draft' }))).toBe('LETTER_SIGNED');
    expect(run.refusal(() => run.act('check', 'amend'))).toBe('LETTER_SIGNED');
  });

  test('locks the text: a draft reached later cannot be submitted', () => {
    const run = begin([{ ...draft, id: 'again' }], ['sign sign again', 'again end', 'sign reject refused']);
    run.act('sign', 'sign', { signature: true });
    expect(run.refusal(() => run.act('again', 'submit'))).toBe('LETTER_SIGNED');
  });
});

describe('number and dispatch', () => {
  test('nothing is numbered before it is signed', () => {
    const early = route([start, approval('ask', 'chief'), number, endNode], ['start ask', 'ask approve number', 'number end']);
    const run = walk({ routes: { r: early }, route: 'r', facts: { direction: 'outgoing', kind: 'external_letter' } });
    expect(run.refusal(() => run.act('ask', 'approve'))).toBe('SIGNATURE_REQUIRED');
  });

  test('nothing is sent before it is signed and numbered', () => {
    const early = route([start, approval('ask', 'chief'), send, endNode], ['start ask', 'ask approve send', 'send end']);
    const unsigned = walk({ routes: { r: early }, route: 'r', facts: { direction: 'outgoing', kind: 'external_letter' } });
    expect(unsigned.refusal(() => unsigned.act('ask', 'approve'))).toBe('SIGNATURE_REQUIRED');
    const unnumbered = begin([check, send], ['sign sign check', 'check approve send', 'send end', 'sign reject refused']);
    unnumbered.act('sign', 'sign', { signature: true });
    expect(unnumbered.refusal(() => unnumbered.act('check', 'approve'))).toBe('LETTER_NOT_NUMBERED');
  });

  test('a receive number is not the number of an outgoing letter', () => {
    const run = begin([{ ...number, book: 'receive' }, check, send]);
    run.act('sign', 'sign', { signature: true });
    expect(run.refusal(() => run.act('check', 'approve'))).toBe('LETTER_NOT_NUMBERED');
  });

  test('goes to the addressees of the draft, under the delivery ids they were given', () => {
    const run = begin();
    run.act('sign', 'sign', { signature: true });
    run.act('check', 'approve');
    expect(run.effects('dispatch')).toEqual([expect.objectContaining({ recipients: TO, expect: 'nothing' })]);
    expect(run.state().deliveries['D1']).toMatchObject({ role: 'lead', status: 'sent' });
  });

  test('goes to nobody without addressees', () => {
    const whole = route([start, draft, sign, number, send, endNode, refusedNode], ['start draft', 'draft sign', 'sign sign number', 'number send', 'send end', 'sign reject refused']);
    const run = walk({ routes: { r: whole }, route: 'r', actor: holder('ict-officer'), facts: { direction: 'outgoing', kind: 'external_letter' } });
    run.act('draft', 'submit');
    expect(run.refusal(() => run.act('sign', 'sign', { signature: true }))).toBe('RECIPIENTS_REQUIRED');
  });

  test('reached again goes only to those who have not been sent to', () => {
    const twice = { id: 'twice', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'more', name: 'ส่งเพิ่ม' }, { code: 'done', name: 'เสร็จ' }] } as const;
    const run = begin([number, send, twice], ['sign sign number', 'number send', 'send twice', 'twice more send', 'twice done end', 'sign reject refused']);
    run.act('sign', 'sign', { signature: true });
    run.act('twice', 'more');
    expect(run.effects('dispatch')).toEqual([]);
    expect(run.tasks().map((task) => task.node)).toEqual(['twice']);
  });
});

describe('registering', () => {
  const reg = { id: 'reg', type: 'register', book: 'receive', owner: 'office' } as const;
  const back = approval('ask', 'chief', { returnTo: ['fix'] });
  const fix = { id: 'fix', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] } as const;
  const incoming = route([startNode, fix, reg, back, endNode], ['start fix', 'fix done reg', 'reg ask', 'ask approve end']);

  test('reached again keeps the number it took', () => {
    const run = walk({ routes: { r: incoming }, route: 'r' });
    run.act('fix', 'done');
    expect(run.effects('takeNumber')).toHaveLength(1);
    run.act('ask', 'return', { returnTo: 'fix' });
    run.act('fix', 'done');
    expect(run.effects('takeNumber')).toEqual([]);
    expect(Object.keys(run.state().numbers)).toEqual(['f1/reg']);
  });

  test('after its number was cancelled takes another', () => {
    const run = walk({ routes: { r: incoming }, route: 'r' });
    run.act('fix', 'done');
    run.supervise({ type: 'cancelNumber', key: 'f1/reg' });
    run.act('ask', 'return', { returnTo: 'fix' });
    run.act('fix', 'done');
    expect(run.effects('takeNumber')).toEqual([expect.objectContaining({ key: 'f1/reg#2' })]);
    expect(Object.keys(run.state().numbers)).toEqual(['f1/reg', 'f1/reg#2']);
  });

  test('the first registration of a letter that came by delivery accepts the delivery, and prints the stamp', () => {
    const run = walk({ routes: { r: incoming }, route: 'r' });
    run.act('fix', 'done');
    expect(run.effects('takeNumber')).toEqual([expect.objectContaining({ acceptsDelivery: true })]);
    expect(run.effects('render')).toEqual([expect.objectContaining({ what: 'stamps' })]);
    const counter = walk({ routes: { r: incoming }, route: 'r', facts: { direction: 'incoming', kind: 'external_letter', channel: 'counter' } });
    counter.act('fix', 'done');
    expect(counter.effects('takeNumber')).toEqual([expect.objectContaining({ acceptsDelivery: false })]);
  });

  test('a later registration does not accept the delivery again', () => {
    const twice = route([startNode, reg, fix, { ...reg, id: 'second' }, endNode], ['start reg', 'reg fix', 'fix done second', 'second end']);
    const run = walk({ routes: { r: twice }, route: 'r' });
    run.act('fix', 'done');
    expect(run.effects('takeNumber')).toEqual([expect.objectContaining({ key: 'f1/second', acceptsDelivery: false })]);
  });
});
