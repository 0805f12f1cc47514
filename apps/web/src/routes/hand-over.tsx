import { getRouteApi } from '@tanstack/react-router';
import { HandOverPage } from '../features/hand-over/hand-over-page.tsx';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/cases/hand-over');

/** /cases/hand-over: whose cases are handed over stands in the address. */
export function HandOverRoute() {
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const mayHandOver = usePermission('approvals.act');
  if (!mayHandOver) return <NotPermitted />;
  return (
    <HandOverPage
      from={from ?? null}
      onFrom={(next) => void navigate({ search: next === null ? {} : { from: next }, replace: true })}
    />
  );
}
