import StarIcon from '@mui/icons-material/Star';
import StarBorderIcon from '@mui/icons-material/StarBorder';
import { Button, Chip, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LocalName } from '#domain/contracts/common';
import { useLocalName } from '../../providers/auth/use-session';
import { useArrange, useDesk } from './use-desk';

type Unit = { readonly id: string; readonly name: LocalName };

/** Those of the units on offer that I have marked, in my order. */
export function useFavourites<U extends Unit>(units: readonly U[]): readonly U[] {
  const desk = useDesk();
  return (desk?.favouriteUnitIds ?? []).flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}

/** My favourite units, chosen by one tap each; the unit that is chosen can be marked or unmarked here. */
export function FavouriteUnits({ units, value, onChoose }: { readonly units: readonly Unit[]; readonly value: string | null; readonly onChoose: (id: string) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const desk = useDesk();
  const arrange = useArrange();
  const favourites = useFavourites(units);
  const chosen = units.find(({ id }) => id === value);
  if (desk === undefined || (favourites.length === 0 && chosen === undefined)) return null;
  const isMarked = chosen !== undefined && desk.favouriteUnitIds.includes(chosen.id);
  const toggle = (id: string): readonly string[] => (isMarked ? desk.favouriteUnitIds.filter((each) => each !== id) : [...desk.favouriteUnitIds, id]);
  return (
    <Stack direction="row" useFlexGap spacing={0.75} role="group" aria-label={translate('arrange.units')} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      {favourites.map((unit) => (
        <Chip key={unit.id} component="button" type="button" clickable icon={<StarIcon />} aria-pressed={unit.id === value} color={unit.id === value ? 'primary' : 'default'} label={localName(unit.name)} onClick={() => onChoose(unit.id)} sx={{ minHeight: 36, maxWidth: '100%' }} />
      ))}
      {chosen === undefined ? null : (
        <Button size="small" startIcon={isMarked ? <StarIcon /> : <StarBorderIcon />} loading={arrange.isPending} onClick={() => arrange.mutate({ desk, lists: { favouriteUnitIds: [...toggle(chosen.id)] } })}>
          {translate(isMarked ? 'arrange.unmarkUnit' : 'arrange.markUnit', { unit: localName(chosen.name) })}
        </Button>
      )}
    </Stack>
  );
}
