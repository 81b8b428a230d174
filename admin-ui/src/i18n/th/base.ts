import * as clerk from './clerk';
import * as common from './common';
import * as desk from './desk';
import { errors } from './errors';
import * as head from './head';
import * as office from './office';
import * as pages from './pages';
import * as supervision from './supervision';
import { ra } from './ra';
import * as vocabulary from '#domain/letter/words/th';

/** Texts in Thai that come with the first page. */
export const baseTexts = {
  ra,
  ...clerk,
  ...common,
  ...head,
  ...office,
  ...desk,
  ...pages,
  ...supervision,
  ...vocabulary,
  errors: { ...errors, NO_ANSWER: 'ติดต่อระบบไม่ได้ โปรดตรวจการเชื่อมต่อเครือข่ายแล้วลองอีกครั้ง', UNKNOWN: 'โปรแกรมหน้าจอขัดข้อง โปรดโหลดหน้านี้ใหม่' },
};
