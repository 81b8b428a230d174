import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Capability } from '#domain/contracts/session';
import { useSession } from '../providers/auth/use-session';
import { EmptyState } from './states';

/** A page that is of no use to this reader says so in place of a form that would be refused. */
export function ForWhom({ can, children }: { readonly can: readonly Capability[]; readonly children: ReactNode }) {
  const translate = useTranslate();
  const session = useSession();
  if (session === undefined) return null;
  if (can.some((capability) => session.can.includes(capability))) return children;
  return <EmptyState title={translate('ra.page.access_denied')} text={translate('ra.message.access_denied')} />;
}
