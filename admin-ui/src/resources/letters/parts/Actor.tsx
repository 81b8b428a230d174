import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ActorView } from '#domain/contracts/common';
import { isSameName } from '../../../components/same-name';
import { useLocalName } from '../../../providers/auth/use-session';
import { useOrderText } from '../../../providers/i18n/use-order-text';

/** Name, post and capacity in one line: as it is printed under a note. */
export function useActorText(): (actor: ActorView) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  return ({ person, post, ownPost, capacity }) => {
    const [name, title] = [localName(person.name), localName(post.title)];
    const own = ownPost === null || isSameName(localName(ownPost.title), name) ? '' : `${localName(ownPost.title)} `;
    if (capacity === 'own') return isSameName(name, title) ? title : `${name} · ${title}`;
    return `${name} · ${own}${translate(`capacity.${capacity}`)} ${title}`;
  };
}

export function ActorLine({ actor }: { readonly actor: ActorView }) {
  const actorText = useActorText();
  const orderText = useOrderText();
  return (
    <Typography component="span" variant="body2">
      {actorText(actor)}
      {actor.orderNo === '' ? '' : ` (${orderText(actor.orderNo)})`}
    </Typography>
  );
}
