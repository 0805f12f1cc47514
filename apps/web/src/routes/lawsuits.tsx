import { getRouteApi } from '@tanstack/react-router';
import { LawsuitListPage } from '../features/lawsuits/lawsuit-list-page.tsx';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/lawsuits');

/** /lawsuits: the address holds the filters. */
export function LawsuitsRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const readsCases = usePermission('cases.read');
  if (!readsCases) return <NotPermitted />;
  return <LawsuitListPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
