/** Routes of an office as their designers look at them: versions with their letters, drafts and proposals. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import type { Tx } from '../tx';
import { createParams, type Params } from './params';
import type { Name } from './readers';
import { isInForceSql } from './routes';
import { nameJson, officeRef, personRef } from './sql';

type PersonRef = { readonly id: string; readonly name: Name };
type OfficeRef = { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };
export type RouteRules = { readonly fourEyes: boolean; readonly offersTemplates: boolean };
export type RouteOffice = { readonly office: OfficeRef; readonly rules: RouteRules };
export type RouteInfo = { readonly id: string; readonly officeId: string; readonly code: string; readonly name: Name };
export type VersionRow = {
  readonly id: string; readonly routeId: string; readonly version: number; readonly sha256: string; readonly state: 'inForce' | 'scheduled' | 'retired' | 'calledOff';
  readonly from: string; readonly until: string | null; readonly publishedAt: string; readonly author: PersonRef | null; readonly approver: PersonRef | null; readonly note: string; readonly openLetters: number;
};
export type DraftSummary = { readonly id: string; readonly routeId: string | null; readonly code: string; readonly name: Name; readonly author: PersonRef; readonly rev: number; readonly updatedAt: string };

/** Whether others may take an office's routes over: as the office says, else only of the office above all others, where it is marked as a template. */
const OFFERS = `coalesce((o.settings->'routes'->>'offersTemplates')::boolean, o.is_template and o.parent_id is null)`;
/** Settings of `office.settings.routes`; four eyes unless the office has said otherwise. */
const RULES_JSON = `json_build_object('fourEyes', coalesce((o.settings->'routes'->>'fourEyes')::boolean, true), 'offersTemplates', ${OFFERS})`;

/** An office with its rules for publishing. @throws DomainError NOT_FOUND */
export async function getRouteOffice(tx: Tx, officeId: string): Promise<RouteOffice> {
  const { rows } = await tx.query<RouteOffice>(`select ${officeRef('o')} as office, ${RULES_JSON} as rules from office o where o.id = $1`, [officeId]);
  if (rows[0] === undefined) throw new DomainError('NOT_FOUND', { officeId });
  return rows[0];
}

/** Keeps an office's rules for publishing; the caller writes the audit event. */
export async function setRouteRules(tx: Tx, { officeId, rules }: { readonly officeId: string; readonly rules: RouteRules }): Promise<void> {
  await tx.query(`update office set settings = settings || jsonb_build_object('routes', $2::jsonb) where id = $1`, [officeId, JSON.stringify(rules)]);
}

/** A version's state at an instant. */
const stateSql = (at: string): string => `case when ${isInForceSql('v', at)} then 'inForce' when v.retired_at < v.in_force_from then 'calledOff' when v.in_force_from > ${at} then 'scheduled' else 'retired' end`;

type VersionsWanted = { readonly reader: Subject; readonly at: string } & ({ readonly officeId: string } | { readonly routeId: string } | { readonly versionId: string });

/** Versions, the newest first. Letters are counted that are not closed, run on the version in any of their parts, and may be known to the reader. */
export async function listVersions(tx: Tx, wanted: VersionsWanted): Promise<VersionRow[]> {
  const params = createParams();
  const at = params.add(wanted.at, 'timestamptz');
  const where = 'officeId' in wanted ? `r.office_id = ${params.add(wanted.officeId, 'uuid')}` : 'routeId' in wanted ? `r.id = ${params.add(wanted.routeId, 'uuid')}` : `v.id = ${params.add(wanted.versionId, 'uuid')}`;
  const { rows } = await tx.query<VersionRow>(
    `with versions as (
       select v.*, r.office_id from route_version v join route r on r.id = v.route_id where ${where} and v.published_at is not null
     ), open as (${openFramesSql(wanted.reader, params, '(select office_id from versions limit 1)')})
     select v.id, v.route_id as "routeId", v.version, v.sha256, ${stateSql(at)} as state, v.in_force_from as "from", case when v.retired_at >= v.in_force_from then v.retired_at end as "until",
            v.published_at as "publishedAt", ${personRef('a')} as author, ${personRef('b')} as approver, v.note,
            (select count(distinct o.letter_id)::int from open o where o.version_id = v.id::text) as "openLetters"
       from versions v left join person a on a.id = v.author_id left join person b on b.id = v.published_by
      order by v.route_id, v.version desc`,
    params.values,
  );
  return rows;
}

/** SQL: letters of an office that are not closed, once for each version that a part of them runs on, within what the reader may know. */
export function openFramesSql(reader: Subject, params: Params, officeId: string): string {
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  return `select l.id as letter_id, f.key as frame_id, f.value->>'route' as version_id from letter l cross join lateral jsonb_each(l.state->'frames') f
           where l.office_id = ${officeId} and l.status in ('running', 'held') and ${seen.sql}`;
}

/** Every route of an office, by name. */
export async function listRoutes(tx: Tx, officeId: string): Promise<RouteInfo[]> {
  const { rows } = await tx.query<RouteInfo>(`select r.id, r.office_id as "officeId", r.code, ${nameJson('r')} as name from route r where r.office_id = $1 order by r.name_th, r.code`, [officeId]);
  return rows;
}

