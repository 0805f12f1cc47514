import { getRouteApi } from '@tanstack/react-router';
import { LawsuitPage } from '../features/lawsuit-file/lawsuit-page.tsx';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/lawsuits/$id');

/** /lawsuits/$id: the tab, the step being taken and the entry being corrected stand in the address. */
export function LawsuitFileRoute() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const readsCases = usePermission('cases.read');
  if (!readsCases) return <NotPermitted />;
  return (
    <LawsuitPage
      key={id}
      id={id}
      search={search}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
