import { snippetOf } from './snippet';

test('a piece around the first word that stands in the text', () => {
  const text = `${'ก'.repeat(100)} ${'ข'.repeat(100)} ทานตะวัน ${'ค'.repeat(300)}`;
  const snippet = snippetOf(text, ['ไม่มี', 'ทานตะวัน'])!;
  expect(snippet).toContain('ทานตะวัน');
  expect(snippet.startsWith('…')).toBe(true);
  expect(snippet.endsWith('…')).toBe(true);
  expect(snippet.length).toBeLessThan(210);
});

test('a short text is shown whole, either spelling finds its place', () => {
  expect(snippetOf('ระดับน้ำ', ['น\u0e4d\u0e49า'])).toBe('ระดับน้ำ');
});

test('no word, no piece', () => {
  expect(snippetOf('ระดับน้ำ', ['ฝน'])).toBeNull();
  expect(snippetOf('ระดับน้ำ', [])).toBeNull();
});
