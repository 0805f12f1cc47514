import { EmptyState } from '@redress/ui/empty-state';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useLabels } from '../../lib/use-labels.ts';

/** Where a post that sees no cases lands: one sentence on what it can do. */
export function StartPage() {
  const words = useWords();
  const labels = useLabels();
  const session = useSession();
  const role = session.posts.find((post) => post.postId === session.acting)?.role;
  const held: readonly string[] = session.permissions;
  const administers = ['office.manage', 'accounts.manage', 'audit.read'].some((p) => held.includes(p));
  const said: Readonly<Record<string, string>> = words.start;
  return (
    <>
      <PageHeader title={words.start.title} />
      <Panel>
        <EmptyState
          title={role === undefined ? words.start.title : labels.role(role)}
          detail={(role === undefined ? undefined : said[role]) ?? words.start.other}
          action={
            administers ? (
              <Link className="rd-btn" data-look="primary" to="/office">
                {words.office.title}
              </Link>
            ) : (
              <Link className="rd-btn" to="/sessions">
                {words.shell.sessions}
              </Link>
            )
          }
        />
      </Panel>
    </>
  );
}
