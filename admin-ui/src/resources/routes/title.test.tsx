import { screen } from '@testing-library/react';
import { buildSession } from '../../testing/builders';
import { draftView, openDraft, whole } from './testing';

const english = { me: async () => buildSession({ can: ['routes'], locale: 'en' }) };

test.each<[string, object, string, string]>([
  ['by its own English name', { ...whole, nameEn: 'Incoming letters' }, 'Receiving', 'Incoming letters'],
  ['by that of the route that it is to follow, where it has none', whole, 'Receiving', 'Receiving'],
  ['by its Thai name where there is no other', whole, '', 'รับหนังสือ'],
])('in English a draft is called %s', async (_name, definition, storedNameEn, title) => {
  openDraft(whole, { api: { ...english, routeDraft: (async () => draftView(definition as typeof whole, { storedNameEn })) as never } });
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
});
