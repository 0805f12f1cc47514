import { getRouteApi, Navigate } from '@tanstack/react-router';
import { firstPartFor, OfficePage } from '../features/office/office-page.tsx';
import { isOfficePart } from '../features/office/office-search.ts';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { useSession } from '../lib/session.tsx';

const part = getRouteApi('/signed-in/office/$part');

/** /office: the part that is one's own. */
export function OfficeRoute() {
  const first = firstPartFor(useSession().permissions);
  return first === null ? <NotPermitted /> : <Navigate to="/office/$part" params={{ part: first }} replace />;
}

/** /office/$part */
export function OfficePartRoute() {
  const { part: name } = part.useParams();
  const search = part.useSearch();
  const navigate = part.useNavigate();
  if (!isOfficePart(name)) return <Navigate to="/office" replace />;
  return (
    <OfficePage
      part={name}
      search={search}
      onSearch={(change) => void navigate({ search: (all) => ({ ...all, ...change }), replace: true })}
    />
  );
}
