import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';

export type OnDemand<P> = ComponentType<P> & {
  /** Fetches it before it is shown. */
  readonly preload: () => Promise<unknown>;
};

/**
 * A part that comes when it is first shown, such as a dialog: its script is no part of the page's, and the page stays as
 * it is until it has come. Once it is there it is drawn at once.
 */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>, Fallback: ComponentType<P> | null = null): OnDemand<P> {
  let loaded: ComponentType<P> | null = null;
  const fetched = async (): Promise<ComponentType<P>> => {
    loaded = await load();
    return loaded;
  };
  const Coming = lazy(async () => ({ default: await fetched() }));
  function Part(props: P): ReactNode {
    // Once for as long as it is shown: drawn in another way after it has come, it would begin anew and lose what was typed.
    const [Loaded] = useState(() => loaded);
    if (Loaded !== null) return <Loaded {...props} />;
    return <Suspense fallback={Fallback === null ? null : <Fallback {...props} />}><Coming {...props} /></Suspense>;
  }
  return Object.assign(Part, { preload: fetched });
}

/** How long a busy page may keep such a part waiting. */
const AT_LATEST_MS = 1_500;

/** A part that nobody waits for: it is fetched once the page around it has been drawn, and takes its place when it has come. */
export function later<P extends object>(Part: OnDemand<P>): ComponentType<P> {
  return function Later(props: P): ReactNode {
    const [isThere, setIsThere] = useState(false);
    useEffect(() => {
      let isWanted = true;
      const fetchIt = (): void => void Part.preload().then(() => isWanted && setIsThere(true), () => undefined);
      const stop = whenIdle(fetchIt);
      return () => {
        isWanted = false;
        stop();
      };
    }, []);
    return isThere ? <Part {...props} /> : null;
  };
}

/** Calls when the browser has nothing more urgent to do. */
function whenIdle(work: () => void): () => void {
  // Some browsers have no word for it.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: AT_LATEST_MS });
  return () => cancelIdleCallback(handle);
}
