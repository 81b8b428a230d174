import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ActorView } from '#domain/contracts/common';
import { useLocalName } from '../../../providers/auth/use-session';

/** Name, post and capacity in one line: as it is printed under a note. */
export function useActorText(): (actor: ActorView) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  return (actor) =>
    actor.capacity === 'own' || actor.ownPost === null
      ? `${localName(actor.person.name)} · ${actor.capacity === 'own' ? '' : `${translate(`capacity.${actor.capacity}`)} `}${localName(actor.post.title)}`
      : `${localName(actor.person.name)} · ${localName(actor.ownPost.title)} ${translate(`capacity.${actor.capacity}`)} ${localName(actor.post.title)}`;
}

export function ActorLine({ actor }: { readonly actor: ActorView }) {
  const actorText = useActorText();
  const translate = useTranslate();
  return (
    <Typography component="span" variant="body2">
      {actorText(actor)}
      {actor.orderNo === '' ? '' : ` (${translate('people.byOrder', { no: actor.orderNo })})`}
    </Typography>
  );
}
