import { REGISTER_WITHIN } from '#domain/calendar/register-limit';
import type { OfficeBooks } from '#domain/contracts/office-books';
import type { ActingView as Acting } from '#domain/contracts/organisation';
import type { Organisation } from '../../resources/office/types';
import { buildSession, ID, office, post, unit } from '../builders';
import type { Overrides } from '../render-admin';
import { EMPTY, type Form, NO_NAME, over, tooMany, UNPRINTABLE } from './form';

const organisation: Organisation = {
  office: {
    id: office.id, code: 'lopburi', name: office.name, short: 'สนจ.', rev: 0, kind: 'province', parentId: null, agencyCode: 'ลบ', unitCode: '0017', headTitle: 'ผู้ว่า', address: '', phone: '', email: '', isLinked: true,
    registryUnitId: null, fallbackPostId: null, secretRegistrarPostId: null, processOwnerPostId: null, validFrom: '2020-01-01', validTo: null, state: 'inForce',
  },
  units: [{ ...unit, rev: 0, parentId: null, short: '', letterCode: null, phone: '', sortOrder: 0, validFrom: '2020-01-01', validTo: null, state: 'inForce', isRegistry: false }],
  posts: [],
};
/** A post with one who stands in, so that there is an order to name. */
const acting: Acting = {
  at: '2026-11-20T03:00:00.000Z', canManage: true,
  items: [{ post, rev: 0, holders: [], actors: [], successors: [{ post: { ...post, id: ID.command, title: { th: 'รองหัวหน้าสำนักงาน', en: '' } }, orderNo: '', holders: [] }] }],
};
const books: OfficeBooks = {
  codes: { agencyCode: 'ลบ', unitCode: '0017' }, yearBe: 2569,
  items: [{
    id: ID.command, rev: 0, kind: 'send', name: { th: 'ทะเบียนหนังสือส่ง', en: '' }, unit: null, post: null, issuerName: '', committeeCode: '', pattern: '{code}/{n}', patternsToCome: [],
    isHeld: false, isTest: false, sharesSeriesOf: null, validFrom: '2020-01-01', validTo: null, state: 'inForce', lastNo: 122, rules: [], takers: [],
  }],
};
const nothing = async () => ({ items: [] });
const session = buildSession({ can: ['organisation', 'people', 'calendar', 'setUp'] });
const api: Overrides = {
  me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }),
  organisation: async () => organisation, officeBooks: async () => books, acting: async () => acting, listAccounts: nothing, listAppointments: nothing, listAbsences: nothing, listDelegations: nothing,
  calendar: async () => ({ officeId: ID.office, yearBe: 2569, hours: { start: '08:30', end: '16:30', lunchStart: '12:00', lunchEnd: '13:00' }, registerTimes: REGISTER_WITHIN, nextWorkingDay: '2026-11-23', days: [], canDeclare: true }),
  setUpOffices: async () => ({ items: [], canCreate: true, canMark: false }), officeTemplates: async () => ({ items: [] }),
};
const CODE = 'ใช้ได้เฉพาะอักษร a–z ตัวเลข และขีด ไม่เกิน 40 ตัว';
const LOGIN = 'ใช้ได้เฉพาะอักษร a–z ตัวเลข จุด และขีด 3–60 ตัว';
const PHONE = 'หมายเลขโทรศัพท์ไม่ถูกต้อง';
const EMAIL = 'ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ไม่ถูกต้อง';
const NO_PATTERN = ['{year}', 'รูปแบบเลขต้องมีที่ใส่เลขหนึ่งแห่งพอดี และใช้ได้เฉพาะที่ใส่ค่าตามคำอธิบายของช่อง'] as const;
const NO_ORDER = [['  ', EMPTY], [' \u200b ', EMPTY], over(100)] as const;

