import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { NoticeBar } from '@redress/ui/notice-bar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '../debounced.ts';
import { fullDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useSession } from '../session.tsx';
import type { NotesProps } from '../step-form/case-forms.tsx';
import { useTRPC } from '../trpc.ts';

/** What stands beside some forms while they are filled in: said before saving, decided by the server. */
export function SuitNotes({ type, view, values }: NotesProps) {
  if (view.kind !== 'litigation') return null;
  switch (type) {
    case 'set-session':
    case 'move-session':
      return <ThreeDays on={values.on as CivilDate | null} />;
    case 'file-answer':
    case 'file-evidence':
      return <LateAnswer view={view} organId={values.organId as string | null} />;
    default:
      return null;
  }
}

/** The last lawful day for the summons, as soon as the day of the session is known. */
function ThreeDays({ on }: { on: CivilDate | null }) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const { today } = useSession();
  const w = words.lawsuitFile.form;
  const day = useDebounced(on !== null && isCivilDate(on) ? on : null, 300);
  const limit = useQuery(
    trpc.law.explain.queryOptions(
      { ruleId: 'litigation.summons', from: day ?? today },
      { enabled: day !== null, placeholderData: keepPreviousData, staleTime: 600_000 },
    ),
  );
  const due = day === null ? null : (limit.data?.due ?? null);
  if (due === null) return null;
  const late = due < today;
  return (
    <NoticeBar tone={late ? 'warn' : 'info'} word={late ? words.notice.warn : words.notice.info}>
      {late ? w.threeDaysLate(fullDay(due, language)) : w.threeDays(fullDay(due, language))}
    </NoticeBar>
  );
}

/** What late evidence comes to; and who signs the answer off. */
function LateAnswer({ view, organId }: { view: LawsuitView; organId: string | null }) {
  const { words } = useLanguage();
  const w = words.lawsuitFile.form;
  const answer = view.instances.flatMap((i) => i.answers).findLast((a) => a.organId === organId);
  const ids = [answer?.answerClockId, answer?.evidenceClockId];
  const isLate = view.clocks.some((k) => ids.includes(k.id) && k.light === 'overdue');
  return isLate ? (
    <NoticeBar tone="warn" word={words.notice.warn}>
      {w.lateAnswer}
    </NoticeBar>
  ) : null;
}
