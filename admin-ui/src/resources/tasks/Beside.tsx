import { CopiesList } from './CopiesList';
import { TakenList } from './TakenList';

/** A list beside the inbox, by its name in the address. */
export function Beside({ which }: { readonly which: string }) {
  return which === 'taken' ? <TakenList /> : <CopiesList />;
}
