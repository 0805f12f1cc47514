import type { ClockView } from '@redress/domain/case-view/types';
import { Chip } from '@redress/ui/chip';
import { ClockCard } from '@redress/ui/clock-card';
import type { LightState } from '@redress/ui/light';
import { Panel } from '@redress/ui/panel';
import { ProgressBar } from '@redress/ui/progress-bar';
import { Explained } from '../explained.tsx';
import { fullDay, leftInWords, shortDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import type { CaseFile } from '../step-form/case-forms.tsx';
import { useLabels } from '../use-labels.ts';

const shapes: Record<ClockView['light'], LightState> = {
  overdue: 'overdue',
  near: 'near',
  ok: 'ok',
  stopped: 'stopped',
  unknown: 'unknown',
  met: 'ok',
  late: 'overdue',
};
const urgency: Record<ClockView['light'], number> = {
  overdue: 0,
  near: 1,
  ok: 2,
  stopped: 3,
  unknown: 4,
  late: 5,
  met: 6,
};

const isDone = (clock: ClockView) => clock.status === 'met' || clock.status === 'late' || clock.status === 'superseded';

/** The clock whose end matters first: worst light, then the nearest end. */
export const byUrgency = (a: ClockView, b: ClockView): number =>
  urgency[a.light] - urgency[b.light] || (a.due ?? '9999').localeCompare(b.due ?? '9999');

interface ClocksPanelProps {
  view: Pick<CaseFile, 'clocks' | 'waiting'>;
  /** Where there are many: what is done is folded away under its number. */
  foldDone?: boolean;
}

/** Every limit of the case: those that run, each with its reason, and those that are done. */
export function ClocksPanel({ view, foldDone = false }: ClocksPanelProps) {
  const { words } = useLanguage();
  const running = view.clocks.filter((clock) => !isDone(clock)).toSorted(byUrgency);
  const done = view.clocks.filter((clock) => isDone(clock) && clock.status !== 'superseded');
  const first = running.find((clock) => clock.id === view.waiting.clockId) ?? running[0];
  return (
    <>
      <Panel title={words.clocks.title}>
        {running.length === 0 && <p className="rd-muted">{words.clocks.none}</p>}
        {running.map((clock) => (
          <OneClock key={clock.id} clock={clock} open={clock === first} />
        ))}
      </Panel>
      {done.length > 0 && foldDone && (
        <Panel>
          <details className="rw-done-clocks">
            <summary>
              {words.clocks.done} {done.length}
            </summary>
            {done.map((clock) => (
              <OneClock key={clock.id} clock={clock} open={false} />
            ))}
          </details>
        </Panel>
      )}
      {done.length > 0 && !foldDone && (
        <Panel title={words.clocks.done}>
          {done.map((clock) => (
            <OneClock key={clock.id} clock={clock} open={false} />
          ))}
        </Panel>
      )}
    </>
  );
}

/** One limit as a card. */
export function OneClock({ clock, open }: { clock: ClockView; open: boolean }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const name = [labels.ruleAct(clock.ruleId), clock.subjectName].filter(Boolean).join(' · ');
  const done = isDone(clock);
  const marks = clock.marks.map((mark) => words.clocks.marks[mark] ?? mark);
  const advised = clock.advised === null ? null : words.clocks.advised(shortDay(clock.advised, language));
  const unit = clock.unit === 'day' && clock.length !== null && clock.length >= 30;
  return (
    <ClockCard
      name={name}
      light={{ state: shapes[clock.light], label: words.clocks.light[clock.light] }}
      due={clock.due === null ? words.clocks.unknownDue : fullDay(clock.due, language)}
      soft={clock.due === null || clock.marks.includes('provisional')}
      left={
        done && clock.metOn !== null
          ? clock.status === 'late'
            ? words.clocks.lateMet(shortDay(clock.metOn, language))
            : words.clocks.met(shortDay(clock.metOn, language))
          : leftInWords(clock, words)
      }
      chips={
        marks.length === 0 && advised === null && clock.missing === null ? undefined : (
          <>
            {marks.map((mark) => (
              <Chip key={mark} tone="dotted">
                {mark}
              </Chip>
            ))}
            {advised !== null && <Chip tone="dotted">{advised}</Chip>}
            {clock.missing !== null && <Chip tone="dotted">{labels.missing(clock.missing)}</Chip>}
          </>
        )
      }
      progress={
        !done && unit && clock.length !== null && clock.daysUsed !== null ? (
          <ProgressBar
            label={name}
            value={clock.daysUsed}
            max={clock.length}
            marks={progressMarks(clock.length)}
            text={words.clocks.used(clock.daysUsed)}
            note={clock.stoppedDays > 0 ? words.clocks.stoppedDays(clock.stoppedDays) : undefined}
            tone={clock.light === 'overdue' ? 'red' : clock.light === 'near' ? 'amber' : 'ink'}
          />
        ) : undefined
      }
      explanation={
        <>
          <Explained name={name} computation={clock.computation} grid={clock.grid} />
          <MarksWhy marks={clock.marks} />
        </>
      }
      explanationLabel={words.clocks.why}
      defaultOpen={open}
    />
  );
}

/** What each mark beside the limit means, in a sentence. */
function MarksWhy({ marks }: { marks: ClockView['marks'] }) {
  const { words } = useLanguage();
  const said = marks.filter((mark) => words.clocks.marksWhy[mark] !== undefined);
  if (said.length === 0) return null;
  return (
    <ul className="rw-marks-why">
      {said.map((mark) => (
        <li key={mark}>
          {words.clocks.marks[mark]}
          {words.colon}
          {words.clocks.marksWhy[mark]}
        </li>
      ))}
    </ul>
  );
}

/** The last marks before the end: 40 · 50 · 60 of sixty. */
const progressMarks = (length: number) =>
  [length - 20, length - 10, length].filter((at) => at > 0).map((at) => ({ at, label: String(at) }));
