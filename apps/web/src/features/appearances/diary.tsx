import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId } from '@redress/domain/ids';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type FormEvent, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { DayField, SelectField, TextField, TimeField } from '../../lib/fields.tsx';
import { shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { type Inputs, newId, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

interface DiaryProps {
  from: CivilDate;
  to: CivilDate;
  /** An account; null = everybody of one's own organ. */
  leader: string | null;
}

/** What else takes the leaders' time: kept by their own organ, and only warned of while somebody is arranged. */
export function Diary({ from, to, leader }: DiaryProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const queryClient = useQueryClient();
  const respondent = usePermission('reply.file');
  const casework = usePermission('cases.act');
  const mayKeep = respondent || casework;
  const [adding, setAdding] = useState(false);
  const w = words.appearances.calendar;
  const diary = useQuery(
    trpc.appearances.engagements.queryOptions({ from, to, leader: leader as AccountId | null }, { enabled: mayKeep }),
  );
  const remove = useMutation(
    trpc.appearances.removeEngagement.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.appearances.pathKey() }),
    }),
  );
  if (!mayKeep || diary.data === undefined) return null;
  return (
    <Panel
      title={w.diary}
      extra={
        <button type="button" className="rd-btn rw-small" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {w.addEngagement}
        </button>
      }
    >
      <p className="rd-muted rd-small">{w.engagementLead}</p>
      {adding && <AddEngagement onDone={() => setAdding(false)} />}
      {diary.data.length === 0 && !adding && <p className="rd-muted">{w.noEngagements}</p>}
      <ul className="rw-court-list">
        {diary.data.map((one) => (
          <li key={one.id}>
            <span>
              {shortDay(one.on, language)} {words.appearances.until(one.from, one.until)} {one.name} · {one.what}
            </span>
            <button
              type="button"
              className="rd-btn rw-small"
              data-look="plain"
              aria-label={w.removeEngagement(one.what)}
              onClick={() => remove.mutate({ id: one.id })}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Adding = Inputs['appearances']['addEngagement'];
const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

function AddEngagement({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const session = useSession();
  const acting = session.posts.find((post) => post.postId === session.acting);
  const w = words.appearances.calendar;
  const [id] = useState(newId);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [on, setOn] = useState<CivilDate | null>(session.today);
  const [from, setFrom] = useState('09:00');
  const [until, setUntil] = useState('11:30');
  const [what, setWhat] = useState('');
  const organId = acting?.organId;
  const leaders = useQuery(
    trpc.appearances.leaders.queryOptions(
      { organId: organId as NonNullable<typeof organId>, on: on ?? session.today },
      { enabled: organId !== undefined },
    ),
  );
  const add = useMutation(
    trpc.appearances.addEngagement.mutationOptions({
      onSuccess: () => {
        void message.success(w.engagementSaved);
        void queryClient.invalidateQueries({ queryKey: trpc.appearances.pathKey() });
        onDone();
      },
    }),
  );
  const isWhole =
    accountId !== null && on !== null && what.trim() !== '' && clockTime.test(from) && clockTime.test(until);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isWhole || add.isPending) return;
    add.mutate({ id, accountId, on, from, until, what: what.trim() } as Adding);
  }
  return (
    <form onSubmit={submit} noValidate>
      {add.isError && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failureOf(add.error))}
        </NoticeBar>
      )}
      <div className="rw-court-form">
        <SelectField
          label={words.appearances.filters.leader}
          required
          value={accountId}
          options={(leaders.data ?? []).flatMap(({ leader }) =>
            leader.accountId === null ? [] : [{ value: leader.accountId, label: `${leader.name} ${leader.title}` }],
          )}
          onChange={setAccountId}
        />
        <DayField label={w.on} required value={on} onChange={setOn} />
        <TimeField label={w.fromTime} required value={from} onChange={setFrom} placeholder={words.step.minutes} />
        <TimeField label={w.untilTime} required value={until} onChange={setUntil} placeholder={words.step.minutes} />
        <TextField label={w.what} required value={what} onChange={setWhat} />
      </div>
      <div className="rw-actions">
        <button
          type="submit"
          className="rd-btn"
          data-look="primary"
          aria-disabled={!isWhole || undefined}
          aria-busy={add.isPending || undefined}
        >
          {w.saveEngagement}
        </button>
      </div>
    </form>
  );
}
