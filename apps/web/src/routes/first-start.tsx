import { FirstStartPage } from '../features/first-start/first-start-page.tsx';

/** /first-start */
export function FirstStartRoute() {
  return <FirstStartPage />;
}
