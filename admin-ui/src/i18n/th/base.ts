import * as common from './common';
import * as inbox from './inbox';
import { raFrame } from './ra-frame';
import * as vocabulary from '#domain/letter/words/th';

/** Texts in Thai without which nothing can be drawn: those of signing in, of the frame around a page, and of the inbox. */
export const baseTexts = {
  ra: raFrame,
  ...common,
  ...inbox,
  ...vocabulary,
  errors: { NO_ANSWER: 'ติดต่อระบบไม่ได้ โปรดตรวจการเชื่อมต่อเครือข่ายแล้วลองอีกครั้ง', UNKNOWN: 'โปรแกรมหน้าจอขัดข้อง โปรดโหลดหน้านี้ใหม่' },
};
