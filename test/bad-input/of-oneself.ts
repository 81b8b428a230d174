import type { Rows } from './table';
import { LONG, NO_ID, NO_LIST, NO_REV, NO_SWITCH, NO_WORD_OF_LIST } from './values';

const ID = '00000000-0000-4000-8000-000000000000';
const NO_PASSWORD = ['', LONG, 42, null] as const;

const NO_WAYS = ['digest', 42, null, {}, { bell: true }, { bell: 'ใช่', mail: 'now' }, { bell: true, mail: 'โทรสาร' }, { bell: true, mail: 'now', sms: true }] as const;

/** What people set for themselves. */
export const OWN_FORMS: Rows<'login' | 'changePassword' | 'preferences' | 'setMySigning' | 'setOfficeSigning' | 'tasksRead' | 'noticesRead' | 'changeNoticeSettings' | 'changeDesk' | 'saveSearch'> = {
  login: { body: { login: 'ops.ict.officer', password: 'x' }, wrong: { login: ['', LONG, 42, null], password: NO_PASSWORD } },
  changePassword: { body: { current: 'x', next: 'ยาวพอสำหรับการทดสอบ' }, wrong: { current: NO_PASSWORD, next: ['', 'สั้นเกินไป', LONG, 42] } },
  preferences: { body: {}, wrong: { locale: ['fr', 'TH', 1, null], digits: NO_WORD_OF_LIST, theme: NO_WORD_OF_LIST, textSize: NO_WORD_OF_LIST } },
  setMySigning: { body: { asksPassword: true }, wrong: { asksPassword: NO_SWITCH, password: NO_PASSWORD } },
  setOfficeSigning: { body: { rule: 'always' }, wrong: { rule: NO_WORD_OF_LIST } },
  tasksRead: { body: { tasks: [{ letterId: ID, taskId: 'draft-1' }] }, wrong: { tasks: [...NO_LIST, [], [{ letterId: 'x', taskId: 'draft-1' }], [{ letterId: ID, taskId: LONG }]] } },
  noticesRead: { body: { ids: [ID] }, wrong: { ids: [...NO_LIST, [], ['x'], Array.from({ length: 101 }, () => ID)] } },
  changeNoticeSettings: { body: { due: { bell: true, mail: 'now' } }, wrong: { task: NO_WAYS, due: NO_WAYS, letter: NO_WAYS, route: NO_WAYS, custom: NO_WAYS } },
  changeDesk: {
    body: { rev: 0 },
    wrong: {
      rev: NO_REV, phrases: [...NO_LIST, [''], ['  '], [LONG], [' \u200b '], Array.from({ length: 31 }, (_, index) => `ทราบ ${index}`)], filters: [...NO_LIST, [{ id: ID, name: '', query: {} }], [{ id: ID, name: LONG, query: {} }]],
      favouriteUnitIds: [...NO_LIST, NO_ID], favouritePostIds: [...NO_LIST, NO_ID],
    },
  },
  saveSearch: {
    body: { name: 'งบประมาณ', query: { q: 'งบประมาณ' } },
    wrong: { name: ['', '  ', LONG, 42, null], query: [null, 42, { q: LONG }, { q: 1 }, { year: '12' }, { bookId: 'x' }, { other: 'x' }], officeId: ['x', 42] },
  },
};
