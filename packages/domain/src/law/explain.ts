/** Writes a computation out: its steps as sentences in either language, each with its article and the notices it rests on. */
import { type CivilDate, formatCivilDate, type Language } from '../calendar/civil-date.ts';
import type { DayInfo, DaySource } from '../calendar/work-calendar.ts';
import { citationLabel, ruleLawLabel } from './article-label.ts';
import type { Computation, Step, StopKind, StoppedSpan } from './compute.ts';
import { type LawLabels, lawLabels } from './law-labels.ts';
import type { Citation, TimeLimit } from './time-limit.ts';

/** One step in words. */
export interface ExplainedStep {
  readonly step: Step['step'];
  readonly text: string;
  /** The articles it rests on, and their names in one line; null where the texts give none. */
  readonly citations: readonly Citation[];
  readonly law: string | null;
  /** The holiday notices it rests on, one line each. */
  readonly notices: readonly string[];
  /** The ledger entry behind it, where there is one. */
  readonly ref: number | null;
}

/** A computation in words. */
export interface Explanation {
  /** The limit's name. */
  readonly name: string;
  /** The rule's law and articles; null where no rule is on file. */
  readonly law: string | null;
  /** The result in one line. */
  readonly result: string;
  readonly marks: readonly string[];
  readonly steps: readonly ExplainedStep[];
}

/** What an explanation may be told beyond the computation. */
export interface ExplainOptions {
  /** What started the limit, in the case's own words (受理, a document's name); else the rule's trigger. */
  readonly trigger?: string;
}

/** The articles on counting days: the first day, the last day on a day off, and what counts as working days. */
function countingArticles(
  rule: TimeLimit,
  trigger: CivilDate | null,
): {
  readonly start: readonly Citation[];
  readonly roll: readonly Citation[];
  readonly workingDays: readonly Citation[];
} {
  const day = trigger ?? rule.effectiveFrom;
  const civil = (article: string): Citation => ({ law: 'CPL2023', article });
  if (rule.proceeding === 'reconsideration') {
    const cites = (law: Citation['law']) => rule.citations.some((citation) => citation.law === law);
    if (cites('ARL1999') || (day < '2024-01-01' && !cites('ARL2023'))) {
      const through: readonly Citation[] = [{ law: 'ARL1999', article: '40(1)' }];
      return { start: through, roll: through, workingDays: [{ law: 'ARL1999', article: '40(2)' }] };
    }
    const through: Citation = { law: 'ARL2023', article: '88(1)' };
    return {
      start: [through, civil('85(2)')],
      roll: [through, civil('85(3)')],
      workingDays: [{ law: 'ARL2023', article: '88(2)' }],
    };
  }
  if (rule.proceeding === 'litigation') {
    if (day < '2018-02-08') {
      const through: readonly Citation[] = [{ law: 'ALL2017', article: '101' }];
      return { start: through, roll: through, workingDays: [] };
    }
    return {
      start: [{ law: 'INT2018', article: '48(2)' }],
      roll: [{ law: 'INT2018', article: '48(3)' }],
      workingDays: [],
    };
  }
  if (rule.proceeding === 'service' && day >= '2024-01-01') {
    return { start: [civil('85(2)')], roll: [civil('85(3)')], workingDays: [] };
  }
  return { start: [], roll: [], workingDays: [] };
}

/** The article that lets a clock stand, by the kind of stop and the day it began. */
function stopArticles(rule: TimeLimit, span: StoppedSpan): readonly Citation[] {
  if (rule.proceeding === 'litigation') {
    return span.kind === 'obstacle' ? [{ law: 'ALL2017', article: '48(1)' }] : [{ law: 'INT2018', article: '50(1)' }];
  }
  if (rule.proceeding === 'compensation') return [{ law: 'SCL2012', article: '39' }];
  const oldLaw = span.from < '2024-01-01';
  const oldRegulation = span.from < '2026-07-01';
  const regulation = (article: string): readonly Citation[] => [
    oldRegulation ? { law: 'REG2007', article } : { law: 'REG2026', article: null },
  ];
  const articles: Readonly<Record<StopKind, readonly Citation[]>> = {
    suspension: [oldLaw ? { law: 'REG2007', article: '41' } : { law: 'ARL2023', article: '39' }],
    'on-site-inspection': regulation('34'),
    appraisal: regulation('37'),
    'settling-receiver': regulation('30'),
    obstacle: [oldLaw ? { law: 'ARL1999', article: '9(2)' } : { law: 'ARL2023', article: '20(2)' }],
    'public-notice': [],
    mediation: [],
    jurisdiction: [],
    detention: [],
  };
  return articles[span.kind];
}

const dayOffKinds: ReadonlySet<DayInfo['kind']> = new Set(['holiday', 'local-off', 'weekend']);

