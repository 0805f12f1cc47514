import { BackupsPage } from '../features/backup/backups-page.tsx';

/** /office/backups */
export function BackupsRoute() {
  return <BackupsPage />;
}
