import { addDays } from '@redress/domain/calendar/civil-date';
import type { OrganId } from '@redress/domain/ids';
import { Chip, type ChipTone } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useSuitStep } from '../../lib/court/use-suit-step.ts';
import { failureOf } from '../../lib/failure.ts';
import { LongTextField, MultiSelectField, NumberField, SelectField } from '../../lib/fields.tsx';
import { fullDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { ObservedSession } from './appearance-types.ts';
import { courtPlace } from './court-place.ts';
import { useOrganChoices } from './use-organs.ts';

/** How far back and ahead sessions to observe are shown. */
const BACK = 365;
const AHEAD = 365;

/** Sessions marked for observation: who was invited, who came; marking another one. */
export function ObservedPart() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const mayMark = usePermission('cases.act');
  const [marking, setMarking] = useState(false);
  const [recording, setRecording] = useState<ObservedSession | null>(null);
  const w = words.appearances.observed;
  const query = useQuery(
    trpc.appearances.observed.queryOptions({ from: addDays(today, -BACK), to: addDays(today, AHEAD) }),
  );
  return (
    <>
      {mayMark && (
        <div className="rw-actions rw-court-above">
          <button type="button" className="rd-btn" data-look="primary" onClick={() => setMarking(true)}>
            {w.mark}
          </button>
        </div>
      )}
      <Panel>
        {query.isError ? (
          <ErrorState
            title={words.appearances.failed}
            detail={labels.failure(failureOf(query.error))}
            retry={{ label: words.retry, onRetry: () => void query.refetch() }}
          />
        ) : query.data === undefined ? (
          <LoadingSkeleton label={words.loading} />
        ) : query.data.length === 0 ? (
          <EmptyState title={w.empty} detail={w.emptyDetail} />
        ) : (
          query.data.map((session) => (
            <Observed
              key={session.sessionId}
              session={session}
              onRecord={
                mayMark && session.caseId !== null && session.state !== 'set' && session.state !== 'cancelled'
                  ? () => setRecording(session)
                  : undefined
              }
            />
          ))
        )}
      </Panel>
      <Drawer
        open={marking}
        onClose={() => setMarking(false)}
        size={560}
        title={w.markTitle}
        closable={{ 'aria-label': words.close }}
        destroyOnHidden
      >
        {marking && <MarkObservation onDone={() => setMarking(false)} />}
      </Drawer>
      <Drawer
        open={recording !== null}
        onClose={() => setRecording(null)}
        size={560}
        title={recording === null ? '' : w.recordTitle(recording.courtNumber)}
        closable={{ 'aria-label': words.close }}
        destroyOnHidden
      >
        {recording !== null && <RecordObservers session={recording} onDone={() => setRecording(null)} />}
      </Drawer>
    </>
  );
}

const tones: Readonly<Record<ObservedSession['state'], ChipTone>> = {
  set: 'ink',
  due: 'amber',
  held: 'jade',
  adjourned: 'jade',
  cancelled: 'dotted',
};

function Observed({ session, onRecord }: { session: ObservedSession; onRecord: (() => void) | undefined }) {
  const { words, language } = useLanguage();
  const w = words.appearances.observed;
  const came = session.came?.reduce((sum, one) => sum + one.people, 0);
  const invited = session.invited.map(({ name }) => name).join(words.listSeparator);
  return (
    <PersonLine
      name={
        session.caseId === null ? (
          session.courtNumber
        ) : (
          <Link to="/lawsuits/$id" params={{ id: session.caseId }}>
            {session.courtNumber}
          </Link>
        )
      }
      role={session.title}
      chips={
        <>
          <Chip tone={tones[session.state]}>{words.appearances.calendar.states[session.state] ?? session.state}</Chip>
          {came !== undefined && <Chip tone="jade">{w.total(came)}</Chip>}
        </>
      }
      detail={
        <>
          {fullDay(session.on, language)} {session.time} · {courtPlace(session.court, session.place)}
          <span className="rw-court-line">
            {w.invited}
            {words.colon}
            {invited === '' ? w.nobody : invited}
          </span>
          <span className="rw-court-line">
            {session.came === null
              ? session.state === 'held' || session.state === 'adjourned'
                ? w.notRecorded
                : ''
              : `${w.came}${words.colon}${session.came.map((one) => w.cameOf(one.name, one.people)).join(words.listSeparator)}`}
          </span>
        </>
      }
      actions={
        onRecord === undefined ? undefined : (
          <button type="button" className="rd-btn" onClick={onRecord}>
            {w.recordCame}
          </button>
        )
      }
    />
  );
}

