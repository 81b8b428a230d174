import { DomainError } from '#domain/errors';
import { assertAppointment, assertPeriod, type NewAppointment } from './appointments';
import type { AppointmentFact } from './facts';

const OWN: NewAppointment = { personId: 'nok', postId: 'governor', capacity: 'own', ownPostId: null, orderNo: '1/2569', from: '2026-10-01T00:00:00.000Z', to: null };
const ACTING: NewAppointment = {
  personId: 'lek', postId: 'governor', capacity: 'acting_for', ownPostId: 'deputy', orderNo: '2/2569', from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z',
};
const stored = (appointment: NewAppointment): AppointmentFact => ({ ...appointment, id: 'stored' });
const codeOf = (appointment: NewAppointment, existing: readonly AppointmentFact[] = [], options: { registrar?: boolean; clearance?: 'none' | 'secret' } = {}) => {
  try {
    assertAppointment({
      appointment, existing,
      post: { id: appointment.postId, roles: options.registrar === true ? ['secret_registrar'] : ['head'] },
      person: { id: appointment.personId, clearance: options.clearance ?? 'none' },
    });
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

test('an acting appointment stands beside the holder', () => {
  expect(codeOf(ACTING, [stored(OWN)])).toBeNull();
});

test('a post has one holder at a time', () => {
  expect(codeOf({ ...OWN, personId: 'yai' }, [stored(OWN)])).toBe('APPOINTMENT_OVERLAPS');
});

test('a holder may follow on the very instant at which the one before leaves', () => {
  const before = stored({ ...OWN, to: '2026-12-01T00:00:00.000Z' });
  expect(codeOf({ ...OWN, personId: 'yai', from: '2026-12-01T00:00:00.000Z' }, [before])).toBeNull();
});

test('two persons act for a post at once only if the order says so', () => {
  const second = { ...ACTING, personId: 'yai', ownPostId: 'deputy-2' };
  expect(codeOf(second, [stored(ACTING)])).toBe('APPOINTMENT_OVERLAPS');
  expect(codeOf({ ...second, isJoint: true }, [stored(ACTING)])).toBeNull();
});

test('nobody acts twice for the same post at once, joint order or not', () => {
  expect(codeOf({ ...ACTING, isJoint: true }, [stored(ACTING)])).toBe('APPOINTMENT_OVERLAPS');
});

test('acting needs the number of an order', () => {
  expect(codeOf({ ...ACTING, orderNo: ' ' })).toBe('VALIDATION_FAILED');
});

test('nobody acts for the own post', () => {
  expect(codeOf({ ...ACTING, ownPostId: 'governor' })).toBe('VALIDATION_FAILED');
});

test("a secret registrar's post is given to nobody without clearance, not even to act for it", () => {
  expect(codeOf(OWN, [], { registrar: true })).toBe('CLEARANCE_TOO_LOW');
  expect(codeOf(ACTING, [], { registrar: true })).toBe('CLEARANCE_TOO_LOW');
  expect(codeOf(OWN, [], { registrar: true, clearance: 'secret' })).toBeNull();
});

test.each([
  ['ends before it begins', '2026-11-02T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
  ['ends as it begins', '2026-11-02T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
  ['is not a time', 'yesterday', null],
])('a period that %s is refused', (_case, from, to) => {
  expect(() => assertPeriod({ from, to })).toThrow(expect.objectContaining({ code: 'PERIOD_INVALID' }));
});

test('the holder’s own appointment needs no order and may name the post itself', () => {
  expect(codeOf({ ...OWN, orderNo: '' })).toBeNull();
  expect(codeOf({ ...OWN, ownPostId: OWN.postId })).toBeNull();
});

test('who holds another post stands in nobody’s way', () => {
  expect(codeOf({ ...OWN, personId: 'yai', postId: 'deputy' }, [stored(OWN)])).toBeNull();
});

test('a post is never held by two at once, whatever the order says', () => {
  expect(codeOf({ ...OWN, personId: 'yai', isJoint: true }, [stored(OWN)])).toBe('APPOINTMENT_OVERLAPS');
});

test('a period whose end is not a time is refused', () => {
  expect(() => assertPeriod({ from: OWN.from, to: 'some day' })).toThrow(expect.objectContaining({ code: 'PERIOD_INVALID' }));
});
