import { getRouteApi } from '@tanstack/react-router';
import { RegisterPage } from '../features/register/register-page.tsx';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/cases/new');

/** /cases/new; the address may name the arrival that is registered, and the lawsuit whose judgment orders it. */
export function RegisterRoute() {
  const navigate = route.useNavigate();
  const { scan, fromLawsuit } = route.useSearch();
  const registers = usePermission('cases.register');
  if (!registers) return <NotPermitted />;
  return (
    <RegisterPage
      scan={scan}
      fromLawsuit={fromLawsuit}
      onRegistered={(id) => void navigate({ to: '/cases/$id', params: { id } })}
    />
  );
}
