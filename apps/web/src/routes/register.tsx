import { getRouteApi } from '@tanstack/react-router';
import { RegisterPage } from '../features/register/register-page.tsx';

const route = getRouteApi('/signed-in/cases/new');

/** /cases/new */
export function RegisterRoute() {
  const navigate = route.useNavigate();
  return <RegisterPage onRegistered={(id) => void navigate({ to: '/cases/$id', params: { id } })} />;
}
