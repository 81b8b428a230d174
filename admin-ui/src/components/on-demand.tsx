import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

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
