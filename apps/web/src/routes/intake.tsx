import { getRouteApi } from '@tanstack/react-router';
import { IntakePage } from '../features/intake/intake-page.tsx';
import { NotPermitted } from '../lib/not-permitted.tsx';
import { usePermission } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/intake');

/** /intake: what arrived and is not registered yet. */
export function IntakeRoute() {
  const { which } = route.useSearch();
  const navigate = route.useNavigate();
  const registers = usePermission('cases.register');
  if (!registers) return <NotPermitted />;
  return (
    <IntakePage
      which={which ?? 'waiting'}
      onWhich={(next) => void navigate({ search: next === 'waiting' ? {} : { which: next }, replace: true })}
    />
  );
}
