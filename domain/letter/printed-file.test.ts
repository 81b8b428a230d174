import { documentsToPrint, shownForm } from './printed-file';

const doc = (id: string, role: 'main' | 'enclosure' | 'rendition' | 'stamped' | 'evidence', part: { readonly sourceId?: string; readonly isSuperseded?: boolean; readonly at?: string } = {}) =>
  ({ id, role, sourceId: part.sourceId ?? null, isSuperseded: part.isSuperseded ?? false, uploadedAt: part.at ?? '2026-11-20T03:00:00.000Z' });

test('the letter is printed in its newest form in force, its enclosures after it, evidence not', () => {
  const documents = [
    doc('old', 'main', { isSuperseded: true }), doc('main', 'main'), doc('gone', 'stamped', { sourceId: 'main', isSuperseded: true, at: '2026-11-22T03:00:00.000Z' }),
    doc('stamped', 'stamped', { sourceId: 'main', at: '2026-11-21T03:00:00.000Z' }), doc('first', 'enclosure'), doc('scan', 'evidence'), doc('second', 'enclosure'),
  ];
  expect(documentsToPrint(documents).letter?.id).toBe('stamped');
  expect(documentsToPrint(documents).enclosures.map(({ id }) => id)).toEqual(['first', 'second']);
});

test('a letter written in the system is its own rendition; one without a file is none', () => {
  expect(documentsToPrint([doc('set', 'rendition')]).letter?.id).toBe('set');
  expect(documentsToPrint([doc('enclosure', 'enclosure')]).letter).toBeNull();
});

test('an original without a rendition is shown itself', () => {
  expect(shownForm(doc('main', 'main'), [doc('main', 'main')]).id).toBe('main');
});
