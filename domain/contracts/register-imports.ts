/** Earlier registers taken over from Excel or CSV: columns, a verdict a row, progress, undoing. */
import { z } from 'zod';
import { REGISTER_IMPORT_COLUMNS } from '../numbering/import/columns';
import { ROW_PROBLEM_KINDS } from '../numbering/import/problems';
import { trimUnseen } from '../thai/normalise';
import { bookSchema } from './books';
import { dateSchema, idSchema, instantSchema, pageQuerySchema, personRefSchema, reasonSchema } from './common';
import { REGISTER_FILE_MAX } from './limits';

/** A table file in base64. */
const BASE64_MAX = Math.ceil(REGISTER_FILE_MAX / 3) * 4;
export const IMPORT_BODY_MAX = BASE64_MAX + 16 * 1024;
/** Columns of a table at most. */
const PLACES_MAX = 60;

export const bookParamsSchema = z.object({ bookId: idSchema });
export const importStartSchema = z.strictObject({
  yearBe: z.int().min(2400).max(2700),
  fileName: z.string().overwrite(trimUnseen).min(1).max(200),
  content: z.base64().min(1).max(BASE64_MAX),
});
const placeSchema = z.int().min(0).max(PLACES_MAX - 1).nullable();
export const importMappingSchema = z.strictObject({ mapping: z.record(z.enum(REGISTER_IMPORT_COLUMNS), placeSchema) });
export const importUndoSchema = z.strictObject({ reason: reasonSchema });

export const registerImportSchema = z.object({
  id: idSchema,
  book: bookSchema,
  yearBe: z.int(),
  fileName: z.string(),
  state: z.enum(['ready', 'taking', 'done', 'undone']),
  headings: z.array(z.string()),
  mapping: z.record(z.enum(REGISTER_IMPORT_COLUMNS), placeSchema),
  /** The first rows, to see which column is which. */
  samples: z.array(z.array(z.string())),
  lineCount: z.int(),
  takenCount: z.int(),
  /** Rows that wait: can be taken over, stand there already, cannot be. */
  waiting: z.object({ take: z.int(), same: z.int(), error: z.int() }),
  madeAt: instantSchema,
  person: personRefSchema,
  doneAt: instantSchema.nullable(),
  undoneAt: instantSchema.nullable(),
  undoneBy: personRefSchema.nullable(),
  undoReason: z.string(),
});
export type RegisterImport = z.infer<typeof registerImportSchema>;
export const registerImportsSchema = z.object({ book: bookSchema, items: z.array(registerImportSchema.omit({ book: true, samples: true })) });

export const importRowsQuerySchema = pageQuerySchema.extend({ status: z.enum(['take', 'same', 'error']).optional() });
export const importRowsSchema = z.object({
  items: z.array(z.object({
    line: z.int(),
    status: z.enum(['take', 'same', 'error']),
    cells: z.array(z.string()),
    /** As it would be kept; null where it cannot be. */
    entry: z.object({
      no: z.int(), suffix: z.string(), entryDate: dateSchema.nullable(), letterNo: z.string(), letterDate: dateSchema.nullable(), from: z.string(), to: z.string(), subject: z.string(), action: z.string(),
      remark: z.string(), isCancelled: z.boolean(),
    }).nullable(),
    problems: z.array(z.object({ column: z.enum(REGISTER_IMPORT_COLUMNS), problem: z.enum(ROW_PROBLEM_KINDS), details: z.record(z.string(), z.string()) })),
  })),
  nextCursor: z.string().nullable(),
});
export const importFaultsQuerySchema = z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') });

export const originalRowSchema = z.object({
  importId: idSchema, bookId: idSchema, yearBe: z.int(), no: z.int(), suffix: z.string(), fileName: z.string(), line: z.int(), importedAt: instantSchema, person: personRefSchema,
  cells: z.array(z.object({ heading: z.string(), text: z.string() })),
});
export type OriginalRow = z.infer<typeof originalRowSchema>;
