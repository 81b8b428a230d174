/** An office's people at any moment and copies of its books: what rehearsals and previews of its routes stand on. */
import { z } from 'zod';
import type { DirectoryFacts } from '../route/directory-at';
import type { BooksCopy } from '../route/rehearsal/books';
import { bookKindSchema, idSchema, roleSchema, secrecySchema } from './common';

const ref = idSchema.nullable();
const dayRange = { validFrom: z.string(), validTo: z.string().nullable() };
const capacitySchema = z.enum(['own', 'acting_for', 'acting_in_post', 'acting_duty']);
/** `DirectoryFacts` of the domain. */
export const officePeopleSchema = z.object({
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
export const booksCopySchema = z.object({
  books: z.array(z.object({
    id: idSchema, kind: bookKindSchema, unitId: ref, pattern: z.string(), isHeld: z.boolean(), seriesId: idSchema,
    counter: z.object({ lastNo: z.int(), lastDate: z.string().nullable(), yearBe: z.int() }).nullable(),
  })),
  agencyCode: z.string(), unitCode: z.string(), units: z.array(z.object({ id: idSchema, parentId: ref })),
}).meta({ id: 'BooksCopy', description: 'Where the number books of an office stand' }) as unknown as z.ZodType<BooksCopy>;
