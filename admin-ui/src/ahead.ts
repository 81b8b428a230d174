/**
 * The first script of all. What follows the hash is not told to the server, so that it cannot name what a page needs; this asks for all of it at once, in
 * the moment in which the libraries are still on their way: the page's scripts, who sits here, and what the page shows.
 */
import { placeAt } from './address';
import { callsAhead } from './ahead-calls';
import { loadLayout, loadLogin, PAGE_SCRIPTS } from './page-scripts';
import { languageHere, wasHere } from './providers/auth/was-here';
import { begin } from './providers/data/begun';

/** What fails here fails again, and is told, where it is needed. */
const quietly = (coming: Promise<unknown>): void => void coming.catch(() => undefined);

const place = wasHere() ? placeAt(location.hash) : undefined;
if (place === undefined) quietly(loadLogin());
else {
  for (const address of callsAhead(place)) begin(address, languageHere());
  quietly(loadLayout());
  quietly(PAGE_SCRIPTS[place.name]());
}
