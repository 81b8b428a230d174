/** What people do to letters and tasks. */
import { z } from 'zod';
import {
  actionWordSchema, agencyRoleSchema, dateSchema, deadlineRuleSchema, factsTypedSchema, idSchema, instantSchema, noteSchema, reasonSchema, urgencySchema,
  secrecySchema, subjectSchema, requiredTextSchema,
} from './common';
import { ADDRESS_MAX, ADDRESSED_TO_MAX, BODY_MAX, LINE_MAX, NAME_MAX } from './limits';

export const referenceSchema = z.object({ letterNo: requiredTextSchema(100), date: dateSchema.nullable(), letterId: idSchema.nullable() });

/** An addressee: an office by code, or an outside address by name. */
export const recipientSchema = z.union([
  z.strictObject({ officeCode: z.string().trim().min(1).max(60), role: agencyRoleSchema }),
  z.strictObject({ name: requiredTextSchema(NAME_MAX), address: z.string().trim().max(ADDRESS_MAX), role: agencyRoleSchema }),
]);
export type RecipientInput = z.infer<typeof recipientSchema>;

/** Changed parts of the text; what is not named stays. */
export const textPatchSchema = z.strictObject({
  subject: subjectSchema.optional(),
  toText: z.string().trim().max(ADDRESSED_TO_MAX).optional(),
  body: z.string().max(BODY_MAX).nullable().optional(),
  enclosureList: z.array(requiredTextSchema(LINE_MAX)).max(50).optional(),
  references: z.array(referenceSchema).max(20).optional(),
  recipients: z.array(recipientSchema).max(200).optional(),
  dateAsked: dateSchema.nullable().optional(),
  mainDocumentId: idSchema.nullable().optional(),
});
export type TextPatch = z.infer<typeof textPatchSchema>;

const pickRole = { role: z.enum(['main', 'info']) };
/** To whom a letter is directed: a unit, or a post by itself. */
export const pickSchema = z.union([z.strictObject({ unitId: idSchema, ...pickRole }), z.strictObject({ postId: idSchema, ...pickRole })]);

/** `POST /letters/:letterId/tasks/:taskId/acts` */
export const taskActSchema = z.strictObject({
  rev: z.int().min(0),
  outcome: z.string().min(1).max(60),
  note: noteSchema.optional(),
  /** Node to which it is returned. */
  returnTo: z.string().max(60).optional(),
  /** Post to which it is forwarded. */
  forwardTo: idSchema.optional(),
  action: actionWordSchema.optional(),
  picks: z.array(pickSchema).max(60).optional(),
  due: deadlineRuleSchema.optional(),
  /** Fields that the step lets the actor set. */
  facts: factsTypedSchema.optional(),
  recipients: z.array(recipientSchema).max(200).optional(),
  text: textPatchSchema.optional(),
  /** Uploaded documents to attach. */
  documents: z.array(z.strictObject({ documentId: idSchema, role: z.enum(['main', 'enclosure', 'evidence']) })).max(50).optional(),
  /** The signature; with the password typed again where the form asks for it (`needs` has `password`). */
  signature: z.strictObject({ password: z.string().min(1).max(200).optional() }).optional(),
  /** One of several acts confirmed together: refused unless the letter has been opened by whoever acts. */
  isBatch: z.literal(true).optional(),
});
export type TaskAct = z.infer<typeof taskActSchema>;

export const claimSchema = z.strictObject({ rev: z.int().min(0) });
/** Give a claimed task back to its group, with the reason; a question that one waits for is withdrawn without. */
export const releaseSchema = z.strictObject({ rev: z.int().min(0), reason: reasonSchema.optional() });
/** Ask somebody out of turn; the task waits for the answer. */
export const adhocSchema = z.strictObject({ rev: z.int().min(0), postId: idSchema, note: noteSchema.min(1), due: deadlineRuleSchema.optional() });
export const reassignSchema = z.strictObject({ rev: z.int().min(0), postId: idSchema, reason: reasonSchema });
export const extendSchema = z.strictObject({ rev: z.int().min(0), due: deadlineRuleSchema, reason: reasonSchema });
/** Remind whoever has the task: at most one notice a day for each, with all letters in it. */
export const remindSchema = z.strictObject({ rev: z.int().min(0), reason: reasonSchema });

const onLetter = { seq: z.int().min(0), reason: reasonSchema };
/** `POST /letters/:letterId/acts`; `seq` is the letter's, as the page showed it. */
export const letterActSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hold'), ...onLetter }),
  z.strictObject({ type: z.literal('resume'), ...onLetter }),
  z.strictObject({ type: z.literal('cancel'), ...onLetter }),
  z.strictObject({ type: z.literal('takeBack'), seq: z.int().min(0), token: z.string().max(40), reason: noteSchema.optional() }),
  z.strictObject({ type: z.literal('cancelNumber'), ...onLetter, key: z.string().max(100) }),
  z.strictObject({ type: z.literal('recall'), ...onLetter, deliveryId: idSchema }),
  z.strictObject({ type: z.literal('reclassify'), ...onLetter, secrecy: secrecySchema }),
  /** More urgent than it is; with `urgent_by` the moment by which it must be done. */
  z.strictObject({ type: z.literal('urge'), ...onLetter, urgency: urgencySchema, urgentBy: instantSchema.optional() }),
]);
export type LetterAct = z.infer<typeof letterActSchema>;

/**
 * `PUT /letters/:letterId/draft`: saves the draft without submitting it, for whoever holds it. Documents are attached; a new main one
 * takes the place of the old. Documents taken out stay with the versions that were submitted with them.
 */
export const draftSaveSchema = z.strictObject({
  taskId: z.string().max(40),
  rev: z.int().min(0),
  text: textPatchSchema,
  documents: z.array(z.strictObject({ documentId: idSchema, role: z.enum(['main', 'enclosure']) })).max(50).optional(),
  removedDocuments: z.array(idSchema).max(50).optional(),
});
export const draftSavedSchema = z.object({ letterId: idSchema, savedAt: instantSchema });
