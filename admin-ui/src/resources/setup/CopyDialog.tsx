import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../components/ActDialog';
import { useOffices } from '../../components/pickers';
import { useTell } from '../../hooks/use-tell';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { TemplateChoice } from './TemplateChoice';
import { useSource } from './use-template';

/** Takes more over from a template into an office in which no letter runs yet; what it has stays. */
export function CopyDialog({ officeId, onClose }: { readonly officeId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const tell = useTell();
  const api = useApi();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { source, setSource, body } = useSource();
  const office = useOffices().data?.items.find(({ id }) => id === officeId);
  const words = { nameTh: office?.name.th ?? '', nameEn: office?.name.en ?? '', shortTh: office?.short ?? '', headTitleTh: office?.headTitle ?? '' };
  const copy = useMutation({
    mutationFn: (sourceId: string) => api.copyTemplate({ params: { id: officeId }, body: { ...body, sourceId } }),
    onSuccess: async ({ units, posts, books, routes }) => {
      const n = format.number;
      tell(translate('setUp.copied', { units: n(units), posts: n(posts), books: n(books), routes: n(routes) }), 'success');
      onClose();
      await Promise.all([keys.setUp, keys.people, keys.directory, keys.books, keys.routeChoice, keys.calendar].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
  const { sourceId } = source;
  return (
    <ActDialog title={translate('setUp.copyMore')} confirmLabel={translate('setUp.copy')} isWide isRunning={copy.isPending} error={copy.error} canConfirm={sourceId !== null && source.parts.length > 0} onConfirm={() => (sourceId === null ? undefined : copy.mutate(sourceId))} onClose={onClose}>
      <TemplateChoice source={source} onChange={setSource} words={words} officeId={officeId} />
    </ActDialog>
  );
}
