/**
 * The 18 province groups and the lead province of each (cabinet resolution of 15 January 2551), as wave 1 of the roll-out
 * names them. A group holds from a date; ask for the grouping of a day, never for 'the' grouping.
 */
import { PROVINCES, type Province } from './provinces';

export type ProvinceGroup = {
  readonly no: number;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Civil dates; `to` null while it holds. */
  readonly from: string;
  readonly to: string | null;
};

const CABINET_2551 = { from: '2008-01-15', to: null } as const;

export const PROVINCE_GROUPS: readonly ProvinceGroup[] = [
  { no: 1, nameTh: 'กลุ่มจังหวัดภาคกลางตอนบน ๑', nameEn: 'Upper Central 1', ...CABINET_2551 },
  { no: 2, nameTh: 'กลุ่มจังหวัดภาคกลางตอนบน ๒', nameEn: 'Upper Central 2', ...CABINET_2551 },
  { no: 3, nameTh: 'กลุ่มจังหวัดภาคกลางตอนกลาง', nameEn: 'Middle Central', ...CABINET_2551 },
  { no: 4, nameTh: 'กลุ่มจังหวัดภาคกลางตอนล่าง ๑', nameEn: 'Lower Central 1', ...CABINET_2551 },
  { no: 5, nameTh: 'กลุ่มจังหวัดภาคกลางตอนล่าง ๒', nameEn: 'Lower Central 2', ...CABINET_2551 },
  { no: 6, nameTh: 'กลุ่มจังหวัดภาคใต้ฝั่งอ่าวไทย', nameEn: 'South, Gulf of Thailand', ...CABINET_2551 },
  { no: 7, nameTh: 'กลุ่มจังหวัดภาคใต้ฝั่งอันดามัน', nameEn: 'South, Andaman', ...CABINET_2551 },
  { no: 8, nameTh: 'กลุ่มจังหวัดภาคใต้ชายแดน', nameEn: 'Southern Border', ...CABINET_2551 },
  { no: 9, nameTh: 'กลุ่มจังหวัดภาคตะวันออก', nameEn: 'East', ...CABINET_2551 },
  { no: 10, nameTh: 'กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนบน ๑', nameEn: 'Upper Northeast 1', ...CABINET_2551 },
  { no: 11, nameTh: 'กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนบน ๒', nameEn: 'Upper Northeast 2', ...CABINET_2551 },
  { no: 12, nameTh: 'กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนกลาง', nameEn: 'Middle Northeast', ...CABINET_2551 },
  { no: 13, nameTh: 'กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนล่าง ๑', nameEn: 'Lower Northeast 1', ...CABINET_2551 },
  { no: 14, nameTh: 'กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนล่าง ๒', nameEn: 'Lower Northeast 2', ...CABINET_2551 },
  { no: 15, nameTh: 'กลุ่มจังหวัดภาคเหนือตอนบน ๑', nameEn: 'Upper North 1', ...CABINET_2551 },
  { no: 16, nameTh: 'กลุ่มจังหวัดภาคเหนือตอนบน ๒', nameEn: 'Upper North 2', ...CABINET_2551 },
  { no: 17, nameTh: 'กลุ่มจังหวัดภาคเหนือตอนล่าง ๑', nameEn: 'Lower North 1', ...CABINET_2551 },
  { no: 18, nameTh: 'กลุ่มจังหวัดภาคเหนือตอนล่าง ๒', nameEn: 'Lower North 2', ...CABINET_2551 },
];

/** The groups of a civil date, each with its lead province. Empty before the first resolution. */
export function provinceGroupsOn(day: string): readonly (ProvinceGroup & { readonly lead: Province })[] {
  return PROVINCE_GROUPS.filter(({ from, to }) => from <= day && (to === null || day < to)).flatMap((group) => {
    const lead = PROVINCES.find(({ pilot }) => pilot === group.no);
    return lead === undefined ? [] : [{ ...group, lead }];
  });
}
