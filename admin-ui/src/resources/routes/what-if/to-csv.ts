import type { LocalName } from '#domain/contracts/common';
import type { WhatIfResult } from './use-what-if';

type Words = { readonly translate: (key: string) => string; readonly localName: (name: LocalName) => string };

/** Quoted, and never a formula of a spreadsheet: names are written by people. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** Steps and posts with their figures of then and now, in working minutes; opened by spreadsheets as it is. */
export function toCsv({ steps, posts, letters, late }: WhatIfResult, { translate, localName }: Words): string {
  const [then, now] = [translate('whatIf.then'), translate('whatIf.now')];
  const rows: (string | number | null)[][] = [
    ...(['total', 'same', 'other', 'cannot'] as const).map((key) => [translate(`whatIf.figure.${key}`), letters[key]]),
    [translate('whatIf.figure.late'), late.then, late.now], [],
    [translate('whatIf.steps.title'), then, then, now, now],
    ...steps.map((step) => [localName(step.name), step.then.tasks, step.then.median, step.now.tasks, step.now.median]), [],
    [translate('whatIf.posts.title'), then, then, now, now],
    ...posts.map((post) => [post.post === null ? translate('whatIf.posts.gone') : localName(post.post.title), post.then.tasks, post.then.minutes, post.now.tasks, post.now.minutes]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}`;
}
