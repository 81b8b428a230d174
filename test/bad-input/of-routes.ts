import { officeId } from '#db/seeds/insert-offices';
import type { Form, Rows } from './table';
import { LONG, NO_DAY, NO_ID, NO_LIST, NO_SWITCH, NO_TEXT, NO_WORD_OF_LIST, NO_WORDS } from './values';

const ID = '00000000-0000-4000-8000-000000000000';
const ROUTE = { schemaVersion: 1 as const, name: 'ก', nodes: [{ id: 'start', type: 'start' as const, name: 'เริ่ม', kinds: ['external_letter' as const], directions: ['incoming' as const] }], edges: [] };
const SCRIPT = { schemaVersion: 1 as const, at: '2027-01-04T02:00:00.000Z', facts: {}, secrecy: 'none' as const, unitId: null, drafterPost: null, moves: [] };
const NO_DRAWING = ['เส้นทาง', {}, { ...ROUTE, name: '' }, { ...ROUTE, name: LONG }, { ...ROUTE, nodes: [] }, { ...ROUTE, nodes: [{ id: 'x', type: 'wizard', name: 'ก' }] }, { ...ROUTE, edges: [{ from: 'start' }] }] as const;
const NO_LAYOUT = ['x', { start: 'left' }, { start: { x: 1, y: 1e9 } }] as const;
const RULE = { id: 'r', when: [null], then: ['incoming'] };
const CASE: Form<{ name: string; script: unknown; expected: string[] }> = {
  body: { name: "กรณี O'Brien", script: SCRIPT, expected: [] },
  wrong: { name: ['', LONG, 42], script: ['x', {}, { ...SCRIPT, at: 'พรุ่งนี้' }, { ...SCRIPT, secrecy: 'ลับ' }, { ...SCRIPT, moves: [{ kind: 'jump' }] }], expected: NO_LIST },
};
const REASON = { body: { reason: 'เขียนผิดขั้น' }, wrong: { reason: NO_WORDS } } as const;
const PUBLISHING = { note: 'ลดขั้นตอน', from: 'now' as const, runningLetters: 'stay' as const };
const WRONG_PUBLISHING = { note: NO_WORDS, from: ['วันนี้', ...NO_DAY], runningLetters: NO_WORD_OF_LIST } as const;

/** Drawing, trying, publishing and moving routes. */
export const ROUTE_FORMS: Rows<
  | 'startRouteDraft' | 'saveRouteDraft' | 'saveRouteTable' | 'readRouteBpmn' | 'addRouteCase' | 'changeRouteCase' | 'moveLetters' | 'cancelMove' | 'proposeRoute' | 'returnRoute' | 'rollBackRoute' | 'callOffVersion' | 'setRouteRules'
  | 'startWhatIf'
> = {
  startRouteDraft: {
    body: { officeId: officeId('lopburi'), from: { kind: 'empty', code: 'petitions', nameTh: 'ร้องเรียน', nameEn: '' } },
    wrong: {
      officeId: NO_ID,
      from: [
        'empty', { kind: 'copy' }, { kind: 'empty', code: 'รหัส', nameTh: 'ก' }, { kind: 'empty', code: 'petitions', nameTh: '' }, { kind: 'empty', code: 'petitions', nameTh: '<b>' }, { kind: 'version', versionId: 'x' },
        { kind: 'template', versionId: ID, code: 'petitions', positions: 'ไม่มี' }, { kind: 'json', code: 'petitions', definition: 'x' },
      ],
    },
  },
  saveRouteDraft: { body: { definition: ROUTE, layout: {} }, wrong: { definition: NO_DRAWING, layout: NO_LAYOUT, note: NO_TEXT, baseVersionId: NO_ID } },
  saveRouteTable: {
    body: { table: { hitPolicy: 'first', inputs: ['kind'], outputs: ['route'], rules: [RULE] } },
    wrong: { table: ['x', {}, { hitPolicy: 'last', inputs: ['kind'], outputs: ['route'], rules: [RULE] }, { hitPolicy: 'first', inputs: [], outputs: ['route'], rules: [RULE] }, { hitPolicy: 'first', inputs: ['kind'], outputs: ['route'], rules: [] }] },
  },
  readRouteBpmn: { body: { xml: '<a/>' }, wrong: { xml: ['', 42, null] } },
  addRouteCase: CASE,
  changeRouteCase: CASE,
  moveLetters: REASON,
  cancelMove: REASON,
  proposeRoute: { body: PUBLISHING, wrong: WRONG_PUBLISHING },
  returnRoute: REASON,
  rollBackRoute: { body: { versionId: ID, ...PUBLISHING }, wrong: { versionId: NO_ID, ...WRONG_PUBLISHING } },
  callOffVersion: REASON,
  setRouteRules: { body: { fourEyes: true, offersTemplates: false, reason: 'มีผู้ทำแทน' }, wrong: { fourEyes: NO_SWITCH, offersTemplates: NO_SWITCH, reason: NO_WORDS } },
  startWhatIf: { body: { from: '2026-10-01', to: '2026-10-31', letters: 'route' }, wrong: { from: NO_DAY, to: NO_DAY, letters: NO_WORD_OF_LIST } },
};
