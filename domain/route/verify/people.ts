/**
 * Whether every rule means somebody today, and where the route takes classified letters, somebody cleared for them. Relations
 * that depend on the letter are not decided here.
 */
import { secrecyRank, type BookKind, type Secrecy } from '#domain/letter/vocabulary';
import { meansAnybody } from '../assignee';
import { indexOf, type Directory, type DirectoryPost } from '../directory';
import type { AssigneeContext } from '../effects';
import type { AssigneeRule, NodeOf, NodeType, Route, UnitRef } from '../model';
import { type PlaceNames, sayRuleIn } from '../place-words';
import { finding, type Finding, type FindingCode } from './finding';
import { behaviourOf } from './structure';

type Office = {
  readonly directory: Directory;
  readonly places?: PlaceNames | undefined;
  /** Highest class of letters that take this route; left out, what its registers say. */
  readonly admits?: Secrecy | undefined;
};

export function peopleFindings(route: Route, { directory, places, admits = classOfBooks(route) }: Office): Finding[] {
  return route.nodes.flatMap((node) => {
    // `node` belongs to the step that was looked up by its type.
    const asked = behaviourOf(node).asks(node as NodeOf<NodeType>);
    return asked.flatMap(({ rule }) => {
      const code = isFixed(rule) ? faultOf(rule, directory, admits) : null;
      return code === null ? [] : [finding(code, route, [node.id], sayRuleIn(undefined)(rule).en, sayRuleIn(places)(rule))];
    });
  });
}

function faultOf(rule: AssigneeRule, directory: Directory, admits: Secrecy): FindingCode | null {
  const { posts } = indexOf(directory);
  const find = (id: string | null): DirectoryPost | undefined => (id === null ? undefined : posts.get(id));
  if (!meansAnybody(rule, directory, NO_LETTER)) return (find(directory.fallbackPostId)?.holders.length ?? 0) > 0 ? 'NOBODY_TODAY' : 'NOBODY';
  if (meansAnybody(rule, directory, { ...NO_LETTER, secrecy: admits })) return null;
  const registrar = find(directory.secretRegistrarPostId);
  const isCleared = registrar !== undefined && registrar.holders.length > 0 && secrecyRank(registrar.clearance) >= secrecyRank(admits);
  return isCleared || directory.parentSecretRegistrarPostId !== null ? 'UNCLEARED_TODAY' : 'UNCLEARED';
}

/** A route that writes into a secret register takes classified letters, whatever the office's table says. */
function classOfBooks({ nodes }: Route): Secrecy {
  const classes = nodes.flatMap((node) => (node.type === 'register' ? [CLASS_OF_BOOK[node.book] ?? 'none'] : []));
  return classes.toSorted((a, b) => secrecyRank(b) - secrecyRank(a))[0] ?? 'none';
}

const CLASS_OF_BOOK: { readonly [B in BookKind]?: Secrecy } = { secret_receive: 'secret', secret_send: 'secret', secret_control: 'top_secret' };

const NO_LETTER: AssigneeContext = { holderUnitId: null, lastActor: null, drafter: null, facts: {}, secrecy: 'none' };

const isFixedUnit = (unit: UnitRef): boolean => typeof unit === 'object' || unit === 'registry';

function isFixed(rule: AssigneeRule): boolean {
  if (rule.by === 'post' || rule.by === 'group') return true;
  if (rule.by === 'unitHead' || rule.by === 'oversees') return isFixedUnit(rule.unit);
  return rule.by === 'role' && (rule.unit === undefined || isFixedUnit(rule.unit));
}
