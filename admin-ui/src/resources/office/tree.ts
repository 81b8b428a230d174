import type { Organisation, PostDetail, UnitDetail } from './types';

export type Branch = { readonly unit: UnitDetail; readonly posts: readonly PostDetail[]; readonly below: readonly Branch[] };

/**
 * The office as a tree: units with their posts, in the office's order. With words, only what they are found in stays, with the way
 * to it; a unit that is found keeps all it holds. What is closed comes only where asked for.
 */
export function buildTree({ units, posts }: Pick<Organisation, 'units' | 'posts'>, { words, withClosed }: { readonly words: string; readonly withClosed: boolean }): readonly Branch[] {
  const wanted = words.trim().toLowerCase();
  const shown = units.filter(({ state }) => withClosed || state !== 'ended');
  const ids = new Set(shown.map(({ id }) => id));
  const holds = (texts: readonly string[]): boolean => wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
  const branch = (unit: UnitDetail, isInside: boolean): Branch | null => {
    const isFound = isInside || holds([unit.name.th, unit.name.en, unit.short, unit.code, unit.letterCode ?? '']);
    const own = posts.filter((post) => post.unitId === unit.id && (withClosed || post.state !== 'ended') && (isFound || holds(textsOf(post))));
    const below = shown.filter(({ parentId }) => parentId === unit.id).flatMap((child) => branch(child, isFound && wanted !== '') ?? []);
    return isFound || own.length > 0 || below.length > 0 ? { unit, posts: own, below } : null;
  };
  // A unit whose parent is closed and hidden stands at the top rather than nowhere.
  return shown.filter(({ parentId }) => parentId === null || !ids.has(parentId)).flatMap((unit) => branch(unit, false) ?? []);
}

const textsOf = ({ title, code, holders }: PostDetail): readonly string[] => [title.th, title.en, code, ...holders.flatMap(({ name }) => [name.th, name.en])];

/** The unit with all below it: where it cannot be moved to. */
export function withBelow(units: readonly { readonly id: string; readonly parentId: string | null }[], id: string): readonly string[] {
  return [id, ...units.filter(({ parentId }) => parentId === id).flatMap((child) => withBelow(units, child.id))];
}
