import { getRouteApi } from '@tanstack/react-router';
import { NoticesPage } from '../features/notices/notices-page.tsx';

const route = getRouteApi('/signed-in/notices');

/** /notices: the address says whether only the unread are shown. */
export function NoticesRoute() {
  const { unread } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <NoticesPage
      unread={unread === true}
      onUnread={(only) => void navigate({ search: only ? { unread: true } : {}, replace: true })}
    />
  );
}
