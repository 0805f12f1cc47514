import type { ClockView } from '@redress/domain/case-view/types';
import { isStepType, phaseOf } from '@redress/domain/litigation/steps';
import type { LawsuitView, NextStep } from '@redress/domain/litigation/view-types';
import { Chip } from '@redress/ui/chip';
import { PageHeader } from '@redress/ui/page-header';
import { StepMenu } from '@redress/ui/step-menu';
import { VerdictButton } from '@redress/ui/verdict-button';
import { Link } from '@tanstack/react-router';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { RemindButton } from '../../lib/case-file/remind-button.tsx';
import { leftInWords } from '../../lib/format.ts';
import { useWords } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { SuitTabProps } from './lawsuit-page.tsx';

/** How many steps stand as buttons before the rest goes into the menu. */
const buttons = 4;
const order = { usual: 0, allowed: 1, irregular: 2, refused: 3 } as const;
/** The headings of the menu, in their order. */
const groups = ['answer', 'session', 'appearance', 'judgment', 'after', 'instance', 'file', 'approval'] as const;
type StepGroup = (typeof groups)[number];
const groupOf = ({ step }: NextStep): StepGroup => {
  const phase = isStepType(step) ? phaseOf[step] : 'file';
  return phase === 'opening' ? 'instance' : phase;
};
/** Steps about one thing of the file are taken where that thing stands, not from the head of the page. */
const takenElsewhere = new Set([
  'register-summons',
  'correct-entry',
  'annul-entry',
  'propose',
  'unlink',
  'hand-over',
  'issue-form',
  'end-agent',
]);
const aboutProposal = new Set(['approve', 'return-proposal', 'withdraw-proposal']);

const notFirst = (verdict: NextStep['verdict']): NextStep['verdict'] => (verdict === 'usual' ? 'allowed' : verdict);

/** The head of the file: number, title, state, who waits for whom, and what may happen next. */
export function LawsuitHeader({ view, onStep }: SuitTabProps) {
  const words = useWords();
  const labels = useLabels();
  const code = useSuitCodes();
  const w = words.lawsuitFile;
  const isOffice = view.audience === 'reviewing' || view.audience === 'superior';
  const current = view.instances.find((i) => i.instanceId === view.currentInstanceId);
  const steps = view.nextSteps
    .filter((step) => !takenElsewhere.has(step.step))
    // A department is not told of the office's own steps.
    .filter((step) => isOffice || step.reason !== 'not-this-actor')
    .toSorted((a, b) => order[a.verdict] - order[b.verdict]);
  const usual = steps.filter((step) => step.verdict === 'usual').length;
  const inSight = Math.min(buttons, usual);
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
          <Link to="/lawsuits">{w.crumb}</Link> / {view.number ?? words.list.unnumbered}
          {current !== undefined && ` / ${current.courtNumber}`}
        </>
      }
      title={view.title}
      chips={
        <>
          <Chip tone={view.stage === 'suspended' ? 'dotted' : view.closedOn === null ? 'ink' : 'jade'}>
            {[
              current === undefined || view.closedOn !== null ? '' : code('levels', current.level),
              labels.stage(view.stage),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Chip>
          {current?.remand === true && <Chip>{w.remand}</Chip>}
          {view.major !== null && !view.major.ended && <Chip tone="amber">{w.major}</Chip>}
          {view.result !== null && (view.closedOn !== null || view.stage === 'performing') && (
            <Chip tone={view.result.lost ? 'red' : 'jade'}>
              {code('outcomes', view.result.principal)}
              {view.result.lost && ` · ${w.lost}`}
            </Chip>
          )}
        </>
      }
      lead={
        <>
          <WaitingLine view={view} />
          {isRemindable(view) && (
            <>
              {' '}
              <RemindButton view={view} />
            </>
          )}
          <HandlersLine view={view} onStep={onStep} />
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
                .toSorted((a, b) => groups.indexOf(groupOf(a)) - groups.indexOf(groupOf(b)))
                .map((step) => ({ key: step.step, ...said(step), group: w.groups[groupOf(step)] }))}
            />
          </>
        )
      }
    />
  );
}

const leftTone = (clock: ClockView) =>
  clock.light === 'overdue' ? 'rd-tone-red' : clock.light === 'near' ? 'rd-tone-amber' : '';

/** The office reminds whoever answers for an organ; a court is reminded elsewhere, and nobody reminds themselves. */
const isRemindable = ({ audience, waiting, organs, organId }: LawsuitView): boolean =>
  audience === 'reviewing' &&
  (waiting.who === 'department' || waiting.who === 'leader') &&
  organs.some((o) => o.organId === waiting.organId && o.undertakingId !== organId);

/** 等谁: whom, for what, how long yet, and what follows if nothing happens. */
function WaitingLine({ view }: { view: LawsuitView }) {
  const words = useWords();
  const labels = useLabels();
  const { waiting } = view;
  if (waiting.who === 'nobody') return <>{words.file.nobody}</>;
  const clock = view.clocks.find((c) => c.id === waiting.clockId);
  const who = labels.waitedFor(waiting.who);
  return (
    <>
      <b className="rw-waiting">
        {words.file.waitingFor}
        {words.colon}
        {waiting.who === 'service'
          ? words.lawsuitFile.waitingService(waiting.organName)
          : waiting.organName === null
            ? who
            : words.lawsuitFile.waitingOrgan(who, waiting.organName)}
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
      {waiting.consequence !== null && (
        <>
          {words.semicolon}
          {clock === undefined || clock.light === 'overdue'
            ? labels.consequence(waiting.consequence)
            : words.lawsuitFile.afterLimit(labels.consequence(waiting.consequence))}
        </>
      )}
    </>
  );
}

/** Who of the office keeps the file. */
function HandlersLine({ view, onStep }: SuitTabProps) {
  const words = useWords();
  const w = words.lawsuitFile;
  if (view.audience === 'respondent' && view.handlers.length === 0) return null;
  return (
    <div className="rw-handlers">
      <span className="rd-muted">
        {w.handlers}
        {words.colon}
      </span>
      {view.handlers.length === 0 && <span>{w.unassigned}</span>}
      {view.handlers.map((handler) => (
        <span key={handler.accountId}>{handler.name}</span>
      ))}
      {mayTake(view, 'assign-handlers') && (
        <button type="button" className="rd-btn rw-small" data-look="plain" onClick={() => onStep('assign-handlers')}>
          {view.handlers.length === 0 ? w.assign : w.change}
        </button>
      )}
    </div>
  );
}
