import type { Names } from '#db/repositories/names';
import type { TrailEvent } from '#db/repositories/audit-trail';
import { detailsOf } from './details';

test('the outcome of an act is called as on the screens; one that a step has of its own goes by its code', () => {
  // Outcomes name neither persons nor posts, and of an event only the data is read.
  const valueOf = (outcome: string) => detailsOf({ data: { outcome } } as unknown as TrailEvent, {} as Names);
  expect(valueOf('return')).toEqual([{ field: 'outcome', value: { th: 'ส่งกลับแก้ไข', en: 'Return' } }]);
  expect(valueOf('surveyed')).toEqual([{ field: 'outcome', value: { th: 'surveyed', en: 'surveyed' } }]);
});
