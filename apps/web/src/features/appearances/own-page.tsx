import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { ProgressBar } from '@redress/ui/progress-bar';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { periodOf } from './appearance-periods.ts';
import { OwnSessions, useOwnSessions } from './own-sessions.tsx';
import { percent } from './rates-part.tsx';
import './appearances.css';

/** Where a leader lands: the sessions they go to, and how their organ stands this year. */
export function OwnCourtPage() {
  const { words } = useLanguage();
  const { query, ahead } = useOwnSessions();
  const w = words.appearances.own;
  return (
    <>
      <PageHeader
        title={w.title}
        lead={
          <>
            {query.data !== undefined && <span className="rw-said">{w.lead(ahead.length)}</span>}
            <span className="rw-line rd-small">{w.purpose}</span>
          </>
        }
        actions={
          <>
            <Link className="rd-btn" to="/appearances">
              {w.seeAll}
            </Link>
            <Link className="rd-btn" to="/" search={{ desk: 'bench' }}>
              {w.seeBench}
            </Link>
          </>
        }
      />
      <div className="rd-cols">
        <div>
          <OwnSessions />
        </div>
        <aside>
          <OwnRates />
        </aside>
      </div>
    </>
  );
}

/** One's own organ's three rates of the year. */
function OwnRates() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const session = useSession();
  const acting = session.posts.find((post) => post.postId === session.acting);
  const period = periodOf('year', session.today, {});
  const rates = useQuery(trpc.appearances.rates.queryOptions({ ...period, by: 'organ' }));
  const group = rates.data?.groups.find((one) => one.key === acting?.organId);
  const w = words.appearances.rates;
  if (group === undefined) return null;
  return (
    <Panel title={words.appearances.own.rates}>
      {group.rates
        .filter((rate) => rate.denominator > 0)
        .map((rate) => (
          <ProgressBar
            key={rate.kind}
            label={w.kinds[rate.kind]}
            value={rate.numerator}
            max={rate.denominator}
            text={`${w.kinds[rate.kind]} ${percent(rate)}`}
            note={w.of(w.unitsOf[rate.kind](rate.numerator), w.unitsOf[rate.kind](rate.denominator))}
          />
        ))}
    </Panel>
  );
}
