import { isStepType, phaseOf } from '@redress/domain/reconsideration/steps';
import type { CaseView, ClockView, NextStep } from '@redress/domain/reconsideration/view-types';
import { Chip } from '@redress/ui/chip';
import { PageHeader } from '@redress/ui/page-header';
import { StepMenu } from '@redress/ui/step-menu';
import { VerdictButton } from '@redress/ui/verdict-button';
import { Link } from '@tanstack/react-router';
import { leftInWords } from '../../lib/format.ts';
import { useWords } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { HandlersLine } from './handlers-line.tsx';

/** How many steps stand as buttons before the rest goes into the menu. */
const buttons = 4;
const order = { usual: 0, allowed: 1, irregular: 2, refused: 3 } as const;
/** Of what is merely allowed, the acts that are taken most days come first; the rest keep the domain's order. */
const often = [
  'approve',
  'endorse',
  'return-proposal',
  'refuse',
  'notify-correction',
  'extend',
  'suspend',
  'hear-opinion',
];
const rank = (step: NextStep): number => {
  const at = often.indexOf(step.step);
  return at < 0 ? often.length : at;
};
/** The headings of the menu, in their order. */
const groups = ['often', 'examination', 'review', 'document', 'after-decision', 'file', 'approval'] as const;
type StepGroup = (typeof groups)[number];
const groupOf = ({ step, verdict }: NextStep): StepGroup => {
  if (often.includes(step) && verdict !== 'refused') return 'often';
  const phase = isStepType(step) ? phaseOf[step] : 'file';
  return phase === 'opening' ? 'examination' : phase;
};
const groupRank = (step: NextStep): number => groups.indexOf(groupOf(step));
/** Steps about one thing of the file are taken where that thing stands, not from the head of the page. */
const takenElsewhere = new Set([
  'correct-entry',
  'annul-entry',
  'propose',
  'register-application',
  'unlink',
  'hand-over',
  'replace-agent',
]);

const chipTone = (view: CaseView) => {
  if (view.stage === 'suspended') return 'dotted' as const;
  return view.closedOn === null ? ('ink' as const) : ('jade' as const);
};

/** The head of the file: number, title, state, who waits for whom, and what may happen next. */
export function CaseHeader({ view, onStep }: { view: CaseView; onStep: (step: string, about?: string) => void }) {
  const words = useWords();
  const labels = useLabels();
  const isOffice = view.audience === 'reviewing' || view.audience === 'superior';
  const isLetter = view.audience === 'addressed';
  const steps = view.nextSteps
    .filter((step) => !takenElsewhere.has(step.step))
    // A department is not told of the office's own steps.
    .filter((step) => isOffice || step.reason !== 'not-this-actor')
    .toSorted((a, b) => order[a.verdict] - order[b.verdict] || rank(a) - rank(b));
  const usual = steps.filter((step) => step.verdict === 'usual').length;
  const offered = steps.filter((s) => s.verdict === 'usual' || (s.verdict === 'allowed' && often.includes(s.step)));
  const inSight = Math.min(buttons, Math.max(usual, 3), offered.length);

  const open = view.proposals.find((proposal) => proposal.state === 'open');
  const said = (step: NextStep) => ({
    label: step.verdict === 'usual' ? labels.act(step.step) : labels.step(step.step),
    verdict: step.verdict,
    reason: step.reason === null ? undefined : labels.reason(step.reason, step.params),
    article: step.article === null ? undefined : labels.article(step.article),
    onAct: () => onStep(step.step, aboutProposal.has(step.step) ? open?.proposalId : undefined),
  });

  return (
    <PageHeader
      crumbs={
        <>
          {isLetter ? (
            <Link to="/letters">{words.proceedings.letters.title}</Link>
          ) : (
            <Link to="/cases">{words.file.crumbs}</Link>
          )}{' '}
          / {view.number ?? words.list.unnumbered}
        </>
      }
      title={view.title}
      chips={
        <>
          {isLetter ? (
            <Chip>{words.proceedings.letters.about}</Chip>
          ) : (
            <Chip tone={chipTone(view)}>
              {labels.stage(view.stage)}
              {view.procedure !== null && view.closedOn === null && ` · ${labels.procedure(view.procedure)}`}
            </Chip>
          )}
          {view.deemedAccepted && <Chip tone="amber">{words.file.deemed}</Chip>}
          {view.outcome !== null && <Chip tone="jade">{labels.outcome(view.outcome)}</Chip>}
        </>
      }
      lead={
        <>
          <WaitingLine view={view} />
          {!isLetter && <HandlersLine view={view} onStep={onStep} />}
        </>
      }
      actions={
        steps.length === 0 ? undefined : (
          <>
            {steps.slice(0, inSight).map((step, at) => (
              // One act stands out: the first of the usual ones.
              <VerdictButton key={step.step} {...said(step)} verdict={at > 0 ? notFirst(step.verdict) : step.verdict} />
            ))}
            <StepMenu
              label={words.file.more}
              refusedLabel={words.file.refusedSteps}
              items={steps
                .slice(inSight)
                .toSorted((a, b) => groupRank(a) - groupRank(b))
                .map((step) => ({ key: step.step, ...said(step), group: words.file.groups[groupOf(step)] }))}
            />
          </>
        )
      }
    />
  );
}

const notFirst = (verdict: NextStep['verdict']): NextStep['verdict'] => (verdict === 'usual' ? 'allowed' : verdict);

const aboutProposal = new Set(['approve', 'endorse', 'return-proposal', 'withdraw-proposal']);

const leftTone = (clock: ClockView) =>
  clock.light === 'overdue' ? 'rd-tone-red' : clock.light === 'near' ? 'rd-tone-amber' : '';

/** Those of whom a name says more than their part in the case. */
const namedByName: ReadonlySet<string> = new Set(['applicant', 'respondent']);

/** 等谁: whom, for what, how long yet, and what follows if nothing happens. */
function WaitingLine({ view }: { view: CaseView }) {
  const words = useWords();
  const labels = useLabels();
  const { waiting } = view;
  if (waiting.who === 'nobody') return <>{words.file.nobody}</>;
  const clock = view.clocks.find((c) => c.id === waiting.clockId);
  const consequence = waiting.consequence === null ? null : labels.consequence(waiting.consequence);
  const who = namedByName.has(waiting.who) ? waiting.subjectName : null;
  return (
    <>
      <b className="rw-waiting">
        {words.file.waitingFor}
        {words.colon}
        {who ?? labels.waitedFor(waiting.who)}
      </b>
      {' — '}
      {labels.waiting(waiting.what)}
      {waiting.article !== null && words.bracketed(labels.article(waiting.article))}
      {clock !== undefined && (
        <>
          {words.stop}
          {labels.ruleAct(clock.ruleId)}
          {words.colon}
          <b className={leftTone(clock)}>{leftInWords(clock, words)}</b>
        </>
      )}
      {consequence !== null && (
        <>
          {words.semicolon}
          {consequence}
        </>
      )}
    </>
  );
}
