import { getRouteApi } from '@tanstack/react-router';
import { CaseListPage } from '../features/cases/case-list-page.tsx';

const route = getRouteApi('/signed-in/cases');

/** /cases: the address holds the filters. */
export function CasesRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <CaseListPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
