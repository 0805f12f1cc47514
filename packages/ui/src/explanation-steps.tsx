import type { ReactNode } from 'react';
import './explanation-steps.css';

export interface ExplanationStep {
  key: string;
  /** One sentence: 加 60 日，至 2026年2月1日. */
  sentence: ReactNode;
  /** Its article and evidence, set in the serif. */
  law?: ReactNode | undefined;
  /** The step at which the limit ends. */
  end?: boolean | undefined;
}

export interface ExplanationStepsProps {
  steps: readonly ExplanationStep[];
  /** The name of the list, for those who hear the page. */
  label: string;
}

/** Why it is this day: the reckoning step by step, each sentence with its article. */
export function ExplanationSteps({ steps, label }: ExplanationStepsProps) {
  return (
    <ol className="rd-steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} data-end={step.end === true ? '' : undefined}>
          {step.sentence}
          {step.law !== undefined && <span className="rd-steps-law">{step.law}</span>}
        </li>
      ))}
    </ol>
  );
}
