import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { NoticeBar } from '@redress/ui/notice-bar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../lib/debounced.ts';
import { filledLines } from '../../lib/fields.tsx';
import { fullDay, plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import type { NotesProps, StepValues } from '../../lib/step-form/case-forms.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { addresseesOf, type DocumentDraft, openHearings } from './step-record.ts';

/** What stands beside some forms while they are filled in: said before saving, decided by the server. */
export function StepNotes({ type, view, values }: NotesProps) {
  if (view.kind !== 'reconsideration') return null;
  switch (type) {
    case 'schedule-hearing':
    case 'reschedule-hearing':
      return (
        <NoticeOfHearing view={view} on={values.on as CivilDate | null} letter={values.document as DocumentDraft} />
      );
    case 'hold-hearing':
      return (
        <>
          <NoticesServed view={view} hearingId={values.hearingId as string | null} />
          <PanelCheck values={values} />
        </>
      );
    case 'decide':
      return <CommitteeNote view={view} />;
    case 'file-reply':
      return <LateReply view={view} />;
    default:
      return null;
  }
}

/** The last lawful day for the notice, as soon as the day of the hearing is known; and each service already typed in. */
function NoticeOfHearing({ view, on, letter }: { view: CaseView; on: CivilDate | null; letter: DocumentDraft }) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const { today } = useSession();
  const w = words.proceedings.form;
  const day = useDebounced(on !== null && isCivilDate(on) ? on : null, 300);
  const limit = useQuery(
    trpc.law.explain.queryOptions(
      { ruleId: 'reconsideration.hearing-notice', from: day ?? today },
      { enabled: day !== null, placeholderData: keepPreviousData, staleTime: 600_000 },
    ),
  );
  const due = day === null ? null : (limit.data?.due ?? null);
  if (due === null) {
    return (
      <NoticeBar tone="info" word={words.notice.info}>
        {w.noNotice}
      </NoticeBar>
    );
  }
  const names = new Map(addresseesOf(view).map((a) => [a.value, a.label]));
  const served = letter.made ? letter.sendings.filter((s) => names.has(s.to)) : [];
  const isLate = due < today || served.some((s) => s.servedOn !== null && s.servedOn > due);
  return (
    <NoticeBar tone={isLate ? 'warn' : 'info'} word={isLate ? words.notice.warn : words.notice.info}>
      <p>{due < today ? w.tooLate(fullDay(due, language)) : w.latest(fullDay(due, language))}</p>
      <ul className="rw-plain-list">
        {served.map(({ to, servedOn }) => {
          const name = names.get(to) ?? '';
          if (servedOn === null) return <li key={to}>{w.sent(name)}</li>;
          const said = servedOn > due ? w.late : w.inTime;
          return <li key={to}>{said(name, plainDay(servedOn, language))}</li>;
        })}
      </ul>
    </NoticeBar>
  );
}

/** Before a hearing is recorded: whose notice came in time. */
function NoticesServed({ view, hearingId }: { view: CaseView; hearingId: string | null }) {
  const { words, language } = useLanguage();
  const w = words.proceedings;
  const id = hearingId ?? openHearings(view)[0]?.id;
  const hearing = view.proceedings.hearings.find((h) => h.hearingId === id);
  if (hearing === undefined || hearing.latestNotice === null) return null;
  const isShort = hearing.notices.some((n) => n.state !== 'in-time');
  return (
    <NoticeBar tone={isShort ? 'warn' : 'info'} word={isShort ? words.notice.warn : words.notice.info}>
      <p>{w.hearings.latest(fullDay(hearing.latestNotice, language))}</p>
      <ul className="rw-plain-list">
        {hearing.notices.map((n) => (
          <li key={n.subject}>
            {n.servedOn === null
              ? w.form.sent(n.name)
              : (n.state === 'late' ? w.form.late : w.form.inTime)(n.name, plainDay(n.servedOn, language))}
          </li>
        ))}
      </ul>
    </NoticeBar>
  );
}

/** 50(3): one presider, two hearers or more, one recorder, all different people. */
function PanelCheck({ values }: { values: StepValues }) {
  const { words } = useLanguage();
  const w = words.proceedings.form;
  const hearers = filledLines((values.hearers as readonly string[] | undefined) ?? []);
  const presider = String(values.presider ?? '').trim();
  const recorder = String(values.recorder ?? '').trim();
  if (presider === '' || recorder === '' || hearers.length === 0) return null;
  const names = [presider, ...hearers, recorder];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  const said =
    twice !== undefined
      ? w.panelTwice(twice)
      : hearers.length < 2
        ? w.panelFew(hearers.length)
        : w.panelOk(hearers.length);
  const isShort = twice !== undefined || hearers.length < 2;
  return (
    <NoticeBar tone={isShort ? 'warn' : 'info'} word={isShort ? words.notice.warn : words.notice.info}>
      <p>{said}</p>
    </NoticeBar>
  );
}

/** What the committee advised, in sight while the decision is written. */
function CommitteeNote({ view }: { view: CaseView }) {
  const { words } = useLanguage();
  const advised = view.proceedings.committee?.advised ?? null;
  if (advised === null) return null;
  const w = words.proceedings.committee;
  return (
    <NoticeBar tone="info" word={w.opinion}>
      <p className="rw-prose">{advised.opinion}</p>
      <p className="rd-muted">{w.note}</p>
    </NoticeBar>
  );
}

function LateReply({ view }: { view: CaseView }) {
  const { words } = useLanguage();
  const late = view.asks.find((ask) => ask.kind === 'reply' && ask.state === 'overdue');
  if (late === undefined) return null;
  const isFormer = late.article?.startsWith('ARL1999') === true;
  return (
    <NoticeBar tone="warn" word={words.notice.warn}>
      {words.proceedings.form[isFormer ? 'lateReplyFormer' : 'lateReply']}
    </NoticeBar>
  );
}
