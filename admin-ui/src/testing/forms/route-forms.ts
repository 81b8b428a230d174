import { createElement } from 'react';
import { CallOffDialog } from '../../resources/routes/versions/CallOffDialog';
import { DescribeDialog, RenameDialog } from '../../resources/routes/dialogs/NameDialogs';
import { designContext, whole, work } from '../../resources/routes/testing';
import type { VersionInfo } from '../../resources/routes/versions/use-versions';
import { buildSession, office } from '../builders';
import type { Overrides } from '../render-admin';
import { EMPTY, type Form, tooMany } from './form';

const name = (th: string) => ({ th, en: '' });
const version = (state: VersionInfo['state']): VersionInfo => ({
  id: 'V1', routeId: 'R1', version: 1, sha256: 'd', state, from: '2026-02-01T00:00:00+07:00', until: null, publishedAt: '2026-02-01T00:00:00+07:00', author: { id: 'P1', name: name('สมชาย') }, approver: null, note: 'เหตุผล', openLetters: 3,
});
const route = { id: 'R1', officeId: 'O1', code: 'incoming', name: name('หนังสือรับจังหวัด') };
const designs = { office, canDesign: true, canSetRules: true, rules: { fourEyes: true, offersTemplates: false }, routes: [], newRoutes: [] };
const ofVersion = (state: VersionInfo['state']): Overrides => ({
  me: async () => buildSession({ can: ['routes'] }), routeVersions: async () => ({ route, canDesign: true, versions: [version(state)] }), routeMoves: async () => ({ items: [] }),
  routeVersion: async () => ({ route, canDesign: true, version: version(state), definition: whole, layout: {}, places: { posts: {}, units: {} } }),
  checkMove: async () => ({ total: 0, canMove: 0, blocked: [], letters: [] }),
});
const ofOffice: Overrides = { me: async () => buildSession({ can: ['routes'] }), routeDesigns: async () => designs, routeDesignContext: (async () => designContext) as never, routeTables: (async () => ({ items: [] })) as never };
const ignore = (): undefined => undefined;

/** Drawing, publishing and moving routes. */
export const ROUTE_FORMS: { readonly [name: string]: Form } = {
  'a new route': { at: '/routes', api: ofOffice, opens: ['สร้างเส้นทางใหม่'], confirm: 'เริ่มออกแบบ', fields: [[/^ชื่อเส้นทาง/, [tooMany(200)]], [/^รหัส/, [['รหัส ก', 'ใช้ได้เฉพาะอักษร a–z ตัวเลข และขีด ไม่เกิน 40 ตัว']]]] },
  'the name of a step': { at: () => createElement(RenameDialog, { node: work, onRename: ignore, onClose: ignore }), opens: [], confirm: 'เปลี่ยนชื่อ', fields: [[/^ชื่อ/, [['  ', EMPTY], tooMany(200)]]] },
  'what a route is called and for': { at: () => createElement(DescribeDialog, { route: whole, onDescribe: ignore, onClose: ignore }), opens: [], confirm: 'ใช้ชื่อนี้', fields: [[/^ชื่อเส้นทาง(?! \()/, [['  ', EMPTY], tooMany(200)]], [/อังกฤษ/, [tooMany(200)]], [/^คำอธิบายเส้นทาง/, [tooMany(2000)]]] },
  'why a version is called off': { at: () => createElement(CallOffDialog, { version: version('scheduled'), onClose: ignore }), opens: [], confirm: 'ยกเลิกฉบับที่รอเริ่มใช้', fields: [[/^เหตุผลที่ยกเลิก/, [tooMany(4000)]]] },
  'why an older version comes back': { at: '/routes/R1/versions?version=V1', api: ofVersion('retired'), opens: ['นำฉบับนี้กลับมาใช้'], confirm: 'เสนอเผยแพร่', fields: [[/เปลี่ยนอะไร/, [tooMany(4000)]]] },
  'why letters are moved': { at: '/routes/R1/versions', api: ofVersion('inForce'), opens: ['ย้ายเรื่องที่เดินอยู่มาฉบับนี้'], confirm: 'ย้ายเรื่องที่เดินอยู่มาฉบับนี้', fields: [[/^เหตุผลที่ย้าย/, [tooMany(4000)]]] },
};
