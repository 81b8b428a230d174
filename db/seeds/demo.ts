/**
 * People for a demonstration: one account per seeded post, named by role, all with the same published password. Never seed this
 * where real letters are kept.
 */
import { hash } from '@node-rs/argon2';
import type { Pool } from 'pg';
import type { LetterKind } from '#domain/letter/vocabulary';
import { withTransaction } from '../client';
import type { Tx } from '../tx';
import { LINKED_OFFICES } from './base';
import { officeId, postId, unitId } from './insert-offices';
import { insertRows } from './insert-rows';
import type { OfficeSeed, PostSeed } from './office-seed';
import { RECORDS_BEGIN } from './office-seed';
import { seedId } from './seed-ids';

/** Password of every demo account; the sign-in page of a demonstration shows it. */
export const DEMO_PASSWORD = 'saraban-demo';

/** Kinds that the Permanent Secretary lets the deputies sign. */
const DELEGATED_KINDS: readonly LetterKind[] = ['external_letter', 'stamped_letter', 'announcement', 'certificate', 'internal_memo', 'other_record'];
const DELEGATION_ORDER = 'คำสั่งสำนักงานปลัดกระทรวงมหาดไทย ที่ 1/2569';
const DELEGATED_FROM = '2026-01-04T17:00:00.000Z';

export const personId = (office: string, post: string): string => seedId('office', office, 'person', post);
export const demoLogin = (office: OfficeSeed, post: PostSeed): string => `${office.code}.${post.login}`;

/** Accounts that the sign-in page lists first: the people of the main story, in the order in which they act. */
export const DEMO_STORY_LOGINS: readonly string[] = [
  'ops.ict.officer', 'ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-2', 'lopburi.registry.clerk', 'lopburi.office-head', 'lopburi.governor',
  'lopburi.deputy-governor-1', 'lopburi.strategy.head', 'lopburi.strategy.officer', 'lopburi.ict.head', 'ops.registry.clerk', 'ops.central.director', 'ops.admin',
];

/** Accounts, appointments and delegations. May be run again: accounts that are there keep their password and posts. */
export async function seedDemo(pool: Pool): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD);
  await withTransaction(pool, async (tx) => {
    await tx.query('set local statement_timeout = 60000');
    await tx.query("select pg_advisory_xact_lock(hashtextextended('saraban/seed', 0))");
    for (const office of LINKED_OFFICES) await insertPeople(tx, office, passwordHash);
    await insertDelegations(tx);
    await insertPhones(tx);
  });
}

async function insertPeople(tx: Tx, office: OfficeSeed, passwordHash: string): Promise<void> {
  await insertRows(tx, 'person', office.posts.map((post) => ({
    id: personId(office.code, post.code), office_id: officeId(office.code), login: demoLogin(office, post), password_hash: passwordHash, name_th: post.personTh, name_en: post.personEn,
    clearance: post.clearance ?? 'none',
  })));
  await insertRows(tx, 'appointment', office.posts.map((post) => ({
    id: seedId('office', office.code, 'appointment', post.code), person_id: personId(office.code, post.code), post_id: postId(office.code, post.code),
    capacity: 'own', valid_from: `${RECORDS_BEGIN}T00:00:00.000Z`,
  })));
}

async function insertDelegations(tx: Tx): Promise<void> {
  await insertRows(tx, 'delegation', ['deputy-ps-1', 'deputy-ps-2'].map((deputy) => ({
    id: seedId('office', 'ops', 'delegation', deputy), from_post_id: postId('ops', 'permanent-secretary'), to_post_id: postId('ops', deputy),
    kinds: DELEGATED_KINDS, order_no: DELEGATION_ORDER, valid_from: DELEGATED_FROM,
  })));
}

/** Telephones of the registries. No exchange has numbers that begin with 0 00, so a demonstration rings nobody; one that was entered stays. */
async function insertPhones(tx: Tx): Promise<void> {
  for (const [index, { code, registryUnit }] of LINKED_OFFICES.entries()) {
    if (registryUnit === null) continue;
    const phone = `0 00${String(index + 10).padStart(2, '0')} 0017`;
    await tx.query(`update unit set phone = $2 where id = $1 and phone = ''`, [unitId(code, registryUnit), phone]);
  }
}
