/** How signatures are confirmed: read, changed, and held to at the act. */
import type { z } from 'zod';
import type { mySigningSchema, signingSchema } from '#domain/contracts/signing';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import { asksPassword, type SignatureConfirmation, type SigningRule } from '#domain/people/signing';
import { withTransaction } from '#db/client';
import type { Reader } from '#db/repositories/readers';
import { findSigning, listSigning, setOfficeSigning, setPersonSigning } from '#db/repositories/signing';
import type { ApiDeps } from '../../deps';
import type { SignedIn } from '../../plugins/context';
import type { LoginLimiter } from '../../plugins/login-limiter';
import { confirmPassword } from '../session/session.service';

type Deps = Pick<ApiDeps, 'pool' | 'now'> & { readonly limiter: LoginLimiter };

/** The reader's own wish, and the rule of each office in which the reader has a post. */
export async function readSigning({ pool }: Pick<Deps, 'pool'>, reader: Reader): Promise<z.output<typeof signingSchema>> {
  const offices = [...new Map(reader.posts.map(({ office }) => [office.id, office])).values()];
  const { person, rules } = await listSigning(pool, { officeIds: offices.map(({ id }) => id), personId: reader.personId });
  return {
    asksPassword: person !== false,
    offices: offices.map((office) => {
      const rule = rules.get(office.id) ?? 'always';
      return { office, rule, asksPassword: asksPassword({ office: rule, person }), canChange: decide(reader, 'signing.rule', { officeId: office.id }).allow };
    }),
  };
}

type MyChange = SignedIn & { readonly body: z.output<typeof mySigningSchema>; readonly address: string };

/** @throws DomainError SIGNATURE_REQUIRED where the question is given up without the password; SIGNATURE_WRONG, RATE_LIMITED */
export async function changeMySigning(deps: Deps, { reader, session, body, address }: MyChange): Promise<z.output<typeof signingSchema>> {
  const { pool, limiter, now } = deps;
  if (!body.asksPassword) {
    if (body.password === undefined) throw new DomainError('SIGNATURE_REQUIRED');
    await confirmPassword(deps, limiter, { reader, password: body.password, address });
  }
  await withTransaction(pool, (tx) => setPersonSigning(tx, { personId: reader.personId, sessionId: session.id, asks: body.asksPassword, at: now().toISOString() }));
  return readSigning(deps, reader);
}

/** @throws DomainError NOT_FOUND for an office that is not the reader's, FORBIDDEN */
export async function changeOfficeSigning(deps: Deps, reader: Reader, { officeId, rule }: { readonly officeId: string; readonly rule: SigningRule }): Promise<z.output<typeof signingSchema>> {
  if (!reader.posts.some((post) => post.officeId === officeId)) throw new DomainError('NOT_FOUND', { officeId });
  if (!decide(reader, 'signing.rule', { officeId }).allow) throw new DomainError('FORBIDDEN');
  const post = reader.posts.find((each) => decide({ ...reader, posts: [each] }, 'signing.rule', { officeId }).allow);
  const by = { personId: reader.personId, postId: post?.postId ?? null, at: deps.now().toISOString() };
  await withTransaction(deps.pool, (tx) => setOfficeSigning(tx, { officeId, rule, by }));
  return readSigning(deps, reader);
}

type Signature = { readonly reader: Reader; readonly officeId: string; readonly password: string | undefined; readonly address: string };

/**
 * Holds a signature to the rules of the letter's office; a password that was sent is checked in any case.
 * @throws DomainError SIGNATURE_REQUIRED where the password is asked for and missing; SIGNATURE_WRONG, RATE_LIMITED
 */
export async function confirmSignature(deps: Deps, { reader, officeId, password, address }: Signature): Promise<SignatureConfirmation> {
  if (password !== undefined) {
    await confirmPassword(deps, deps.limiter, { reader, password, address });
    return 'password';
  }
  if (asksPassword(await findSigning(deps.pool, { officeId, personId: reader.personId }))) throw new DomainError('SIGNATURE_REQUIRED');
  return 'session';
}
