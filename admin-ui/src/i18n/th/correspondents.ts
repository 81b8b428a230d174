/** Texts in Thai of the directory of correspondents: they come with its page. */
import type { CorrespondentErrorCode } from './errors';

export const correspondent = {
  title: 'บัญชีผู้ติดต่อ', subtitle: 'ผู้ที่เคยมีหนังสือถึงสำนักงาน หนังสือทุกฉบับยังแสดงชื่อตามที่เขียนไว้บนหนังสือ', search: 'ค้นด้วยชื่อ รหัสหนังสือ หรือโทรศัพท์', back: 'รับหนังสือ',
  empty: 'ยังไม่มีผู้ติดต่อ', emptyText: 'เมื่อลงทะเบียนรับหนังสือ ผู้ส่งจะอยู่ในบัญชีนี้เอง', nothing: 'ไม่พบผู้ติดต่อที่ตรงกัน', nothingText: 'ลองค้นด้วยส่วนหนึ่งของชื่อ หรือชื่อที่เคยเขียนมา',
  name: 'ชื่อที่ใช้', letterCode: 'รหัสหนังสือ', letterCodeHelp: 'ส่วนต้นของเลขที่ที่เติมให้เมื่อรับหนังสือ เช่น มท 0310.1/', phone: 'โทรศัพท์', address: 'ที่อยู่', written: 'เขียนมาครั้งแรกว่า %{name}', merged: 'รวมไว้ด้วย', acts: 'การดำเนินการ',
  edit: 'แก้ไข', editOne: 'แก้ไข %{name}', merge: 'รวมกับรายอื่น', mergeOne: 'รวม %{name} กับรายอื่น', part: 'แยกออก', partOne: 'แยก %{name} ออก', saved: 'บันทึกแล้ว',
  mergeInto: 'รวมเข้ากับ', mergeText: '“%{name}” จะนับเป็นรายเดียวกับที่ท่านเลือก หนังสือที่มีอยู่ยังแสดงชื่อตามที่เขียนไว้ และแยกออกได้ภายหลัง', noneFound: 'ไม่พบผู้ติดต่ออื่น',
};

export const errors: { readonly [K in CorrespondentErrorCode]: string } = {
  CORRESPONDENT_EXISTS: 'มีผู้ติดต่อชื่อนี้อยู่แล้ว หากเป็นรายเดียวกันโปรดรวมเข้าด้วยกัน',
  CORRESPONDENT_MERGED: 'รายนี้ถูกรวมกับรายอื่นไปแล้ว โปรดเปิดรายการใหม่',
  CORRESPONDENT_NOT_MERGED: 'รายนี้ไม่ได้รวมกับรายใด หรือถูกแยกออกแล้ว',
  CORRESPONDENT_SAME: 'โปรดเลือกรายอื่นที่จะรวมเข้าไป',
};
