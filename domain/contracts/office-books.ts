/** Number books as an office's administrator sets them: whose they are, what they number and how, and who may take numbers by hand. */
import { z } from 'zod';
import { BOOK_KINDS, LETTER_KINDS } from '../letter/vocabulary';
import { isBookPattern } from '../numbering/book';
import { bookKindSchema, type ContractText, dateSchema, idSchema, letterKindSchema, lineSchema, nameSchema, postRefSchema, requiredLineSchema, revSchema, unitRefSchema } from './common';

const NAME_MAX = 200;
const says = (text: ContractText): { readonly error: string } => ({ error: text });

/** Each number book with its issuer, its pattern and who numbers in it. */
export const officeBooksSchema = z.object({
  /** What stands before a number where the owner's unit has no code of its own. */
  codes: z.object({ agencyCode: z.string(), unitCode: z.string() }),
  yearBe: z.int(),
  items: z.array(z.object({
    id: idSchema, rev: z.int(), kind: bookKindSchema, name: nameSchema, unit: unitRefSchema.nullable(), post: postRefSchema.nullable(),
    /** A committee that numbers its own letters; empty for the office, a unit or a post. */
    issuerName: z.string(), committeeCode: z.string(),
    /** In force today, and what follows from a day on. */
    pattern: z.string(), patternsToCome: z.array(z.object({ fromDay: dateSchema, pattern: z.string() })),
    isHeld: z.boolean(), isTest: z.boolean(), sharesSeriesOf: nameSchema.nullable(), validFrom: dateSchema, validTo: dateSchema.nullable(), state: z.enum(['future', 'inForce', 'ended']), lastNo: z.int(),
    /** Letters that the book numbers, in the order of the office's table; empty fields mean any. */
    rules: z.array(z.object({
      letterKind: letterKindSchema.nullable(), signerPostId: idSchema.nullable(), signerPost: nameSchema.nullable(), ownerUnitId: idSchema.nullable(), ownerUnit: nameSchema.nullable(),
    })),
    /** Posts that may reserve numbers and write in it by hand: those chosen, else its registry. */
    takers: z.array(postRefSchema),
  })),
});
export type OfficeBooks = z.infer<typeof officeBooksSchema>;

const ruleSchema = z.strictObject({ letterKind: z.enum(LETTER_KINDS).nullable().default(null), signerPostId: idSchema.nullable().default(null), ownerUnitId: idSchema.nullable().default(null) });
const fields = {
  nameTh: requiredLineSchema(NAME_MAX), nameEn: lineSchema(NAME_MAX).default(''),
  rules: z.array(ruleSchema).max(20).default([]),
};
const patternSchema = z.string().trim().max(60).refine((pattern) => pattern === '' || isBookPattern(pattern), says('bookPattern'));

export const bookCreateSchema = z.strictObject({
  officeId: idSchema, kind: z.enum(BOOK_KINDS), ...fields,
  unitId: idSchema.nullable().default(null), postId: idSchema.nullable().default(null), issuerName: lineSchema(NAME_MAX).default(''), committeeCode: lineSchema(8).default(''),
  /** Empty for the usual one of the kind. */
  pattern: patternSchema.default(''), validFrom: dateSchema.nullable().default(null),
}).refine(({ unitId, postId, issuerName }) => [unitId !== null, postId !== null, issuerName !== ''].filter(Boolean).length <= 1, { error: 'oneIssuer' satisfies ContractText, path: ['issuerName'] });
export const bookUpdateSchema = z.strictObject({ rev: revSchema, ...fields });
export const bookPatternSchema = z.strictObject({ rev: revSchema, fromDay: dateSchema, pattern: patternSchema.refine((pattern) => pattern !== '', says('bookPattern')) });
