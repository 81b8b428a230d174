import { Typography } from '@mui/material';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Matter } from '#domain/contracts/matters';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';
import { useDebounced } from '../../../hooks/use-debounced';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { FoundLetterBox } from './FoundLetterBox';

/** What follows from a change of a matter: every letter of it may show other links now. */
function useChanged(onClose: () => void, told: string) {
  const queryClient = useQueryClient();
  const tell = useTell();
  const translate = useTranslate();
  return async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: keys.letter });
    tell(translate(told), 'success');
    onClose();
  };
}

/** This letter belongs with that number. */
export function LinkDialog({ letterId, known, onClose }: { readonly letterId: string; readonly known: readonly string[]; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const q = useDebounced(text.trim(), 250);
  const found = useQuery({
    queryKey: [...keys.letters, 'to-link', q], queryFn: ({ signal }) => api.searchLetters({ query: { q, typing: 'true', limit: '10' }, signal }), enabled: q !== '', placeholderData: keepPreviousData,
  });
  const changed = useChanged(onClose, 'matter.linked');
  const { mutate, isPending, error } = useMutation({ mutationFn: (to: string) => api.linkLetter({ params: { letterId }, body: { letterId: to, reason: reason.trim() } }), onSuccess: changed });
  const confirm = (): void => {
    setWasTried(true);
    if (chosen !== null && areWordsRight(reason, { isRequired: true })) mutate(chosen);
  };
  return (
    <ActDialog title={translate('matter.link')} confirmLabel={translate('matter.link')} isRunning={isPending} error={error} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('matter.linkText')}</Typography>
      <FoundLetterBox
        label={translate('matter.which')}
        letters={(found.data?.items ?? []).filter(({ id, earlier }) => earlier === null && !known.includes(id))}
        isLoading={found.isFetching}
        error={wasTried && chosen === null ? translate('ra.validation.required') : undefined}
        onType={setText}
        onChange={setChosen}
      />
      <Words label={translate('matter.reason')} isRequired multiline minRows={2} value={reason} wasTried={wasTried} onChange={setReason} />
    </ActDialog>
  );
}

/** Takes a link away that somebody has made. */
export function UnlinkDialog({ letterId, link, onClose }: { readonly letterId: string; readonly link: Matter['byHand'][number]; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const changed = useChanged(onClose, 'matter.unlinked');
  const { mutate, isPending, error } = useMutation({ mutationFn: () => api.unlinkLetter({ params: { letterId, linkId: link.id }, body: { reason: reason.trim() } }), onSuccess: changed });
  const confirm = (): void => {
    setWasTried(true);
    if (areWordsRight(reason, { isRequired: true })) mutate();
  };
  return (
    <ActDialog title={translate('matter.unlinkOf', { from: format.digits(link.fromName), to: format.digits(link.toName) })} confirmLabel={translate('matter.unlink')} tone="danger" isRunning={isPending} error={error} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('matter.unlinkText')}</Typography>
      <Words label={translate('matter.unlinkReason')} isRequired multiline minRows={2} value={reason} wasTried={wasTried} onChange={setReason} />
    </ActDialog>
  );
}