/** Runs of neighbouring days of one kind and name, as `2月15日–2月23日`. */
function runsOf(days: readonly DayInfo[], language: Language): readonly { label: string; day: DayInfo }[] {
  const runs: { first: DayInfo; last: DayInfo }[] = [];
  let previousIndex = -2;
  days.forEach((day, index) => {
    const run = runs.at(-1);
    if (run && previousIndex === index - 1 && run.last.kind === day.kind && run.last.name === day.name) run.last = day;
    else runs.push({ first: day, last: day });
    previousIndex = index;
  });
  return runs.map(({ first, last }) => {
    const from = formatCivilDate(first.date, language, 'short');
    const label = first === last ? from : `${from}–${formatCivilDate(last.date, language, 'short')}`;
    return { label, day: first };
  });
}

function describeDay(day: DayInfo, language: Language): string {
  const zh = language === 'zh-CN';
  if (day.kind === 'weekend') return zh ? '周末休息日' : 'weekend';
  if (day.kind === 'make-up') return zh ? `${day.name ?? ''}调休上班` : `make-up working day (${day.name ?? ''})`;
  return zh ? `${day.name ?? ''}放假` : `day off (${day.name ?? ''})`;
}

function noticeLine(source: DaySource, language: Language): string {
  const zh = language === 'zh-CN';
  if (source.kind === 'regulation') {
    return zh
      ? `该年放假通知尚未发布，按《${source.title ?? ''}》推定`
      : `no notice for that year yet: by ${source.title ?? ''}`;
  }
  const title = [source.title, source.number].filter((part) => part !== null).join(' ');
  if (source.url === null && title === '') {
    return zh ? '放假通知：未入库' : 'holiday notice: not on file';
  }
  return `${zh ? '放假通知：' : 'holiday notice: '}${[title, source.url].filter((part) => part !== null && part !== '').join(' ')}`;
}

function noticesOf(days: readonly DayInfo[], language: Language): readonly string[] {
  return [...new Set(days.flatMap((day) => (day.source === null ? [] : [noticeLine(day.source, language)])))];
}

interface Words {
  readonly text: string;
  readonly citations?: readonly Citation[];
  /** Words for the law line where it is no citation of an instrument on file. */
  readonly law?: string | null;
  readonly notices?: readonly string[];
  readonly ref?: number | null;
}

/** The limit's length in words: `60 日`, `5 个工作日`, `6 个月`. */
export function lengthText(length: number, unit: 'day' | 'working-day' | 'month' | 'year', language: Language): string {
  const words = lawLabels(language).units[unit];
  if (language === 'zh-CN') return `${length} ${words}`;
  return `${length} ${length === 1 ? words.replace(/s$/, '') : words}`;
}

