/** References to people and places as the API shows them, in SQL that lists share. */
import { createHash } from 'node:crypto';

const NAME_DIGITS = 16;

/** Name under which a connection keeps the plan of a text that was put together: the same text, the same name. For texts of which there are few. */
export const nameOf = (what: string, text: string): string => `${what}_${createHash('sha256').update(text).digest('hex').slice(0, NAME_DIGITS)}`;

/** An instant inside JSON, as the driver writes it outside. */
export const isoJson = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const named = (th: string, en: string): string => `json_build_object('th', ${th}, 'en', ${en})`;
export const nameJson = (alias: string): string => named(`${alias}.name_th`, `${alias}.name_en`);
export const titleJson = (alias: string): string => named(`${alias}.title_th`, `${alias}.title_en`);

/** References over table aliases; null where a left join found nothing. */
const unlessMissing = (alias: string, json: string): string => `case when ${alias}.id is not null then ${json} end`;
export const personRef = (alias: string): string => unlessMissing(alias, `json_build_object('id', ${alias}.id, 'name', ${nameJson(alias)})`);
export const unitRef = (alias: string): string => unlessMissing(alias, `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${nameJson(alias)})`);
export const officeRef = (alias: string): string =>
  unlessMissing(alias, `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${nameJson(alias)}, 'short', ${alias}.short_th)`);
/** A post with the name of its unit, which is joined as `unit`. */
export const postRef = (alias: string, unit: string): string =>
  unlessMissing(
    alias,
    `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'title', ${titleJson(alias)}, 'unit', ${nameJson(unit)}, 'officeId', ${alias}.office_id)`,
  );

/** How a book prints its numbers on a day; empty for the usual way of its kind. */
export const patternSql = (book: string, day: string): string =>
  `coalesce((select k.pattern from book_pattern k where k.book_id = ${book}.id and k.from_day <= ${day} order by k.from_day desc limit 1), ${book}.pattern)`;
