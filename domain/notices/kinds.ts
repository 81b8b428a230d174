/** Kinds of notices, and by which ways a person wants to hear of each. No schemas here: the screens need these words. */
import { nextWorkingDay, workingDayFrom, type OfficeCalendar } from '../calendar/calendar';
import { bangkokDate, bangkokInstant, type Instant } from '../thai/dates';

export const NOTICE_KINDS = ['task', 'due', 'letter', 'route', 'custom'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** By e-mail: not at all, each as it comes, or all of a day in one. */
export const MAIL_WAYS = ['none', 'now', 'digest'] as const;
export type MailWay = (typeof MAIL_WAYS)[number];
/** `bell`: counted at the bell. A notice stands on the page of notices in any case. */
export type NoticeWays = { readonly bell: boolean; readonly mail: MailWay };
export type NoticeSettings = { readonly [K in NoticeKind]: NoticeWays };

/** What somebody gets who has chosen nothing: time limits and drafts that came back once a day, the rest in the app alone. */
export const USUAL_WAYS: NoticeSettings = {
  task: { bell: true, mail: 'digest' },
  due: { bell: true, mail: 'digest' },
  letter: { bell: true, mail: 'none' },
  route: { bell: true, mail: 'none' },
  custom: { bell: true, mail: 'digest' },
};

const KIND_OF: { readonly [template: string]: NoticeKind } = {
  taskWithdrawn: 'task', draftAmended: 'task', draftReturned: 'task', deliveryReturned: 'task',
  taskReminder: 'due', taskOverdue: 'due', supervisorReminder: 'due', letterUrged: 'due',
  letterHeld: 'letter', letterResumed: 'letter', letterCancelled: 'letter',
  routeFlag: 'route', routeProposed: 'route', routeApproved: 'route', routeReturned: 'route', routeChanged: 'route', routeCalledOff: 'route',
};

/** What a notice is of; a route's own notice, or one of a later version, is `custom`. */
export const kindOf = (template: string): NoticeKind => (Object.hasOwn(KIND_OF, template) ? (KIND_OF[template] ?? 'custom') : 'custom');

/** Templates of the kinds that are not counted at the bell. `custom` has no list: it is whatever no other kind names. */
export function mutedTemplates(settings: NoticeSettings): { readonly templates: readonly string[]; readonly isCustomMuted: boolean; readonly known: readonly string[] } {
  const known = Object.keys(KIND_OF);
  return { known, templates: known.filter((template) => !settings[kindOf(template)].bell), isCustomMuted: !settings.custom.bell };
}

/** What was chosen, with the usual for what was not. Whatever is kept in another form counts as not chosen. */
export function toSettings(kept: unknown): NoticeSettings {
  const chosen = typeof kept === 'object' && kept !== null ? (kept as { readonly [kind: string]: unknown }) : {};
  return Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, toWays(chosen[kind], USUAL_WAYS[kind])])) as NoticeSettings;
}

function toWays(kept: unknown, usual: NoticeWays): NoticeWays {
  if (typeof kept !== 'object' || kept === null) return usual;
  const { bell, mail } = kept as { readonly bell?: unknown; readonly mail?: unknown };
  return { bell: typeof bell === 'boolean' ? bell : usual.bell, mail: MAIL_WAYS.find((way) => way === mail) ?? usual.mail };
}

/** When a day's notices are sent together: as the office next opens. */
export function nextDigest(calendar: OfficeCalendar, at: Instant): Instant {
  const opening = (day: string): Instant => bangkokInstant(day, calendar.hours.start);
  const first = workingDayFrom(calendar, bangkokDate(at));
  return Date.parse(opening(first)) > Date.parse(at) ? opening(first) : opening(nextWorkingDay(calendar, first));
}
