import { getRouteApi } from '@tanstack/react-router';
import { AppearancesPage } from '../features/appearances/appearances-page.tsx';

const route = getRouteApi('/signed-in/appearances');

/** /appearances */
export function AppearancesRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <AppearancesPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
