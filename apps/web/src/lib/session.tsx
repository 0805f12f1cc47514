import { createContext, type ReactNode, use } from 'react';
import type { Outputs } from './trpc.ts';

/** Who is signed in, from which post, on which day. */
export type Session = Outputs['session']['me'];

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of every page behind the sign-in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('this page is not behind the sign-in');
  return session;
}

/** Whether the acting post has a permission of the table; the server asks again on every call. */
export function usePermission(permission: string): boolean {
  return (useSession().permissions as readonly string[]).includes(permission);
}