/** A route with whether other offices may look at it; null where there is none. */
export async function findRoute(tx: Tx, id: string): Promise<(RouteInfo & { readonly isTemplate: boolean }) | null> {
  const { rows } = await tx.query<RouteInfo & { readonly isTemplate: boolean }>(
    `select r.id, r.office_id as "officeId", r.code, ${nameJson('r')} as name, ${OFFERS} as "isTemplate" from route r join office o on o.id = r.office_id where r.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export type Drawing = { readonly definition: Route; readonly layout: Layout };

/** What a version drew, with its route; null where there is no such version. */
export async function findVersionDrawing(tx: Tx, versionId: string): Promise<(Drawing & { readonly routeId: string; readonly sha256: string }) | null> {
  const { rows } = await tx.query<Drawing & { readonly routeId: string; readonly sha256: string }>(
    'select v.definition, v.layout, v.route_id as "routeId", v.sha256 from route_version v where v.id = $1 and v.published_at is not null', [versionId],
  );
  return rows[0] ?? null;
}

/** Drafts of an office, the latest first. */
export async function listDrafts(tx: Tx, officeId: string): Promise<DraftSummary[]> {
  const { rows } = await tx.query<DraftSummary>(
    `select d.id, d.route_id as "routeId", d.code, json_build_object('th', d.definition->>'name', 'en', coalesce(d.definition->>'nameEn', d.definition->>'name')) as name, ${personRef('p')} as author, d.rev, d.updated_at as "updatedAt"
       from route_draft d join person p on p.id = d.author_id where d.office_id = $1 order by d.updated_at desc, d.id`,
    [officeId],
  );
  return rows;
}

export type Template = { readonly office: OfficeRef; readonly versionId: string; readonly code: string; readonly name: Name; readonly version: number };

/** Routes in force of the offices above one, where they let theirs be taken over. */
export async function listTemplateRoutes(tx: Tx, { officeId, at }: { readonly officeId: string; readonly at: string }): Promise<Template[]> {
  const { rows } = await tx.query<Template>(
    `with recursive above as (
       select o.parent_id as id from office o where o.id = $1 union select o.parent_id from above a join office o on o.id = a.id where o.parent_id is not null
     )
     select ${officeRef('o')} as office, v.id as "versionId", r.code, ${nameJson('r')} as name, v.version
       from above a join office o on o.id = a.id and ${OFFERS}
       join route r on r.office_id = o.id join route_version v on v.route_id = r.id and ${isInForceSql('v', '$2::timestamptz')}
      order by o.name_th, r.name_th, r.code`,
    [officeId, at],
  );
  return rows;
}

const PROPOSAL_COLUMNS = `p.id, p.office_id as "officeId", p.route_id as "routeId", p.code, json_build_object('th', p.definition->>'name', 'en', coalesce(p.definition->>'nameEn', p.definition->>'name')) as name,
  p.status as state, ${personRef('a')} as author, p.note, p.created_at as "createdAt", p.from_at as "from", p.running_letters as "runningLetters",
  ${personRef('b')} as "decidedBy", p.decided_at as "decidedAt", p.reason, p.draft_id as "draftId", p.version_id as "versionId"`;
const PROPOSAL_FROM = 'route_proposal p join person a on a.id = p.author_id left join person b on b.id = p.decided_by';

export type ProposalRow = {
  readonly id: string; readonly officeId: string; readonly routeId: string | null; readonly code: string; readonly name: Name; readonly state: 'waiting' | 'published' | 'returned' | 'withdrawn';
  readonly author: PersonRef; readonly note: string; readonly createdAt: string; readonly from: string | null; readonly runningLetters: 'stay' | 'move';
  readonly decidedBy: PersonRef | null; readonly decidedAt: string | null; readonly reason: string; readonly draftId: string | null; readonly versionId: string | null;
};

/** Proposals of an office that wait to be approved. */
export async function listWaitingProposals(tx: Tx, officeId: string): Promise<ProposalRow[]> {
  const { rows } = await tx.query<ProposalRow>(`select ${PROPOSAL_COLUMNS} from ${PROPOSAL_FROM} where p.office_id = $1 and p.status = 'waiting' order by p.created_at`, [officeId]);
  return rows;
}

/** A proposal by its id; null where there is none. */
export async function findProposal(tx: Tx, id: string): Promise<ProposalRow | null> {
  const { rows } = await tx.query<ProposalRow>(`select ${PROPOSAL_COLUMNS} from ${PROPOSAL_FROM} where p.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The last proposal made of a draft; null where it has never been proposed. */
export async function findDraftProposal(tx: Tx, draftId: string): Promise<ProposalRow | null> {
  const { rows } = await tx.query<ProposalRow>(`select ${PROPOSAL_COLUMNS} from ${PROPOSAL_FROM} where p.draft_id = $1 order by p.created_at desc limit 1`, [draftId]);
  return rows[0] ?? null;
}
