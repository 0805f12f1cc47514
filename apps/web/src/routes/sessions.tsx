import { SessionsPage } from '../features/sessions/sessions-page.tsx';

/** /sessions */
export function SessionsRoute() {
  return <SessionsPage />;
}
