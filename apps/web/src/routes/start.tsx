import { beginsInCourt, mayBeNamedForCourt } from '@redress/domain/access/roles';
import { getRouteApi } from '@tanstack/react-router';
import { OwnCourtPage } from '../features/appearances/own-page.tsx';
import { OwnSessionsNotice } from '../features/appearances/own-sessions-notice.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { WorkbenchPage } from '../features/workbench/workbench-page.tsx';
import { usePermission, useSession } from '../lib/session.tsx';

const route = getRouteApi('/signed-in/');

/** /: the workbench of a post that works on cases, a leader's own court sessions; the others are told what they can do. */
export function StartRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const readsCases = usePermission('cases.read');
  const role = session.posts.find((post) => post.postId === session.acting)?.role;
  if (!readsCases) return <StartPage />;
  const isLeader = role !== undefined && mayBeNamedForCourt(role);
  if (isLeader && (search.desk ?? (beginsInCourt(role) ? 'court' : 'bench')) === 'court') return <OwnCourtPage />;
  return (
    <>
      {isLeader && <OwnSessionsNotice />}
      <WorkbenchPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
    </>
  );
}
