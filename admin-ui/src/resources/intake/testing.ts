/** Taking letters in, for its tests: an office where nothing is known yet, and what answers a registration. */
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { done, ID, office } from '../../testing/builders';
import { type Overrides, renderAdmin } from '../../testing/render-admin';

type Start = SarabanDataProvider['startLetter'];
const route = { routeVersionId: ID.route, routeCode: 'incoming', name: { th: 'หนังสือรับจังหวัด', en: '' }, version: 1, rowId: 'r2', rowNo: 2, isOtherwise: false };
const quiet: Overrides = {
  correspondents: async () => ({ items: [] }),
  answerableLetters: async () => ({ items: [] }),
  knownLetters: async () => ({ same: [], cited: [] }),
  routeChoice: async () => ({ chosen: route, others: [] }),
  listOffices: async () => ({ items: [{ ...office, kind: 'province', headTitle: 'ผู้ว่าราชการจังหวัดลพบุรี', parentId: null, isLinked: true, pilotWave: 1 }] }),
};
export const starting = () => jest.fn<ReturnType<Start>, Parameters<Start>>(async () => ({ ...done, numbers: [{ key: 'n1', no: 13, printed: '13', date: '2026-11-21' }], route }));
export const showIntake = (api: Overrides = {}, path = '/intake') => renderAdmin({ path, api: { ...quiet, ...api } });
