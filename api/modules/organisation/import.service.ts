/** People and posts from a table: looked at line by line first, then taken over in one transaction. */
import type * as contract from '#domain/contracts/organisation';
import type { z } from 'zod';
import { DomainError } from '#domain/errors';
import {
  IMPORT_COLUMNS, IMPORT_HEADINGS, IMPORT_MAX_LINES, isSamePerson, isSamePost, judgeImport, readLine, REQUIRED_COLUMNS, type ImportColumn, type ImportLine, type ImportPlanned,
} from '#domain/organisation/import';
import { norm } from '#domain/thai/normalise';
import { createPerson, updatePerson } from '#db/repositories/accounts';
import { createAppointment, type RecordedBy } from '#db/repositories/appointments';
import { auditOffice, lockOffice } from '#db/repositories/edits';
import { loadImportKnown, type KnownForImport } from '#db/repositories/import-known';
import { createPost, updatePost, type PostFields } from '#db/repositories/post-changes';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import { readTable, type TableLine } from '#platform/table-file';
import type { Locale } from '../../messages';
import { changePeople } from '../people/change-people';
import { assertManages, momentOf, type Deps } from './rights';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Owner = { readonly officeId: string; readonly by: RecordedBy };

/** A verdict for each line; changes nothing. @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_UNREADABLE, IMPORT_TOO_LARGE, IMPORT_COLUMNS */
export async function checkImport(deps: Deps, reader: Reader, { officeId, content, locale }: In<'importCheckSchema'> & { readonly locale: Locale }): Promise<In<'importCheckedSchema'>> {
  const { at } = momentOf(deps);
  assertManages(reader, officeId, at);
  const lines = toLines(await readTable(Buffer.from(content, 'base64'), { maxLines: IMPORT_MAX_LINES + 20 }), locale);
  const verdicts = judgeImport(lines, await knownOf(deps.pool, { reader, officeId, at, lines }));
  return { lines: lines.map((line, index) => ({ ...line, formulas: [...line.formulas], status: verdicts[index]!.status, problems: [...verdicts[index]!.problems] })) };
}

const knownOf = (tx: Tx, { reader, officeId, at, lines }: { readonly reader: Reader; readonly officeId: string; readonly at: string; readonly lines: readonly ImportLine[] }): Promise<KnownForImport> =>
  loadImportKnown(tx, { officeId, at, personId: reader.personId, logins: lines.map((line) => readLine(line).login).filter((login) => login !== '') });

/** Headings may stand below a title, in Thai or English, in any order. @throws DomainError IMPORT_COLUMNS naming what is missing */
function toLines(table: readonly TableLine[], locale: Locale): readonly ImportLine[] {
  const columnOf = (text: string): ImportColumn | undefined => {
    const wanted = norm(text).toLowerCase().replace(/\s*\*$/, '');
    return IMPORT_COLUMNS.find((column) => [IMPORT_HEADINGS[column].th, IMPORT_HEADINGS[column].en, column].some((heading) => norm(heading).toLowerCase() === wanted));
  };
  const heads = table.slice(0, 10).map(({ cells }) => cells.map(({ text }) => columnOf(text)));
  const at = heads.findIndex((head) => REQUIRED_COLUMNS.every((column) => head.includes(column)));
  const head = heads[at];
  if (head === undefined) {
    const best = heads.toSorted((one, other) => other.filter(Boolean).length - one.filter(Boolean).length)[0] ?? [];
    throw new DomainError('IMPORT_COLUMNS', { columns: REQUIRED_COLUMNS.filter((column) => !best.includes(column)).map((column) => IMPORT_HEADINGS[column][locale]).join(', ') });
  }
  return table.slice(at + 1).map(({ line, cells }) => {
    const cellOf = (column: ImportColumn) => cells[head.indexOf(column)] ?? { text: '', isFormula: false };
    // Every column of the list has its text, which is what the type says.
    const values = Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, head.includes(column) ? cellOf(column).text : ''])) as ImportLine['values'];
    return { line, values, formulas: IMPORT_COLUMNS.filter((column) => head.includes(column) && cellOf(column).isFormula) };
  });
}

/**
 * Takes the given lines over, all or none. Every line is judged again by what is on record now.
 * @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_CHANGED where any line no longer fits
 */
