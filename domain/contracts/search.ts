/** Finding letters by the one box, and searches that are kept. */
import { z } from 'zod';
import { FACETS } from '../search/facets';
import { trimUnseen } from '../thai/normalise';
import {
  dateSchema, directionSchema, flagSchema, idSchema, instantSchema, letterKindSchema, nameSchema, officeRefSchema, pageQuerySchema, secrecySchema, taskKindSchema, urgencySchema,
} from './common';
import { letterItemSchema } from './letters';
import { QUERY_MAX, SAVED_SEARCH_NAME_MAX } from './limits';

const statusSchema = z.enum(['running', 'held', 'ended']);
const yearSchema = z.coerce.number().int().min(2400).max(2700);
const askedShape = {
  /** What was typed: numbers in any spelling, words, days (เดือนที่แล้ว), phrases in quotation marks. */
  q: z.string().trim().max(QUERY_MAX).optional(),
  bookId: idSchema.optional(),
  /** Buddhist year in which it was received or begun. */
  year: yearSchema.optional(),
  direction: directionSchema.optional(),
  kind: letterKindSchema.optional(),
  urgency: urgencySchema.optional(),
  status: statusSchema.optional(),
  officeId: idSchema.optional(),
  secrecy: secrecySchema.optional(),
};

/** `GET /search` */
export const searchQuerySchema = pageQuerySchema.extend({
  ...askedShape,
  /** The last word may be the beginning of a longer one; no facets are counted. */
  typing: flagSchema.optional(),
});
/** `GET /search/export` */
export const searchExportQuerySchema = z.object({ ...askedShape, format: z.enum(['xlsx', 'csv']) });
/** Letters that go into one file at most. */
export const SEARCH_EXPORT_MAX = 20_000;

export const foundLetterSchema = letterItemSchema.omit({ officeId: true, dueAt: true, deliveries: true }).extend({
  endedAt: instantSchema.nullable(),
  status: statusSchema,
  office: officeRefSchema,
  /** Who has it now, since when, and the nearest telephone. */
  holders: z.array(z.object({ post: nameSchema, unit: nameSchema, since: instantSchema, phone: z.string(), taskKind: taskKindSchema })),
  /** A piece of the text or of a file in which it was found; null where the heading says it all. */
  snippet: z.string().nullable(),
  /** An entry of an earlier register: where it stands. Null for a letter. */
  earlier: z.object({ bookId: idSchema, yearBe: z.int(), no: z.int(), suffix: z.string() }).nullable(),
});
export type FoundLetter = z.infer<typeof foundLetterSchema>;

export const searchPageSchema = z.object({
  items: z.array(foundLetterSchema),
  total: z.int(),
  /** More than `total` were found; the newest are counted and ranked. */
  isMore: z.boolean(),
  nextCursor: z.string().nullable(),
  facets: z.array(z.object({ facet: z.enum(FACETS), values: z.array(z.object({ value: z.string(), name: nameSchema.nullable(), n: z.int() })) })),
  /** How the text was understood. */
  understood: z.object({
    numbers: z.array(z.string()),
    words: z.array(z.string()),
    days: z.object({ text: z.string(), from: dateSchema.nullable(), to: dateSchema.nullable() }).nullable(),
    urgency: urgencySchema.nullable(),
  }),
});
export type SearchPage = z.infer<typeof searchPageSchema>;

const keptQuerySchema = z.strictObject({ ...askedShape, year: z.string().regex(/^2[4-6]\d\d$/).optional() });
export const savedSearchSchema = z.object({
  id: idSchema,
  name: z.string(),
  query: keptQuerySchema,
  isMine: z.boolean(),
  /** The office with which it is shared. */
  office: officeRefSchema.nullable(),
  owner: nameSchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;
export const savedSearchesSchema = z.object({ items: z.array(savedSearchSchema) });
/** `POST /search/saved` */
export const savedSearchInputSchema = z.strictObject({
  name: z.string().overwrite(trimUnseen).min(1).max(SAVED_SEARCH_NAME_MAX),
  query: keptQuerySchema,
  /** Share it with everybody of this office of mine. */
  officeId: idSchema.nullable().default(null),
});
