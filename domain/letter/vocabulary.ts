/**
 * The closed word lists of the domain: codes stored in the database and sent over the API. Thai and English labels
 * live in the language files of the UI (`kind.external_letter` …); the codes never change once landed.
 * Source: Regulation of the Office of the Prime Minister on Saraban Work B.E. 2526 as amended (R26).
 */

export const LETTER_KINDS = [
  'external_letter', 'internal_memo', 'stamped_letter', 'order', 'regulation', 'rule', 'announcement', 'statement',
  'news_release', 'certificate', 'minutes', 'memo_note', 'other_record',
] as const;
/** Kind of official document, R26 clauses 10–27. */
export type LetterKind = (typeof LETTER_KINDS)[number];

export const DIRECTIONS = ['incoming', 'outgoing', 'internal'] as const;
/** Seen from the office that owns this record of the letter. */
export type Direction = (typeof DIRECTIONS)[number];

export const URGENCIES = ['normal', 'urgent', 'very_urgent', 'most_urgent', 'urgent_by'] as const;
/** Urgency (ชั้นความเร็ว), R26 clause 28, rising; `urgent_by` carries a date and time. */
export type Urgency = (typeof URGENCIES)[number];

export const SECRECIES = ['none', 'confidential', 'secret', 'top_secret'] as const;
/** Secrecy (ชั้นความลับ), rising. `top_secret` exists only as a control entry without subject or file. */
export type Secrecy = (typeof SECRECIES)[number];

/** Rank of a secrecy class: a reader needs a clearance of at least the letter's rank. */
export const secrecyRank = (secrecy: Secrecy): number => SECRECIES.indexOf(secrecy);

export const CHANNELS = ['exchange', 'counter', 'post', 'email', 'web'] as const;
/** How a letter came in: `exchange` is from an office on this installation. */
export type Channel = (typeof CHANNELS)[number];

export const CAPACITIES = ['own', 'delegated', 'acting_for', 'acting_in_post', 'acting_duty'] as const;
/** In what capacity a person acts for a post: reference §6.4, R26 annex 3. */
export type Capacity = (typeof CAPACITIES)[number];

/** Printed under the signature before the post acted for. */
export const CAPACITY_PRINTED: { readonly [K in Capacity]: string | null } = {
  own: null,
  delegated: 'ปฏิบัติราชการแทน',
  acting_for: 'รักษาราชการแทน',
  acting_in_post: 'รักษาการในตำแหน่ง',
  acting_duty: 'ปฏิบัติหน้าที่แทน',
};

export const ROLES = [
  'clerk', 'secret_registrar', 'officer', 'head', 'supervisor', 'process_owner', 'office_admin', 'system_admin', 'inspector',
] as const;
/** What a post entitles its holder to; a post may carry several. */
export type Role = (typeof ROLES)[number];

export const BOOK_KINDS = [
  'send', 'circular', 'receive', 'order', 'announcement', 'certificate', 'minutes', 'secret_send', 'secret_receive', 'secret_control',
] as const;
/** Kind of number book, reference §3.2. */
export type BookKind = (typeof BOOK_KINDS)[number];

export const ACTION_WORDS = [
  'for_info', 'for_decision', 'for_signature', 'noted', 'agreed', 'approved', 'refused', 'signed', 'returned', 'assigned', 'proceed',
  'circulate', 'file',
] as const;
/** Action words of an endorsement (เกษียนหนังสือ), reference §5.8. */
export type ActionWord = (typeof ACTION_WORDS)[number];

export const AGENCY_ROLES = ['lead', 'secondary', 'supplementary', 'adviser', 'info'] as const;
/** Part an addressee has in a matter, reference §6.6; `info` is a copy for information. */
export type AgencyRole = (typeof AGENCY_ROLES)[number];

export const NOTICE_REASONS = ['holder', 'drafter', 'superior', 'processOwner', 'route'] as const;
/** In what part a notice reaches somebody; `route`: the route names whom to tell. */
export type NoticeReason = (typeof NOTICE_REASONS)[number];
/** Kinds of task of the folder (แฟ้มเสนอ): letters to sign, to decide and to direct. */
export const FOLDER_KINDS = ['sign', 'approve', 'assign'] as const;

/** Which-route tables. `letter`: which route a letter takes; `unit`, `post`: which route is run by what a unit or a post is given. */
export const ROUTE_TABLE_SCOPES = ['letter', 'unit', 'post'] as const;
export type RouteTableScope = (typeof ROUTE_TABLE_SCOPES)[number];
