/** The office's tables that choose a route. */
import { z } from 'zod';
import { tableSchema } from '../route/steps/form-parts';
import { ROUTE_TABLE_SCOPES } from '../letter/vocabulary';
import { idSchema, nameSchema } from './common';

export const routeTablesSchema = z.object({
  officeId: idSchema, canEdit: z.boolean(),
  tables: z.array(z.object({ scope: z.enum(ROUTE_TABLE_SCOPES), rev: z.int().min(0), table: tableSchema })),
  /** Routes in force, which a row may name by code. */
  routes: z.array(z.object({ code: z.string(), name: nameSchema, asksPost: z.boolean() })),
});
export type RouteTables = z.infer<typeof routeTablesSchema>;
export const routeTableParamsSchema = z.object({ officeId: idSchema, scope: z.enum(ROUTE_TABLE_SCOPES) });
export const routeTableSaveSchema = z.strictObject({ table: tableSchema });
export const routeTableSavedSchema = z.object({ rev: z.int().min(0) });
