/**
 * The provinces of Thailand with the codes that letters carry. Bangkok is a special administrative area without a
 * provincial office. `pilot` numbers the 18 lead provinces of the province groups (cabinet, 15 January 2551), wave 1.
 * Source: ISO 3166-2:TH; two-consonant letter codes by annex 1 of R26.
 */
export type Province = {
  readonly iso: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly region: 'central' | 'northeast' | 'north' | 'south';
  /** Consonants that open the number of a letter: ลบ in ลบ 0017.2/15. */
  readonly letterCode: string;
  readonly hasProvinceOffice: boolean;
  /** Place among the 18 pilots; null for the others. */
  readonly pilot: number | null;
  /** Civil date from which the province exists, where it is younger than this system's records. */
  readonly effectiveFrom?: string;
};

export const PROVINCES: readonly Province[] = [
  { iso: 'TH-10', nameTh: 'กรุงเทพมหานคร', nameEn: 'Bangkok', region: 'central', letterCode: 'กท', hasProvinceOffice: false, pilot: null },
  { iso: 'TH-11', nameTh: 'สมุทรปราการ', nameEn: 'Samut Prakan', region: 'central', letterCode: 'สป', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-12', nameTh: 'นนทบุรี', nameEn: 'Nonthaburi', region: 'central', letterCode: 'นบ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-13', nameTh: 'ปทุมธานี', nameEn: 'Pathum Thani', region: 'central', letterCode: 'ปท', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-14', nameTh: 'พระนครศรีอยุธยา', nameEn: 'Phra Nakhon Si Ayutthaya', region: 'central', letterCode: 'อย', hasProvinceOffice: true, pilot: 1 },
  { iso: 'TH-15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong', region: 'central', letterCode: 'อท', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-16', nameTh: 'ลพบุรี', nameEn: 'Lopburi', region: 'central', letterCode: 'ลบ', hasProvinceOffice: true, pilot: 2 },
  { iso: 'TH-17', nameTh: 'สิงห์บุรี', nameEn: 'Sing Buri', region: 'central', letterCode: 'สห', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-18', nameTh: 'ชัยนาท', nameEn: 'Chai Nat', region: 'central', letterCode: 'ชน', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-19', nameTh: 'สระบุรี', nameEn: 'Saraburi', region: 'central', letterCode: 'สบ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-20', nameTh: 'ชลบุรี', nameEn: 'Chonburi', region: 'central', letterCode: 'ชบ', hasProvinceOffice: true, pilot: 9 },
  { iso: 'TH-21', nameTh: 'ระยอง', nameEn: 'Rayong', region: 'central', letterCode: 'รย', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-22', nameTh: 'จันทบุรี', nameEn: 'Chanthaburi', region: 'central', letterCode: 'จบ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-23', nameTh: 'ตราด', nameEn: 'Trat', region: 'central', letterCode: 'ตร', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-24', nameTh: 'ฉะเชิงเทรา', nameEn: 'Chachoengsao', region: 'central', letterCode: 'ฉช', hasProvinceOffice: true, pilot: 3 },
  { iso: 'TH-25', nameTh: 'ปราจีนบุรี', nameEn: 'Prachinburi', region: 'central', letterCode: 'ปจ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-26', nameTh: 'นครนายก', nameEn: 'Nakhon Nayok', region: 'central', letterCode: 'นย', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-27', nameTh: 'สระแก้ว', nameEn: 'Sa Kaeo', region: 'central', letterCode: 'สก', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-30', nameTh: 'นครราชสีมา', nameEn: 'Nakhon Ratchasima', region: 'northeast', letterCode: 'นม', hasProvinceOffice: true, pilot: 14 },
  { iso: 'TH-31', nameTh: 'บุรีรัมย์', nameEn: 'Buriram', region: 'northeast', letterCode: 'บร', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-32', nameTh: 'สุรินทร์', nameEn: 'Surin', region: 'northeast', letterCode: 'สร', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-33', nameTh: 'ศรีสะเกษ', nameEn: 'Sisaket', region: 'northeast', letterCode: 'ศก', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-34', nameTh: 'อุบลราชธานี', nameEn: 'Ubon Ratchathani', region: 'northeast', letterCode: 'อบ', hasProvinceOffice: true, pilot: 12 },
  { iso: 'TH-35', nameTh: 'ยโสธร', nameEn: 'Yasothon', region: 'northeast', letterCode: 'ยส', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-36', nameTh: 'ชัยภูมิ', nameEn: 'Chaiyaphum', region: 'northeast', letterCode: 'ชย', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-37', nameTh: 'อำนาจเจริญ', nameEn: 'Amnat Charoen', region: 'northeast', letterCode: 'อจ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-38', nameTh: 'บึงกาฬ', nameEn: 'Bueng Kan', region: 'northeast', letterCode: 'บก', hasProvinceOffice: true, pilot: null, effectiveFrom: '2011-03-23' },
  { iso: 'TH-39', nameTh: 'หนองบัวลำภู', nameEn: 'Nong Bua Lam Phu', region: 'northeast', letterCode: 'นภ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-40', nameTh: 'ขอนแก่น', nameEn: 'Khon Kaen', region: 'northeast', letterCode: 'ขก', hasProvinceOffice: true, pilot: 13 },
  { iso: 'TH-41', nameTh: 'อุดรธานี', nameEn: 'Udon Thani', region: 'northeast', letterCode: 'อด', hasProvinceOffice: true, pilot: 10 },
  { iso: 'TH-42', nameTh: 'เลย', nameEn: 'Loei', region: 'northeast', letterCode: 'ลย', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-43', nameTh: 'หนองคาย', nameEn: 'Nong Khai', region: 'northeast', letterCode: 'นค', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-44', nameTh: 'มหาสารคาม', nameEn: 'Maha Sarakham', region: 'northeast', letterCode: 'มค', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-45', nameTh: 'ร้อยเอ็ด', nameEn: 'Roi Et', region: 'northeast', letterCode: 'รอ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-46', nameTh: 'กาฬสินธุ์', nameEn: 'Kalasin', region: 'northeast', letterCode: 'กส', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-47', nameTh: 'สกลนคร', nameEn: 'Sakon Nakhon', region: 'northeast', letterCode: 'สน', hasProvinceOffice: true, pilot: 11 },
  { iso: 'TH-48', nameTh: 'นครพนม', nameEn: 'Nakhon Phanom', region: 'northeast', letterCode: 'นพ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-49', nameTh: 'มุกดาหาร', nameEn: 'Mukdahan', region: 'northeast', letterCode: 'มห', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-50', nameTh: 'เชียงใหม่', nameEn: 'Chiang Mai', region: 'north', letterCode: 'ชม', hasProvinceOffice: true, pilot: 15 },
  { iso: 'TH-51', nameTh: 'ลำพูน', nameEn: 'Lamphun', region: 'north', letterCode: 'ลพ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-52', nameTh: 'ลำปาง', nameEn: 'Lampang', region: 'north', letterCode: 'ลป', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-53', nameTh: 'อุตรดิตถ์', nameEn: 'Uttaradit', region: 'north', letterCode: 'อต', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-54', nameTh: 'แพร่', nameEn: 'Phrae', region: 'north', letterCode: 'พร', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-55', nameTh: 'น่าน', nameEn: 'Nan', region: 'north', letterCode: 'นน', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-56', nameTh: 'พะเยา', nameEn: 'Phayao', region: 'north', letterCode: 'พย', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-57', nameTh: 'เชียงราย', nameEn: 'Chiang Rai', region: 'north', letterCode: 'ชร', hasProvinceOffice: true, pilot: 16 },
  { iso: 'TH-58', nameTh: 'แม่ฮ่องสอน', nameEn: 'Mae Hong Son', region: 'north', letterCode: 'มส', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-60', nameTh: 'นครสวรรค์', nameEn: 'Nakhon Sawan', region: 'north', letterCode: 'นว', hasProvinceOffice: true, pilot: 18 },
  { iso: 'TH-61', nameTh: 'อุทัยธานี', nameEn: 'Uthai Thani', region: 'north', letterCode: 'อน', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-62', nameTh: 'กำแพงเพชร', nameEn: 'Kamphaeng Phet', region: 'north', letterCode: 'กพ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-63', nameTh: 'ตาก', nameEn: 'Tak', region: 'north', letterCode: 'ตก', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-64', nameTh: 'สุโขทัย', nameEn: 'Sukhothai', region: 'north', letterCode: 'สท', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-65', nameTh: 'พิษณุโลก', nameEn: 'Phitsanulok', region: 'north', letterCode: 'พล', hasProvinceOffice: true, pilot: 17 },
  { iso: 'TH-66', nameTh: 'พิจิตร', nameEn: 'Phichit', region: 'north', letterCode: 'พจ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-67', nameTh: 'เพชรบูรณ์', nameEn: 'Phetchabun', region: 'north', letterCode: 'พช', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-70', nameTh: 'ราชบุรี', nameEn: 'Ratchaburi', region: 'central', letterCode: 'รบ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-71', nameTh: 'กาญจนบุรี', nameEn: 'Kanchanaburi', region: 'central', letterCode: 'กจ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-72', nameTh: 'สุพรรณบุรี', nameEn: 'Suphan Buri', region: 'central', letterCode: 'สพ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-73', nameTh: 'นครปฐม', nameEn: 'Nakhon Pathom', region: 'central', letterCode: 'นฐ', hasProvinceOffice: true, pilot: 4 },
  { iso: 'TH-74', nameTh: 'สมุทรสาคร', nameEn: 'Samut Sakhon', region: 'central', letterCode: 'สค', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-75', nameTh: 'สมุทรสงคราม', nameEn: 'Samut Songkhram', region: 'central', letterCode: 'สส', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-76', nameTh: 'เพชรบุรี', nameEn: 'Phetchaburi', region: 'central', letterCode: 'พบ', hasProvinceOffice: true, pilot: 5 },
  { iso: 'TH-77', nameTh: 'ประจวบคีรีขันธ์', nameEn: 'Prachuap Khiri Khan', region: 'central', letterCode: 'ปข', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-80', nameTh: 'นครศรีธรรมราช', nameEn: 'Nakhon Si Thammarat', region: 'south', letterCode: 'นศ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-81', nameTh: 'กระบี่', nameEn: 'Krabi', region: 'south', letterCode: 'กบ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-82', nameTh: 'พังงา', nameEn: 'Phang Nga', region: 'south', letterCode: 'พง', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-83', nameTh: 'ภูเก็ต', nameEn: 'Phuket', region: 'south', letterCode: 'ภก', hasProvinceOffice: true, pilot: 7 },
  { iso: 'TH-84', nameTh: 'สุราษฎร์ธานี', nameEn: 'Surat Thani', region: 'south', letterCode: 'สฎ', hasProvinceOffice: true, pilot: 6 },
  { iso: 'TH-85', nameTh: 'ระนอง', nameEn: 'Ranong', region: 'south', letterCode: 'รน', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-86', nameTh: 'ชุมพร', nameEn: 'Chumphon', region: 'south', letterCode: 'ชพ', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-90', nameTh: 'สงขลา', nameEn: 'Songkhla', region: 'south', letterCode: 'สข', hasProvinceOffice: true, pilot: 8 },
  { iso: 'TH-91', nameTh: 'สตูล', nameEn: 'Satun', region: 'south', letterCode: 'สต', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-92', nameTh: 'ตรัง', nameEn: 'Trang', region: 'south', letterCode: 'ตง', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-93', nameTh: 'พัทลุง', nameEn: 'Phatthalung', region: 'south', letterCode: 'พท', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-94', nameTh: 'ปัตตานี', nameEn: 'Pattani', region: 'south', letterCode: 'ปน', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-95', nameTh: 'ยะลา', nameEn: 'Yala', region: 'south', letterCode: 'ยล', hasProvinceOffice: true, pilot: null },
  { iso: 'TH-96', nameTh: 'นราธิวาส', nameEn: 'Narathiwat', region: 'south', letterCode: 'นธ', hasProvinceOffice: true, pilot: null },
];
