import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { Link } from '@tanstack/react-router';
import { CaseKindProvider } from '../../lib/case-kind.tsx';
import { dayInList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { CaseLink, ListLink } from './case-link.tsx';
import { PostLines, type Workbench } from './due-panel.tsx';
import { useOwnLetters } from './own-letters.ts';
import { sinceChoices } from './workbench-search.ts';

/** On top of everything: what silence will accept tonight. */
export function DeemedToday({ data }: { data: Workbench }) {
  const { words } = useLanguage();
  const w = words.workbench.deemed;
  if (data.deemedToday.length === 0) return null;
  return (
    <NoticeBar tone="warn" word={w.title}>
      <ul className="rw-deemed">
        {data.deemedToday.map((row) => (
          <li key={row.id}>
            <CaseLink row={row} /> {row.title}
          </li>
        ))}
      </ul>
      <span className="rd-small rd-muted">{w.why}</span>
    </NoticeBar>
  );
}

const allOf = (data: Workbench, key: Workbench['counters'][number]['key']) =>
  data.counters.find((one) => one.key === key);

/** Documents that are made and have not left. */
export function ToPostPanel({ data }: { data: Workbench }) {
  const { words } = useLanguage();
  const counter = allOf(data, 'toPost');
  if (counter === undefined || counter.value === 0) return null;
  return (
    <Panel
      title={words.workbench.post.title}
      extra={<ListLink filter={counter.filter}>{words.workbench.due.all(counter.value)}</ListLink>}
    >
      <ul className="rw-lines">
        {data.toPost.map((row) => (
          <li key={row.id}>
            <div>
              <CaseLink row={row} className="rw-nowrap" /> {row.title}
              <PostLines row={{ toPost: row.toPost.filter((one) => one.state === 'made') }} today={data.today} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Limits without a date, and what is missing. */
export function UnknownPanel({ data }: { data: Workbench }) {
  const { words } = useLanguage();
  const labels = useLabels();
  const w = words.workbench.unknown;
  const counter = allOf(data, 'unknown');
  if (counter === undefined || counter.value === 0) return null;
  return (
    <Panel
      title={w.title}
      extra={<ListLink filter={counter.filter}>{words.workbench.due.all(counter.value)}</ListLink>}
    >
      <p className="rd-muted rd-small rw-panel-lead">{w.lead}</p>
      <ul className="rw-lines">
        {data.unknown.map((row) => (
          <li key={row.id}>
            <div>
              <CaseLink row={row} className="rw-nowrap" /> {row.title}
              {row.limits.map((limit) => (
                <span key={`${limit.ruleId}-${limit.subjectName}-${limit.missing}`} className="rw-line rd-small">
                  {[labels.ruleAct(limit.ruleId), limit.subjectName].filter((part) => part !== null).join(' · ')}
                  {words.because}
                  <span className="rd-muted">{labels.missing(limit.missing)}</span>
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What was sent to a department and is not signed for. */
export function UnsignedPanel({ data }: { data: Workbench }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.workbench.unsigned;
  const counter = allOf(data, 'unsigned');
  // A letter in a case that is not on one's list is signed for all the same.
  const letters = useOwnLetters().alone.filter((letter) => letter.unsignedSince !== null);
  if (data.desk !== 'department') return null;
  return (
    <Panel
      title={w.title}
      extra={
        counter === undefined || counter.value === 0 ? undefined : (
          <ListLink filter={counter.filter}>{words.workbench.due.all(counter.value)}</ListLink>
        )
      }
    >
      {data.unsigned.length === 0 && letters.length === 0 ? (
        <p className="rd-muted">{w.none}</p>
      ) : (
        <>
          <p className="rd-muted rd-small rw-panel-lead">{w.lead}</p>
          <ul className="rw-lines">
            {data.unsigned.map((row) => (
              <li key={row.documentId}>
                <div>
                  <b>{labels.documentKind(row.kind)}</b> {row.documentNumber}{' '}
                  <span className="rd-muted">{w.sentOn(dayInList(row.sentOn, data.today, language))}</span>
                  <span className="rw-line rd-small">
                    <CaseLink row={row} /> {row.title}
                  </span>
                </div>
              </li>
            ))}
            {letters.map(({ ask, caseId, organName, unsignedSince }) => (
              <li key={ask.key}>
                <div>
                  <Link to="/cases/$id" params={{ id: caseId }}>
                    <b>{labels.documentKind('opinion-letter')}</b> {ask.document?.number}
                  </Link>{' '}
                  {unsignedSince !== null && (
                    <span className="rd-muted">{w.sentOn(dayInList(unsignedSince, data.today, language))}</span>
                  )}
                  <span className="rw-line rd-small">{organName}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** What was entered, in the words of the kind of case around it. */
function EntryName({ type }: { type: string }) {
  const labels = useLabels();
  return <>{labels.entry(type, {})}</>;
}

/** What others did and what silence did while one was away. */
export function HappenedPanel({
  data,
  days,
  onDays,
}: {
  data: Workbench;
  days: number;
  onDays: (days: (typeof sinceChoices)[number]) => void;
}) {
  const { words, language } = useLanguage();
  const w = words.workbench.happened;
  return (
    <Panel
      title={w.title}
      extra={
        <fieldset className="rw-days">
          <legend className="rd-sr">{w.days}</legend>
          {sinceChoices.map((n) => (
            <button key={n} type="button" aria-pressed={n === days} onClick={() => onDays(n)}>
              {w.daysOf(n)}
            </button>
          ))}
        </fieldset>
      }
    >
      <p className="rd-muted rd-small rw-panel-lead">{w.lead(dayInList(data.since, data.today, language))}</p>
      {data.happened.length === 0 ? (
        <p className="rd-muted">{w.none}</p>
      ) : (
        <ul className="rw-lines">
          {data.happened.map((row) => (
            <li key={row.key} data-when="">
              <span className="rd-muted rw-nowrap">{dayInList(row.on, data.today, language)}</span>
              <div>
                {row.is === 'lapse' ? (
                  <b className="rd-tone-amber">{w.lapse}</b>
                ) : row.kind === 'litigation' ? (
                  <CaseKindProvider kind="litigation">
                    <EntryName type={row.type} />
                  </CaseKindProvider>
                ) : (
                  <EntryName type={row.type} />
                )}
                {row.by !== null && <span className="rd-muted"> · {row.by}</span>}
                <span className="rw-line rd-small">
                  <CaseLink row={row} /> <span className="rd-muted">{row.title}</span>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
