/**
 * The people side of one office at one moment, as assignee rules need it: posts with whoever holds or acts for them,
 * units, and the posts of last resort. A snapshot; who may really act is asked again at the act.
 */
import type { Role, Secrecy } from '#domain/letter/vocabulary';

export type DirectoryPost = {
  readonly id: string;
  /** Stable short name within the office, as routes write it. */
  readonly code: string;
  readonly unitId: string;
  readonly superiorId: string | null;
  readonly roles: readonly Role[];
  readonly isUnitHead: boolean;
  /** Persons who may act for the post now: holder, acting, or the first successor present. Empty: vacant. */
  readonly holders: readonly string[];
  /** Highest clearance among the holders. */
  readonly clearance: Secrecy;
  /** Clearance of each holder: a task named to one person needs that person's own. */
  readonly clearances: { readonly [personId: string]: Secrecy };
  /** Units that this post oversees (a deputy's portfolio). */
  readonly oversees: readonly string[];
};

export type DirectoryUnit = {
  readonly id: string;
  readonly code: string;
  readonly parentId: string | null;
  readonly headPostId: string | null;
};

export type Directory = {
  readonly posts: readonly DirectoryPost[];
  readonly units: readonly DirectoryUnit[];
  readonly registryUnitId: string | null;
  /** Gets what nobody else can be found for. */
  readonly fallbackPostId: string | null;
  readonly processOwnerPostId: string | null;
  readonly secretRegistrarPostId: string | null;
  /** The parent office's; its post is not among `posts`. */
  readonly parentSecretRegistrarPostId: string | null;
};

type Index = {
  readonly posts: ReadonlyMap<string, DirectoryPost>;
  readonly postsByCode: ReadonlyMap<string, DirectoryPost>;
  readonly units: ReadonlyMap<string, DirectoryUnit>;
  readonly unitsByCode: ReadonlyMap<string, DirectoryUnit>;
};
const cache = new WeakMap<Directory, Index>();

/** Lookups by id and code; worked out once per snapshot. */
export function indexOf(directory: Directory): Index {
  const known = cache.get(directory);
  if (known) return known;
  const index: Index = {
    posts: new Map(directory.posts.map((post) => [post.id, post])),
    postsByCode: new Map(directory.posts.map((post) => [post.code, post])),
    units: new Map(directory.units.map((unit) => [unit.id, unit])),
    unitsByCode: new Map(directory.units.map((unit) => [unit.code, unit])),
  };
  cache.set(directory, index);
  return index;
}
