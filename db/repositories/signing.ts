/** How signatures are confirmed: `office.settings.signing` and `person.settings.signing`. */
import { officeChain, sessionChain } from '#domain/audit/chain';
import type { SigningRule, SigningSettings } from '#domain/people/signing';
import type { Tx } from '../tx';
import { recordAudit } from './audit';
import type { RecordedBy } from './appointments';

const RULE = `o.settings->'signing'->>'rule'`;
const WISH = `(p.settings->'signing'->>'asksPassword')::boolean`;

/** What is on record for a signature of this person in this office. */
export async function findSigning(tx: Tx, { officeId, personId }: { readonly officeId: string; readonly personId: string }): Promise<SigningSettings> {
  const { rows } = await tx.query<SigningSettings>({
    name: 'signing_find',
    text: `select (select ${RULE} from office o where o.id = $1) as office, (select ${WISH} from person p where p.id = $2) as person`,
    values: [officeId, personId],
  });
  return rows[0] ?? { office: null, person: null };
}

/** The person's own wish and the rules of these offices. */
export async function listSigning(
  tx: Tx,
  { officeIds, personId }: { readonly officeIds: readonly string[]; readonly personId: string },
): Promise<{ readonly person: boolean | null; readonly rules: ReadonlyMap<string, SigningRule> }> {
  const { rows } = await tx.query<{ person: boolean | null; rules: { readonly [officeId: string]: SigningRule } | null }>(
    `select ${WISH} as person, (select json_object_agg(o.id, ${RULE}) from office o where o.id = any($1::uuid[]) and ${RULE} is not null) as rules
       from person p where p.id = $2`,
    [officeIds, personId],
  );
  return { person: rows[0]?.person ?? null, rules: new Map(Object.entries(rows[0]?.rules ?? {})) };
}

/** Keeps the office's rule, with its audit event. */
export async function setOfficeSigning(tx: Tx, { officeId, rule, by }: { readonly officeId: string; readonly rule: SigningRule; readonly by: RecordedBy }): Promise<void> {
  await tx.query(`update office set settings = settings || jsonb_build_object('signing', jsonb_build_object('rule', $2::text)) where id = $1`, [officeId, rule]);
  await recordAudit(tx, { chain: officeChain(officeId), officeId, kind: 'office.signingChanged', at: by.at, personId: by.personId, postId: by.postId, data: { rule } });
}

/** Keeps a person's own wish, with its audit event. */
export async function setPersonSigning(
  tx: Tx,
  { personId, sessionId, asks, at }: { readonly personId: string; readonly sessionId: string; readonly asks: boolean; readonly at: string },
): Promise<void> {
  await tx.query(`update person set settings = settings || jsonb_build_object('signing', jsonb_build_object('asksPassword', $2::boolean)) where id = $1`, [personId, asks]);
  await recordAudit(tx, { chain: sessionChain(sessionId), officeId: null, kind: 'person.signingChanged', at, personId, postId: null, data: { asksPassword: asks } });
}
