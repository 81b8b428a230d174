import type { EndpointName } from '#domain/contracts/endpoints';
import { API_PREFIX, ROUTES } from './routes';

export type Query = { readonly [name: string]: string | number | boolean | undefined };
type Params = { readonly [name: string]: string | number };

/** Path of an endpoint with its parameters filled in. */
export const fillPath = (path: string, params: Params): string => path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));

/** Query as it stands in an address; what is not given is left out. */
export function queryString(query: Query | undefined): string {
  const given = Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** The whole address of a call. */
export const callAddress = (name: EndpointName, { params = {}, query }: { readonly params?: Params | undefined; readonly query?: Query | undefined }): string =>
  `${API_PREFIX}${fillPath(ROUTES[name].split(' ')[1] ?? '', params)}${queryString(query)}`;
