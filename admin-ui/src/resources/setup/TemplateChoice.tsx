import { Box, Checkbox, FormControlLabel, FormGroup, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Template } from '#domain/contracts/set-up';
import { renamer, SET_UP_PARTS, type OfficeWords, type SetUpPart } from '#domain/organisation/set-up';
import { Picker } from '../../components/pickers';
import { ErrorState, LoadingRows } from '../../components/states';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { useTemplate, useTemplates, type Source } from './use-template';

type Props = { readonly source: Source; readonly onChange: (source: Source) => void; /** The new office's words, as far as they are known. */ readonly words: OfficeWords; readonly officeId?: string | null; readonly error?: string | undefined };

/** As which office the new one begins, and what of it: shown in the words it will have. */
export function TemplateChoice({ source, onChange, words, officeId = null, error }: Props) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const templates = useTemplates();
  const template = useTemplate(source.sourceId);
  const toggle = (part: SetUpPart, isOn: boolean): void => onChange({ ...source, parts: SET_UP_PARTS.filter((each) => (each === part ? isOn : source.parts.includes(each))) });
  return (
    <Stack spacing={1.5}>
      <Picker
        label={translate('setUp.template')}
        helperText={translate('setUp.templateHelp')}
        error={error}
        options={(templates.data?.items ?? []).filter(({ id }) => id !== officeId)}
        isLoading={templates.isPending}
        value={source.sourceId}
        titleOf={({ name }) => localName(name)}
        detailOf={({ units, posts }) => translate('setUp.size', { units: format.number(units), posts: format.number(posts) })}
        onChange={(office) => onChange({ ...source, sourceId: office?.id ?? null, without: [] })}
      />
      {source.sourceId !== null && template.isPending ? <LoadingRows rows={2} /> : null}
      {template.isError ? <ErrorState error={template.error} onRetry={() => void template.refetch()} /> : null}
      {template.data === undefined || source.sourceId === null ? null : (
        <>
          <FormGroup aria-label={translate('setUp.parts')} role="group">
            {SET_UP_PARTS.map((part) => (
              <FormControlLabel key={part} control={<Checkbox checked={source.parts.includes(part)} onChange={(_, isOn) => toggle(part, isOn)} />} label={`${translate(`setUp.part.${part}`)} ${amountOf(template.data, part, { translate, format })}`} />
            ))}
          </FormGroup>
          {source.parts.includes('structure') ? <UnitChoice template={template.data} source={source} onChange={onChange} words={words} /> : null}
        </>
      )}
    </Stack>
  );
}

function amountOf(template: Template, part: SetUpPart, { translate, format }: { readonly translate: ReturnType<typeof useTranslate>; readonly format: ReturnType<typeof useFormat> }): string {
  const { units, posts, books, routes, lists, days } = template;
  const n = format.number;
  if (part === 'structure') return `(${translate('setUp.size', { units: n(units.length), posts: n(posts.length) })})`;
  const counts = { books: books.length, routes: routes.length, lists: lists.length, calendar: days.length, settings: null };
  const count = counts[part];
  return count === null ? '' : `(${n(count)})`;
}

/** Units to take, with the posts in each, in the words they will have. */
function UnitChoice({ template: { office, units, posts }, source, onChange, words }: { readonly template: Template } & Pick<Props, 'source' | 'onChange' | 'words'>) {
  const translate = useTranslate();
  const localName = useLocalName();
  const rename = renamer(office, words);
  const depthOf = (id: string): number => {
    const parentId = units.find((unit) => unit.id === id)?.parentId ?? null;
    return parentId === null ? 0 : 1 + depthOf(parentId);
  };
  const toggle = (id: string, isOn: boolean): void => onChange({ ...source, without: isOn ? source.without.filter((each) => each !== id) : [...source.without, id] });
  return (
    <Box role="group" aria-label={translate('setUp.units')} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, maxHeight: 360, overflowY: 'auto' }} tabIndex={0}>
      <Typography variant="body2" color="text.secondary">{translate('setUp.unitsHelp')}</Typography>
      {inOrder(units).map((unit) => {
        const inIt = posts.filter(({ unitId }) => unitId === unit.id);
        return (
          <Box key={unit.id} sx={{ pl: depthOf(unit.id) * 2 }}>
            <FormControlLabel sx={{ alignItems: 'flex-start' }} control={<Checkbox size="small" checked={!source.without.includes(unit.id)} onChange={(_, isOn) => toggle(unit.id, isOn)} />} label={(
              <Box sx={{ py: 0.75 }}>
                {localName({ th: rename(unit.nameTh), en: rename(unit.nameEn) })}
                <Typography variant="body2" color="text.secondary">{inIt.map((post) => localName({ th: rename(post.titleTh), en: rename(post.titleEn) })).join(', ') || translate('setUp.noPosts')}</Typography>
              </Box>
            )} />
          </Box>
        );
      })}
    </Box>
  );
}

/** Each unit after the one that it belongs to. */
function inOrder(units: Template['units']): Template['units'] {
  const below = (parentId: string | null): Template['units'] => units.filter((unit) => unit.parentId === parentId).flatMap((unit) => [unit, ...below(unit.id)]);
  return below(null);
}
