/** What a person has arranged for themself: saved filters of the inbox, quick phrases, favourite units and posts. */
import { z } from 'zod';
import { directionSchema, idSchema, noteSchema, searchSchema, taskKindSchema, urgencySchema, requiredTextSchema } from './common';
import { FAVOURITES_MAX, FILTER_NAME_MAX, FILTERS_MAX, PHRASE_MAX, PHRASES_MAX } from './limits';

const flagWordSchema = z.enum(['true', 'false']);
/** A view of the inbox as the address holds it. */
export const inboxViewSchema = z.strictObject({
  postId: idSchema.optional(),
  urgency: urgencySchema.optional(),
  kind: taskKindSchema.optional(),
  direction: directionSchema.optional(),
  overdue: flagWordSchema.optional(),
  unread: flagWordSchema.optional(),
  sort: z.enum(['due', 'opened']).optional(),
  q: searchSchema.optional(),
});
export type InboxView = z.infer<typeof inboxViewSchema>;

export const savedFilterSchema = z.strictObject({ id: idSchema, name: requiredTextSchema(FILTER_NAME_MAX), query: inboxViewSchema });
export type SavedFilter = z.infer<typeof savedFilterSchema>;

const lists = {
  /** In the order in which they are shown. */
  filters: z.array(savedFilterSchema).max(FILTERS_MAX),
  phrases: z.array(noteSchema.min(1).max(PHRASE_MAX)).max(PHRASES_MAX),
  favouriteUnitIds: z.array(idSchema).max(FAVOURITES_MAX),
  favouritePostIds: z.array(idSchema).max(FAVOURITES_MAX),
};
/** `rev` rises with every change; 0 while nothing has been changed yet. */
export const deskSchema = z.object({ rev: z.int(), ...lists });
export type Desk = z.infer<typeof deskSchema>;

/** `PATCH /desk`: the lists that are named take the place of the former ones. `rev` is the one that was shown. */
export const deskChangeSchema = z.strictObject({
  rev: z.int().min(0),
  filters: lists.filters.optional(),
  phrases: lists.phrases.optional(),
  favouriteUnitIds: lists.favouriteUnitIds.optional(),
  favouritePostIds: lists.favouritePostIds.optional(),
});
export type DeskChange = z.infer<typeof deskChangeSchema>;
