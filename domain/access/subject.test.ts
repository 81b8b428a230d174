import type { Role } from '../letter/vocabulary';
import { readScope, type SubjectPost } from './subject';

const scopeOf = (roles: readonly Role[], change: Partial<SubjectPost> = {}) => {
  const post: SubjectPost = {
    postId: 'post', capacity: 'own', ownPostId: null, orderNo: '', mayAct: true, kinds: null, until: null, officeId: 'office', unitId: 'unit', roles, isUnitHead: false, isRegistry: true,
    unitIds: ['unit'], officeIds: ['office', 'below'], ...change,
  };
  return readScope({ personId: 'person', clearance: 'none', posts: [post] });
};

test('sealed items are seen as envelopes by the clerks of the central registry, and by nobody else in it', () => {
  expect(scopeOf(['clerk']).envelopeOfficeIds).toEqual(['office']);
  expect(scopeOf(['officer']).envelopeOfficeIds).toEqual([]);
  expect(scopeOf(['head']).envelopeOfficeIds).toEqual([]);
  expect(scopeOf(['clerk'], { isRegistry: false }).envelopeOfficeIds).toEqual([]);
});

test('an officer of the central registry does not see the letters of the whole office', () => {
  expect(scopeOf(['officer'])).toMatchObject({ officeIds: [], unitIds: [], secretOfficeIds: [] });
  expect(scopeOf(['clerk'])).toMatchObject({ officeIds: ['office'], unitIds: ['unit'] });
});
