import { getRouteApi } from '@tanstack/react-router';
import { RegisterPage } from '../features/register/register-page.tsx';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/cases/new');

/** /cases/new; the address may name the arrival that is registered. */
export function RegisterRoute() {
  const navigate = route.useNavigate();
  const { scan } = route.useSearch();
  const registers = usePermission('cases.register');
  if (!registers) return <NotPermitted />;
  return <RegisterPage scan={scan} onRegistered={(id) => void navigate({ to: '/cases/$id', params: { id } })} />;
}
