import { useCallback } from 'react';
import { useNotify } from 'react-admin';

/** Shows a text at the edge of the page; the text is already in the reader's language. */
export function useTell(): (text: string, type: 'success' | 'info' | 'warning' | 'error') => void {
  const notify = useNotify();
  // react-admin takes a key here; `_` is what it shows where there is no such key.
  return useCallback((text, type) => notify(text, { type, messageArgs: { _: text } }), [notify]);
}
