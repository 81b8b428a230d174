/** Who would get work put to a post or a unit, and who stands in for whom. */
import { z } from 'zod';
import { capacitySchema, dateSchema, idSchema, instantSchema, listOf, personRefSchema, postRefSchema } from './common';

/** Of a unit its head is meant. */
export const presenceQuerySchema = z.object({
  posts: listOf(idSchema, 60).optional(),
  units: listOf(idSchema, 60).optional(),
  /** Civil day on which the work is due. */
  due: dateSchema.optional(),
});
const actingSchema = z.object({ person: personRefSchema, capacity: capacitySchema, ownPost: postRefSchema.nullable() });
export const presenceSchema = z.object({
  items: z.array(z.object({
    post: postRefSchema,
    /** The unit that was asked for; null where the post was. */
    unitId: idSchema.nullable(),
    /** Who gets it at this moment. */
    receivers: z.array(actingSchema),
    /** Those of them, or the holder, who are away now or on the day it is due. Why is told to nobody. */
    away: z.array(z.object({
      person: personRefSchema,
      from: instantSchema,
      to: instantSchema,
      isNow: z.boolean(),
      isAtDue: z.boolean(),
      standIns: z.array(actingSchema),
    })),
  })),
});

export const standInsQuerySchema = z.object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) });
/** For each of my own posts: the standing succession, and who would act in that time. */
export const standInsSchema = z.object({
  items: z.array(z.object({
    post: postRefSchema,
    ladder: z.array(z.object({ post: postRefSchema, orderNo: z.string(), persons: z.array(personRefSchema.extend({ isAway: z.boolean() })) })),
    standIns: z.array(actingSchema),
    /** Open tasks of the post that would be theirs meanwhile. */
    openTasks: z.int(),
  })),
});
