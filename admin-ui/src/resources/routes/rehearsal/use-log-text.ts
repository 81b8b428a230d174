import { useTranslate } from 'react-admin';
import type { Route, RouteBook } from '#domain/route/model';
import { outcomeLabel } from '#domain/route/outcome-label';
import type { Broken } from '#domain/route/rehearsal';
import type { LogEntry } from '#domain/route/rehearsal/log';
import { sayRule } from '#domain/route/say';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import type { SettingsContext } from '../panel/types';

type Who = Extract<LogEntry, { kind: 'asked' }>['who'];
type Sayings = { readonly [K in LogEntry['kind']]: (entry: Extract<LogEntry, { kind: K }>) => string };

/** Who is meant, by post and person. */
export function useWho(context: SettingsContext): (who: Who) => string {
  const translate = useTranslate();
  const { people } = context;
  return (who) => who.map(({ postId, personIds }) => {
    const persons = personIds.map((id) => people?.personName(id) ?? id).join(', ');
    if (postId === null) return persons;
    return `${people?.postName(postId) ?? postId} (${persons === '' ? translate('routeSetting.asked.vacant') : persons})`;
  }).join(' · ') || translate('rehearsal.nobody');
}

/** What has happened, as one would tell it. @param routes every route that the letter may go on */
export function useLogText(context: SettingsContext, routes: RouteBook): (entry: LogEntry) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const sayWho = useWho(context);
  const { route, words, people } = context;
  const on = (id: string | null): Route => (id === null ? undefined : routes[id]) ?? route;
  const unitOf = (id: string): string => words.value?.('ownerUnitId', id) ?? id;
  const say: Sayings = {
    asked: ({ node, name, rule, who, via, passedOver, dueAt }) => [
      translate('rehearsal.log.asked', { step: name === '' ? nameOf(route, node, localName) : name, who: sayWho(who), rule: sayRule(rule, words) }),
      ...(via === 'rule' ? [] : [translate(`routeSetting.asked.${via}`)]),
      ...(passedOver.length === 0 ? [] : [translate('rehearsal.log.passedOver', { who: passedOver.map((id) => people?.postName(id) ?? id).join(', ') })]),
      ...(dueAt === null ? [] : [translate('rehearsal.log.due', { at: format.dateTime(dueAt) })]),
    ].join(' · '),
    acted: ({ route: at, node, outcome, who, action }) => translate('rehearsal.log.acted', { step: nameOf(on(at), node, localName), who: sayWho(who), outcome: action === null ? localName(outcomeLabel(on(at).nodes.find(({ id }) => id === node) ?? null, outcome, on(at))) : translate(`actionWord.${action}`) }),
    handedOver: ({ route: at, node, who }) => translate('rehearsal.log.handedOver', { step: nameOf(on(at), node, localName), who: sayWho(who) }),
    withdrawn: ({ route: at, node, who }) => translate('rehearsal.log.withdrawn', { step: nameOf(on(at), node, localName), who: sayWho(who) }),
    told: ({ template, custom, who }) => translate('rehearsal.log.told', { what: custom ?? translate(`rehearsal.notice.${template}`), who: sayWho(who) }),
    number: ({ book, printed, unitId }) => translate('rehearsal.log.number', { book: translate(`bookKind.${book}`), no: format.digits(printed), unit: unitId === null ? '' : `(${unitOf(unitId)})` }),
    directed: ({ unitId, postId, part, action }) => translate('rehearsal.log.directed', { unit: postId === null ? unitOf(unitId) : (people?.postName(postId) ?? postId), part: translate(`officeRoute.part.${part}`), action: translate(`actionWord.${action}`) }),
    sent: ({ list, count }) => translate(list === null ? 'rehearsal.log.sent' : 'rehearsal.log.sentToList', { n: format.number(count), list: list ?? '' }),
    delivery: ({ deliveryId, change }) => translate('rehearsal.log.delivery', { who: deliveryId, what: translate(`rehearsal.choice.delivery.${change}`) }),
    answered: () => translate('rehearsal.log.answered'),
    held: () => translate('rehearsal.log.held'),
    resumed: () => translate('rehearsal.log.resumed'),
    ended: ({ outcome }) => translate('rehearsal.log.ended', { outcome: translate(`endOutcome.${outcome}`) }),
  };
  // The key picks what is said of this very entry.
  return (entry) => (say[entry.kind] as (each: LogEntry) => string)(entry);
}

export function nameOf(route: Route, id: string, localName: (name: { th: string; en: string }) => string): string {
  const node = route.nodes.find((each) => each.id === id);
  return node === undefined ? id : localName({ th: node.name, en: node.nameEn ?? '' });
}

/** Why a move was refused, in the reader's language. */
export function useRefusalText(): (broken: Pick<Broken, 'code' | 'details'>) => string {
  const translate = useTranslate();
  return ({ code, details }) => translate(`errors.${code}`, { label: '', signs: '', ...details, _: code });
}
