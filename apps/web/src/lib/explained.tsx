import type { DayInfo } from '@redress/domain/calendar/work-calendar';
import { articleLabel, citationLabel } from '@redress/domain/law/article-label';
import type { Computation } from '@redress/domain/law/compute';
import type { GridDay } from '@redress/domain/law/day-grid';
import { type ExplainedStep, explain } from '@redress/domain/law/explain';
import { DayGrid, type DayKind, type GridDay as Square } from '@redress/ui/day-grid';
import { ExplanationSteps } from '@redress/ui/explanation-steps';
import { fullDay } from './format.ts';
import type { Words } from './labels/words.ts';
import { type Language, useLanguage } from './language.tsx';

interface ExplainedProps {
  /** Which limit, for those who hear the page. */
  name: string;
  computation: Computation;
  grid: readonly GridDay[];
  /** What started it in the case's own words: 受理. */
  trigger?: string | undefined;
}

const ground = (info: DayInfo): DayKind => {
  if (info.kind === 'holiday' || info.kind === 'local-off') return 'holiday';
  if (info.kind === 'make-up') return 'make-up';
  return info.kind === 'weekend' ? 'weekend' : 'counted';
};

/** How a day of the law's grid is drawn: an end keeps the ground it lies on. */
function square(day: GridDay, words: Words, language: Language): Square {
  const kinds = words.clocks.kinds;
  const kind: DayKind = day.kind === 'rolled' ? ground(day.info) : day.kind === 'advised' ? 'raw' : day.kind;
  const what = [
    kind === 'counted' || kind === 'none' ? null : kinds[kind],
    day.info.name === null || day.info.name === undefined ? null : day.info.name,
  ].filter((part) => part !== null);
  const counted = day.count === null ? '' : ` · ${words.clocks.nth(day.count)}`;
  return {
    date: day.date,
    kind,
    label: `${fullDay(day.date, language)} ${what.join(' ')}${counted}`.trim(),
    ...(kind === 'raw' || kind === 'due' ? { under: ground(day.info) } : {}),
  };
}

/** The articles of a step, those of one law under its name once. */
function lawLine(step: ExplainedStep, words: Words, language: Language): string | null {
  if (step.citations.length === 0) return step.law;
  const laws: string[] = [];
  let last: string | null = null;
  for (const citation of step.citations) {
    if (citation.law === last && citation.article !== null) {
      laws[laws.length - 1] += `${words.listSeparator}${articleLabel(citation.law, citation.article, language)}`;
    } else laws.push(citationLabel(citation, language));
    last = citation.law;
  }
  return laws.join(words.semicolon);
}

/** Why it is this day: every day from the fact to the end, and the steps with their articles under it. */
export function Explained({ name, computation, grid, trigger }: ExplainedProps) {
  const { words, language } = useLanguage();
  const said = explain(computation, language, trigger === undefined ? {} : { trigger });
  return (
    <div className="rw-explained">
      {grid.length > 0 && (
        <DayGrid
          days={grid.map((day) => square(day, words, language))}
          label={words.clocks.grid(name)}
          kindNames={words.clocks.kinds}
          weekdayNames={words.clocks.weekdays}
          monthName={words.clocks.month}
          hint={words.clocks.gridHint}
        />
      )}
      <ExplanationSteps
        label={words.clocks.steps}
        steps={said.steps.map((step, index) => {
          const law = [lawLine(step, words, language), ...step.notices].filter((line) => line !== null && line !== '');
          return {
            key: `${index}-${step.step}`,
            sentence: step.step === 'ends' || step.step === 'latest-day' ? <b>{step.text}</b> : step.text,
            end: step.step === 'ends' || step.step === 'latest-day',
            ...(law.length === 0
              ? {}
              : {
                  law: law.map((line) => (
                    <span key={line} className="rw-law-line">
                      {line}
                    </span>
                  )),
                }),
          };
        })}
      />
    </div>
  );
}
