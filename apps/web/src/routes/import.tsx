import { getRouteApi } from '@tanstack/react-router';
import { ImportPage } from '../features/import/import-page.tsx';

const route = getRouteApi('/signed-in/import');

/** /import: the address holds which import, the filter and the open row. */
export function ImportRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <ImportPage search={search} onSearch={(next) => void navigate({ search: next })} />;
}
