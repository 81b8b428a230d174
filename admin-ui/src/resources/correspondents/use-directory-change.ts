import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';

/** A change of the directory, after which the list and every letter that names a sender is asked for again. */
export function useDirectoryChange<V>({ change, onDone }: { readonly change: (values: V) => Promise<unknown>; readonly onDone?: () => void }) {
  const translate = useTranslate();
  const tell = useTell();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const refresh = (): Promise<unknown> => Promise.all([keys.correspondents, keys.letter, keys.letters].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      tell(translate('correspondent.saved'), 'success');
      await refresh();
      onDone?.();
    },
    onError: (error) => {
      // A dialog shows its own; what somebody else has changed meanwhile is to be seen in any case.
      if (onDone === undefined) tell(errorText(error), 'error');
      void refresh();
    },
  });
}