function stepWords(
  step: Step,
  computation: Computation,
  rule: TimeLimit | null,
  labels: LawLabels,
  language: Language,
  options: ExplainOptions,
): Words {
  const zh = language === 'zh-CN';
  const day = (date: CivilDate) => formatCivilDate(date, language);
  const full = (date: CivilDate) => formatCivilDate(date, language, 'full');
  const short = (date: CivilDate) => formatCivilDate(date, language, 'short');
  const counting = rule ? countingArticles(rule, computation.trigger) : { start: [], roll: [], workingDays: [] };
  const own = rule?.special === undefined ? (rule?.citations ?? []) : [];
  const ownLaw = rule ? ruleLawLabel(rule, language) : null;
  const trigger = options.trigger ?? (rule ? labels.triggers[rule.trigger] : '');
  const days = (n: number) => lengthText(n, 'day', language);

  switch (step.step) {
    case 'chosen':
      return { text: labels.chosenBy[step.by], law: ownLaw, citations: own };
    case 'displaced': {
      const { lawName, article, length, unit } = step.special;
      const size = lengthText(length, unit, language);
      if (step.special.byDecision === true) {
        return {
          text: zh ? `复议决定确定的期限：${size}` : `the period set by the decision: ${size}`,
          law: ownLaw,
        };
      }
      return {
        text: zh
          ? `《${lawName}》${article}另有规定：${size}，不适用一般期限`
          : `${lawName}, ${article} sets ${size} in place of the general limit`,
        citations: rule?.citations ?? [],
        law: zh ? `《${lawName}》${article}` : `${lawName}, ${article}`,
      };
    }
    case 'started':
      return {
        text: zh
          ? `${day(step.on)} ${trigger}，当日不计`
          : `${day(step.on)}: ${trigger}; the day itself is not counted`,
        citations: counting.start,
        ref: step.ref,
      };
    case 'counts-back-from':
      return {
        text: zh
          ? `${day(step.on)} ${trigger}，当日不计，向前计算`
          : `${day(step.on)}: ${trigger}; counted back, without the day itself`,
        citations: own,
        law: ownLaw,
        ref: step.ref,
      };
    case 'added': {
      const size = lengthText(step.length, step.unit, language);
      return {
        text: zh ? `加 ${size}，至 ${day(step.to)}` : `plus ${size}, to ${day(step.to)}`,
        citations: own,
        law: ownLaw,
      };
    }
    case 'counted-working-days': {
      const size = lengthText(step.length, 'working-day', language);
      const runs = runsOf(step.set, language);
      const off = runs.filter((run) => dayOffKinds.has(run.day.kind));
      const on = runs.filter((run) => !dayOffKinds.has(run.day.kind));
      const words = (list: typeof runs) =>
        list.map((run) =>
          zh ? `${run.label}${describeDay(run.day, language)}` : `${run.label} ${describeDay(run.day, language)}`,
        );
      const parts = zh
        ? [
            step.direction === 'after'
              ? `自次日起计 ${size}，至 ${day(step.to)}`
              : `向前计 ${size}，至 ${day(step.to)}`,
            ...(off.length > 0 ? [`其间${words(off).join('、')}，不计`] : []),
            ...(on.length > 0 ? [`${words(on).join('、')}，计入`] : []),
          ]
        : [
            step.direction === 'after'
              ? `${size} from the next day, to ${day(step.to)}`
              : `${size} back, to ${day(step.to)}`,
            ...(off.length > 0 ? [`not counted: ${words(off).join(', ')}`] : []),
            ...(on.length > 0 ? [`counted: ${words(on).join(', ')}`] : []),
          ];
      return {
        text: parts.join(zh ? '；' : '; '),
        citations: [...own, ...counting.workingDays],
        notices: noticesOf(step.set, language),
      };
    }
    case 'subtracted':
      return {
        text: zh ? `减 ${days(step.length)}，至 ${day(step.to)}` : `minus ${days(step.length)}, to ${day(step.to)}`,
        citations: own,
        law: ownLaw,
      };
    case 'extended': {
      const unproven = step.unproven ? (zh ? '（通知发出日期未证实）' : ' (sending of the notice unproven)') : '';
      const second = step.second ? (zh ? '再次' : 'again ') : '';
      return {
        text: zh
          ? `${second}延长 ${days(step.days)}，加在原期限上，至 ${day(step.to)}${unproven}`
          : `extended ${second}by ${days(step.days)} on the limit before any roll, to ${day(step.to)}${unproven}`,
        citations: own,
        law: ownLaw,
        ref: step.ref,
      };
    }
    case 'extension-without-effect': {
      const { fact, problem, end, lateDays } = step.outcome;
      const by =
        end !== null && lateDays !== null
          ? zh
            ? `（期限于 ${day(end)} 届满，迟 ${days(lateDays)}）`
            : ` (it ended on ${day(end)}, ${days(lateDays)} before)`
          : '';
      return {
        text: zh
          ? `延长 ${days(fact.days)}不生效：${labels.extensionProblems[problem]}${by}，日期不变`
          : `the extension by ${days(fact.days)} has no effect: ${labels.extensionProblems[problem]}${by}`,
        citations: own,
        law: ownLaw,
        ref: fact.ref ?? null,
      };
    }
    case 'stopped': {
      const kinds = [...new Set(step.spans.map((span) => labels.stopKinds[span.kind]))];
      const until = zh ? `${short(step.from)}–${short(step.to)}` : `${short(step.from)} – ${short(step.to)}`;
      return {
        text: zh
          ? `${kinds.join('、')} ${until}，扣除 ${days(step.days)}，至 ${day(step.end)}`
          : `${kinds.join(', ')} ${until}: ${days(step.days)} not counted, to ${day(step.end)}`,
        citations: rule ? uniqueCitations(step.spans.flatMap((span) => stopArticles(rule, span))) : [],
        ref: step.spans.find((span) => span.ref !== undefined)?.ref ?? null,
      };
    }
    case 'standing': {
      const unit = rule?.special?.unit ?? rule?.unit;
      const left = unit === 'working-day' ? lengthText(step.daysLeft, 'working-day', language) : days(step.daysLeft);
      return {
        text: zh
          ? `自 ${day(step.from)} 起停止计算，尚余 ${left}；恢复后继续计算`
          : `stopped since ${day(step.from)}, ${left} left; it goes on when resumed`,
        citations: rule ? uniqueCitations(step.spans.flatMap((span) => stopArticles(rule, span))) : [],
        ref: step.spans.find((span) => span.ref !== undefined)?.ref ?? null,
      };
    }
    case 'rolled': {
      const over = runsOf(step.over, language)
        .map((run) =>
          zh ? `${run.label}为${describeDay(run.day, language)}` : `${run.label} ${describeDay(run.day, language)}`,
        )
        .join(zh ? '、' : ', ');
      return {
        text: zh ? `${over}，顺延至 ${day(step.to)}` : `${over}: moved to ${day(step.to)}`,
        citations: counting.roll,
        notices: noticesOf(step.over, language),
      };
    }
    case 'stopped-before-roll-ended':
      return {
        text: zh
          ? `顺延后的 ${day(step.from)} 仍在停止计算期间，至恢复之日 ${day(step.to)}`
          : `${day(step.from)} is still a stopped day: held until ${day(step.to)}`,
      };
    case 'set-by-document':
      return {
        text: zh ? `文书确定 ${day(step.on)}，不顺延` : `set by the document: ${day(step.on)}, not moved`,
        citations: own,
        law: ownLaw,
        ref: step.ref,
      };
    case 'capped':
      return {
        text: zh
          ? `${labels.rules[step.by]}先届满：以 ${day(step.on)} 为准`
          : `${labels.rules[step.by]} ends first: ${day(step.on)} governs`,
      };
    case 'ends': {
      const words: Readonly<Record<typeof step.kind, string>> = zh
        ? {
            deadline: `${full(step.on)}届满`,
            lapse: `${full(step.on)}期满，次日起生效`,
            outer: `最长至${full(step.on)}`,
          }
        : {
            deadline: `ends on ${full(step.on)}`,
            lapse: `ends on ${full(step.on)}; takes effect from the next day`,
            outer: `at the latest on ${full(step.on)}`,
          };
      return { text: words[step.kind] };
    }
    case 'latest-day':
      return { text: zh ? `最迟 ${full(step.on)}` : `on ${full(step.on)} at the latest` };
    case 'advised':
      return {
        text: zh
          ? `${short(step.because.date)}为${describeDay(step.because, language)}，建议提前至 ${full(step.on)}`
          : `${short(step.because.date)} is a ${describeDay(step.because, language)}: better by ${full(step.on)}`,
        notices: noticesOf([step.because], language),
      };
    case 'provisional':
      return {
        text: zh
          ? `${step.lastYearWithNotice + 1}年起的放假通知尚未发布，${day(step.from)}起的日期暂定，按周末和法定固定节日推定，遇周末的节日另有补休`
          : `provisional: no holiday notice for ${step.lastYearWithNotice + 1} yet; from ${day(step.from)} only weekends and fixed days are known, and a fixed day on a weekend brings a day off elsewhere`,
        citations: [{ law: 'HOL2024', article: '2' }],
      };
    case 'unverified':
      return { text: labels.marks.unverified };
    case 'reading':
      return { text: labels.readings[step.reading] };
    case 'unknown':
      return { text: labels.unknownWhy[step.why] };
  }
}

