import StarIcon from '@mui/icons-material/Star';
import StarBorderIcon from '@mui/icons-material/StarBorder';
import { Button, Chip, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LocalName } from '#domain/contracts/common';
import type { Desk } from '#domain/contracts/desk';
import { useLocalName } from '../../providers/auth/use-session';
import { useArrange, useDesk } from './use-desk';

/** A unit or a post to which letters are directed. */
export type Favourite = { readonly kind: 'unit' | 'post'; readonly id: string; readonly name: LocalName };

const LISTS = { unit: 'favouriteUnitIds', post: 'favouritePostIds' } as const;

/** Those on offer that I have marked, units before posts, each in my order. */
export function useFavourites<T extends Favourite>(targets: readonly T[]): readonly T[] {
  const desk = useDesk();
  return [...(desk?.favouriteUnitIds ?? []), ...(desk?.favouritePostIds ?? [])].flatMap((id) => targets.find((target) => target.id === id) ?? []);
}

/** My favourite units and posts, chosen by one tap each; the one that is chosen can be marked or unmarked here. */
export function Favourites({ targets, value, onChoose }: { readonly targets: readonly Favourite[]; readonly value: { readonly id: string } | null; readonly onChoose: (target: Favourite) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const desk = useDesk();
  const favourites = useFavourites(targets);
  const chosen = targets.find(({ id }) => id === value?.id);
  if (desk === undefined || (favourites.length === 0 && chosen === undefined)) return null;
  return (
    <Stack direction="row" useFlexGap spacing={0.75} role="group" aria-label={translate('favourite.targets')} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      {favourites.map((target) => (
        <Chip key={target.id} component="button" type="button" clickable icon={<StarIcon />} aria-pressed={target.id === value?.id} color={target.id === value?.id ? 'primary' : 'default'} label={localName(target.name)} onClick={() => onChoose(target)} sx={{ minHeight: 36, maxWidth: '100%' }} />
      ))}
      {chosen === undefined ? null : <MarkButton desk={desk} target={chosen} />}
    </Stack>
  );
}

function MarkButton({ desk, target: { kind, id, name } }: { readonly desk: Desk; readonly target: Favourite }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const arrange = useArrange();
  const list = desk[LISTS[kind]];
  const isMarked = list.includes(id);
  const next = isMarked ? list.filter((each) => each !== id) : [...list, id];
  return (
    <Button size="small" startIcon={isMarked ? <StarIcon /> : <StarBorderIcon />} loading={arrange.isPending} onClick={() => arrange.mutate({ desk, lists: { [LISTS[kind]]: next } })}>
      {translate(isMarked ? 'favourite.unmark' : 'favourite.mark', { name: localName(name) })}
    </Button>
  );
}
