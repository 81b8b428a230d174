import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SET_UP_PARTS, type SetUpPart } from '#domain/organisation/set-up';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

/** What is chosen of a template. */
export type Source = { readonly sourceId: string | null; readonly parts: readonly SetUpPart[]; /** Units left out, with their posts. */ readonly without: readonly string[] };

export function useTemplates() {
  const api = useApi();
  return useQuery({ queryKey: [...keys.setUp, 'templates'], queryFn: ({ signal }) => api.officeTemplates({ signal }) });
}

export function useTemplate(id: string | null) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.setUp, 'template', id], queryFn: ({ signal }) => api.officeTemplate({ params: { id: id ?? '' }, signal }), enabled: id !== null });
}

/** The choice as it is sent: left out of nothing means all. */
export function useSource() {
  const [source, setSource] = useState<Source>({ sourceId: null, parts: SET_UP_PARTS, without: [] });
  const template = useTemplate(source.sourceId);
  const unitIds = source.without.length === 0 || template.data === undefined ? null : template.data.units.map(({ id }) => id).filter((id) => !source.without.includes(id));
  return { source, setSource, body: { sourceId: source.sourceId, parts: source.sourceId === null ? [] : [...source.parts], unitIds } };
}
