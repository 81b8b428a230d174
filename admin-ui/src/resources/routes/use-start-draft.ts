import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { ApiError } from '../../providers/data/api-error';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';

/** Begins a draft and opens it, at a step if one is named; where there is one already, that one is opened. */
export function useStartDraft(step?: string) {
  const at = step === undefined ? '' : `?step=${encodeURIComponent(step)}`;
  const api = useApi();
  const navigate = useNavigate();
  const tell = useTell();
  const translate = useTranslate();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Parameters<typeof api.startRouteDraft>[0]['body']) => api.startRouteDraft({ body }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: keys.routeDesigns });
      navigate(`/routes/drafts/${id}${at}`);
    },
    onError: (error) => {
      const known = error instanceof ApiError && error.code === 'DRAFT_EXISTS' ? error.problem.details?.['draftId'] : undefined;
      if (typeof known !== 'string') return tell(errorText(error), 'error');
      tell(translate('routes.hadDraft'), 'info');
      navigate(`/routes/drafts/${known}${at}`);
    },
  });
}
