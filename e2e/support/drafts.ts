/** Drafts of routes that somebody has drawn before a journey begins. */
import type { Route } from '#domain/route/model';
import type { ApiPerson } from './by-api';

type DesignedRoute = { readonly id: string; readonly code: string; readonly name: { readonly th: string }; readonly inForce: { readonly id: string; readonly version: number } };
type Designs = { readonly office: { readonly id: string }; readonly routes: readonly DesignedRoute[] };
type Draft = { readonly id: string; readonly rev: number; readonly definition: Route };

/** The route by which most letters of a province come in, as it is in force. */
export async function incomingRoute(owner: ApiPerson): Promise<DesignedRoute & { readonly officeId: string }> {
  const { office, routes } = await owner.get<Designs>('/route-designs');
  return { ...routes.find(({ code }) => code === 'incoming')!, officeId: office.id };
}

/** Begins a draft from the incoming route in force, with what is drawn otherwise in it; answers the draft's id. */
export async function drawDraft(owner: ApiPerson, change: (route: Route) => Route): Promise<string> {
  const { officeId, inForce } = await incomingRoute(owner);
  const { id, rev, definition } = await owner.send<Draft>('POST', '/route-drafts', { officeId, from: { kind: 'version', versionId: inForce.id } });
  await owner.send('PUT', `/route-drafts/${id}`, { definition: change(definition), layout: {} }, rev);
  return id;
}

/** A step of which the route in force knows nothing. */
export const DEPUTY = 'รองผู้ว่าราชการจังหวัดกลั่นกรอง';

/** One more approval before the governor directs. */
export const withDeputy = (route: Route): Route => ({
  ...route,
  nodes: [...route.nodes, { id: 'deputy', type: 'approve', name: DEPUTY, mode: 'one', assignees: [{ by: 'post', postCode: 'deputy-governor-1' }], returnTo: [], deadline: { rule: { unit: 'workingDays', amount: 1 } } }],
  edges: [...route.edges.map((edge) => (edge.from === 'propose' && edge.to === 'direct' ? { ...edge, to: 'deputy' } : edge)), { id: 'deputy-on', from: 'deputy', outcome: 'approve', to: 'direct' }],
});
