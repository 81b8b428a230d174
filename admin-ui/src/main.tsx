import '@fontsource/sarabun/thai-400.css';
import '@fontsource/sarabun/thai-500.css';
import '@fontsource/sarabun/thai-600.css';
import '@fontsource/sarabun/thai-700.css';
import '@fontsource/sarabun/latin-400.css';
import '@fontsource/sarabun/latin-500.css';
import '@fontsource/sarabun/latin-600.css';
import '@fontsource/sarabun/latin-700.css';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { placeAt } from './address';
import { App, createProviders } from './App';
import { Layout, LoginPage, PAGES } from './pages';
import { wasHere } from './providers/auth/was-here';

/** After the first page has been drawn. */
const SOON_MS = 1_000;

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
// As a transition, which lets the browser breathe between its parts.
const draw = (): void =>
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App providers={createProviders()} />
      </StrictMode>,
    ),
  );

// Drawn with what it needs or not at all: a frame that waits for its page is drawn twice, and the page a third of a second later than it could be.
function begin(): void {
  const place = wasHere() ? placeAt(location.hash) : undefined;
  const parts = place === undefined ? [LoginPage] : [Layout, PAGES[place.name]];
  void Promise.allSettled(parts.map((part) => part.preload())).then(draw);
}
// Not before every script has run: the page that is fetched ahead asks for this file too, and then what this one needs may stand after it.
queueMicrotask(begin);

// Nobody waits for these: what a refusal says, and what stands on every page but the first.
window.addEventListener('load', () => setTimeout(() => void import('./i18n/work-texts'), SOON_MS));
