/** The office's people at the moment of the commit: who a rule means, and what posts, persons and units are called. */
import { loadDirectory, type DirectoryCache } from '#db/repositories/directory';
import { readNames, type Names, type PostName } from '#db/repositories/commit/names';
import type { Tx } from '#db/tx';
import { resolveAssignee as resolve, type ResolvedAssignee } from '#domain/route/assignee';
import { indexOf, type Directory } from '#domain/route/directory';
import type { AssigneeContext, Effect, Exclusion } from '#domain/route/effects';
import type { AssigneeRule } from '#domain/route/model';
import type { People, Work } from './work';

/** Directory of the office, and the names of whoever signs and of units in charge, where the effects need them. */
export async function loadPeople(
  tx: Tx,
  { directories, officeId, at, version, effects }: {
    readonly directories: DirectoryCache | undefined; readonly officeId: string; readonly at: string; readonly version: number; readonly effects: readonly Effect[];
  },
): Promise<People> {
  const directory = directories === undefined ? await loadDirectory(tx, { officeId, at }) : await directories.load(tx, { officeId, at, version });
  const hasNames = effects.some(({ type }) => type === 'seal' || type === 'openAssignment');
  if (!hasNames) return { directory, names: NO_NAMES };
  const signers = effects.flatMap((effect) => (effect.type === 'seal' ? [effect.actor] : []));
  const names = await readNames(tx, { officeId, personIds: signers.map(({ personId }) => personId), signingPostIds: signers.map(({ postId }) => postId) });
  return { directory, names };
}

const NO_NAMES: Names = { posts: new Map(), persons: new Map(), units: new Map(), delegations: [] };

/** The office's people; only where the transition has asked for them. */
export function directoryOf({ people }: Work): Directory {
  if (people === null) throw new Error('a rule without a directory');
  return people.directory;
}

/** Who a rule means now. */
export function resolveAssignee(
  work: Work,
  { rule, context, exclude }: { readonly rule: AssigneeRule; readonly context: AssigneeContext; readonly exclude: Exclusion },
): ResolvedAssignee {
  return resolve(rule, directoryOf(work), context, exclude);
}

/** Superiors of some posts, each once. */
export function superiorsOf(work: Work, postIds: readonly string[]): readonly string[] {
  const { posts } = indexOf(directoryOf(work));
  return [...new Set(postIds.flatMap((id) => posts.get(id)?.superiorId ?? []))];
}

export const postOf = (work: Work, postId: string | null): PostName | null => (postId === null ? null : (work.people?.names.posts.get(postId) ?? null));
