/**
 * What a change of an office's structure must satisfy (reference §6.1). Nothing is ever deleted: what has been referred to is
 * closed with a last day, and stays where letters and registers name it.
 */
import { DomainError } from '../errors';
import { ROLES, type Role } from '../letter/vocabulary';
import type { CivilDate } from '../thai/dates';

/** A node of a tree of units, posts or offices. */
export type TreeNode = { readonly id: string; readonly parentId: string | null };
/** Days from the first (included) to the last (not included); null means until further notice. */
export type Validity = { readonly validFrom: CivilDate; readonly validTo: CivilDate | null };
export type ValidityState = 'future' | 'inForce' | 'ended';

/** Roles that are not an office's own to give: they reach beyond it. */
const BEYOND_THE_OFFICE: readonly Role[] = ['system_admin', 'inspector'];
/** Roles that an office's administrator may give to a post of the office. */
export const GRANTABLE_ROLES: readonly Role[] = ROLES.filter((role) => !BEYOND_THE_OFFICE.includes(role));

/** @throws DomainError TREE_CYCLE when `parentId` is the node itself or lies below it */
export function assertNoCycle(nodes: readonly TreeNode[], { id, parentId }: TreeNode): void {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const seen = new Set<string>();
  for (let at = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) throw new DomainError('TREE_CYCLE', { id, parentId });
    seen.add(at);
  }
}

/**
 * Asserts that a post's roles may become `after`.
 * @throws DomainError ROLE_NOT_GRANTABLE for a role that is given or taken and is not the office's to give; OWN_ACCOUNT when
 * somebody changes the roles of a post of their own
 */
export function assertRoles({ before, after, isOwn }: { readonly before: readonly Role[]; readonly after: readonly Role[]; readonly isOwn: boolean }): void {
  const changed = [...after.filter((role) => !before.includes(role)), ...before.filter((role) => !after.includes(role))];
  const beyond = changed.filter((role) => !GRANTABLE_ROLES.includes(role));
  if (beyond.length > 0) throw new DomainError('ROLE_NOT_GRANTABLE', { roles: beyond });
  if (isOwn && changed.length > 0) throw new DomainError('OWN_ACCOUNT', { roles: changed });
}

/** Whether something is to come, there, or over on a day. What ends on its first day never was. */
export function validityState({ validFrom, validTo }: Validity, day: CivilDate): ValidityState {
  if (validTo !== null && (validTo <= day || validTo <= validFrom)) return 'ended';
  return validFrom > day ? 'future' : 'inForce';
}

/**
 * Asserts that something may end with `on` as the first day without it: not before it began, and not in the past, since what was
 * done meanwhile stays done.
 * @throws DomainError PERIOD_INVALID
 */
export function assertClosing({ validFrom }: Pick<Validity, 'validFrom'>, { on, today }: { readonly on: CivilDate; readonly today: CivilDate }): void {
  if (on < validFrom || on < today) throw new DomainError('PERIOD_INVALID', { from: validFrom, on });
}

/** A code from a name of a unit or post where the administrator gives none: short, unique, and without meaning. */
export const generatedCode = (prefix: 'u' | 'p' | 'l', id: string): string => `${prefix}-${id.slice(0, 8)}`;
