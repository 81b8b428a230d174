/** A letter arrives at another office of this installation: the receiver's own record, under an id made from the delivery. */
import { randomBytes } from 'node:crypto';
import { withTransaction } from '#db/client';
import { findSent, insertArrival, insertLetterEvent, type Sent } from '#db/repositories/exchange';
import type { OutboxRow } from '#db/repositories/outbox';
import { getRouteTable, getVersionInForce } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import { DomainError } from '#domain/errors';
import { machineEventKey } from '#domain/ids';
import { decideByTable } from '#domain/route/decision-table';
import type { StartEvent } from '#domain/route/events';
import type { Facts } from '#domain/route/model';
import { textOf, type EffectDeps, type EffectResult } from './effect';

/** So long a delivery waits for the sender's final PDF; then it goes without, for a letter must not be lost over its picture. */
const RENDITION_PATIENCE_MS = 10 * 60_000;
const RENDITION_PAUSE_S = 5;

export async function deliver({ pool, letters, hasRenderer }: EffectDeps, row: OutboxRow): Promise<EffectResult> {
  const sent = await findSent(pool, textOf(row, 'deliveryId'));
  if (sent === null || sent.status === 'recalled') return 'sent';
  const isPatient = Date.now() - Date.parse(sent.sentAt) < RENDITION_PATIENCE_MS;
  if (hasRenderer && sent.isRenditionDue && isPatient) return { later: RENDITION_PAUSE_S, why: null };
  const isThere = await withTransaction(pool, (tx) => arrive(tx, sent));
  if (isThere) await letters.wake(sent.toLetterId);
  return 'sent';
}

async function arrive(tx: Tx, sent: Sent): Promise<boolean> {
  const facts = factsOf(sent);
  const routeVersionId = await chooseRoute(tx, sent.toOfficeId, facts);
  const at = new Date().toISOString();
  const event: StartEvent = {
    type: 'start', at, actor: null, letterId: sent.toLetterId, officeId: sent.toOfficeId, routeVersionId, unitId: sent.toRegistryUnitId,
    secrecy: sent.secrecy, facts,
  };
  const publicCode = randomBytes(8).toString('base64url');
  return insertArrival(tx, { sent, routeVersionId, publicCode, at, begin: { key: machineEventKey.start(sent.deliveryId), event } });
}

function factsOf(sent: Sent): Facts {
  const owner = sent.answers.find(({ ownerUnitId }) => ownerUnitId !== null)?.ownerUnitId ?? null;
  return {
    direction: 'incoming',
    kind: sent.kind,
    urgency: sent.urgency,
    secrecy: sent.secrecy,
    channel: 'exchange',
    fromOfficeId: sent.fromOfficeId,
    isCircular: sent.isCircular,
    isReply: sent.answers.length > 0,
    hasEnclosures: sent.enclosureList.length > 0,
    ...(sent.urgentBy === null ? {} : { urgentBy: sent.urgentBy }),
    ...(sent.dateAsked === null ? {} : { dateAsked: sent.dateAsked }),
    // An answer goes to the unit that asked.
    ...(owner === null ? {} : { proposedUnit: owner }),
  };
}

async function chooseRoute(tx: Tx, officeId: string, facts: Facts): Promise<string> {
  const { values } = decideByTable(await getRouteTable(tx, { officeId, scope: 'letter' }), facts);
  const code = values['route'];
  if (typeof code !== 'string') throw new DomainError('ROUTE_MISSING', { officeId });
  return (await getVersionInForce(tx, { officeId, code })).id;
}

/** The sender took it back: the receiver's record, where it has arrived, ends unregistered. */
export async function recall({ pool, letters }: EffectDeps, row: OutboxRow): Promise<EffectResult> {
  const deliveryId = textOf(row, 'deliveryId');
  const sent = await findSent(pool, deliveryId);
  if (sent === null) return 'sent';
  const key = machineEventKey.delivery(deliveryId, 'recalled');
  const isThere = await insertLetterEvent(pool, { letterId: sent.toLetterId, key, event: { type: 'recalled', at: row.createdAt } });
  if (isThere) await letters.wake(sent.toLetterId);
  return 'sent';
}
