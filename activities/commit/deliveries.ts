/** Letters between offices: the delivery row is the referee, the other letter is told by a row in its inbox. */
import { claimDelivery } from '#db/repositories/commit/locks';
import type { Tx } from '#db/tx';
import { DomainError } from '#domain/errors';
import { machineEventKey } from '#domain/ids';
import type { Addressee } from '#domain/letter/content';
import type { Effect, EffectOf } from '#domain/route/effects';
import type { Recipient } from '#domain/route/events';
import { receiverLetterId, uuidV5 } from '../uuid-v5';
import { addOutbox, changeDelivery, tellLetter, type Work } from './work';

/** Order of everything that concerns one addressee of one letter. */
const orderKey = (letterId: string, deliveryId: string): string => `${letterId}:${deliveryId}`;

/**
 * Compare-and-set of the delivery rows that this transition wants to change, in order of id, before anything is written.
 * @throws DELIVERY_RECALLED, DELIVERY_ALREADY_REGISTERED: the other side was first.
 */
export async function claimDeliveries(tx: Tx, { effects, ownDeliveryId, at }: { readonly effects: readonly Effect[]; readonly ownDeliveryId: string | null; readonly at: string }): Promise<void> {
  const claims = effects.flatMap((effect): readonly Claim[] => {
    if (effect.type === 'recallDelivery') return [{ deliveryId: effect.deliveryId, to: 'recalled' }];
    if (ownDeliveryId === null) return [];
    if (effect.type === 'returnDelivery') return [{ deliveryId: ownDeliveryId, to: 'returned' }];
    return effect.type === 'takeNumber' && effect.acceptsDelivery ? [{ deliveryId: ownDeliveryId, to: 'registered' }] : [];
  });
  for (const { deliveryId, to } of claims.toSorted((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1))) {
    const claim = await claimDelivery(tx, { deliveryId, to, at });
    if (claim === null) throw new DomainError('EVENT_INVALID', { deliveryId });
    if (!claim.won) LOST[to](claim.status, deliveryId);
  }
}

type Claim = { readonly deliveryId: string; readonly to: 'registered' | 'returned' | 'recalled' };

/** What the loser of the race hears. A registry that registered it itself before has nothing to lose. */
const LOST: { readonly [K in Claim['to']]: (status: string, deliveryId: string) => void } = {
  recalled: (status, deliveryId) => {
    throw new DomainError(status === 'recalled' ? 'DELIVERY_RECALLED' : 'DELIVERY_ALREADY_REGISTERED', { deliveryId });
  },
  registered: (status, deliveryId) => {
    if (status === 'recalled') throw new DomainError('DELIVERY_RECALLED', { deliveryId });
    if (status === 'returned') throw new DomainError('EVENT_OUTDATED', { deliveryId });
  },
  returned: (status, deliveryId) => {
    if (status === 'recalled') throw new DomainError('DELIVERY_RECALLED', { deliveryId });
    if (status !== 'returned') throw new DomainError('DELIVERY_ALREADY_REGISTERED', { deliveryId });
  },
};

/** Dispatch: one delivery row per addressee, and one thing to send for each. */
export function dispatch(work: Work, effect: EffectOf<'dispatch'>): void {
  const recipients = 'listCode' in effect.recipients ? listed(work, effect.effectId, effect.recipients) : effect.recipients;
  if (recipients.length === 0) throw new DomainError('RECIPIENTS_REQUIRED');
  // The column is written by keepVersion only; what is sent again after it came back names its addressees with the act.
  const addressees = [...(work.content.text?.addressees ?? []), ...((work.patch.addressees as readonly Addressee[] | undefined) ?? work.letter.addressees)];
  // Copies are for information, except where the letter goes out as nothing else and only its reading is to be confirmed.
  const asksCopies = effect.expect === 'acknowledgement' && recipients.every(({ role }) => role === 'info');
  for (const { deliveryId, officeId, addressId, role } of recipients) {
    const outside = addressees.find((each) => each.deliveryId === deliveryId || (addressId !== null && each.addressId === addressId)) ?? null;
    work.batch.insert('delivery', {
      id: deliveryId,
      fromLetterId: work.letter.id,
      fromOfficeId: work.letter.officeId,
      toOfficeId: officeId,
      toAddress: officeId === null ? { name: outside?.name ?? '', address: outside?.address ?? '', addressId } : null,
      toLetterId: officeId === null ? null : receiverLetterId(deliveryId),
      role,
      expect: role === 'info' && !asksCopies ? 'nothing' : effect.expect,
      dueOn: work.patch.dateAsked === undefined ? work.letter.dateAsked : work.patch.dateAsked,
      status: 'sent',
      sentAt: work.now,
    });
    addOutbox(work, {
      effectId: `${effect.effectId}:${deliveryId}`,
      orderKey: orderKey(work.letter.id, deliveryId),
      kind: officeId === null ? 'mail' : 'deliver',
      payload: { deliveryId },
    });
    // Addressees chosen in the draft are in the state already; those of a list become known here.
    if ('listCode' in effect.recipients) work.outcome.deliveries.push({ id: deliveryId, token: effect.token, role });
    work.summary.deliveries = [...work.summary.deliveries, { id: deliveryId, change: 'sent' }];
  }
  tellAnswered(work);
}