/** What an administrator fills in. */
export const OFFICE_FORMS: { readonly [name: string]: Form } = {
  'a unit': {
    at: '/organisation', api, opens: ['เพิ่มหน่วยงาน'], days: [/^มีผลตั้งแต่/],
    fields: [
      [/^ชื่อ \(ไทย\)/, NO_NAME], [/^ชื่อ \(อังกฤษ\)/, [over(200), ['Unit <b>', UNPRINTABLE]]], [/^โทรศัพท์/, [['โทร <1>', PHONE], over(60)]], [/^รหัส(?!ใน)/, [["o'brien", CODE]]], [/^ลำดับที่แสดง/, [['หนึ่ง', EMPTY], ['-1', 'ต้องไม่น้อยกว่า 0']]],
    ],
  },
  'a post': { at: '/organisation', api, opens: ['เพิ่มตำแหน่ง'], fields: [[/^ชื่อตำแหน่ง \(ไทย\)/, NO_NAME], [/^รหัส/, [['รหัส ก', CODE]]]] },
  'a person': { at: '/organisation?tab=accounts', api, opens: ['เพิ่มบุคคล'], fields: [[/^ชื่อและสกุล \(ไทย\)/, NO_NAME], [/^ชื่อผู้ใช้/, [["o'brien", LOGIN], ['ก', LOGIN]]], [/^ไปรษณีย์อิเล็กทรอนิกส์/, [['a b', EMAIL], ['ก😀@b.c', EMAIL]]]] },
  'the contact of the office': {
    at: '/organisation', api, opens: ['ที่ตั้งและผู้รับสำรอง'],
    fields: [[/^ที่ตั้ง/, [over(300), ['ถนนนารายณ์มหาราช <b>', UNPRINTABLE]]], [/^โทรศัพท์/, [['โทร <1>', PHONE], ['036 😀', PHONE]]], [/^ไปรษณีย์อิเล็กทรอนิกส์/, [["o'brien", EMAIL]]]],
  },
  'a list of receivers': { at: '/organisation?tab=lists', api, opens: ['สร้างบัญชีรายชื่อ'], fields: [[/^ชื่อ \(ไทย\)/, NO_NAME]] },
  'a number book': { at: '/organisation?tab=books', api, opens: ['เพิ่มทะเบียน'], fields: [[/^ชื่อ \(ไทย\)/, NO_NAME], [/^รูปแบบเลข/, [NO_PATTERN]]], days: [/^มีผลตั้งแต่/] },
  'a pattern of numbers': { at: '/organisation?tab=books', api, opens: ['เปลี่ยนรูปแบบเลข ทะเบียนหนังสือส่ง'], fields: [[/^รูปแบบเลข/, [NO_PATTERN]]], days: [/^ใช้ตั้งแต่วันที่/] },
  'a standing order': { at: '/organisation?tab=acting', api, opens: [`กำหนดลำดับ ${post.title.th}`], fields: [[/^คำสั่งที่/, [tooMany(100)]]] },
  'an appointment': { at: '/people', api, opens: ['บันทึกคำสั่งรักษาราชการแทน'], fields: [[/^คำสั่งที่/, NO_ORDER], [/^เหตุผล/, [over(500)]]], days: [/^ตั้งแต่/, /^ถึง/] },
  'an absence': { at: '/people?tab=absences', api, opens: ['บันทึกการลาหรือไปราชการ'], fields: [[/^หมายเหตุ/, [over(500)]]], days: [/^ตั้งแต่/, /^ถึง/] },
  'a delegation': { at: '/people?tab=delegations', api, opens: ['บันทึกการมอบอำนาจ'], fields: [[/^คำสั่งที่/, NO_ORDER]], days: [/^ตั้งแต่/, /^ถึง/] },
  'a day': { at: '/calendar', api, opens: ['ประกาศวัน'], confirm: 'ดูผลก่อนประกาศ', fields: [[/^ชื่อวัน \(ไทย\)/, [['  ', EMPTY], over(200)]]], days: [/^วัน(?!ที่)/] },
  'a new office': {
    at: '/set-up/new', api, opens: ['ยังไม่มีในระบบ'], isOnPage: true, confirm: 'เปิดสำนักงาน',
    fields: [[/^ชื่อสำนักงาน \(ไทย\)/, [['<b>', UNPRINTABLE]]], [/^รหัสในระบบ/, [['รหัส ก', CODE]]], [/^ชื่อและสกุล/, [['   ', EMPTY]]], [/^ชื่อผู้ใช้/, [["o'brien", LOGIN], ['', LOGIN]]]],
  },
};
