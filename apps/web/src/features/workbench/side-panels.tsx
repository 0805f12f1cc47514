import { weekdayOf } from '@redress/domain/calendar/civil-date';
import { Chip } from '@redress/ui/chip';
import { Panel } from '@redress/ui/panel';
import { Link } from '@tanstack/react-router';
import { CaseKindProvider } from '../../lib/case-kind.tsx';
import { dayInList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { CaseLink, ListLink } from './case-link.tsx';
import type { Workbench } from './due-panel.tsx';
import { FiguresTable } from './figures-table.tsx';

type Approval = Workbench['approvals'][number];

/** What waits for this person's approval, and what each would do. */
export function ApprovalsPanel({ data }: { data: Workbench }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.workbench.approvals;
  if (data.waitingApproval === null) return null;
  const what = ({ step, days, to, types }: Approval): string => {
    if (step === 'extend' && days !== null) return w.extend(days);
    if (step === 'change-procedure' && (to === 'ordinary' || to === 'simplified')) return w.to[to];
    if (types.length > 0) return types.map((type) => labels.outcome(type)).join(words.listSeparator);
    return labels.step(step);
  };
  const effect = ({ step, to, by }: Approval): string | null => {
    if (step === 'change-procedure' && (to === 'ordinary' || to === 'simplified')) return w.toWhat[to];
    if (by === null) return null;
    return step === 'extend'
      ? w.extendBy(dayInList(by, data.today, language))
      : w.decideBy(dayInList(by, data.today, language));
  };
  return (
    <div className={data.waitingApproval > 0 ? 'rw-first' : undefined}>
      <Panel
        title={
          <>
            {w.title}{' '}
            {data.waitingApproval > 0 && (
              <Chip tone="red">
                <Link to="/approvals" aria-label={w.all(data.waitingApproval)} className="rw-plain-link">
                  {data.waitingApproval}
                </Link>
              </Chip>
            )}
          </>
        }
      >
        {data.approvals.length === 0 && data.suitApprovals.length === 0 ? (
          <p className="rd-muted">{w.none}</p>
        ) : (
          <ul className="rw-lines">
            <CaseKindProvider kind="litigation">
              {data.suitApprovals.map((row) => (
                <SuitToSign key={row.proposalId} row={row} today={data.today} />
              ))}
            </CaseKindProvider>
            {data.approvals.map((row) => (
              <li key={row.proposalId}>
                <div>
                  <b>{what(row)}</b> <CaseLink row={row} className="rw-nowrap" />
                  <span className="rw-line rd-muted rd-small">
                    {[effect(row), w.by(row.proposedBy, row.endorsed)]
                      .filter((part) => part !== null)
                      .join(words.separator)}
                  </span>
                </div>
                <Link
                  to="/cases/$id"
                  params={{ id: row.id }}
                  search={{ tab: 'approvals' }}
                  aria-label={w.lookAt(what(row), row.number ?? words.list.unnumbered)}
                >
                  {w.look}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}

/** An answer to a court that waits for its signature: in the words of lawsuits. */
function SuitToSign({ row, today }: { row: Workbench['suitApprovals'][number]; today: Workbench['today'] }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.workbench.approvals;
  const what = labels.step(row.step);
  return (
    <li>
      <div>
        <b>{what}</b> <CaseLink row={{ ...row, kind: 'litigation' }} className="rw-nowrap" />
        <span className="rw-line rd-muted rd-small">
          {[
            row.organName,
            row.due === null ? null : words.suits.bench.due(dayInList(row.due, today, language)),
            w.by(row.proposedBy, false),
          ]
            .filter((part) => part !== null)
            .join(words.separator)}
        </span>
      </div>
      <Link
        to="/lawsuits/$id"
        params={{ id: row.id }}
        search={{ tab: 'approvals' }}
        aria-label={w.lookAt(what, row.number ?? words.list.unnumbered)}
      >
        {w.look}
      </Link>
    </li>
  );
}

/** The hearings of this week, and whether the respondent's leader comes. */
export function HearingsPanel({ data }: { data: Workbench }) {
  const { words, language } = useLanguage();
  const w = words.workbench.hearings;
  const counter = data.counters.find((one) => one.key === 'hearings');
  return (
    <Panel
      title={w.title}
      extra={
        counter === undefined || counter.value === 0 ? undefined : (
          <ListLink filter={counter.filter}>{words.workbench.due.all(counter.value)}</ListLink>
        )
      }
    >
      {data.hearings.length === 0 ? (
        <p className="rd-muted">{w.none}</p>
      ) : (
        <ul className="rw-lines">
          {data.hearings.map((row) => (
            <li key={row.hearingId} data-when="">
              <span className="rd-muted" title={dayInList(row.on, data.today, language)}>
                {w.at(words.workbench.weekdaysShort[weekdayOf(row.on)] ?? '', row.time ?? '')}
              </span>
              <div>
                <CaseLink row={row} className="rw-nowrap" />
                <span className="rw-line">{row.title}</span>
                <span className="rw-line rd-muted rd-small">
                  {row.place}
                  {row.place !== null && ' · '}
                  <span className={row.leader === 'unsettled' ? 'rd-tone-red' : undefined}>
                    {row.leader === 'attends' ? w.leader.attends(row.leaderName ?? '') : w.leader[row.leader]}
                  </span>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** How much each handler has: every number opens its list. */
export function LoadPanel({ data }: { data: Workbench }) {
  const { words } = useLanguage();
  const w = words.workbench.load;
  if (data.desk !== 'casework' || data.whose !== 'office') return null;
  return (
    <Panel title={w.title}>
      {data.load.length === 0 ? (
        <p className="rd-muted">{w.none}</p>
      ) : (
        <FiguresTable title={w.title} of={w.name} rows={data.load.map((one) => ({ ...one, key: one.accountId }))} />
      )}
    </Panel>
  );
}
