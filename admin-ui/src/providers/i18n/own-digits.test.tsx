import { useQueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { Notification, useTranslate } from 'react-admin';
import { th } from '../../i18n/th';
import { useTell } from '../../hooks/use-tell';
import { buildSession } from '../../testing/builders';
import { renderPart } from '../../testing/render-admin';
import { SESSION_KEY } from '../auth/auth-provider';
import type { Digits } from '#domain/thai/dates';

type Tree = { readonly [key: string]: string | Tree };
const flatten = (tree: Tree, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${before}${key}`, value] as const] : flatten(value, `${before}${key}.`)));
/** Every text in which a figure stands or can stand. A catalogue is texts within texts, nothing else. */
const WITH_FIGURES = flatten(th as unknown as Tree).filter(([, text]) => /[0-9]|%\{/.test(text));
/** Names that have a figure of their own, and what is copied as it stands. */
const KEPT = /SHA-256|BPMN 2\.0|DMN 1\.3|A[34]\b|F2|example\.\S+|a–z/g;

function SignedIn({ digits, children }: { readonly digits: Digits; readonly children: ReactNode }) {
  const queryClient = useQueryClient();
  useState(() => queryClient.setQueryData(SESSION_KEY, buildSession({ digits })));
  return children;
}

function AllTexts() {
  const translate = useTranslate();
  return WITH_FIGURES.map(([key, text]) => (
    <p key={key} data-key={key}>{translate(key, Object.fromEntries([...text.matchAll(/%\{(\w+)\}/g)].map(([, place = '']) => [place, place === 'smart_count' ? 12 : '12'])))}</p>
  ));
}

const figuresIn = (pattern: RegExp): readonly string[] =>
  [...document.querySelectorAll('p[data-key]')].filter((each) => pattern.test((each.textContent ?? '').replace(KEPT, ''))).map((each) => `${each.getAttribute('data-key') ?? ''}: ${each.textContent ?? ''}`);

test('every text writes its figures, and those filled in, with the digits that the reader has chosen', () => {
  renderPart(<SignedIn digits="thai"><AllTexts /></SignedIn>);
  expect(WITH_FIGURES.length).toBeGreaterThan(300);
  expect(figuresIn(/[0-9]/).map((each) => each.split(':')[0])).toEqual(['state.requestId', 'routeVersions.digest'].filter((key) => WITH_FIGURES.some(([each]) => each === key)));
});

test('whoever has chosen Arabic digits gets no others', () => {
  renderPart(<SignedIn digits="arabic"><AllTexts /></SignedIn>);
  expect(figuresIn(/[๐-๙]/)).toEqual([]);
});

test('what is told for a moment has the digits of the reader, whoever tells it', async () => {
  function Teller() {
    const tell = useTell();
    return <button type="button" onClick={() => tell('เลื่อนกำหนด 12 งานใน 3 เรื่อง', 'success')}>บันทึก</button>;
  }
  renderPart(<SignedIn digits="thai"><Teller /><Notification /></SignedIn>);
  fireEvent.click(screen.getByRole('button', { name: 'บันทึก' }));
  await screen.findByText('เลื่อนกำหนด ๑๒ งานใน ๓ เรื่อง');
});
