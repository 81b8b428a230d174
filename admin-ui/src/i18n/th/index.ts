import * as clerk from './clerk';
import * as common from './common';
import * as control from './control';
import { rule } from './rules';
import * as desk from './desk';
import * as designer from './designer';
import { errors } from './errors';
import * as head from './head';
import * as office from './office';
import * as pages from './pages';
import * as setUp from './set-up';
import * as rehearsal from './rehearsal';
import * as supervision from './supervision';
import * as routeVersions from './route-versions';
import { ra } from './ra';
import * as vocabulary from '#domain/letter/words/th';

/** All texts in Thai, the first language. */
export const th = {
  ra,
  ...clerk,
  ...common,
  ...control,
  rule,
  ...head,
  ...office,
  ...desk,
  ...designer,
  ...pages,
  ...rehearsal,
  ...setUp,
  ...supervision,
  ...routeVersions,
  ...vocabulary,
  errors: { ...errors, NO_ANSWER: 'ติดต่อระบบไม่ได้ โปรดตรวจการเชื่อมต่อเครือข่ายแล้วลองอีกครั้ง', UNKNOWN: 'โปรแกรมหน้าจอขัดข้อง โปรดโหลดหน้านี้ใหม่' },
};
