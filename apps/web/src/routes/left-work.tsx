import { LeftWorkPage } from '../features/left-work/left-work-page.tsx';

/** /left-work */
export function LeftWorkRoute() {
  return <LeftWorkPage />;
}
