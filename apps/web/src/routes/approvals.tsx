import { ApprovalsPage } from '../features/approvals/approvals-page.tsx';

/** /approvals */
export function ApprovalsRoute() {
  return <ApprovalsPage />;
}
