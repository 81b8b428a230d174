/** The week on one page: so much that it fits one sheet of A4, whatever the office. */
import type { z } from 'zod';
import type { SupervisedDelivery, SupervisionItem, Weekly, weeklyQuerySchema } from '#domain/contracts/supervision';
import { REST_DAYS } from '#domain/letter/supervised';
import { addDays, bangkokDate, bangkokInstant, weekdayOf } from '#domain/thai/dates';
import type { Reader } from '#db/repositories/readers';
import { listSupervised, type Figures, type GroupRow } from '#db/repositories/supervision';
import { listSupervisedDeliveries } from '#db/repositories/supervision-deliveries';
import { countWeek, nameScope } from '#db/repositories/supervision-figures';
import type { ApiDeps } from '../../deps';
import { askDeliveries, toDeliveries } from './deliveries.service';
import { askBoard, toItems } from './supervision.service';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;

/** Lines of the page's tables. */
const UNITS = 10;
const LONGEST = 8;
const UNREGISTERED = 5;

/** Figures of a week and how things stand now. @throws DomainError FORBIDDEN for nobody's supervisor */
export async function readWeekly(deps: Deps, reader: Reader, { day }: z.output<typeof weeklyQuerySchema>): Promise<Weekly> {
  const { pool } = deps;
  const asked = await askBoard(deps, reader, { state: 'overdue', restDays: REST_DAYS }, false);
  const { scope, at } = asked;
  const { from, to } = weekOf(day ?? bangkokDate(at));
  const board = await listSupervised(pool, { ...asked, groupBy: 'unit', limit: LONGEST, after: null });
  const others = await readOthers(deps, reader);
  const week = await countWeek(pool, { scope, reader, from: bangkokInstant(from, '00:00'), to: bangkokInstant(addDays(to, 1), '00:00') });
  const names = await nameScope(pool, scope);
  const longest: SupervisionItem[] = await toItems(deps, asked, board.items);
  return {
    from, to, at, week, longest,
    offices: [...names.offices], units: [...names.units],
    now: board.counts, others: others.counts, unregistered: others.items,
    byUnit: board.groups.slice(0, UNITS), otherUnits: sumUp(board.groups.slice(UNITS)),
  };
}

async function readOthers(deps: Deps, reader: Reader): Promise<{ readonly counts: Weekly['others']; readonly items: SupervisedDelivery[] }> {
  const asked = await askDeliveries(deps, reader, { state: 'unregistered' });
  const page = await listSupervisedDeliveries(deps.pool, { ...asked, limit: UNREGISTERED, after: null });
  return { counts: page.counts, items: await toDeliveries(deps, asked, page.items) };
}

/** Monday to Sunday of the week in which a day lies. */
function weekOf(day: string): { readonly from: string; readonly to: string } {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { from, to: addDays(from, 6) };
}

function sumUp(groups: readonly GroupRow[]): Weekly['otherUnits'] {
  if (groups.length === 0) return null;
  const sum = (figure: keyof Figures): number => groups.reduce((total, group) => total + group[figure], 0);
  return { units: groups.length, open: sum('open'), overdue: sum('overdue'), dueSoon: sum('dueSoon'), atRest: sum('atRest'), held: sum('held') };
}
