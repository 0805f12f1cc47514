import { getRouteApi } from '@tanstack/react-router';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';

const route = getRouteApi('/sign-in');

/** /sign-in: afterwards back to where one wanted to go. */
export function SignInRoute() {
  const { to } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SignInPage
      expired={to !== undefined && to !== '/' && to !== '/cases'}
      onSignedIn={() => void navigate({ href: to ?? '/', replace: true })}
    />
  );
}
