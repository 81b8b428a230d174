/**
 * What every form of the product must refuse: a row for each endpoint that takes a body, with wrong values for each of its fields. An endpoint,
 * a variant or a field without a row does not compile. (How the screens show it: admin-ui/src/testing/forms.)
 */
import type { z } from 'zod';
import type { endpoints, EndpointName } from '#domain/contracts/endpoints';
import { BOOK_FORMS } from './of-books';
import { LETTER_FORMS } from './of-letters';
import { OFFICE_FORMS } from './of-offices';
import { OWN_FORMS } from './of-oneself';
import { PEOPLE_FORMS } from './of-people';
import { ROUTE_FORMS } from './of-routes';

/** Endpoints that somebody fills in something for. */
export type Bodied = { [N in EndpointName]: (typeof endpoints)[N] extends { readonly body: z.ZodType } ? N : never }[EndpointName];
type BodyOf<N extends Bodied> = (typeof endpoints)[N] extends { readonly body: infer S extends z.ZodType } ? z.input<S> : never;

export type Form<B> = {
  /** What would be accepted, as far as it can be read. */
  readonly body: B;
  /** Each field with what it does not take. */
  readonly wrong: { readonly [F in keyof B]-?: readonly [unknown, ...unknown[]] };
};
/** A body of several types has a row for each. */
type TypedRows<B extends { readonly type: string }> = { readonly [T in B['type']]: Form<Extract<B, { readonly type: T }>> };
export type Rows<N extends Bodied> = { readonly [K in N]: BodyOf<K> extends { readonly type: string } ? TypedRows<BodyOf<K>> : Form<BodyOf<K>> };

const FORMS: Rows<Bodied> = { ...OWN_FORMS, ...LETTER_FORMS, ...OFFICE_FORMS, ...BOOK_FORMS, ...PEOPLE_FORMS, ...ROUTE_FORMS };

export type NamedForm = { readonly name: string; readonly endpoint: Bodied; readonly body: object; readonly wrong: { readonly [field: string]: readonly unknown[] } };
type AnyForm = Pick<NamedForm, 'body' | 'wrong'>;
const isForm = (row: AnyForm | { readonly [type: string]: AnyForm }): row is AnyForm => 'wrong' in row;

/** Every form, variants one by one. */
export const ALL_FORMS: readonly NamedForm[] = (Object.keys(FORMS) as Bodied[]).flatMap((endpoint): readonly NamedForm[] => {
  const row: AnyForm | { readonly [type: string]: AnyForm } = FORMS[endpoint];
  if (isForm(row)) return [{ name: endpoint, endpoint, ...row }];
  return Object.entries(row).map(([type, form]) => ({ name: `${endpoint} (${type})`, endpoint, ...form }));
});