/** Chooses one of the sessions ahead and invites organs to it. */
function MarkObservation({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { message } = App.useApp();
  const { today } = useSession();
  const organs = useOrganChoices();
  const w = words.appearances.observed;
  const [picked, setPicked] = useState<string | null>(null);
  const [invited, setInvited] = useState<readonly string[]>([]);
  const [why, setWhy] = useState('');
  const ahead = useQuery(
    trpc.appearances.sessions.queryOptions({ from: today, to: addDays(today, 120), organ: null, leader: null }),
  );
  const step = useSuitStep(() => {
    void message.success(w.marked);
    onDone();
  });
  const open = (ahead.data?.sessions ?? []).filter((session) => session.state === 'set' && !session.observed);
  if (ahead.isPending) return <LoadingSkeleton label={words.loading} />;
  if (open.length === 0) return <EmptyState title={w.none} />;
  const session = open.find((one) => one.sessionId === picked);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (session === undefined || step.isPending) return;
    step.mutate({
      caseId: session.caseId,
      type: 'mark-observation',
      input: { sessionId: session.sessionId, invited, why: why.trim() },
    });
  }
  return (
    <form onSubmit={submit} noValidate className="rw-arrange">
      {step.isError && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failureOf(step.error))}
        </NoticeBar>
      )}
      <SelectField
        label={w.session}
        required
        value={picked}
        options={open.map((one) => ({
          value: one.sessionId,
          label: `${fullDay(one.on, language)} ${one.time} ${one.courtNumber}`,
        }))}
        onChange={setPicked}
      />
      <MultiSelectField label={w.invite} value={invited} options={organs} onChange={setInvited} />
      <LongTextField label={w.why} rows={2} value={why} onChange={setWhy} />
      <div className="rw-actions">
        <button
          type="submit"
          className="rd-btn"
          data-look="primary"
          aria-disabled={session === undefined || undefined}
          aria-busy={step.isPending || undefined}
        >
          {w.saveMark}
        </button>
      </div>
    </form>
  );
}

/** How many people of each organ invited came. */
function RecordObservers({ session, onDone }: { session: ObservedSession; onDone: () => void }) {
  const { words } = useLanguage();
  const labels = useLabels();
  const { message } = App.useApp();
  const w = words.appearances.observed;
  const [people, setPeople] = useState<Readonly<Record<string, number | null>>>(() =>
    Object.fromEntries(
      session.invited.map(({ organId }) => [
        organId,
        session.came?.find((one) => one.organId === organId)?.people ?? null,
      ]),
    ),
  );
  const [note, setNote] = useState('');
  const step = useSuitStep(() => {
    void message.success(w.recorded);
    onDone();
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (step.isPending || session.caseId === null) return;
    const came = session.invited.flatMap(({ organId }) => {
      const n = people[organId] ?? null;
      return n === null ? [] : [{ organId: organId as OrganId, people: n }];
    });
    step.mutate({
      caseId: session.caseId,
      type: 'record-observers',
      input: { sessionId: session.sessionId, came, note: note.trim() },
    });
  }
  if (session.invited.length === 0) return <EmptyState title={w.nobody} />;
  return (
    <form onSubmit={submit} noValidate className="rw-arrange">
      {step.isError && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failureOf(step.error))}
        </NoticeBar>
      )}
      {session.invited.map(({ organId, name }) => (
        <NumberField
          key={organId}
          label={w.peopleOf(name)}
          min={0}
          max={500}
          value={people[organId] ?? null}
          onChange={(n) => setPeople((all) => ({ ...all, [organId]: n }))}
        />
      ))}
      <LongTextField label={w.note} rows={2} value={note} onChange={setNote} />
      <div className="rw-actions">
        <button type="submit" className="rd-btn" data-look="primary" aria-busy={step.isPending || undefined}>
          {w.save}
        </button>
      </div>
    </form>
  );
}
