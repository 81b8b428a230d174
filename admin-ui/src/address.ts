import { type PageName, PATHS } from './paths';

/** A page with what its address says of it. */
export type Place = {
  readonly name: PageName;
  readonly params: { readonly [name: string]: string };
  readonly filters: { readonly [name: string]: string };
};

/** The page that the address behind the hash names; undefined where it names none. */
export function placeAt(hash: string): Place | undefined {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?');
  const segments = partsOf(path);
  const filters = Object.fromEntries(new URLSearchParams(search));
  const found = NAMES.flatMap((name) => {
    const params = paramsOf(partsOf(PATHS[name]), segments);
    return params === undefined ? [] : [{ name, params, filters }];
  });
  // The one that takes fewer parts of the address as they come, as the router chooses too.
  return found.toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0];
}

const NAMES = Object.keys(PATHS) as readonly PageName[];
const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

function paramsOf(pattern: readonly string[], segments: readonly string[]): Place['params'] | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(segment);
    else if (part !== segment) return undefined;
  }
  return params;
}

/** An address is typed by anybody. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
