/** The texts of react-admin that the frame and the sign-in page show: all others come with the first page. */
export const raFrame = {
  action: { add: 'เพิ่ม', cancel: 'ยกเลิก', clear_input_value: 'ล้างค่า', close: 'ปิด', open: 'เปิด', open_menu: 'เปิดเมนู', remove_all_filters: 'ล้างตัวกรองทั้งหมด', save: 'บันทึก' },
  page: { loading: 'กำลังโหลด', not_found: 'ไม่พบหน้าที่ต้องการ', access_denied: 'ไม่มีสิทธิเข้าถึง' },
  message: { access_denied: 'ท่านไม่มีสิทธิเปิดหน้านี้', not_found: 'ที่อยู่ไม่ถูกต้อง หรือลิงก์นี้ใช้ไม่ได้แล้ว' },
  navigation: { skip_nav: 'ข้ามไปยังเนื้อหา' },
  auth: { user_menu: 'เมนูผู้ใช้', username: 'ชื่อผู้ใช้', password: 'รหัสผ่าน', sign_in: 'เข้าสู่ระบบ', logout: 'ออกจากระบบ' },
  notification: { logged_out: 'หมดเวลาการใช้งาน โปรดเข้าสู่ระบบอีกครั้ง' },
  validation: { required: 'โปรดกรอก' },
};