export async function applyImport(deps: Deps, reader: Reader, { officeId, lines: chosen }: In<'importApplySchema'>): Promise<In<'importAppliedSchema'>> {
  const { at } = momentOf(deps);
  const by = assertManages(reader, officeId, at);
  const lines = chosen.map((line): ImportLine => ({ ...line, formulas: [] }));
  return changePeople(deps, async (tx) => {
    await tx.query('set local statement_timeout = 30000');
    await lockOffice(tx, officeId);
    const known = await knownOf(tx, { reader, officeId, at, lines });
    const verdicts = judgeImport(lines, known);
    const wrong = verdicts.filter(({ status }) => status === 'error').map(({ line }) => line);
    if (wrong.length > 0) throw new DomainError('IMPORT_CHANGED', { lines: wrong });
    const planned = lines.map(readLine);
    const persons = await takePersons(tx, { owner: { officeId, by }, planned, known });
    await takePosts(tx, { owner: { officeId, by }, planned, known });
    await takeHolders(tx, { owner: { officeId, by }, planned, known, persons });
    const count = (status: string): number => verdicts.filter((verdict) => verdict.status === status).length;
    const result = { created: count('create'), updated: count('update'), same: count('same'), persons: planned.filter(({ login }) => login !== '' && !known.persons.has(login)).length };
    await auditOffice(tx, { officeId, by, kind: 'people.imported', data: result });
    return result;
  });
}

type Taking = { readonly owner: Owner; readonly planned: readonly ImportPlanned[]; readonly known: KnownForImport };

/** New persons, and what has changed of known ones; ids by user name. A clearance never comes from a table. */
async function takePersons(tx: Tx, { owner, planned, known }: Taking): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([...known.persons].map(([login, { id }]) => [login, id]));
  for (const row of planned) {
    const { login, nameTh, nameEn, email, phone } = row;
    const person = known.persons.get(login);
    if (login === '' || isSamePerson(row, person)) continue;
    if (person === undefined && !ids.has(login)) {
      ids.set(login, await createPerson(tx, { ...owner, login, fields: { nameTh, nameEn, email, phone, clearance: 'none' }, orderNo: '' }));
    } else if (person !== undefined) {
      const { rows } = await tx.query<{ rev: number; clearance: 'none' }>('select rev, clearance from person where id = $1', [person.id]);
      await updatePerson(tx, { ...owner, id: person.id, rev: rows[0]!.rev, fields: { nameTh, nameEn, email, phone, clearance: rows[0]!.clearance }, orderNo: '' });
    }
  }
  return ids;
}

/** Superiors before those below them, so that each finds its own. */
function inOrder(planned: readonly ImportPlanned[]): readonly ImportPlanned[] {
  const byCode = new Map(planned.map((row) => [row.postCode, row]));
  const done = new Set<string>();
  const ordered: ImportPlanned[] = [];
  const take = (row: ImportPlanned): void => {
    if (done.has(row.postCode)) return;
    done.add(row.postCode);
    const above = byCode.get(row.superiorCode);
    if (above !== undefined) take(above);
    ordered.push(row);
  };
  planned.forEach(take);
  return ordered;
}

async function takePosts(tx: Tx, { owner, planned, known }: Taking): Promise<void> {
  for (const row of inOrder(planned)) {
    const post = known.postRows.get(row.postCode);
    if (post !== undefined && isSamePost(row, post)) continue;
    const superiorId = row.superiorCode === '' ? null : await postIdOf(tx, owner.officeId, row.superiorCode);
    const fields: PostFields = {
      titleTh: row.titleTh, titleEn: row.titleEn, unitId: known.units.get(row.unitCode)!.id, superiorId, roles: row.roles, isUnitHead: row.isUnitHead, oversees: post?.oversees ?? [],
    };
    if (post === undefined) await createPost(tx, { ...owner, code: row.postCode, validFrom: null, fields });
    else await updatePost(tx, { ...owner, id: post.id, rev: post.rev, fields });
  }
}

/** Whoever is named and does not hold the post yet holds it from now on. */
async function takeHolders(tx: Tx, { owner, planned, known, persons }: Taking & { readonly persons: ReadonlyMap<string, string> }): Promise<void> {
  for (const { login, postCode } of planned) {
    const personId = persons.get(login);
    if (personId === undefined || known.posts.get(postCode)?.holder === login) continue;
    const postId = await postIdOf(tx, owner.officeId, postCode);
    await createAppointment(tx, { appointment: { personId, postId, capacity: 'own', ownPostId: null, orderNo: '', from: owner.by.at, to: null }, reason: '', by: owner.by });
  }
}

async function postIdOf(tx: Tx, officeId: string, code: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('select id from post where office_id = $1 and code = $2', [officeId, code]);
  if (rows[0] === undefined) throw new DomainError('POST_UNKNOWN', { code });
  return rows[0].id;
}
