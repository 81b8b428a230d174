/** Which task of then a task of now stands for. */
import { graphOf } from '../graph';
import type { RouteBook, RouteVersionId } from '../model';
import type { AskedTask, Taken } from './record';

type Versions = { readonly routes: RouteBook; readonly instead: (route: RouteVersionId) => RouteVersionId };

export type Matcher = {
  /** The task of then that this one stands for; each stands for one. */
  readonly match: (task: AskedTask) => AskedTask | null;
  /** How the letter was directed to a unit, wherever that was. */
  readonly direction: () => AskedTask | null;
};

/** By the step itself; else by kind and post, where the draft no longer has the step of then. */
export function createMatcher({ routes, instead }: Versions, { tasks }: Taken): Matcher {
  const left = new Set(tasks.filter(({ kind }) => kind !== 'adhoc'));
  const isGone = ({ route, node }: AskedTask): boolean => {
    const now = routes[instead(route)];
    return now === undefined || !graphOf(now).nodes.has(node);
  };
  const first = (fits: (then: AskedTask) => boolean): AskedTask | null => [...left].find(fits) ?? null;
  return {
    match: (task) => {
      const isSharing = (then: AskedTask): boolean => then.postIds.some((post) => task.postIds.includes(post));
      const isHere = (then: AskedTask): boolean => then.place === task.place && then.kind === task.kind;
      const isStep = (then: AskedTask): boolean => isHere(then) && then.node === task.node && then.about === task.about && then.index === task.index && instead(then.route) === task.route;
      const found = first((then) => isStep(then) && isSharing(then) && then.openedAt === task.openedAt) ?? first((then) => isStep(then) && isSharing(then)) ?? first(isStep) ?? first((then) => isHere(then) && isSharing(then) && isGone(then));
      if (found !== null) left.delete(found);
      return found;
    },
    direction: () => tasks.find(({ kind, act }) => kind === 'assign' && act?.picks !== undefined) ?? null,
  };
}
