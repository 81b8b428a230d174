/** What an e-mail says of notices. Of a classified letter it says neither subject nor number: whoever is entitled reads it in the system. */

export type MailedLetter = { readonly letterId: string; readonly isClassified: boolean; readonly subject: string | null; readonly letterNo: string | null };
export type MailedNotice = { readonly template: string; readonly letters: readonly MailedLetter[]; readonly route: { readonly name: { readonly th: string; readonly en: string } } | null };
export type NoticeMail = { readonly subject: string; readonly text: string };
type Locale = 'th' | 'en';

type Words = {
  readonly template: { readonly [template: string]: string };
  readonly other: string;
  readonly title: (n: number) => string;
  readonly greeting: (name: string) => string;
  readonly classified: string;
  readonly untitled: string;
  readonly no: (no: string) => string;
  readonly route: (name: string) => string;
  readonly foot: string;
};

const WORDS: { readonly [L in Locale]: Words } = {
  th: {
    template: {
      taskWithdrawn: 'งานของท่านถูกถอนแล้ว', taskReminder: 'งานใกล้ครบกำหนด', taskOverdue: 'งานเกินกำหนด', supervisorReminder: 'ผู้กำกับงานเตือนให้ดำเนินการ', draftAmended: 'ร่างของท่านได้รับการแก้ไขและส่งต่อแล้ว',
      draftReturned: 'ร่างของท่านถูกส่งกลับให้แก้ไข', deliveryReturned: 'หน่วยงานผู้รับส่งหนังสือคืน', letterHeld: 'หนังสือถูกพักไว้', letterResumed: 'หนังสือดำเนินการต่อแล้ว', letterCancelled: 'หนังสือถูกยกเลิก', letterUrged: 'หนังสือเร่งด่วนขึ้น',
      routeFlag: 'เส้นทางหนังสือต้องได้รับการตรวจสอบ', routeProposed: 'มีเส้นทางที่เสนอให้ท่านเห็นชอบ', routeApproved: 'เส้นทางที่ท่านเสนอได้รับความเห็นชอบ', routeReturned: 'เส้นทางที่ท่านเสนอถูกส่งกลับ', routeChanged: 'เส้นทางหนังสือเปลี่ยนแปลง', routeCalledOff: 'ยกเลิกการใช้เส้นทางฉบับใหม่',
    },
    other: 'มีการแจ้งเตือนจากเส้นทางหนังสือ', title: (n) => `ระบบสารบรรณ: แจ้งเตือน ${n} รายการ`, greeting: (name) => `เรียน ${name}`, classified: 'หนังสือมีชั้นความลับ โปรดอ่านในระบบ', untitled: '(ไม่มีชื่อเรื่อง)', no: (no) => `ที่ ${no}`, route: (name) => `เส้นทาง ${name}`,
    foot: 'เลือกวิธีรับการแจ้งเตือนได้ในระบบ ที่หน้าการแจ้งเตือน',
  },
  en: {
    template: {
      taskWithdrawn: 'A task of yours was withdrawn', taskReminder: 'A task is due soon', taskOverdue: 'A task is overdue', supervisorReminder: 'A supervisor reminds you', draftAmended: 'Your draft was amended and passed on',
      draftReturned: 'Your draft came back to be amended', deliveryReturned: 'A receiving office sent a letter back', letterHeld: 'A letter was put on hold', letterResumed: 'A letter goes on', letterCancelled: 'A letter was cancelled', letterUrged: 'A letter became more urgent',
      routeFlag: 'A route must be looked at', routeProposed: 'A route waits for your approval', routeApproved: 'The route that you proposed was approved', routeReturned: 'The route that you proposed came back', routeChanged: 'A route has changed', routeCalledOff: 'A new version of a route was called off',
    },
    other: 'A route has a notice for you', title: (n) => `e-Saraban: ${n} notices`, greeting: (name) => `Dear ${name},`, classified: 'A classified letter: read it in the system', untitled: '(no subject)', no: (no) => `No. ${no}`, route: (name) => `Route ${name}`,
    foot: 'Choose how you hear of such things on the page of notices.',
  },
};

/** One e-mail of all that is to be told at once, in the reader's language. */
export function composeNotices({ name, locale, notices, publicUrl }: { readonly name: string; readonly locale: Locale; readonly notices: readonly MailedNotice[]; readonly publicUrl: string }): NoticeMail {
  const words = WORDS[locale];
  const told = notices.map((notice) => ({ notice, what: words.template[notice.template] ?? words.other }));
  const [only] = told;
  const subject = told.length === 1 && only !== undefined ? only.what : words.title(told.length);
  const blocks = told.map(({ notice, what }) => [`• ${what}`, ...linesOf(notice, locale, publicUrl)].join('\n'));
  return { subject, text: [words.greeting(name), ...blocks, words.foot].join('\n\n') };
}

function linesOf({ letters, route }: MailedNotice, locale: Locale, publicUrl: string): readonly string[] {
  const words = WORDS[locale];
  if (letters.length === 0) return route === null ? [] : [`  ${words.route(locale === 'en' && route.name.en !== '' ? route.name.en : route.name.th)}`, `  ${publicUrl}/#/routes`];
  return letters.flatMap(({ letterId, isClassified, subject, letterNo }) => {
    const what = isClassified ? words.classified : [subject ?? words.untitled, letterNo === null ? '' : words.no(letterNo)].filter((text) => text !== '').join(' · ');
    return [`  ${what}`, `  ${publicUrl}/#/letters/${letterId}`];
  });
}
