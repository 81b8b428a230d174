import { Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';

/** Takes an import back, with a reason: its entries go, that it was there stays on record. */
export function UndoDialog({ id, entries, onClose }: { readonly id: string; readonly entries: number; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const undo = useMutation({
    mutationFn: () => api.undoRegisterImport({ params: { id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keys.books });
      tell(translate('registerImport.undone'), 'success');
      onClose();
    },
  });
  const confirm = (): void => {
    setWasTried(true);
    if (areWordsRight(reason, { isRequired: true })) undo.mutate();
  };
  return (
    <ActDialog title={translate('registerImport.undo')} confirmLabel={translate('registerImport.undo')} tone="danger" isRunning={undo.isPending} error={undo.error} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('registerImport.undoText', { n: format.number(entries) })}</Typography>
      <Words label={translate('registerImport.undoReason')} isRequired multiline minRows={2} autoFocus value={reason} wasTried={wasTried} onChange={setReason} />
    </ActDialog>
  );
}
