import type { LetterPage } from '#domain/contracts/letter-page';
import type { PageDelivery, PageTransition } from '#db/repositories/letter-page';
import { officeOf } from '#db/repositories/names';
import { outcomeLabel } from '#domain/route/outcome-label';
import { localName, toActorView, type PageSources } from './sources';

type Item = LetterPage['timeline'][number];

/** Events that only drive the machine, or that the delivery's own lines tell better. */
const SILENT: ReadonlySet<string> = new Set(['effectReported', 'delivery']);

/**
 * One timeline over the offices. Of another office it tells what a sender may know: that it arrived, its receive number and
 * date, the unit in charge and the answer.
 */
export function timeline(sources: PageSources): Item[] {
  const { record } = sources;
  return [
    ...cameFrom(sources),
    ...record.transitions.filter((transition) => isTold(transition)).map((transition) => ownLine(sources, transition)),
    ...record.deliveries.flatMap((delivery) => peerLines(sources, delivery)),
  ].toSorted((a, b) => a.at.localeCompare(b.at) || (a.seq ?? 0) - (b.seq ?? 0));
}

const isTold = ({ eventType, summary }: PageTransition): boolean =>
  !SILENT.has(eventType) && (eventType !== 'timer' || summary.opened.length > 0 || summary.outcome !== null || summary.status !== null);

const EMPTY = {
  seq: null, actor: null, nodeName: null, outcome: null, outcomeLabel: null, numbers: [], note: null, unitInCharge: null, receiveNo: null, answerNo: null,
} satisfies Partial<Item>;

function ownLine({ record, names, routes }: PageSources, { seq, eventType, at, personId, postId, capacity, summary }: PageTransition): Item {
  const endorsement = record.endorsements.find((each) => each.seq === seq);
  const node = summary.node;
  const route = node === null ? null : [...routes.values()].find(({ nodes }) => nodes.some(({ id }) => id === node.id)) ?? null;
  const step = route?.nodes.find(({ id }) => id === node?.id) ?? null;
  const actor = personId === null || postId === null
    ? null
    : toActorView(names, { personId, postId, capacity: capacity ?? 'own', ownPostId: endorsement?.ownPostId ?? null, orderNo: endorsement?.orderNo ?? '' });
  return {
    ...EMPTY,
    at, seq, actor, type: eventType,
    office: officeOf(names, record.letter.officeId),
    isOwnOffice: true,
    nodeName: node === null ? null : localName(node.name, node.nameEn),
    outcome: summary.outcome,
    outcomeLabel: summary.outcome === null ? null : outcomeLabel(step, summary.outcome, route),
    numbers: summary.numbers.map(({ printed }) => printed),
    note: record.notes.find((note) => note.seq === seq)?.text ?? null,
  };
}

function cameFrom({ record, names }: PageSources): Item[] {
  const { cameBy } = record;
  if (cameBy === null) return [];
  return [{ ...EMPTY, at: cameBy.sentAt, office: officeOf(names, cameBy.fromOfficeId), isOwnOffice: false, type: 'sent', numbers: cameBy.letterNo === '' ? [] : [cameBy.letterNo] }];
}

function peerLines({ names }: PageSources, delivery: PageDelivery): Item[] {
  if (delivery.toOfficeId === null) return [];
  const office = officeOf(names, delivery.toOfficeId);
  const line = (at: string | null, type: string, more: Partial<Item> = {}): Item[] => (at === null ? [] : [{ ...EMPTY, at, office, isOwnOffice: false, type, ...more }]);
  const { receiveNo, unitInCharge, answerNo } = delivery;
  return [
    ...line(delivery.registeredAt, 'registered', { receiveNo, unitInCharge }),
    ...(delivery.status === 'returned' ? line(delivery.arrivedAt, 'returned', { note: delivery.returnReason }) : []),
    ...line(delivery.acknowledgedAt, 'acknowledged', { receiveNo }),
    ...line(delivery.answeredAt, 'answered', { receiveNo, answerNo }),
  ];
}
