/** Setting offices up from templates, with the checklist that leads to the first letter. */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/set-up';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import { isReady } from '#domain/organisation/checklist';
import { setOneTimePassword } from '#db/repositories/accounts';
import type { RecordedBy } from '#db/repositories/appointments';
import { auditOffice } from '#db/repositories/edits';
import { addAdministrator, insertOffice } from '#db/repositories/office-changes';
import { copyTemplate, type Copied } from '#db/repositories/office-set-up';
import { listTemplates, loadTemplate, markTemplate, type OfficeTemplate } from '#db/repositories/office-templates';
import type { Reader } from '#db/repositories/readers';
import { findSetUpOffice, linkOffice, listSetUpOffices, lockSetUpOffice, type SetUpOffice } from '#db/repositories/set-up-facts';
import type { Tx } from '#db/tx';
import { newOneTimePassword } from '../organisation/one-time-password';
import { momentOf, type Deps, type Moment } from '../organisation/rights';
import { changePeople } from '../people/change-people';
import { assertMay, officesOf } from '../people/people.rights';
import { readSteps } from './checklist';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Source = Pick<In<'setUpSchema'>, 'sourceId' | 'parts' | 'unitIds'>;

const NOTHING: Copied = { units: 0, posts: 0, books: 0, routes: 0, lists: 0, days: 0 };
const objectOf = ({ id, parentId }: Pick<SetUpOffice, 'id' | 'parentId'>) => ({ officeId: id, parentId });
const toRef = ({ id, code, name, short }: SetUpOffice) => ({ id, code, name, short });
const works = ({ administrators, letters }: SetUpOffice): boolean => administrators > 0 || letters > 0;

/** Offices that the reader may set up. @throws DomainError FORBIDDEN for whoever may set up none */
export async function readOffices(deps: Deps, reader: Reader): Promise<In<'setUpOfficeListSchema'>> {
  const all = await listSetUpOffices(deps.pool, momentOf(deps).at);
  const mine = all.filter((office) => decide(reader, 'office.setUp', objectOf(office)).allow);
  if (mine.length === 0) throw new DomainError('FORBIDDEN');
  const canCreate = [null, ...mine.map(({ id }) => id)].some((parentId) => decide(reader, 'office.setUp', { officeId: null, parentId }).allow);
  return {
    items: mine.map(({ letters, ...office }) => ({ ...office, hasLetters: letters > 0 })),
    canCreate, canMark: decide(reader, 'offices.manage', {}).allow,
  };
}

/** Offices to begin as. @throws DomainError FORBIDDEN */
export async function readTemplates(deps: Deps, reader: Reader): Promise<In<'templateListSchema'>> {
  await readOffices(deps, reader);
  return { items: await listTemplates(deps.pool, { day: momentOf(deps).day, ownIds: ownOffices(reader) }) };
}

/** What may be taken over: the structure, never people or letters. @throws DomainError FORBIDDEN, NOT_FOUND */
export async function readTemplate(deps: Deps, reader: Reader, id: string): Promise<In<'templateSchema'>> {
  await readOffices(deps, reader);
  const template = await getTemplate(deps.pool, { reader, id, moment: momentOf(deps) });
  const { office, units, posts, books, routes, lists, days } = template;
  return {
    office: { id: office.id, kind: office.kind, nameTh: office.nameTh, nameEn: office.nameEn, shortTh: office.shortTh, headTitleTh: office.headTitleTh, unitCode: office.unitCode },
    units: units.map(({ id: unitId, code, nameTh, nameEn, parentId, letterCode }) => ({ id: unitId, code, nameTh, nameEn, parentId, letterCode })),
    posts: posts.map(({ id: postId, code, titleTh, titleEn, unitId, roles, isUnitHead }) => ({ id: postId, code, titleTh, titleEn, unitId, roles: [...roles], isUnitHead })),
    books: books.map(({ nameTh, nameEn, kind }) => ({ nameTh, nameEn, kind })),
    routes: routes.map(({ code, nameTh, nameEn }) => ({ code, nameTh, nameEn })),
    lists: lists.map(({ nameTh, nameEn, members }) => ({ nameTh, nameEn, members: members.length })),
    days: [...days],
  };
}

