import { getRouteApi } from '@tanstack/react-router';
import { CaseFilePage } from '../features/case-file/case-file-page.tsx';

const route = getRouteApi('/signed-in/cases/$id');

/** /cases/$id: the tab, the step being taken and the entry being corrected stand in the address. */
export function CaseFileRoute() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <CaseFilePage
      key={id}
      id={id}
      search={search}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
