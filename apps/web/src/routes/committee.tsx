import { CommitteePage } from '../features/committee/committee-page.tsx';

/** /committee */
export function CommitteeRoute() {
  return <CommitteePage />;
}
