/** Files: upload (raw or multipart, streamed), download with ranges. */
import { z } from 'zod';
import { dateSchema, idSchema, nameSchema } from './common';
import { documentViewSchema } from './letter-page';

/** Default limit of one file; `UPLOAD_MAX_BYTES` changes it. */
export const UPLOAD_MAX_BYTES = 50 * 1024 * 1024;
/** What an enclosure may be; the main document must be a PDF. Found by content, not by name. */
export const ENCLOSURE_TYPES = [
  'application/pdf', 'image/jpeg', 'image/png', 'image/tiff', 'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
] as const;

/**
 * `POST /documents`: `multipart/form-data` with one file part `file`, or the raw bytes under any other content type but JSON.
 * The name comes from the query, else from the header `X-File-Name` (percent-encoded), else from the part.
 */
export const uploadQuerySchema = z.object({
  role: z.enum(['main', 'enclosure', 'evidence']).default('enclosure'),
  name: z.string().trim().min(1).max(200).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/).optional(),
});
export const uploadedSchema = z.object({
  document: documentViewSchema,
  /** Letters that hold the same file, among those the reader may see: offered, not refused. */
  duplicates: z.array(z.object({ letterId: idSchema, subject: z.string().nullable(), letterNo: z.string().nullable(), receiveNo: z.string().nullable(), letterDate: dateSchema.nullable(), office: nameSchema })),
});
export type Uploaded = z.infer<typeof uploadedSchema>;
export const contentQuerySchema = z.object({ download: z.enum(['true', 'false']).optional() });

/** A place marked on an uploaded PDF: points from the bottom left of the seen page, pages from 1. */
export const placeSchema = z.strictObject({
  kind: z.enum(['number', 'date', 'signature']),
  page: z.int().min(1).max(5000),
  x: z.number().min(0).max(20_000),
  y: z.number().min(0).max(20_000),
  w: z.number().min(1).max(20_000),
  h: z.number().min(1).max(20_000),
});
/** `PUT /documents/:id/places`: where the system fills in number, date and signature; for whoever holds the draft. */
export const placesSchema = z.strictObject({ places: z.array(placeSchema).max(10) });
