/** What an audit event names, in words: its data holds ids, codes and instants only. */
import type { AuditEventView } from '#domain/contracts/audit';
import { type KnownOutcome, OUTCOME_LABELS } from '#domain/route/outcome-label';
import { formatDate, formatTime } from '#domain/thai/dates';
import { personOf, postOf, unitOf, type NameIds, type Names } from '#db/repositories/names';
import type { TrailEvent } from '#db/repositories/audit-trail';

type Detail = AuditEventView['details'][number];
type Field = Detail['field'];
type Words = (value: unknown, names: Names) => Detail['value'] | null;

const text = (value: unknown): Detail['value'] | null => (typeof value === 'string' || typeof value === 'number' ? same(String(value)) : null);
const same = (value: string): Detail['value'] | null => (value === '' ? null : { th: value, en: value });
const person: Words = (value, names) => (typeof value === 'string' ? personOf(names, value).name : null);
const post: Words = (value, names) => (typeof value === 'string' ? postOf(names, value).title : null);
const unit: Words = (value, names) => (typeof value === 'string' ? unitOf(names, value).name : null);
const day: Words = (value) => (typeof value === 'string' ? { th: formatDate(value, 'register', 'arabic'), en: formatDate(value, 'english', 'arabic') } : null);
const instant: Words = (value, names) => {
  const date = day(value, names);
  if (date === null || typeof value !== 'string') return null;
  if (!value.includes('T')) return date;
  const time = formatTime(value, 'arabic');
  return { th: `${date.th} ${time}`, en: `${date.en} ${time}` };
};
/** What people's acts are called; an outcome that a step has of its own goes by its code. */
const outcome: Words = (value) => (typeof value === 'string' && Object.hasOwn(OUTCOME_LABELS, value) ? OUTCOME_LABELS[value as KnownOutcome] : text(value));
const numbers: Words = (value) =>
  Array.isArray(value) ? same(value.flatMap((each: unknown) => (typeof each === 'object' && each !== null && 'printed' in each ? [String(each.printed)] : [])).join(', ')) : null;

/** Names of the data that are shown, under which heading, and how. */
const SHOWN: readonly (readonly [name: string, field: Field, words: Words])[] = [
  ['personId', 'person', person], ['postId', 'post', post], ['fromPostId', 'fromPost', post], ['toPostId', 'toPost', post], ['ownPostId', 'ownPost', post], ['orderNo', 'orderNo', text],
  ['from', 'from', instant], ['to', 'to', instant], ['endedAt', 'endedAt', instant], ['day', 'day', day], ['on', 'day', day], ['unitId', 'unit', unit], ['code', 'code', text], ['version', 'version', text], ['numbers', 'number', numbers],
  ['outcome', 'outcome', outcome], ['rule', 'rule', text], ['count', 'count', text],
];

/** Ids that the details of these events name. */
export function idsIn(events: readonly TrailEvent[]): NameIds {
  const values = (keys: readonly string[]): string[] => events.flatMap(({ data }) => keys.map((key) => data[key]).filter((value): value is string => typeof value === 'string'));
  return { persons: values(['personId']), posts: values(['postId', 'fromPostId', 'toPostId', 'ownPostId']), units: values(['unitId']), offices: [] };
}

export const detailsOf = ({ data }: TrailEvent, names: Names): Detail[] =>
  SHOWN.flatMap(([name, field, words]) => {
    const value = words(data[name], names);
    return value === null || (value.th === '' && value.en === '') ? [] : [{ field, value }];
  });
