/** Who may do what and why: a person's posts and abilities, and the policy's decision on one letter with the facts it rests on. */
import { z } from 'zod';
import { RULE_IDS } from '../access/rules';
import { capacitySchema, idSchema, instantSchema, nameSchema, officeRefSchema, personRefSchema, postRefSchema, roleSchema, secrecySchema, taskKindSchema, unitRefSchema } from './common';

const ruleSchema = z.enum(RULE_IDS);
/** A post as a reason names it: in what capacity and by which order. */
export const grantedPostSchema = z.object({
  id: idSchema,
  title: nameSchema,
  unit: unitRefSchema,
  office: officeRefSchema,
  capacity: capacitySchema,
  /** Title of the post from which it is acted for. */
  ownPost: nameSchema.nullable(),
  orderNo: z.string(),
  /** False while somebody else acts for it. */
  mayAct: z.boolean(),
  roles: z.array(roleSchema),
  until: instantSchema.nullable(),
});

export const accessPersonSchema = z.object({
  person: personRefSchema,
  /** The account is closed: nothing is allowed. */
  isDisabled: z.boolean(),
  clearance: secrecySchema,
  posts: z.array(grantedPostSchema),
  abilities: z.array(z.object({ act: z.string(), rule: ruleSchema, postIds: z.array(idSchema) })),
});

export const accessWhyQuerySchema = z.object({ personId: idSchema, letterId: idSchema });
export const accessWhySchema = z.object({
  person: personRefSchema,
  /** `subject` is null where the one who asks may not see it. */
  letter: z.object({ id: idSchema, subject: z.string().nullable(), theirNo: z.string() }),
  decisions: z.array(
    z.object({
      act: z.string(),
      /** For acts on a task: its kind and the posts that hold it. */
      task: z.object({ kind: taskKindSchema, posts: z.array(postRefSchema) }).nullable(),
      allow: z.boolean(),
      /** Only the envelope may be seen where false. */
      reveal: z.boolean(),
      rule: ruleSchema,
      reasons: z.array(
        z.object({
          kind: z.enum(['post', 'person', 'clearance', 'actedFor', 'delegatedOnly', 'noPost']),
          post: grantedPostSchema.nullable(),
          clearance: secrecySchema.nullable(),
          /** How the post came to have a part in the letter. */
          parts: z.array(z.enum(['task', 'assignment', 'owner', 'registry', 'granted'])),
        }),
      ),
    }),
  ),
});
