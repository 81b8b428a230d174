/** What a rehearsal stands on: an office's people at any moment, copies of its books, the routes its units run; and the tables that choose a route. */
import { z } from 'zod';
import { bookKindSchema, idSchema, instantSchema, nameSchema, roleSchema, secrecySchema } from './common';
import { officeCalendarSchema, routeDocumentSchema } from './route-design';
import type { DirectoryFacts } from '../route/directory-at';
import type { BooksCopy } from '../route/rehearsal/books';
import { tableSchema } from '../route/steps/form-parts';

const ref = idSchema.nullable();
const dayRange = { validFrom: z.string(), validTo: z.string().nullable() };
const capacitySchema = z.enum(['own', 'acting_for', 'acting_in_post', 'acting_duty']);
/** `DirectoryFacts` of the domain. */
const peopleSchema = z.object({
  office: z.object({ registryUnitId: ref, fallbackPostId: ref, processOwnerPostId: ref, secretRegistrarPostId: ref, parentSecretRegistrarPostId: ref }),
  units: z.array(z.object({ id: idSchema, code: z.string(), parentId: ref, headPostId: ref, ...dayRange })),
  posts: z.array(z.object({ id: idSchema, code: z.string(), unitId: idSchema, superiorId: ref, roles: z.array(roleSchema), isUnitHead: z.boolean(), oversees: z.array(idSchema), ...dayRange })),
  facts: z.object({
    appointments: z.array(z.object({ id: idSchema, personId: idSchema, postId: idSchema, capacity: capacitySchema, ownPostId: ref, orderNo: z.string(), from: z.string(), to: z.string().nullable() })),
    absences: z.array(z.object({ personId: idSchema, from: z.string(), to: z.string() })),
    successions: z.array(z.object({ postId: idSchema, order: z.int(), successorPostId: idSchema, orderNo: z.string() })),
  }),
  clearances: z.record(idSchema, secrecySchema).nullable(),
}).meta({ id: 'OfficePeople', description: 'Posts, units, appointments, absences and successions on record, for who acts when' }) as unknown as z.ZodType<DirectoryFacts>;

/** `BooksCopy` of the domain. */
const booksSchema = z.object({
  books: z.array(z.object({
    id: idSchema, kind: bookKindSchema, unitId: ref, pattern: z.string(), isHeld: z.boolean(), seriesId: idSchema,
    counter: z.object({ lastNo: z.int(), lastDate: z.string().nullable(), yearBe: z.int() }).nullable(),
  })),
  agencyCode: z.string(), unitCode: z.string(), units: z.array(z.object({ id: idSchema, parentId: ref })),
}).meta({ id: 'BooksCopy', description: 'Where the number books of an office stand' }) as unknown as z.ZodType<BooksCopy>;

export const rehearsalContextSchema = z.object({
  officeId: idSchema, at: instantSchema, people: peopleSchema,
  /** Everybody who holds or may act for a post. */
  persons: z.record(idSchema, nameSchema),
  calendar: officeCalendarSchema, books: booksSchema,
  /** The incoming route of each unit in force, and every route that these call. */
  unitRoutes: z.record(idSchema, idSchema), routes: z.record(idSchema, routeDocumentSchema),
});
export type RehearsalContext = z.infer<typeof rehearsalContextSchema>;

export const ROUTE_TABLE_SCOPES = ['letter', 'unit'] as const;
export const routeTablesSchema = z.object({
  officeId: idSchema, canEdit: z.boolean(),
  tables: z.array(z.object({ scope: z.enum(ROUTE_TABLE_SCOPES), rev: z.int().min(0), table: tableSchema })),
  /** Routes in force, which a row may name by code. */
  routes: z.array(z.object({ code: z.string(), name: nameSchema })),
});
export type RouteTables = z.infer<typeof routeTablesSchema>;
export const routeTableParamsSchema = z.object({ officeId: idSchema, scope: z.enum(ROUTE_TABLE_SCOPES) });
export const routeTableSaveSchema = z.strictObject({ table: tableSchema });
export const routeTableSavedSchema = z.object({ rev: z.int().min(0) });
