/** What other offices have not registered in time or not answered yet. */
import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import { registerBy, registerLimits, type Registry } from '#domain/calendar/register-limit';
import type * as contract from '#domain/contracts/supervision';
import { bangkokDate } from '#domain/thai/dates';
import { listRegistries } from '#db/repositories/calendars';
import type { Reader } from '#db/repositories/readers';
import { listReceivers, listSupervisedDeliveries, type DeliveryRow, type SupervisedDeliveries } from '#db/repositories/supervision-deliveries';
import { findLetterFacts, type SupervisedLetter } from '#db/repositories/supervision-rows';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { keyAfter, type KeyKind } from '../paging';
import { getScope } from './scope';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type Page = z.output<typeof contract.supervisedDeliveryPageSchema>;
type Filter = z.output<typeof contract.supervisedDeliveryFilterSchema>;
type Query = z.output<typeof contract.supervisedDeliveryQuerySchema>;

export type AskedDeliveries = SupervisedDeliveries & { readonly reader: Reader; readonly registries: ReadonlyMap<string, Registry> };
const CURSOR: readonly KeyKind[] = ['instant', 'id'];

/** The receivers' own calendars say how long each had. @throws DomainError FORBIDDEN for nobody's supervisor */
export async function askDeliveries({ pool, now }: Deps, reader: Reader, filter: Filter): Promise<AskedDeliveries> {
  const scope = getScope(reader);
  const at = now().toISOString();
  const registries = await listRegistries(pool, await listReceivers(pool, scope));
  const receivers = [...registries].map(([officeId, registry]) => ({ officeId, limits: registerLimits(registry, at) }));
  return { scope, reader, filter, at, day: bangkokDate(at), receivers, registries };
}

/** A page of deliveries of what the reader supervises. @throws DomainError FORBIDDEN for nobody's supervisor */
export async function readDeliveries(deps: Deps, reader: Reader, { limit, cursor, locale, ...filter }: Query & { readonly locale: Locale }): Promise<Page> {
  const asked = await askDeliveries(deps, reader, filter);
  const { items, byOffice, ...page } = await listSupervisedDeliveries(deps.pool, { ...asked, limit, after: keyAfter(cursor, CURSOR, locale) });
  return { ...page, byOffice: [...byOffice], items: await toDeliveries(deps, asked, items) };
}

/** All deliveries as asked, in batches. */
export async function* readAllDeliveries(deps: Deps, asked: AskedDeliveries, limit: number): AsyncGenerator<readonly contract.SupervisedDelivery[]> {
  let after: readonly (string | number)[] | null = null;
  do {
    const page: Awaited<ReturnType<typeof listSupervisedDeliveries>> = await listSupervisedDeliveries(deps.pool, { ...asked, limit, after });
    yield await toDeliveries(deps, asked, page.items);
    after = page.nextCursor === null ? null : keyAfter(page.nextCursor, CURSOR, 'th');
  } while (after !== null);
}

export async function toDeliveries({ pool }: Deps, { reader, registries }: AskedDeliveries, rows: readonly DeliveryRow[]): Promise<contract.SupervisedDelivery[]> {
  const facts = await findLetterFacts(pool, [...new Set(rows.map(({ letterId }) => letterId))]);
  return rows.map(({ urgentBy, status, ...row }) => {
    const registry = row.toOffice === null ? undefined : registries.get(row.toOffice.id);
    const isSent = status === 'sent' && registry !== undefined;
    return {
      ...row,
      registerBy: isSent ? registerBy(registry, { urgency: row.urgency, urgentBy, sentAt: row.sentAt }) : null,
      can: status === 'sent' && mayRecall(reader, facts.get(row.letterId)) ? ['recall' as const] : [],
    };
  });
}

const mayRecall = (reader: Reader, letter: SupervisedLetter | undefined): boolean => letter !== undefined && decide(reader, 'letter.recall', { letter }).allow;
