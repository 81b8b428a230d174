import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { useOrderText } from '../../providers/i18n/use-order-text';

type Reason = ResponseOf<(typeof endpoints)['accessWhy']>['decisions'][number]['reasons'][number];
export type GrantedPost = NonNullable<Reason['post']>;

/** A post with the capacity in which it is used and the order that gives it: รักษาราชการแทน ผู้ว่าราชการจังหวัด ตามคำสั่งที่ 81/2569. */
export function useGrantText(): (post: GrantedPost) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const orderText = useOrderText();
  return (post) =>
    [
      post.capacity === 'own' ? localName(post.title) : `${translate(`capacity.${post.capacity}`)} ${localName(post.title)}`,
      post.capacity !== 'own' && post.orderNo !== '' ? format.digits(orderText(post.orderNo)) : '',
      post.until === null ? '' : translate('access.until', { at: format.dateTime(post.until) }),
    ].filter((text) => text !== '').join(' · ');
}

/** A fact on which a decision rests, in a sentence. */
export function useReasonText(): (reason: Reason) => string {
  const translate = useTranslate();
  const grantText = useGrantText();
  return ({ kind, post, clearance, parts }) => {
    const sentence = translate(`access.reason.${kind}`, { post: post === null ? '' : grantText(post), clearance: translate(`secrecy.${clearance ?? 'none'}`) });
    return parts.length === 0 ? sentence : `${sentence} (${parts.map((part) => translate(`access.part.${part}`)).join(', ')})`;
  };
}
