import { useContext, useMemo } from 'react';
import { type DataProvider, DataProviderContext, useLogoutIfAccessDenied } from 'react-admin';
import type { BodyOf, EndpointName, endpoints, ParamsOf, PendingOf, QueryOf, ResponseOf } from '#domain/contracts/endpoints';
import { useSignInAgain } from '../auth/sign-in-again';
import { ApiError } from './api-error';
import type { Connection } from './connection';
import { fillPath, type Query } from './call-address';
import { createHttp, type Download, type Http } from './http';
import { ROUTES } from './routes';

type Endpoints = typeof endpoints;
type Part<Name extends string, T> = [T] extends [undefined] ? { readonly [K in Name]?: undefined } : { readonly [K in Name]: T };
type OptionalPart<Name extends string, T> = [T] extends [undefined] ? { readonly [K in Name]?: undefined } : { readonly [K in Name]?: T };
type KeyPart<K extends EndpointName> = Endpoints[K] extends { isAct: true } ? { readonly key: string } : { readonly key?: undefined };
type RevPart<K extends EndpointName> = Endpoints[K] extends { ifMatch: true } ? { readonly rev: number } : { readonly rev?: undefined };

/** What a call of this endpoint takes: path parameters, query, body, for acts the key of the intent, and the revision that is changed. */
export type CallArgs<K extends EndpointName> = Part<'params', ParamsOf<Endpoints[K]>> &
  OptionalPart<'query', QueryOf<Endpoints[K]>> &
  Part<'body', BodyOf<Endpoints[K]>> &
  KeyPart<K> &
  RevPart<K> & { readonly signal?: AbortSignal | undefined };
/** Answer with 200, or for acts also with 202. */
export type CallAnswer<K extends EndpointName> = Endpoints[K] extends { isAct: true }
  ? ResponseOf<Endpoints[K]> | NonNullable<PendingOf<Endpoints[K]>>
  : ResponseOf<Endpoints[K]>;

export type ApiMethods = { readonly [K in EndpointName]: (args: CallArgs<K>) => Promise<CallAnswer<K>> };
export type UploadArgs = {
  readonly file: File;
  readonly role: 'main' | 'enclosure' | 'evidence';
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};
/** An endpoint that answers with a file, and how it is narrowed. */
export type DownloadArgs = { readonly endpoint: EndpointName; readonly params?: { readonly [name: string]: string | number }; readonly query?: Query };
/** One typed method per endpoint, besides those of react-admin. */
export type SarabanDataProvider = DataProvider & ApiMethods & { readonly uploadFile: (args: UploadArgs) => Promise<CallAnswer<'upload'>>; readonly downloadFile: (args: DownloadArgs) => Promise<Download> };

type AnyArgs = {
  readonly params?: { readonly [name: string]: string | number };
  readonly query?: Query;
  readonly body?: unknown;
  readonly key?: string;
  readonly rev?: number;
  readonly signal?: AbortSignal;
};

/** Our screens ask for what they show by name; the generic methods of react-admin have no endpoint behind them. */
const notOffered = (): Promise<never> => Promise.reject(new Error('use the method named after the endpoint'));

/** Data provider over HTTP. `getLocale` tells in what language the API should answer. */
export function createDataProvider(args: { readonly getLocale: () => string; readonly http?: Http; readonly connection?: Connection }): { dataProvider: SarabanDataProvider; http: Http } {
  const http = args.http ?? createHttp({ getLocale: args.getLocale, connection: args.connection });
  const methods = Object.fromEntries(
    Object.entries(ROUTES).map(([name, route]) => {
      const [method = 'GET', path = ''] = route.split(' ');
      const call = async ({ params, query, body, key, rev, signal }: AnyArgs = {}): Promise<unknown> =>
        http.call(method, fillPath(path, params ?? {}), { query, body, key, rev, signal });
      return [name, call];
    }),
    // The table has one entry per endpoint, and `CallArgs` and `CallAnswer` are read from the same endpoint's contract.
  ) as unknown as ApiMethods;
  const dataProvider: SarabanDataProvider = {
    getList: notOffered, getOne: notOffered, getMany: notOffered, getManyReference: notOffered, create: notOffered, update: notOffered,
    updateMany: notOffered, delete: notOffered, deleteMany: notOffered,
    ...methods,
    downloadFile: async ({ endpoint, params, query }) => http.download(fillPath(ROUTES[endpoint].split(' ')[1] ?? '', params ?? {}), { query }),
    uploadFile: async ({ file, role, onProgress, signal }) =>
      // The contract `uploadedSchema` is what this endpoint answers.
      (await http.upload('/documents', file, { query: { role, name: file.name }, onProgress, signal })) as CallAnswer<'upload'>,
  };
  return { dataProvider, http };
}

/**
 * The data provider with its typed methods. Where the session has ended, the reader is asked to sign in again over what is
 * on the screen, and the call is made once more; whoever does not want to is led to the sign-in page.
 */
export function useApi(): SarabanDataProvider {
  // The screens are given this provider and no other (`App`).
  const provider = useContext(DataProviderContext) as SarabanDataProvider;
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const signInAgain = useSignInAgain();
  return useMemo(() => {
    const guarded = (method: (args: unknown) => Promise<unknown>) => (args: unknown) =>
      method(args).catch(async (error: unknown) => {
        if (!(error instanceof ApiError) || error.status !== 401) throw error;
        if (signInAgain !== null && (await signInAgain())) return method(args);
        await logoutIfAccessDenied(error);
        throw error;
      });
    // Same names, arguments and answers; only what happens on a 401 is added, and only to the few methods that this part of the screen calls.
    return new Proxy(provider, {
      get(methods, name, receiver) {
        const value: unknown = Reflect.get(methods, name, receiver);
        return isMethod(value) ? guarded(value) : value;
      },
    });
  }, [provider, logoutIfAccessDenied, signInAgain]);
}

const isMethod = (value: unknown): value is (args: unknown) => Promise<unknown> => typeof value === 'function';