/** Offices whose structure the reader keeps, and so may take as a template. */
const ownOffices = (reader: Reader): readonly string[] => officesOf(reader).filter((officeId) => decide(reader, 'organisation.manage', { officeId }).allow);

/** A template that the reader may begin as; of another office's structure nothing is said. @throws DomainError NOT_FOUND */
async function getTemplate(tx: Tx, { reader, id, moment: { day } }: { readonly reader: Reader; readonly id: string; readonly moment: Moment }): Promise<OfficeTemplate> {
  if (!(await listTemplates(tx, { day, ownIds: ownOffices(reader) })).some((office) => office.id === id)) throw new DomainError('NOT_FOUND', { officeId: id, field: 'sourceId' });
  return loadTemplate(tx, { officeId: id, day });
}

/**
 * An office, new or known only by name so far, with what a template gives it and an administrator whose one-time password is
 * answered once. Other offices cannot send to it before it is opened.
 * @throws DomainError FORBIDDEN, NOT_FOUND, CODE_TAKEN, LOGIN_TAKEN, OFFICE_UNKNOWN; OFFICE_SET_UP for one that works already
 */
export async function setUpOffice(deps: Deps, reader: Reader, body: In<'setUpSchema'>): Promise<In<'setUpDoneSchema'>> {
  const moment = momentOf(deps);
  const { oneTimePassword, passwordHash, expiresAt } = await newOneTimePassword(moment.at);
  return changePeople(deps, async (tx) => {
    await tx.query('set local statement_timeout = 30000');
    const { officeId, by } = await getOrMake(tx, { reader, body, moment });
    const copied = await copyFrom(tx, { reader, officeId, source: body, moment, by });
    const personId = await addAdministrator(tx, { officeId, admin: { login: body.adminLogin, nameTh: body.adminNameTh }, by });
    await setOneTimePassword(tx, { officeId, id: personId, passwordHash, expiresAt, by });
    return { office: toRef((await findSetUpOffice(tx, { id: officeId, at: moment.at }))!), login: body.adminLogin, oneTimePassword, expiresAt, copied };
  });
}

async function getOrMake(tx: Tx, { reader, body: { officeId, office }, moment }: { readonly reader: Reader; readonly body: In<'setUpSchema'>; readonly moment: Moment }): Promise<{ readonly officeId: string; readonly by: RecordedBy }> {
  if (office !== null) {
    const { code, kind, ...fields } = office;
    const by = assertMay(reader, 'office.setUp', [{ officeId: null, parentId: fields.parentId }], moment.at);
    return { officeId: await insertOffice(tx, { code, kind, fields: { ...fields, isLinked: false }, by }), by };
  }
  const { office: known, by } = await lockMine(tx, { reader, id: officeId ?? '', moment });
  if (works(known)) throw new DomainError('OFFICE_SET_UP', { officeId: known.id, field: 'officeId' });
  return { officeId: known.id, by };
}

/** An office that the reader may set up, locked; of another nothing is said. @throws DomainError NOT_FOUND */
async function lockMine(tx: Tx, { reader, id, moment }: { readonly reader: Reader; readonly id: string; readonly moment: Moment }): Promise<{ readonly office: SetUpOffice; readonly by: RecordedBy }> {
  const office = await lockSetUpOffice(tx, { id, at: moment.at });
  assertMine(reader, office);
  return { office, by: assertMay(reader, 'office.setUp', [objectOf(office)], moment.at) };
}

function assertMine(reader: Reader, office: SetUpOffice | null): asserts office is SetUpOffice {
  if (office === null || !decide(reader, 'office.setUp', objectOf(office)).allow) throw new DomainError('NOT_FOUND');
}

