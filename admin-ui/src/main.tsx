import '@fontsource/sarabun/thai-400.css';
import '@fontsource/sarabun/thai-500.css';
import '@fontsource/sarabun/thai-600.css';
import '@fontsource/sarabun/thai-700.css';
import '@fontsource/sarabun/latin-400.css';
import '@fontsource/sarabun/latin-500.css';
import '@fontsource/sarabun/latin-600.css';
import '@fontsource/sarabun/latin-700.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, createProviders } from './App';

/** After the first page has been drawn. */
const SOON_MS = 1_000;

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <App providers={createProviders()} />
  </StrictMode>,
);

// Nobody waits for these: what a refusal says, and what stands on every page but the first.
window.addEventListener('load', () => setTimeout(() => void import('./i18n/work-texts'), SOON_MS));