function listed(work: Work, effectId: string, { role }: { readonly listCode: string; readonly role: Recipient['role'] }): readonly Recipient[] {
  return (work.context.list ?? []).map((member) => ({
    deliveryId: uuidV5(`list:${work.letter.id}:${effectId}:${member.officeId}`),
    officeId: member.officeId,
    addressId: null,
    role: ROLES.find((known) => known === member.role) ?? role,
  }));
}
const ROLES: readonly Recipient['role'][] = ['lead', 'secondary', 'supplementary', 'adviser', 'info'];

/** This letter answers letters of our own: their work is done, and their senders may see which letter answers. */
function tellAnswered(work: Work): void {
  const letterNo = work.patch.letterNo ?? work.letter.letterNo;
  for (const link of work.context.links ?? []) {
    if (link.officeId !== work.letter.officeId) continue;
    tellLetter(work, {
      letterId: link.letterId,
      key: machineEventKey.link(work.letter.id, 'answered'),
      event: { type: 'answered', at: work.at, answerLetterId: work.letter.id },
    });
    if (link.deliveryId !== null) changeDelivery(work, link.deliveryId, { answerLetterId: work.letter.id, answerNo: letterNo });
  }
}

/**
 * The main registration of a letter that came by delivery: the sender sees number and date; what it answers is answered.
 */
export function registered(work: Work, receiveNo: string): void {
  const own = ownDelivery(work);
  if (own !== null && own.status === 'sent') {
    changeDelivery(work, own.id, { receiveNo });
    tellSender(work, own, 'registered');
  }
  tellAsker(work);
}

/** A letter that answers one of ours has been registered: its follow-up may judge it. */
function tellAsker(work: Work): void {
  const own = ownDelivery(work);
  for (const link of work.context.links ?? []) {
    if (link.officeId !== work.letter.officeId) continue;
    const asked = (work.context.asked ?? []).filter(({ fromLetterId, status }) => fromLetterId === link.letterId && status !== 'recalled');
    const outside = asked.filter(({ toOfficeId }) => toOfficeId === null);
    const delivery =
      own === null
        ? (outside.find(({ toName }) => toName === work.letter.fromText) ?? (outside.length === 1 ? outside[0] : undefined))
        : asked.find(({ toOfficeId }) => toOfficeId === own.fromOfficeId);
    if (delivery === undefined) continue;
    changeDelivery(work, delivery.id, {
      status: 'answered', answeredAt: work.now, answerLetterId: work.letter.id, ...(work.letter.theirNo === '' ? {} : { answerNo: work.letter.theirNo }),
    });
    tellLetter(work, {
      letterId: link.letterId,
      key: machineEventKey.delivery(delivery.id, `answered:${work.letter.id}`),
      event: { type: 'delivery', at: work.at, deliveryId: delivery.id, change: 'answered' },
    });
  }
}

export function recallDelivery(work: Work, { effectId, deliveryId }: EffectOf<'recallDelivery'>): void {
  addOutbox(work, { effectId, orderKey: orderKey(work.letter.id, deliveryId), kind: 'recall', payload: { deliveryId } });
  work.summary.deliveries = [...work.summary.deliveries, { id: deliveryId, change: 'recalled' }];
}

export function returnDelivery(work: Work): void {
  const own = ownDelivery(work);
  if (own === null) return;
  changeDelivery(work, own.id, { returnReason: work.content.reason ?? work.content.note ?? '' });
  tellSender(work, own, 'returned');
  work.summary.deliveries = [...work.summary.deliveries, { id: own.id, change: 'returned' }];
}

export function judgeDelivery(work: Work, { deliveryId, verdict }: EffectOf<'judgeDelivery'>): void {
  changeDelivery(work, deliveryId, { verdict });
  work.summary.deliveries = [...work.summary.deliveries, { id: deliveryId, change: 'judged' }];
}

/** Where only an acknowledgement is asked for: reading it, or closing the matter, is one. */
export function acknowledgeDelivery(work: Work): void {
  const own = ownDelivery(work);
  if (own === null || own.expect !== 'acknowledgement' || own.status === 'acknowledged') return;
  const noted = work.input.effects.some(
    (effect) =>
      (effect.type === 'endorse' && effect.action === 'noted') ||
      (effect.type === 'endLetter' && effect.outcome === 'closed') ||
      (effect.type === 'closeTask' && effect.end === 'done' && work.context.tasks.some(({ id, kind }) => id === effect.taskId && kind === 'acknowledge')),
  );
  const isRegistered = own.status === 'registered' || work.deliveryChanges.get(own.id)?.receiveNo !== undefined;
  if (!noted || !isRegistered) return;
  changeDelivery(work, own.id, { status: 'acknowledged', acknowledgedAt: work.now });
  tellSender(work, own, 'acknowledged');
}

function ownDelivery(work: Work): Work['context']['deliveries'][number] | null {
  return work.context.deliveries.find(({ id }) => id === work.letter.deliveryId) ?? null;
}

function tellSender(work: Work, own: { readonly id: string; readonly fromLetterId: string }, change: 'registered' | 'returned' | 'acknowledged'): void {
  tellLetter(work, {
    letterId: own.fromLetterId,
    key: machineEventKey.delivery(own.id, change),
    event: { type: 'delivery', at: work.at, deliveryId: own.id, change },
  });
}
