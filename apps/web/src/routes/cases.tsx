import { getRouteApi, Navigate } from '@tanstack/react-router';
import { CaseListPage } from '../features/cases/case-list-page.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/cases');

/** /cases: the address holds the filters. A post that sees no cases is led to its own first page. */
export function CasesRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const readsCases = usePermission('cases.read');
  if (!readsCases) return <Navigate to="/" replace />;
  return <CaseListPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
