/** The browser for the end-to-end tests: CHROMIUM_PATH, a system's Chromium or Chrome, or Debian's package installed when we may. */
import { existsSync } from 'node:fs';
import { run, step, Trouble, which } from './shell.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a browser that Playwright can drive. Throws with a remedy where there is none and none can be installed. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && which('apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await step('install Chromium (apt-get)', async () => {
      await run('apt-get', ['update', '-q'], { env });
      await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-thai-tlwg'], { env });
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Trouble('The browser tests need Chromium, and there is none. Remedy: install it (Debian: sudo apt-get install chromium fonts-thai-tlwg), or set CHROMIUM_PATH to its path.');
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return NAMES.map(which).find(Boolean) ?? ELSEWHERE.find(existsSync) ?? null;
}
