/** Matters (แฟ้มเรื่อง): the letters of one affair in one view, with the exchange across offices and the links that people make. */
import { z } from 'zod';
import { dateSchema, directionSchema, endOutcomeSchema, idSchema, instantSchema, letterKindSchema, nameSchema, officeRefSchema, personRefSchema, reasonSchema, secrecySchema } from './common';

/** So many letters of a matter are shown, and so many deliveries. */
export const MATTER_MAX = 200;

/** `GET /letters/:letterId/matter`: as it is now, or as it was at the end of a day. */
export const matterQuerySchema = z.object({ on: dateSchema.optional() });

const matterLetterSchema = z.object({
  letterId: idSchema,
  office: officeRefSchema,
  direction: directionSchema,
  kind: letterKindSchema,
  secrecy: secrecySchema,
  subject: z.string().nullable(),
  letterNo: z.string().nullable(),
  letterDate: dateSchema.nullable(),
  theirNo: z.string(),
  theirDate: dateSchema.nullable(),
  receiveNo: z.string().nullable(),
  fromText: z.string(),
  toText: z.string(),
  status: z.enum(['running', 'held', 'ended']),
  outcome: endOutcomeSchema.nullable(),
  /** When it was received here, numbered, or else begun: its place in the order of time. */
  at: instantSchema,
  /** Posts that had it at that time. */
  holders: z.array(z.object({ post: nameSchema, since: instantSchema })),
});

/** What went to, or came from, another office whose own letter the reader may not see: only what the delivery itself tells. */
const matterExchangeSchema = z.object({
  deliveryId: idSchema,
  /** The letter of this matter that was sent, or that came by it. */
  letterId: idSchema,
  side: z.enum(['sent', 'came']),
  name: nameSchema,
  /** The number there: of receipt where it was sent, of the letter where it came; empty while there is none. */
  number: z.string(),
  at: instantSchema,
  status: z.enum(['sent', 'registered', 'returned', 'recalled', 'answered', 'acknowledged']),
  registeredAt: instantSchema.nullable(),
  answerNo: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
});

/** Why two letters belong together: what is on record, or (`together`) what somebody has said. */
const matterLinkSchema = z.object({ fromLetterId: idSchema, toLetterId: idSchema, kind: z.enum(['answers', 'refers', 'replaces', 'together']) });

const handLinkSchema = z.object({
  id: idSchema,
  fromLetterId: idSchema,
  toLetterId: idSchema,
  /** Numbers of both, else their subjects. */
  fromName: z.string(),
  toName: z.string(),
  reason: z.string(),
  by: personRefSchema.nullable(),
  at: instantSchema,
  removed: z.object({ by: personRefSchema.nullable(), at: instantSchema, reason: z.string() }).nullable(),
});

export const matterSchema = z.object({
  letterId: idSchema,
  /** The day asked for; null for now. */
  on: dateSchema.nullable(),
  /** The moment that is shown. */
  at: instantSchema,
  letters: z.array(matterLetterSchema),
  exchanges: z.array(matterExchangeSchema),
  links: z.array(matterLinkSchema),
  /** Links made by hand, also those taken away since. */
  byHand: z.array(handLinkSchema),
  /** There are more letters or deliveries than are shown. */
  isCut: z.boolean(),
  /** The reader may link letters with this one, and take such links away. */
  canLink: z.boolean(),
});
export type Matter = z.infer<typeof matterSchema>;

/** `POST /letters/:letterId/matter` */
export const matterLinkInputSchema = z.strictObject({ letterId: idSchema, reason: reasonSchema });
/** `POST /letters/:letterId/matter/:linkId/removal` */
export const matterUnlinkSchema = z.strictObject({ reason: reasonSchema });
