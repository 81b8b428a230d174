/** What changed from one version of a route to another. Where steps stand on the canvas is no part of it: moved is not changed. */
import { canonicalJson } from '../canonical-json';
import { factLabel } from './facts';
import { wayName } from './manual';
import type { NodeId, Route, RouteEdge, RouteNode } from './model';
import { sayCondition, sayDeadline, sayRule, sayRung, sayValue, type Lang, type Words } from './say';
import { stepForms } from './steps/forms';
import type { FormField } from './steps/form';

export type RouteChange =
  | { readonly kind: 'described'; readonly before: string; readonly after: string }
  | { readonly kind: 'stepAdded' | 'stepRemoved'; readonly node: RouteNode }
  | { readonly kind: 'stepRenamed'; readonly node: RouteNode; readonly before: RouteNode }
  /** One setting of a step; absent stands as undefined. */
  | { readonly kind: 'settingChanged'; readonly node: RouteNode; readonly setting: string; readonly before: unknown; readonly after: unknown }
  /** With the version of the route that has the line. */
  | { readonly kind: 'lineAdded' | 'lineRemoved'; readonly route: Route; readonly edge: RouteEdge; readonly from: RouteNode | null; readonly to: RouteNode | null };

/** What is said of a step by other kinds of change. */
const NAMES: ReadonlySet<string> = new Set(['id', 'type', 'name', 'nameEn']);

/**
 * Changes in the order of the newer route, what was taken out last. Steps are the same where they have the same id and type; a
 * line is what leads from a step by an outcome to another, whatever its id.
 */
export function diffRoutes(before: Route, after: Route): readonly RouteChange[] {
  const was = new Map(before.nodes.map((node) => [node.id, node]));
  const is = new Map(after.nodes.map((node) => [node.id, node]));
  const isSame = (node: RouteNode, other: RouteNode | undefined): other is RouteNode => other?.type === node.type;
  const described = before.name === after.name ? [] : [{ kind: 'described', before: before.name, after: after.name } as const];
  return [
    ...described,
    ...after.nodes.flatMap((node): RouteChange[] => {
      const earlier = was.get(node.id);
      return isSame(node, earlier) ? ofStep(earlier, node) : [{ kind: 'stepAdded', node }];
    }),
    ...linesOnlyIn(after, before, is).map((line): RouteChange => ({ kind: 'lineAdded', ...line })),
    ...before.nodes.filter((node) => !isSame(node, is.get(node.id))).map((node): RouteChange => ({ kind: 'stepRemoved', node })),
    ...linesOnlyIn(before, after, was).map((line): RouteChange => ({ kind: 'lineRemoved', ...line })),
  ];
}

function ofStep(before: RouteNode, node: RouteNode): RouteChange[] {
  const was: { readonly [setting: string]: unknown } = { ...before };
  const is: { readonly [setting: string]: unknown } = { ...node };
  const settings = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !NAMES.has(name));
  const changed = settings.filter((name) => canonicalJson(was[name] ?? null) !== canonicalJson(is[name] ?? null));
  return [
    ...(before.name === node.name && before.nameEn === node.nameEn ? [] : [{ kind: 'stepRenamed', node, before } as const]),
    ...changed.map((setting): RouteChange => ({ kind: 'settingChanged', node, setting, before: was[setting], after: is[setting] })),
  ];
}

const meaning = ({ from, outcome, to }: RouteEdge): string => JSON.stringify([from, outcome, to]);

function linesOnlyIn(one: Route, other: Route, nodes: ReadonlyMap<NodeId, RouteNode>) {
  const known = new Set(other.edges.map(meaning));
  return one.edges.filter((edge) => !known.has(meaning(edge))).map((edge) => ({ route: one, edge, from: nodes.get(edge.from) ?? null, to: nodes.get(edge.to) ?? null }));
}

