import type { FieldProblem } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import { checkWords } from '@redress/domain/labels/checks';
import type { CheckName } from '@redress/domain/reconsideration/checks/check';
import { refusalProposed, warningsOf } from '@redress/domain/reconsideration/checks/check-application';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AlikeCases, CheckedSummary, Checks } from '../../lib/checks.tsx';
import { type Choice, LongTextField, SelectField } from '../../lib/fields.tsx';
import { useLanguage } from '../../lib/language.tsx';
import type { StepValues } from '../../lib/step-form/case-forms.tsx';
import { useTRPC } from '../../lib/trpc.ts';

/** A check that was not met, and why the case is accepted all the same. */
export interface Overridden {
  readonly check: string;
  readonly reason: string;
}

const useCaseChecks = (caseId: StreamId) => {
  const trpc = useTRPC();
  return useQuery(trpc.intake.checkCase.queryOptions({ id: caseId }));
};

/** What was looked at, folded away where nothing speaks against it. */
function CheckedBefore({ caseId, open }: { caseId: StreamId; open: boolean }) {
  const { words } = useLanguage();
  const w = words.intake.checks;
  const { data, isError } = useCaseChecks(caseId);
  if (data === undefined) return <p className="rd-muted">{isError ? w.failed : w.waiting}</p>;
  return (
    <details className="rw-checked" open={open || undefined}>
      <summary>
        {w.title} <CheckedSummary checked={data} />
      </summary>
      <p className="rd-muted rd-small">{w.lead}</p>
      <Checks checked={data} />
      <p className="rd-strong">{w.alikeTitle}</p>
      <AlikeCases alike={data.alike} />
    </details>
  );
}

interface ChecksFieldProps {
  caseId: StreamId;
  path: string;
  value: readonly Overridden[];
  problems: readonly FieldProblem[];
  onChange: (value: readonly Overridden[]) => void;
}

/** Before acceptance: each check that is not met asks for the reason why the case is accepted all the same. */
export function ChecksField({ caseId, path, value, problems, onChange }: ChecksFieldProps) {
  const { words, language } = useLanguage();
  const w = words.intake.checks;
  const { data } = useCaseChecks(caseId);
  const names = checkWords(language).names;
  const unmet = data === undefined ? null : warningsOf(data.checks).map((c) => c.check as string);
  const asked = value.map((one) => one.check);
  useEffect(() => {
    // One line for each check that is not met; what was typed for it stays.
    if (unmet === null || unmet.join() === asked.join()) return;
    onChange(unmet.map((check) => ({ check, reason: value.find((one) => one.check === check)?.reason ?? '' })));
  });
  return (
    <div className="rw-all">
      <CheckedBefore caseId={caseId} open={value.length > 0} />
      {value.length > 0 && (
        <fieldset className="rw-rows">
          <legend>{w.overriddenTitle}</legend>
          <p className="rd-muted rd-small">{w.overriddenLead}</p>
          {value.map((one, at) => (
            <LongTextField
              key={one.check}
              label={w.overriddenReason(names[one.check as CheckName] ?? one.check)}
              required
              rows={1}
              value={one.reason}
              problems={problems.filter((p) => p.field === `${path}.${at}.reason`)}
              onChange={(reason) => onChange(value.map((o, i) => (i === at ? { ...o, reason } : o)))}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

interface FailingConditionProps {
  caseId: StreamId;
  label: string;
  required: boolean;
  problems: readonly FieldProblem[];
  options: readonly Choice[];
  value: string | null;
  onPropose: (part: StepValues) => void;
  onChange: (value: string | null) => void;
}

/** The condition a refusal names: the first that the record speaks against is proposed, with whose the case is. */
export function FailingConditionField({ caseId, onPropose, ...select }: FailingConditionProps) {
  const w = useLanguage().words.intake.checks;
  const { data } = useCaseChecks(caseId);
  const proposal = data === undefined ? null : refusalProposed(data.checks);
  const { value } = select;
  const condition = proposal?.condition ?? null;
  const organ = proposal?.competentOrgan ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once, when the checks arrive; what is chosen stays.
  useEffect(() => {
    if (condition === null || value !== null) return;
    onPropose({ condition, ...(organ === null ? {} : { competentOrgan: organ }) });
  }, [condition, organ]);
  return (
    <>
      <div className="rw-all">
        <CheckedBefore caseId={caseId} open={condition !== null} />
        {condition !== null && value === condition && <p className="rd-muted rd-small">{w.proposed}</p>}
      </div>
      <SelectField {...select} />
    </>
  );
}
