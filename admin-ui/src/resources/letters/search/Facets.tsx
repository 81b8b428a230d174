import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SearchPage } from '#domain/contracts/search';
import type { Facet } from '#domain/search/facets';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { chosenFacets, NO_FACETS, type SearchQuery } from './search-query';

type Change = (changes: { readonly [name: string]: string | undefined }) => void;
type Group = SearchPage['facets'][number];

/** Words of values that are codes; years are figures, offices and books have names. */
const WORDS: { readonly [F in Facet]: string | null } = {
  status: 'letterStatus', direction: 'direction', kind: 'kind', urgency: 'urgency', secrecy: 'secrecy', year: null, bookId: null, officeId: null,
};
/** So many values of a facet are shown; a search within hundreds of books is narrowed by words first. */
const SHOWN = 8;

/** One value for all is no choice. */
const groupsOf = (facets: SearchPage['facets'], query: SearchQuery): readonly Group[] => facets.filter(({ facet, values }) => values.length > 1 || query[facet] !== undefined);

/** Whether there is anything to narrow by, or to take away. */
export const hasFacets = ({ facets }: SearchPage, query: SearchQuery): boolean => groupsOf(facets, query).length > 0 || chosenFacets(query).length > 0;

/** By what the letters found differ, with counts; pressed again, a value is let go. */
export function Facets({ facets, query, change }: { readonly facets: SearchPage['facets']; readonly query: SearchQuery; readonly change: Change }) {
  const translate = useTranslate();
  const isFiltered = chosenFacets(query).length > 0;
  const groups = groupsOf(facets, query);
  const missing = chosenFacets(query).filter((facet) => groups.every((group) => group.facet !== facet));
  return (
    <Box component="section" aria-label={translate('finding.filters')}>
      <Stack spacing={1.5}>
        {isFiltered ? <Button size="small" onClick={() => change(NO_FACETS)} sx={{ alignSelf: 'flex-start' }}>{translate('finding.clear')}</Button> : null}
        {missing.map((facet) => <Chip key={facet} label={translate(`finding.facet.${facet}`)} onDelete={() => change({ [facet]: undefined })} />)}
        {groups.map((group) => <Values key={group.facet} group={group} chosen={query[group.facet]} change={change} />)}
      </Stack>
    </Box>
  );
}

function Values({ group: { facet, values }, chosen, change }: { readonly group: Group; readonly chosen: string | undefined; readonly change: Change }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const words = WORDS[facet];
  const nameOf = ({ value, name }: Group['values'][number]): string => (name !== null ? localName(name) : words !== null ? translate(`${words}.${value}`) : format.yearBe(Number(value)));
  return (
    <Box role="group" aria-label={translate(`finding.facet.${facet}`)}>
      <Typography component="h2" variant="body2" sx={{ fontWeight: 600, mb: 0.5 }}>{translate(`finding.facet.${facet}`)}</Typography>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap' }}>
        {values.slice(0, SHOWN).map((each) => {
          const isChosen = chosen === each.value;
          return (
            <Chip
              key={each.value}
              clickable
              component="button"
              aria-pressed={isChosen}
              aria-label={translate('finding.value', { name: nameOf(each), n: format.number(each.n) })}
              color={isChosen ? 'primary' : 'default'}
              variant={isChosen ? 'filled' : 'outlined'}
              label={`${nameOf(each)} ${format.number(each.n)}`}
              onClick={() => change({ [facet]: isChosen ? undefined : each.value })}
              sx={{ minHeight: 32, maxWidth: '100%' }}
            />
          );
        })}
      </Stack>
    </Box>
  );
}
