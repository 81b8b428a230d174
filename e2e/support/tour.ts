/** Every page of the screens, at an address that holds something, opened by somebody who works with it. */
import type { LetterPage } from '#domain/contracts/letter-page';
import { PATHS, type PageName } from '../../admin-ui/src/paths';
import { signInAt } from './by-api';

export type Stop = { readonly name: PageName; readonly login: string; readonly path: string };

const OFFICER = 'ops.ict.officer';
const EXECUTIVE = 'ops.deputy-ps-2';
const CLERK = 'ops.registry.clerk';
const SUPERVISOR = 'ops.central.director';
const ADMIN = 'ops.registry.head';
const OPERATOR = 'ops.admin';

/** Who works with a page; a new page needs a line here. */
const VISITORS: { readonly [K in PageName]: string } = {
  inbox: OFFICER, compose: OFFICER, letters: OFFICER, search: OFFICER, letter: OFFICER, matter: OFFICER, draft: OFFICER, reply: OFFICER, notices: OFFICER,
  folder: EXECUTIVE, absences: EXECUTIVE,
  intake: CLERK, correspondents: CLERK, desk: CLERK, books: CLERK, book: CLERK, bookCheck: CLERK, bookNumbers: CLERK, bookImports: CLERK,
  supervision: SUPERVISOR, supervisionOthers: SUPERVISOR, supervisionWeekly: SUPERVISOR, whichRoute: SUPERVISOR, routes: SUPERVISOR, routeDraft: SUPERVISOR, routeWhatIf: SUPERVISOR, routeVersions: SUPERVISOR, routeLive: SUPERVISOR, routePractice: SUPERVISOR, routeRules: ADMIN,
  organisation: ADMIN, people: ADMIN, signing: ADMIN, calendar: ADMIN, setUp: ADMIN, setUpNew: ADMIN, setUpOffice: ADMIN, handOver: ADMIN, audit: ADMIN, access: ADMIN,
  system: OPERATOR,
};

/** Writes a letter for the pages of a letter to show, and fills in the places of the addresses. Stops of one person follow one another. */
export async function planTour({ url, password }: { readonly url: string; readonly password: string }): Promise<readonly Stop[]> {
  const officer = await signInAt(url, { login: OFFICER, password });
  const { letterId } = await officer.send<{ letterId: string }>('POST', '/letters', {
    type: 'outgoing', kind: 'external_letter', urgency: 'urgent', subject: 'ขอเชิญร่วมประชุมเตรียมระบบสารบรรณอิเล็กทรอนิกส์', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', body: 'ขอเชิญผู้แทนร่วมประชุม',
    postId: officer.session.posts[0]?.id, recipients: [{ officeCode: 'lopburi', role: 'lead' }],
  });
  await officer.get<LetterPage>(`/letters/${letterId}`);
  const clerk = await signInAt(url, { login: CLERK, password });
  const { items: books } = await clerk.get<{ items: readonly { readonly id: string; readonly years: readonly { readonly yearBe: number }[] }[] }>('/books');
  const { draftId, routeId } = await routesOf(url, password);
  const admin = await signInAt(url, { login: ADMIN, password });
  const places: { readonly [place: string]: string } = { letterId, draftId, routeId, bookId: books[0]?.id ?? '', yearBe: String(books[0]?.years[0]?.yearBe ?? 2569), officeId: admin.session.posts[0]?.office.id ?? '' };
  const names = Object.keys(PATHS) as PageName[];
  const fill = (path: string): string => path.replace(/:(\w+)/g, (_, place: string) => places[place] ?? '');
  return names.map((name) => ({ name, login: VISITORS[name], path: fill(PATHS[name]) })).sort((one, other) => one.login.localeCompare(other.login));
}

/** A route in force, and a draft for the designer to show; the one of the tour before where there is one. */
async function routesOf(url: string, password: string): Promise<{ readonly draftId: string; readonly routeId: string }> {
  const designer = await signInAt(url, { login: SUPERVISOR, password });
  type Designs = { readonly office: { readonly id: string }; readonly routes: readonly { readonly id: string; readonly inForce: { readonly id: string } | null; readonly myDraft: { readonly id: string } | null }[] };
  const { office, routes } = await designer.get<Designs>('/route-designs');
  const inForce = routes.find((route) => route.inForce !== null);
  const routeId = inForce?.id ?? '';
  const known = routes.find(({ myDraft }) => myDraft !== null)?.myDraft?.id;
  if (known !== undefined) return { draftId: known, routeId };
  const { id } = await designer.send<{ id: string }>('POST', '/route-drafts', { officeId: office.id, from: { kind: 'version', versionId: inForce?.inForce?.id } });
  return { draftId: id, routeId };
}
