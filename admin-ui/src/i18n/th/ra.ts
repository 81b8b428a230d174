/** Texts of react-admin itself in Thai; there is no published language pack. Keys are those of ra-language-english. */
import type { TranslationMessages } from 'react-admin';
import { raFrame } from './ra-frame';

export const ra: TranslationMessages['ra'] = {
  action: {
    ...raFrame.action,
    add_filter: 'เพิ่มตัวกรอง', back: 'กลับ', bulk_actions: 'เลือกไว้ %{smart_count} รายการ |||| เลือกไว้ %{smart_count} รายการ',
    clear_array_input: 'ล้างรายการ', clone: 'ทำสำเนา', confirm: 'ยืนยัน', create: 'สร้าง',
    create_item: 'สร้าง %{item}', delete: 'ลบ', edit: 'แก้ไข', export: 'ส่งออก', list: 'รายการ', refresh: 'เรียกข้อมูลใหม่',
    remove_filter: 'นำตัวกรองนี้ออก', remove: 'นำออก', reset: 'คืนค่าเดิม',
    search: 'ค้นหา', search_columns: 'ค้นหาคอลัมน์', select_all: 'เลือกทั้งหมด', select_all_button: 'เลือกทั้งหมด', select_row: 'เลือกแถวนี้',
    show: 'แสดง', sort: 'เรียงลำดับ', undo: 'เลิกทำ', unselect: 'ไม่เลือก', expand: 'ขยาย',
    close_menu: 'ปิดเมนู', update: 'ปรับปรุง', move_up: 'เลื่อนขึ้น', move_down: 'เลื่อนลง',
    toggle_theme: 'สลับพื้นสว่างและพื้นมืด', select_columns: 'คอลัมน์', update_application: 'โหลดโปรแกรมใหม่',
  },
  boolean: { true: 'ใช่', false: 'ไม่ใช่', null: ' ' },
  page: {
    ...raFrame.page,
    create: 'สร้าง%{name}', dashboard: 'หน้าหลัก', edit: '%{name} %{recordRepresentation}', error: 'เกิดข้อผิดพลาด', list: '%{name}',
    show: '%{name} %{recordRepresentation}', empty: 'ยังไม่มี%{name}',
    invite: 'ต้องการเพิ่มหรือไม่', authentication_error: 'ยืนยันตัวตนไม่สำเร็จ',
  },
  input: {
    file: { upload_several: 'ลากไฟล์มาวางที่นี่ หรือกดเพื่อเลือกไฟล์', upload_single: 'ลากไฟล์มาวางที่นี่ หรือกดเพื่อเลือกไฟล์' },
    image: { upload_several: 'ลากรูปภาพมาวางที่นี่ หรือกดเพื่อเลือกรูปภาพ', upload_single: 'ลากรูปภาพมาวางที่นี่ หรือกดเพื่อเลือกรูปภาพ' },
    references: {
      all_missing: 'ไม่พบข้อมูลที่อ้างถึง', many_missing: 'ข้อมูลที่อ้างถึงบางรายการไม่มีแล้ว', single_missing: 'ข้อมูลที่อ้างถึงไม่มีแล้ว',
    },
    password: { toggle_visible: 'ซ่อนรหัสผ่าน', toggle_hidden: 'แสดงรหัสผ่าน' },
  },
  message: {
    ...raFrame.message,
    about: 'เกี่ยวกับ', are_you_sure: 'ยืนยันหรือไม่',
    authentication_error: 'เครื่องแม่ข่ายยืนยันตัวตนขัดข้อง จึงตรวจสอบผู้ใช้ไม่ได้', auth_error: 'ตรวจสอบสิทธิการใช้งานไม่สำเร็จ',
    bulk_delete_content: 'ต้องการลบ%{name}นี้หรือไม่ |||| ต้องการลบ %{smart_count} รายการนี้หรือไม่',
    bulk_delete_title: 'ลบ%{name} |||| ลบ%{name} %{smart_count} รายการ',
    bulk_update_content: 'ต้องการปรับปรุง%{name} %{recordRepresentation} หรือไม่ |||| ต้องการปรับปรุง %{smart_count} รายการนี้หรือไม่',
    bulk_update_title: 'ปรับปรุง%{name} %{recordRepresentation} |||| ปรับปรุง%{name} %{smart_count} รายการ',
    clear_array_input: 'ต้องการล้างรายการทั้งหมดหรือไม่', delete_content: 'ต้องการลบ%{name}นี้หรือไม่', delete_title: 'ลบ%{name} %{recordRepresentation}',
    details: 'รายละเอียด', error: 'โปรแกรมขัดข้อง จึงดำเนินการตามคำขอไม่ได้', invalid_form: 'ข้อมูลยังไม่ถูกต้อง โปรดตรวจช่องที่ทำเครื่องหมายไว้',
    loading: 'โปรดรอสักครู่', no: 'ไม่',
    select_all_limit_reached: 'มีรายการมากเกินกว่าจะเลือกทั้งหมด จึงเลือกเฉพาะ %{max} รายการแรก',
    unsaved_changes: 'มีข้อมูลที่ยังไม่ได้บันทึก ต้องการออกจากหน้านี้โดยไม่บันทึกหรือไม่', yes: 'ใช่', placeholder_data_warning: 'เครือข่ายขัดข้อง เรียกข้อมูลใหม่ไม่สำเร็จ',
  },
  navigation: {
    ...raFrame.navigation,
    clear_filters: 'ล้างตัวกรอง', no_filtered_results: 'ไม่พบ%{name}ตามตัวกรองที่เลือก', no_results: 'ไม่พบ%{name}',
    no_more_results: 'ไม่มีหน้า %{page} โปรดดูหน้าก่อน', page_out_of_boundaries: 'ไม่มีหน้า %{page}', page_out_from_end: 'เป็นหน้าสุดท้ายแล้ว',
    page_out_from_begin: 'เป็นหน้าแรกแล้ว', page_range_info: '%{offsetBegin}–%{offsetEnd} จาก %{total}',
    partial_page_range_info: '%{offsetBegin}–%{offsetEnd} จากมากกว่า %{offsetEnd}', current_page: 'หน้า %{page}', page: 'ไปหน้า %{page}',
    first: 'ไปหน้าแรก', last: 'ไปหน้าสุดท้าย', next: 'ไปหน้าถัดไป', previous: 'ไปหน้าก่อน', page_rows_per_page: 'แถวต่อหน้า',
  },
  sort: { sort_by: 'เรียงตาม %{field_lower_first} %{order}', ASC: 'จากน้อยไปมาก', DESC: 'จากมากไปน้อย' },
  auth: {
    ...raFrame.auth,
    auth_check_error: 'โปรดเข้าสู่ระบบก่อน', email: 'ไปรษณีย์อิเล็กทรอนิกส์',
    sign_in_error: 'เข้าสู่ระบบไม่สำเร็จ โปรดลองอีกครั้ง',
  },
  notification: {
    ...raFrame.notification,
    updated: 'บันทึกแล้ว |||| บันทึกแล้ว %{smart_count} รายการ', created: 'สร้างแล้ว', deleted: 'ลบแล้ว |||| ลบแล้ว %{smart_count} รายการ',
    bad_item: 'ข้อมูลไม่ถูกต้อง', item_doesnt_exist: 'ไม่พบรายการ', http_error: 'ติดต่อเครื่องแม่ข่ายไม่สำเร็จ', data_provider_error: 'ระบบรับส่งข้อมูลขัดข้อง',
    i18n_error: 'โหลดข้อความภาษาที่เลือกไม่สำเร็จ', canceled: 'ยกเลิกแล้ว',
    not_authorized: 'ท่านไม่มีสิทธิเข้าถึงข้อมูลนี้', application_update_available: 'มีโปรแกรมรุ่นใหม่', offline: 'ไม่ได้เชื่อมต่อเครือข่าย จึงเรียกข้อมูลไม่ได้',
  },
  validation: {
    ...raFrame.validation,
    minLength: 'ต้องยาวอย่างน้อย %{min} ตัวอักษร', maxLength: 'ต้องยาวไม่เกิน %{max} ตัวอักษร', minValue: 'ต้องไม่น้อยกว่า %{min}',
    maxValue: 'ต้องไม่เกิน %{max}', number: 'ต้องเป็นตัวเลข', email: 'ต้องเป็นที่อยู่ไปรษณีย์อิเล็กทรอนิกส์', oneOf: 'ต้องเป็นค่าใดค่าหนึ่งใน %{options}',
    regex: 'ต้องอยู่ในรูปแบบ %{pattern}', unique: 'ต้องไม่ซ้ำ',
  },
  saved_queries: {
    label: 'ตัวกรองที่บันทึกไว้', query_name: 'ชื่อ', new_label: 'บันทึกตัวกรองปัจจุบัน', new_dialog_title: 'บันทึกตัวกรองปัจจุบันเป็น',
    remove_label: 'ลบตัวกรองที่บันทึกไว้', remove_label_with_name: 'ลบตัวกรอง “%{name}”', remove_dialog_title: 'ลบตัวกรองที่บันทึกไว้หรือไม่',
    remove_message: 'ต้องการนำรายการนี้ออกจากตัวกรองที่บันทึกไว้หรือไม่', help: 'กรองรายการแล้วบันทึกไว้ใช้ครั้งต่อไป',
  },
  guesser: { empty: { title: 'ไม่มีข้อมูล', message: 'โปรดตรวจแหล่งข้อมูล' } },
  configurable: {
    customize: 'ปรับแต่ง', configureMode: 'ปรับแต่งหน้านี้',
    inspector: { title: 'เครื่องมือปรับแต่ง', content: 'ชี้ที่ส่วนของหน้าจอเพื่อปรับแต่ง', reset: 'คืนค่าเดิม', hideAll: 'ซ่อนทั้งหมด', showAll: 'แสดงทั้งหมด' },
    Datagrid: { title: 'ตาราง', unlabeled: 'คอลัมน์ที่ %{column}' },
    SimpleForm: { title: 'แบบฟอร์ม', unlabeled: 'ช่องที่ %{input}' },
    SimpleList: { title: 'รายการ', primaryText: 'ข้อความหลัก', secondaryText: 'ข้อความรอง', tertiaryText: 'ข้อความเสริม' },
  },
};
