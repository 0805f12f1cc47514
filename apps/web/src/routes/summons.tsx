import { getRouteApi } from '@tanstack/react-router';
import { SummonsPage } from '../features/summons/summons-page.tsx';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/lawsuits/new');

/** /lawsuits/new; the address may name the arrival that is registered, and the reconsideration that is sued over. */
export function SummonsRoute() {
  const navigate = route.useNavigate();
  const { scan, reconsideration } = route.useSearch();
  const registers = usePermission('cases.register');
  if (!registers) return <NotPermitted />;
  return (
    <SummonsPage
      scan={scan}
      reconsideration={reconsideration}
      onRegistered={(id) => void navigate({ to: '/lawsuits/$id', params: { id } })}
    />
  );
}
