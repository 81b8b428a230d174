/**
 * Public holidays of Thai government offices. `predicted` days wait for the cabinet's list; days declared later are data of
 * the installation. 1 May and Children's Day are not holidays of government offices.
 * Sources: cabinet resolutions of 1 May 2544 and 3 February 2547 (days in lieu), of 12 November 2567 (2 January 2569);
 * fixed and lunar dates as published calendars have them.
 */
export type NationalHoliday = {
  /** Civil date in Bangkok. */
  readonly day: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly kind: 'annual' | 'substitute' | 'special';
  readonly status: 'confirmed' | 'predicted';
};

export const NATIONAL_HOLIDAYS: readonly NationalHoliday[] = [
  { day: '2026-01-01', nameTh: 'วันขึ้นปีใหม่', nameEn: 'New Year\'s Day', kind: 'annual', status: 'confirmed' },
  { day: '2026-01-02', nameTh: 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ', nameEn: 'Special government holiday', kind: 'special', status: 'confirmed' },
  { day: '2026-03-03', nameTh: 'วันมาฆบูชา', nameEn: 'Makha Bucha', kind: 'annual', status: 'confirmed' },
  { day: '2026-04-06', nameTh: 'วันจักรี', nameEn: 'Chakri Memorial Day', kind: 'annual', status: 'confirmed' },
  { day: '2026-04-13', nameTh: 'วันสงกรานต์', nameEn: 'Songkran', kind: 'annual', status: 'confirmed' },
  { day: '2026-04-14', nameTh: 'วันสงกรานต์', nameEn: 'Songkran', kind: 'annual', status: 'confirmed' },
  { day: '2026-04-15', nameTh: 'วันสงกรานต์', nameEn: 'Songkran', kind: 'annual', status: 'confirmed' },
  { day: '2026-05-04', nameTh: 'วันฉัตรมงคล', nameEn: 'Coronation Day', kind: 'annual', status: 'confirmed' },
  { day: '2026-05-13', nameTh: 'วันพืชมงคล', nameEn: 'Royal Ploughing Ceremony Day', kind: 'annual', status: 'confirmed' },
  { day: '2026-05-31', nameTh: 'วันวิสาขบูชา', nameEn: 'Visakha Bucha', kind: 'annual', status: 'confirmed' },
  { day: '2026-06-01', nameTh: 'วันหยุดชดเชยวันวิสาขบูชา', nameEn: 'In lieu of Visakha Bucha', kind: 'substitute', status: 'confirmed' },
  { day: '2026-06-03', nameTh: 'วันเฉลิมพระชนมพรรษา สมเด็จพระนางเจ้าสุทิดาฯ พระบรมราชินี', nameEn: 'H.M. Queen Suthida\'s Birthday', kind: 'annual', status: 'confirmed' },
  { day: '2026-07-28', nameTh: 'วันเฉลิมพระชนมพรรษา พระบาทสมเด็จพระเจ้าอยู่หัว', nameEn: 'H.M. the King\'s Birthday', kind: 'annual', status: 'confirmed' },
  { day: '2026-07-29', nameTh: 'วันอาสาฬหบูชา', nameEn: 'Asalha Bucha', kind: 'annual', status: 'confirmed' },
  { day: '2026-07-30', nameTh: 'วันเข้าพรรษา', nameEn: 'Khao Phansa (Buddhist Lent)', kind: 'annual', status: 'confirmed' },
  { day: '2026-08-12', nameTh: 'วันแม่แห่งชาติ (วันพระราชสมภพ สมเด็จพระนางเจ้าสิริกิติ์ พระบรมราชินีนาถ พระบรมราชชนนีพันปีหลวง)', nameEn: 'National Mother\'s Day', kind: 'annual', status: 'confirmed' },
  { day: '2026-10-13', nameTh: 'วันนวมินทรมหาราช', nameEn: 'Navamindra Maharaj Day (King Rama IX memorial)', kind: 'annual', status: 'confirmed' },
  { day: '2026-10-23', nameTh: 'วันปิยมหาราช', nameEn: 'Chulalongkorn Day', kind: 'annual', status: 'confirmed' },
  { day: '2026-12-05', nameTh: 'วันคล้ายวันพระบรมราชสมภพ รัชกาลที่ 9 วันชาติ และวันพ่อแห่งชาติ', nameEn: 'National Day and Father\'s Day (King Rama IX\'s birthday)', kind: 'annual', status: 'confirmed' },
  { day: '2026-12-07', nameTh: 'วันหยุดชดเชย วันที่ 5 ธันวาคม', nameEn: 'In lieu of 5 December', kind: 'substitute', status: 'confirmed' },
  { day: '2026-12-10', nameTh: 'วันรัฐธรรมนูญ', nameEn: 'Constitution Day', kind: 'annual', status: 'confirmed' },
  { day: '2026-12-31', nameTh: 'วันสิ้นปี', nameEn: 'New Year\'s Eve', kind: 'annual', status: 'confirmed' },
  { day: '2027-01-01', nameTh: 'วันขึ้นปีใหม่', nameEn: 'New Year\'s Day', kind: 'annual', status: 'predicted' },
  { day: '2027-02-21', nameTh: 'วันมาฆบูชา', nameEn: 'Makha Bucha', kind: 'annual', status: 'predicted' },
  { day: '2027-02-22', nameTh: 'วันหยุดชดเชยวันมาฆบูชา', nameEn: 'In lieu of Makha Bucha', kind: 'substitute', status: 'predicted' },
  { day: '2027-04-06', nameTh: 'วันจักรี', nameEn: 'Chakri Memorial Day', kind: 'annual', status: 'predicted' },
  { day: '2027-04-13', nameTh: 'วันสงกรานต์', nameEn: 'Songkran', kind: 'annual', status: 'predicted' },
  { day: '2027-04-14', nameTh: 'วันสงกรานต์', nameEn: 'Songkran', kind: 'annual', status: 'predicted' },
  { day: '2027-04-15', nameTh: 'วันสงกรานต์', nameEn: 'Songkran', kind: 'annual', status: 'predicted' },
  { day: '2027-05-04', nameTh: 'วันฉัตรมงคล', nameEn: 'Coronation Day', kind: 'annual', status: 'predicted' },
  { day: '2027-05-20', nameTh: 'วันวิสาขบูชา', nameEn: 'Visakha Bucha', kind: 'annual', status: 'predicted' },
  { day: '2027-06-03', nameTh: 'วันเฉลิมพระชนมพรรษา สมเด็จพระนางเจ้าสุทิดาฯ พระบรมราชินี', nameEn: 'H.M. Queen Suthida\'s Birthday', kind: 'annual', status: 'predicted' },
  { day: '2027-07-18', nameTh: 'วันอาสาฬหบูชา', nameEn: 'Asalha Bucha', kind: 'annual', status: 'predicted' },
  { day: '2027-07-19', nameTh: 'วันเข้าพรรษา', nameEn: 'Khao Phansa (Buddhist Lent)', kind: 'annual', status: 'predicted' },
  { day: '2027-07-20', nameTh: 'วันหยุดชดเชยวันอาสาฬหบูชา', nameEn: 'In lieu of Asalha Bucha', kind: 'substitute', status: 'predicted' },
  { day: '2027-07-28', nameTh: 'วันเฉลิมพระชนมพรรษา พระบาทสมเด็จพระเจ้าอยู่หัว', nameEn: 'H.M. the King\'s Birthday', kind: 'annual', status: 'predicted' },
  { day: '2027-08-12', nameTh: 'วันแม่แห่งชาติ (วันพระราชสมภพ สมเด็จพระนางเจ้าสิริกิติ์ พระบรมราชินีนาถ พระบรมราชชนนีพันปีหลวง)', nameEn: 'National Mother\'s Day', kind: 'annual', status: 'predicted' },
  { day: '2027-10-13', nameTh: 'วันนวมินทรมหาราช', nameEn: 'Navamindra Maharaj Day (King Rama IX memorial)', kind: 'annual', status: 'predicted' },
  { day: '2027-10-23', nameTh: 'วันปิยมหาราช', nameEn: 'Chulalongkorn Day', kind: 'annual', status: 'predicted' },
  { day: '2027-10-25', nameTh: 'วันหยุดชดเชยวันปิยมหาราช', nameEn: 'In lieu of Chulalongkorn Day', kind: 'substitute', status: 'predicted' },
  { day: '2027-12-05', nameTh: 'วันคล้ายวันพระบรมราชสมภพ รัชกาลที่ 9 วันชาติ และวันพ่อแห่งชาติ', nameEn: 'National Day and Father\'s Day (King Rama IX\'s birthday)', kind: 'annual', status: 'predicted' },
  { day: '2027-12-06', nameTh: 'วันหยุดชดเชย วันที่ 5 ธันวาคม', nameEn: 'In lieu of 5 December', kind: 'substitute', status: 'predicted' },
  { day: '2027-12-10', nameTh: 'วันรัฐธรรมนูญ', nameEn: 'Constitution Day', kind: 'annual', status: 'predicted' },
  { day: '2027-12-31', nameTh: 'วันสิ้นปี', nameEn: 'New Year\'s Eve', kind: 'annual', status: 'predicted' },
];
