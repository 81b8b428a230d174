/** Who has read the copies for information of a letter. */
import { z } from 'zod';
import { instantSchema, personRefSchema, postRefSchema } from './common';

/** `GET /letters/:letterId/copies`: to whom it went for information, who has opened it since when, and who has noted it. */
export const letterCopiesSchema = z.object({
  items: z.array(z.object({
    taskId: z.string(),
    posts: z.array(postRefSchema),
    sentAt: instantSchema,
    /** Waits for being noted. */
    isOpen: z.boolean(),
    /** It is the reader's: opening the letter marks it. */
    isMine: z.boolean(),
    isSeenByMe: z.boolean(),
    readers: z.array(z.object({ person: personRefSchema, at: instantSchema })),
    noted: z.object({ person: personRefSchema, at: instantSchema }).nullable(),
  })),
});
export type LetterCopies = z.infer<typeof letterCopiesSchema>;
