import { Component, type ReactNode } from 'react';
import { ErrorState, LoadingRows } from '../components/states';
import { noAnswer } from '../providers/data/api-error';

/**
 * Shows what went wrong in place of a page that could not be drawn; leaving the page clears it. A page whose script could
 * not be fetched (no network, or a newer release has replaced it) is loaded anew, since the browser keeps the failure.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (isScriptMissing(error)) return <ErrorState error={noAnswer()} onRetry={() => window.location.reload()} />;
    return <ErrorState error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

/** Browsers have no code for it, only words of their own. */
function isScriptMissing(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message);
}

/** What is left to show when the frame itself could not be drawn. */
export function FailedPage({ error }: { readonly error?: unknown }) {
  return <ErrorState error={error} onRetry={() => window.location.reload()} />;
}

/** While it is not yet known who sits here. */
export function LoadingPage() {
  return <div style={{ padding: 24 }}><LoadingRows /></div>;
}