function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  return [...new Map(citations.map((citation) => [`${citation.law} ${citation.article}`, citation])).values()];
}

function resultLine(computation: Computation, labels: LawLabels, language: Language): string {
  const zh = language === 'zh-CN';
  const { due, rule } = computation;
  if (due !== null) {
    const day = formatCivilDate(due, language, 'full');
    if (rule?.direction === 'before') return zh ? `最迟 ${day}` : `on ${day} at the latest`;
    if (rule?.kind === 'outer') return zh ? `最长至 ${day}` : `at the latest on ${day}`;
    if (rule?.kind === 'lapse') return zh ? `${day}期满` : `ends on ${day}`;
    return zh ? `${day}届满` : `ends on ${day}`;
  }
  if (computation.status === 'stopped') {
    const left = computation.daysLeft ?? 0;
    return zh ? `已停止计算，尚余 ${left} 日` : `stopped, ${left} ${left === 1 ? 'day' : 'days'} left`;
  }
  return computation.unknownWhy === null ? labels.statuses.unknown : labels.unknownWhy[computation.unknownWhy];
}

/** Writes a computation out in a language. */
export function explain(computation: Computation, language: Language, options: ExplainOptions = {}): Explanation {
  const labels = lawLabels(language);
  const { rule } = computation;
  return {
    name: labels.rules[computation.ruleId],
    law: rule ? ruleLawLabel(rule, language) : null,
    result: resultLine(computation, labels, language),
    marks: computation.marks.map((mark) => labels.marks[mark]),
    steps: computation.steps.map((step) => {
      const words = stepWords(step, computation, rule, labels, language, options);
      const citations = words.citations ?? [];
      const cited = citations
        .map((citation) => citationLabel(citation, language))
        .join(language === 'zh-CN' ? '；' : '; ');
      return {
        step: step.step,
        text: words.text,
        citations,
        law: words.law !== undefined ? words.law : cited === '' ? null : cited,
        notices: words.notices ?? [],
        ref: words.ref ?? null,
      };
    }),
  };
}