/** A change as a sentence. */
export function sayChange(change: RouteChange, words: Words): string {
  const { lang } = words;
  const th = lang === 'th';
  switch (change.kind) {
    case 'described':
      return th ? `เปลี่ยนชื่อเส้นทางจาก “${change.before}” เป็น “${change.after}”` : `The route “${change.before}” is now called “${change.after}”`;
    case 'stepAdded':
      return th ? `เพิ่มขั้น “${nameOf(change.node, lang)}” (${kindOf(change.node, lang)})` : `Step “${nameOf(change.node, lang)}” (${kindOf(change.node, lang)}) is new`;
    case 'stepRemoved':
      return th ? `ตัดขั้น “${nameOf(change.node, lang)}” (${kindOf(change.node, lang)}) ออก` : `Step “${nameOf(change.node, lang)}” (${kindOf(change.node, lang)}) is gone`;
    case 'stepRenamed':
      return th ? `เปลี่ยนชื่อขั้น “${nameOf(change.before, lang)}” เป็น “${nameOf(change.node, lang)}”` : `Step “${nameOf(change.before, lang)}” is now called “${nameOf(change.node, lang)}”`;
    case 'settingChanged':
      return saySetting(change, words);
    case 'lineAdded':
      return th ? `เพิ่มทางจาก ${sayWay(change, words)} ไป “${nameOf(change.to, lang)}”` : `${sayWay(change, words)} now leads to “${nameOf(change.to, lang)}”`;
    case 'lineRemoved':
      return th ? `ตัดทางจาก ${sayWay(change, words)} ไป “${nameOf(change.to, lang)}”` : `${sayWay(change, words)} no longer leads to “${nameOf(change.to, lang)}”`;
  }
}

/** A step and, where it has several ways out, which of them. */
function sayWay({ route, edge, from }: Extract<RouteChange, { readonly route: Route }>, words: Words): string {
  const way = wayName(route, edge, words);
  return `“${nameOf(from, words.lang)}”${way === '' ? '' : ` (${way})`}`;
}

function saySetting({ node, setting, before, after }: Extract<RouteChange, { kind: 'settingChanged' }>, words: Words): string {
  const { lang } = words;
  // Every setting of a type has a field in its form.
  const field = (stepForms[node.type].fields as { readonly [name: string]: FormField })[setting];
  const label = field?.[lang] ?? (setting === 'description' ? { th: 'คำอธิบาย', en: 'Description' }[lang] : setting);
  const [was, is] = [before, after].map((value) => sayAny(field, value, words));
  // What cannot be said in a few words only says that it is another one.
  if (was === null || is === null) return lang === 'th' ? `ขั้น “${nameOf(node, lang)}”: แก้ไข${label}` : `Step “${nameOf(node, lang)}”: ${label} was changed`;
  return lang === 'th' ? `ขั้น “${nameOf(node, lang)}”: ${label} จาก ${was} เป็น ${is}` : `Step “${nameOf(node, lang)}”: ${label} from ${was} to ${is}`;
}

function sayAny(field: FormField | undefined, value: unknown, words: Words): string | null {
  if (value === undefined || value === null) return { th: 'ไม่ได้กำหนด', en: 'nothing' }[words.lang];
  // The widget of a field says what shape its value has.
  const say: { readonly [W in FormField['widget']]?: (value: never) => string } = {
    assignee: (rule: Parameters<typeof sayRule>[0]) => sayRule(rule, words),
    assignees: (rules: readonly Parameters<typeof sayRule>[0][]) => rules.map((rule) => sayRule(rule, words)).join(', '),
    deadline: (limit: Parameters<typeof sayDeadline>[0]) => sayDeadline(limit, words),
    escalation: (rungs: readonly Parameters<typeof sayRung>[0][]) => rungs.map((rung) => sayRung(rung, words)).join('; '),
    condition: (condition: Parameters<typeof sayCondition>[0]) => sayCondition(condition, words),
    choice: (code: string) => field?.options?.find((option) => option.value === code)?.[words.lang] ?? code,
    choices: (codes: readonly string[]) => codes.map((code) => field?.options?.find((option) => option.value === code)?.[words.lang] ?? code).join(', '),
    facts: (names: string | readonly string[]) => [names].flat().map((name) => factLabel(name)[words.lang]).join(', '),
  };
  const known = field === undefined ? undefined : (say[field.widget] as ((value: unknown) => string) | undefined);
  if (known !== undefined) return known(value);
  return ['string', 'number', 'boolean'].includes(typeof value) ? sayValue('', value as string | number | boolean, words) : null;
}

const nameOf = (node: RouteNode | null, lang: Lang): string => (node === null ? '–' : lang === 'en' ? (node.nameEn ?? node.name) : node.name);
const kindOf = (node: RouteNode, lang: Lang): string => stepForms[node.type].label[lang];
