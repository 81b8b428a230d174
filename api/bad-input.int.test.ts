/**
 * What no form takes, over HTTP: each wrong field is named in the reader's language and nothing is changed. The forms and their wrong values stand
 * in test/bad-input, a row for every endpoint that takes a body. (Refusals that follow from how things stand: refusals.int.test.ts.)
 */
import { endpoints, type Endpoint, type EndpointName } from '#domain/contracts/endpoints';
import { ALL_FORMS, type NamedForm } from '#test/bad-input/table';
import { openTestApp, signIn, type Answer, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(180_000);

type Problem = { readonly code: string; readonly message: string; readonly details: { readonly fields?: readonly { readonly path: string; readonly label: string; readonly message: string }[] } };
const CASES = ALL_FORMS.flatMap((form) => Object.entries(form.wrong).map(([field, values]) => [form.name, field, form, values] as const));
const LOOKS = { th: /[\u0e00-\u0e7f]/, en: /^[^\u0e00-\u0e7f]*[A-Za-z][^\u0e00-\u0e7f]*$/ } as const;
const LOCALES = ['th', 'en'] as const;

let testApp: TestApp;
let somebody: Person;
/** Rows of every table with the transactions that wrote them last: all that an attempt could leave behind but the sign-in itself. */
let fingerprint: () => Promise<unknown>;

beforeAll(async () => {
  testApp = await openTestApp();
  somebody = await signIn(testApp, 'lopburi.ict.officer');
  const { rows } = await testApp.pool.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('session', '_prisma_migrations')`);
  const query = rows.map(({ name }) => `select '${name}' as name, count(*)::int as rows, coalesce(sum(xmin::text::bigint), 0)::text as writers from "${name}"`).join(' union all ');
  fingerprint = async () => (await testApp.pool.query(query)).rows;
});
afterAll(() => testApp?.close());

/** An address of nothing: what is wrong with a form is said before anything is looked up. */
const addressOf = (endpoint: EndpointName): string =>
  endpoints[endpoint].path.replace(/:(\w+)/g, (_, place: string) => ({ taskId: 'draft-1', scope: 'letter', yearBe: '2569' })[place] ?? '00000000-0000-4000-8000-000000000000');
const send = ({ endpoint }: Pick<NamedForm, 'endpoint'>, body: unknown, locale: 'th' | 'en'): Promise<Answer<Problem>> => {
  const { method } = endpoints[endpoint] as Endpoint;
  return somebody.send<Problem>(method as 'POST', addressOf(endpoint), body, { 'accept-language': locale, 'if-match': '0' });
};

test.each(CASES)('%s: a wrong %s is named in Thai and in English, and nothing is changed', async (_name, field, form, values) => {
  const before = await fingerprint();
  for (const value of values) {
    for (const locale of LOCALES) {
      const { statusCode, body } = await send(form, { ...form.body, [field]: value }, locale);
      expect({ value, statusCode, code: body.code }).toEqual({ value, statusCode: 400, code: 'VALIDATION_FAILED' });
      const named = body.details.fields?.find(({ path }) => path === `body.${field}` || path.startsWith(`body.${field}.`));
      expect({ value, label: named?.label, message: named?.message }).toEqual({ value, label: expect.stringMatching(LOOKS[locale]), message: expect.stringMatching(LOOKS[locale]) });
    }
  }
  expect(await fingerprint()).toEqual(before);
});

test.each(ALL_FORMS.map((form) => [form.name, form] as const))('%s: what would be accepted is well formed; a field too many, a list, a text, half a body are not', async (_name, form) => {
  const before = await fingerprint();
  const { body: schema } = endpoints[form.endpoint];
  expect(schema.safeParse(form.body).error).toBeUndefined();
  const isAllOptional = schema.safeParse({}).success;
  for (const body of [{ ...form.body, isAdmin: true }, [], 'ก', ...(isAllOptional ? [] : [{}])]) {
    for (const locale of LOCALES) {
      const answer = await send(form, body, locale);
      expect({ body, code: answer.body.code, message: answer.body.message }).toEqual({ body, code: 'VALIDATION_FAILED', message: expect.stringMatching(LOOKS[locale]) });
    }
  }
  const half = await testApp.app.inject({
    method: (endpoints[form.endpoint] as Endpoint).method, url: `/api/v1${addressOf(form.endpoint)}`, payload: '{"subject": "ก',
    headers: { cookie: somebody.cookie, 'x-csrf-token': somebody.csrfToken, 'idempotency-key': '00000000-0000-4000-8000-000000000001', 'if-match': '0', 'content-type': 'application/json', 'accept-language': 'th' },
  });
  expect({ status: half.statusCode, body: half.json<Problem>() }).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', message: expect.stringMatching(LOOKS.th) as string } });
  expect(await fingerprint()).toEqual(before);
});

test('every endpoint that takes a body has its rows', () => {
  const bodied = (Object.entries(endpoints) as [EndpointName, Endpoint][]).filter(([, { body }]) => body !== undefined).map(([name]) => name);
  expect([...new Set(ALL_FORMS.map(({ endpoint }) => endpoint))].toSorted()).toEqual(bodied.toSorted());
});
