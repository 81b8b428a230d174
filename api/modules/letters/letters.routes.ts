import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { LetterItem } from '#domain/contracts/letters';
import { listLetters, type LetterRow } from '#db/repositories/letters';
import type { PeopleMemory } from '#db/repositories/people-memory';
import { listLetterCopies } from '#db/repositories/read-marks';
import type { LongJobs } from '../../long-jobs/long-jobs';
import { mount } from '../../plugins/mount';
import { keyAfter } from '../paging';
import { actOnLetter, type ActDeps } from './acts.service';
import { getKnownLetter } from './access';
import { registerAnew } from './anew.service';
import { keepDraft } from './draft.service';
import { sendEndorsementSheet } from './endorsement-sheet.service';
import { getLetterPage } from './page/page.service';
import { sendCoverSheet, sendLabels } from './papers.service';
import { sendPrintedFile } from './printed-file.service';
import { sendPreview } from './preview-pdf.service';
import { previewRoute } from './preview.service';
import { findAnswered, startReply } from './reply.service';
import { startLetter, type Started } from './start.service';

export function registerLetters(app: FastifyInstance, deps: ActDeps & { readonly people: PeopleMemory; readonly longJobs: LongJobs }): void {
  const { pool, now } = deps;

  mount(app, endpoints.routeChoice, ({ query, reader }) => previewRoute(deps, { query, reader }));

  mount(app, endpoints.startLetter, async ({ body, reader, idempotencyKey }) =>
    toStarted(await begin(deps, { body, reader, idempotencyKey, answers: await findAnswered(deps, reader, body) })));

  mount(app, endpoints.listLetters, async ({ query, reader, locale }) => {
    const { cursor, limit, ...filter } = query;
    const page = await listLetters(pool, { reader, at: now().toISOString(), filter, limit, after: keyAfter(cursor, ['instant', 'id'], locale) });
    return { ...page, items: page.items.map(toLetterItem) };
  });

  mount(app, endpoints.getLetter, ({ params, reader, session, peopleVersion, locale }) => getLetterPage(deps, { ...params, reader, session, peopleVersion, locale }));

  mount(app, endpoints.letterCopies, async ({ params: { letterId }, reader }) => {
    const { reveal } = await getKnownLetter(deps.pool, reader, letterId);
    // The outside of a sealed item does not tell who has it for information.
    const copies = reveal ? await listLetterCopies(deps.pool, { letterId, reader }) : [];
    return { items: copies.map((copy) => ({ ...copy, posts: [...copy.posts], readers: [...copy.readers] })) };
  });

  mount(app, endpoints.draftPreview, ({ params, reader, reply }) => sendPreview(deps, { ...params, reader, reply }));

  mount(app, endpoints.endorsementSheet, ({ params, reader, session, peopleVersion, locale, reply }) =>
    sendEndorsementSheet(deps, { ...params, reader, session, peopleVersion, locale, reply }));

  mount(app, endpoints.coverSheet, ({ params, reader, session, peopleVersion, locale, reply }) =>
    sendCoverSheet(deps, { ...params, reader, session, peopleVersion, locale, reply }));

  mount(app, endpoints.addressLabels, ({ params, query, reader, session, peopleVersion, locale, reply }) =>
    sendLabels(deps, { ...params, ...query, reader, session, peopleVersion, locale, reply }));

  mount(app, endpoints.printedFile, ({ params, query, reader, session, peopleVersion, locale, reply }) =>
    sendPrintedFile(deps, { ...params, cover: query.cover === 'true', reader, session, peopleVersion, locale, reply }));

  mount(app, endpoints.saveDraft, ({ params, body, reader }) => keepDraft(deps, { ...params, body, reader }));

  mount(app, endpoints.reply, async ({ params, body, reader, idempotencyKey }) =>
    toStarted(await startReply(deps, { ...params, body, reader, idempotencyKey })));

  mount(app, endpoints.actOnLetter, ({ params, body, reader, idempotencyKey }) => actOnLetter(deps, { ...params, body, reader, idempotencyKey }));
}

/** A letter that takes the place of a wrong registration begins with the end of that one. */
const begin = (deps: ActDeps, { body, ...start }: Parameters<typeof startLetter>[1]): Promise<Started> =>
  body.type === 'incoming' && body.insteadOf !== null ? registerAnew(deps, { body: { ...body, insteadOf: body.insteadOf }, ...start }) : startLetter(deps, { body, ...start });

/** The answer of a start says which route it took, also while it is being applied. */
const toStarted = ({ submitted, route }: Started) =>
  'pending' in submitted ? { pending: { ...submitted.pending, route } } : { ...submitted, route };

/** A sealed item shows its envelope only. */
const toLetterItem = ({ isRevealed, holders, ...row }: LetterRow): LetterItem => ({
  ...row,
  subject: isRevealed ? row.subject : null,
  secrecy: isRevealed ? row.secrecy : null,
  letterNo: isRevealed ? row.letterNo : null,
  letterDate: isRevealed ? row.letterDate : null,
  receiveNo: isRevealed ? row.receiveNo : null,
  holders: [...holders],
});

