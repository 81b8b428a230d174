/** How signatures are confirmed: the office's rule and one's own wish. */
import { z } from 'zod';
import { officeRefSchema } from './common';

const signingRuleSchema = z.enum(['always', 'personal']);

export const signingSchema = z.object({
  /** My own wish; it counts where the office leaves it to its people. */
  asksPassword: z.boolean(),
  /** Offices in which I have a post. */
  offices: z.array(z.object({
    office: officeRefSchema,
    rule: signingRuleSchema,
    /** Whether a signature of mine there is confirmed by password. */
    asksPassword: z.boolean(),
    canChange: z.boolean(),
  })),
});
/** Giving up the question needs the password itself, so that an open screen is not enough for it. */
export const mySigningSchema = z.strictObject({ asksPassword: z.boolean(), password: z.string().min(1).max(200).optional() });
export const officeSigningSchema = z.strictObject({ rule: signingRuleSchema });
