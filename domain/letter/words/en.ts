/** English words for the codes of `#domain/letter/vocabulary` and of the contracts. */
import type * as thai from './th';

type Words<T> = { readonly [K in keyof T]: string };

export const kind: Words<typeof thai.kind> = {
  external_letter: 'External letter', internal_memo: 'Memorandum', stamped_letter: 'Stamped letter', order: 'Order', regulation: 'Regulation',
  rule: 'Rule', announcement: 'Announcement', statement: 'Statement', news_release: 'News release', certificate: 'Certificate', minutes: 'Minutes',
  memo_note: 'Note', other_record: 'Other record',
};
export const direction: Words<typeof thai.direction> = { incoming: 'Incoming', outgoing: 'Outgoing', internal: 'Internal' };
export const urgency: Words<typeof thai.urgency> = {
  normal: 'Normal', urgent: 'Urgent', very_urgent: 'Very urgent', most_urgent: 'Most urgent', urgent_by: 'Urgent by',
};
export const secrecy: Words<typeof thai.secrecy> = { none: 'None', confidential: 'Confidential', secret: 'Secret', top_secret: 'Top secret' };
export const channel: Words<typeof thai.channel> = { exchange: 'e-Saraban', counter: 'Counter', post: 'Post', email: 'E-mail', web: 'Web form' };
export const capacity: Words<typeof thai.capacity> = {
  own: 'Holder', delegated: 'On behalf of', acting_for: 'Acting for', acting_in_post: 'Acting in post', acting_duty: 'Performing the duties of',
};
export const role: Words<typeof thai.role> = {
  clerk: 'Registry clerk', secret_registrar: 'Secret registrar', officer: 'Officer', head: 'Head of unit', supervisor: 'Supervisor',
  process_owner: 'Process owner', office_admin: 'Office administrator', system_admin: 'System administrator', inspector: 'Inspector',
};
export const bookKind: Words<typeof thai.bookKind> = {
  send: 'Send register', circular: 'Circular register', receive: 'Receive register', order: 'Order register', announcement: 'Announcement register',
  certificate: 'Certificate register', minutes: 'Minutes register', secret_send: 'Secret send register', secret_receive: 'Secret receive register',
  secret_control: 'Secret control register',
};
export const actionWord: Words<typeof thai.actionWord> = {
  for_info: 'For information', for_decision: 'For decision', for_signature: 'For signature', noted: 'Noted', agreed: 'Agreed', approved: 'Approved',
  refused: 'Refused', signed: 'Signed', returned: 'Returned for correction', assigned: 'Assigned', proceed: 'Proceed as proposed', circulate: 'Circulate',
  file: 'File',
};
export const agencyRole: Words<typeof thai.agencyRole> = {
  lead: 'Lead', secondary: 'Secondary', supplementary: 'Supplementary', adviser: 'Adviser', info: 'For information',
};
export const taskKind: Words<typeof thai.taskKind> = {
  approve: 'Decide', assign: 'Direct', work: 'Act', acknowledge: 'Acknowledge', draft: 'Draft', sign: 'Sign', judge: 'Judge the answer', report: 'Report an event', adhoc: 'Give an opinion',
};
export const letterStatus: Words<typeof thai.letterStatus> = { new: 'New', running: 'In progress', held: 'On hold', ended: 'Ended' };
export const endOutcome: Words<typeof thai.endOutcome> = {
  closed: 'Closed', rejected: 'Rejected', cancelled: 'Cancelled', forwarded: 'Forwarded', returned: 'Returned to sender',
};
