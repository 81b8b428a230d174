import { signatureBlock } from './signature-block';

const nameTh = 'รองผู้ว่าราชการจังหวัดลพบุรี คนที่ ๑';

test('a holder signs with name and post', () => {
  expect(signatureBlock({ nameTh, postTitleTh: 'ผู้ว่าราชการจังหวัดลพบุรี', capacity: 'own' })).toEqual([`(${nameTh})`, 'ผู้ว่าราชการจังหวัดลพบุรี']);
});

test('an acting person signs with the own post, the capacity and the post acted for', () => {
  expect(
    signatureBlock({ nameTh, postTitleTh: 'ผู้ว่าราชการจังหวัดลพบุรี', capacity: 'acting_for', ownPostTitleTh: 'รองผู้ว่าราชการจังหวัดลพบุรี (คนที่ ๑)' }),
  ).toEqual([`(${nameTh})`, 'รองผู้ว่าราชการจังหวัดลพบุรี', 'รักษาราชการแทน ผู้ว่าราชการจังหวัดลพบุรี']);
});

test('a deputy who signs by delegation names the post in whose name it is', () => {
  expect(
    signatureBlock({ nameTh: 'รองปลัดกระทรวงมหาดไทย คนที่ ๒', postTitleTh: 'รองปลัดกระทรวงมหาดไทย (คนที่ ๒)', capacity: 'own', onBehalfOfTitleTh: 'ปลัดกระทรวงมหาดไทย' }),
  ).toEqual(['(รองปลัดกระทรวงมหาดไทย คนที่ ๒)', 'รองปลัดกระทรวงมหาดไทย', 'ปฏิบัติราชการแทน ปลัดกระทรวงมหาดไทย']);
});

test('who acts for a delegate prints both', () => {
  expect(
    signatureBlock({ nameTh: 'ก', postTitleTh: 'รองปลัดกระทรวง', capacity: 'acting_in_post', ownPostTitleTh: 'ผู้ช่วยปลัดกระทรวง', onBehalfOfTitleTh: 'ปลัดกระทรวง' }),
  ).toEqual(['(ก)', 'ผู้ช่วยปลัดกระทรวง', 'รักษาการในตำแหน่ง รองปลัดกระทรวง', 'ปฏิบัติราชการแทน ปลัดกระทรวง']);
});
