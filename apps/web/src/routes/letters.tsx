import { LettersPage } from '../features/letters/letters-page.tsx';

/** /letters */
export function LettersRoute() {
  return <LettersPage />;
}
