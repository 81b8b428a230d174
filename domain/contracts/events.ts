/**
 * `GET /events`: server-sent hints, one stream per browser. Each says only that something changed; the reader asks for
 * it again, and rights are decided then. Event names are the topics below; `resync` comes on connect: refetch all.
 */
import { z } from 'zod';
import { idSchema, instantSchema } from './common';

export const HINT_TOPICS = ['inbox', 'letter', 'notice', 'people', 'command'] as const;
export type HintTopic = (typeof HINT_TOPICS)[number];

/** A hint as the processes tell it each other: JSON of at most 7,000 bytes. With neither posts nor persons it concerns all. */
export const hintPayloadSchema = z.object({
  topic: z.enum(HINT_TOPICS),
  postIds: z.array(idSchema).optional(),
  personIds: z.array(idSchema).optional(),
  letterId: idSchema.optional(),
});
export type HintPayload = z.infer<typeof hintPayloadSchema>;

/** Data of one event. `letterId` is sent only to readers who hold one of the posts named or are named. */
export const hintEventSchema = z.object({ topic: z.enum([...HINT_TOPICS, 'resync']), letterId: idSchema.nullable(), at: instantSchema });
export type HintEvent = z.infer<typeof hintEventSchema>;
