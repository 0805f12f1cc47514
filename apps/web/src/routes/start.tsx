import { getRouteApi } from '@tanstack/react-router';
import { StartPage } from '../features/start/start-page.tsx';
import { WorkbenchPage } from '../features/workbench/workbench-page.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/');

/** /: the workbench of a post that works on cases; the others are told what they can do. */
export function StartRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const readsCases = usePermission('cases.read');
  if (!readsCases) return <StartPage />;
  return <WorkbenchPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
