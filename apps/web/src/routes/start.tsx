import { StartPage } from '../features/start/start-page.tsx';

/** / */
export function StartRoute() {
  return <StartPage />;
}