async function copyFrom(tx: Tx, { reader, officeId, source: { sourceId, parts, unitIds }, moment, by }: { readonly reader: Reader; readonly officeId: string; readonly source: Source; readonly moment: Moment; readonly by: RecordedBy }): Promise<Copied> {
  if (sourceId === null || parts.length === 0) return NOTHING;
  return copyTemplate(tx, { officeId, template: await getTemplate(tx, { reader, id: sourceId, moment }), parts, unitIds, by });
}

/** Takes more over, as long as no letter runs. @throws DomainError NOT_FOUND, OFFICE_SET_UP */
export async function copyMore(deps: Deps, reader: Reader, { id, body }: { readonly id: string; readonly body: In<'copySchema'> }): Promise<In<'copiedSchema'>> {
  const moment = momentOf(deps);
  return changePeople(deps, async (tx) => {
    await tx.query('set local statement_timeout = 30000');
    const { office, by } = await lockMine(tx, { reader, id, moment });
    if (office.letters > 0) throw new DomainError('OFFICE_SET_UP', { officeId: id });
    return copyFrom(tx, { reader, officeId: id, source: body, moment, by });
  });
}

/** @throws DomainError NOT_FOUND for an office that the reader may not set up */
export async function readChecklist(deps: Deps, reader: Reader, id: string): Promise<In<'checklistSchema'>> {
  const moment = momentOf(deps);
  const office = await findSetUpOffice(deps.pool, { id, at: moment.at });
  assertMine(reader, office);
  return toChecklist(deps.pool, { reader, office, moment });
}

async function toChecklist(tx: Tx, { reader, office, moment }: { readonly reader: Reader; readonly office: SetUpOffice; readonly moment: Moment }): Promise<In<'checklistSchema'>> {
  const { steps, firstReceived } = await readSteps(tx, { officeId: office.id, ...moment });
  return {
    office: { ...toRef(office), isLinked: office.isLinked },
    steps: steps.map(({ problems, ...step }) => ({ ...step, problems: problems.map(({ problem, names }) => ({ problem, names: [...names] })) })),
    isReady: isReady(steps), firstReceived, canCopy: office.letters === 0, canManage: decide(reader, 'organisation.manage', { officeId: office.id }).allow,
  };
}

/** Lets whoever sets up an office begin as this one, or no longer. @throws DomainError FORBIDDEN, NOT_FOUND */
export async function setTemplate(deps: Deps, reader: Reader, { id, isTemplate }: { readonly id: string; readonly isTemplate: boolean }): Promise<In<'setUpOfficeListSchema'>> {
  const by = assertMay(reader, 'offices.manage', [{}], momentOf(deps).at);
  await changePeople(deps, async (tx) => {
    if (await markTemplate(tx, { officeId: id, isTemplate })) await auditOffice(tx, { officeId: id, by, kind: isTemplate ? 'office.templateMarked' : 'office.templateUnmarked', data: { officeId: id } });
  });
  return readOffices(deps, reader);
}

/** Lets other offices send to it electronically from now on. @throws DomainError NOT_FOUND; OFFICE_NOT_READY with the steps that are missing */
export async function openOffice(deps: Deps, reader: Reader, id: string): Promise<In<'checklistSchema'>> {
  const moment = momentOf(deps);
  return changePeople(deps, async (tx) => {
    const { office, by } = await lockMine(tx, { reader, id, moment });
    const { steps } = await readSteps(tx, { officeId: id, ...moment });
    if (!isReady(steps)) throw new DomainError('OFFICE_NOT_READY', { steps: steps.filter(({ state }) => state === 'missing').map(({ step }) => step) });
    if (await linkOffice(tx, id)) await auditOffice(tx, { officeId: id, by, kind: 'office.linked', data: { officeId: id } });
    return toChecklist(tx, { reader, office: { ...office, isLinked: true }, moment });
  });
}
