/** An office for tests: posts named by their code (`P-clerk`), each held by one person (`H-clerk`), units `U-registry`. */
import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import type { Role, Secrecy } from '#domain/letter/vocabulary';
import type { Directory, DirectoryPost } from '../directory';
import type { Actor } from '../state';

type PostSpec = {
  readonly unit: string;
  readonly superior?: string;
  readonly roles?: readonly Role[];
  readonly isHead?: boolean;
  readonly clearance?: Secrecy;
  readonly oversees?: readonly string[];
};

const POSTS: { readonly [code: string]: PostSpec } = {
  governor: { unit: 'office', isHead: true, clearance: 'secret' },
  deputy: { unit: 'office', superior: 'governor', clearance: 'secret', oversees: ['ict', 'finance'] },
  chief: { unit: 'registry', superior: 'deputy', roles: ['head'], isHead: true, clearance: 'confidential' },
  clerk: { unit: 'registry', superior: 'chief', roles: ['clerk'] },
  registrar: { unit: 'registry', superior: 'chief', roles: ['secret_registrar'], clearance: 'top_secret' },
  owner: { unit: 'registry', superior: 'chief', roles: ['process_owner'] },
  'ict-head': { unit: 'ict', superior: 'deputy', roles: ['head'], isHead: true },
  'ict-officer': { unit: 'ict', superior: 'ict-head', roles: ['officer'] },
  'ict-second': { unit: 'ict', superior: 'ict-head', roles: ['officer'] },
  'finance-head': { unit: 'finance', superior: 'deputy', roles: ['head'], isHead: true },
  'finance-officer': { unit: 'finance', superior: 'finance-head', roles: ['officer'] },
};

const UNITS: { readonly [code: string]: string | null } = { office: null, registry: 'office', ict: 'office', finance: 'office' };

export const postId = (code: string): string => `P-${code}`;
export const unitId = (code: string): string => `U-${code}`;
/** The holder of a post, acting in it. */
export const holder = (code: string): Actor => ({ personId: `H-${code}`, postId: postId(code), capacity: 'own' });
/** The holder of a post by the post's id. */
export const holderOf = (id: string): Actor => holder(id.replace(/^P-/, ''));

/** The office, with some posts changed. */
export function buildDirectory(changes: { readonly [code: string]: Partial<DirectoryPost> } = {}, office: Partial<Directory> = {}): Directory {
  return {
    posts: Object.entries(POSTS).map(([code, spec]) => withClearances({
      id: postId(code),
      code,
      unitId: unitId(spec.unit),
      superiorId: spec.superior === undefined ? null : postId(spec.superior),
      roles: spec.roles ?? [],
      isUnitHead: spec.isHead === true,
      holders: [`H-${code}`],
      clearance: spec.clearance ?? 'none',
      oversees: (spec.oversees ?? []).map(unitId),
      ...changes[code],
    })),
    units: Object.entries(UNITS).map(([code, parent]) => ({
      id: unitId(code),
      code,
      parentId: parent === null ? null : unitId(parent),
      headPostId: null,
    })),
    registryUnitId: unitId('registry'),
    fallbackPostId: postId('chief'),
    processOwnerPostId: postId('owner'),
    secretRegistrarPostId: postId('registrar'),
    parentSecretRegistrarPostId: 'P-parent-registrar',
    ...office,
  };
}

/** Everybody in a post is cleared as the post is, unless the test says otherwise. */
const withClearances = (post: Omit<DirectoryPost, 'clearances'> & Partial<DirectoryPost>): DirectoryPost => ({
  ...post,
  clearances: post.clearances ?? Object.fromEntries(post.holders.map((person) => [person, post.clearance])),
});

export const CALENDAR = PLAIN_CALENDAR;
