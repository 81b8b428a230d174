/** Where the reader was in a view of the inbox, so that coming back leads to the same row. Lives as long as the window does. */
let place: { readonly view: string; readonly rowId: string } | null = null;

export const rowIdOf = ({ letterId, taskId }: { readonly letterId: string; readonly taskId: string }): string => `${letterId}/${taskId}`;

export function rememberPlace(view: string, rowId: string): void {
  place = { view, rowId };
}

/** The row last opened from this view, once. */
export function takePlace(view: string): string | null {
  const found = place?.view === view ? place.rowId : null;
  if (found !== null) place = null;
  return found;
}
