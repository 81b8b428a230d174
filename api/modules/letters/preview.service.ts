import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import type { routePreviewQuerySchema, routePreviewSchema } from '#domain/contracts/letters';
import { DomainError } from '#domain/errors';
import type { Direction, LetterKind, Secrecy } from '#domain/letter/vocabulary';
import type { Reader, ReaderPost } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import { chooseRoute, listAllowedRoutes } from './route-choice';

type Query = z.output<typeof routePreviewQuerySchema>;
type Envelope = { readonly direction: Direction; readonly secrecy: Secrecy };

const ENVELOPES: { readonly [T in Query['type']]: (query: Query) => Envelope } = {
  incoming: ({ secrecy = 'none' }) => ({ direction: 'incoming', secrecy }),
  outgoing: ({ secrecy = 'none' }) => ({ direction: 'outgoing', secrecy }),
  sealed: () => ({ direction: 'incoming', secrecy: 'confidential' }),
  control: () => ({ direction: 'incoming', secrecy: 'top_secret' }),
};
const ACTS = { incoming: 'letter.intake', sealed: 'letter.intakeSealed', outgoing: 'letter.compose', control: 'letter.control' } as const;

/** Which row of the table would choose, and what else may be taken. @throws DomainError FORBIDDEN, ROUTE_MISSING */
export async function previewRoute({ pool, now }: Pick<ApiDeps, 'pool' | 'now'>, { query, reader }: { readonly query: Query; readonly reader: Reader }): Promise<z.infer<typeof routePreviewSchema>> {
  const { direction, secrecy } = ENVELOPES[query.type](query);
  // Readers' posts carry more than the policy asks for.
  const post = (actingPosts(reader) as readonly ReaderPost[]).find(({ postId, capacity }) => postId === query.postId && capacity !== 'delegated');
  const isAllowed = decide(reader, ACTS[query.type], { postId: query.postId, secrecy: query.type === 'sealed' || query.type === 'control' ? 'none' : secrecy }).allow;
  if (post === undefined || !isAllowed) throw new DomainError('FORBIDDEN');
  const kind: LetterKind = query.kind ?? 'external_letter';
  const at = now().toISOString();
  const chosen = await chooseRoute(pool, {
    officeId: post.officeId, at,
    facts: { direction, kind, secrecy, urgency: query.urgency ?? 'normal', isCircular: query.isCircular ?? false, ...(query.category === undefined ? {} : { subjectClass: query.category }) },
  });
  const others = secrecy === 'none' ? await listAllowedRoutes(pool, { officeId: post.officeId, kind, direction, at }) : [];
  return { chosen, others: others.filter(({ routeVersionId }) => routeVersionId !== chosen.routeVersionId) };
}
