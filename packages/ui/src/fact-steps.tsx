import './fact-steps.css';

export interface FactStep {
  key: string;
  name: string;
  /** When it was done, or how it ended, in words; null = it was not. */
  on: string | null;
  /** It was done, and it went wrong. */
  bad?: boolean | undefined;
}

export interface FactStepsProps {
  label: string;
  steps: readonly FactStep[];
  /** What stands where a step was not done: 未办. */
  none: string;
}

/** Facts that follow one another and are each recorded by themselves: done with its day, or not done yet. */
export function FactSteps({ label, steps, none }: FactStepsProps) {
  return (
    <ol className="rd-facts" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.bad === true ? 'bad' : step.on === null ? 'open' : 'done'}>
          <span className="rd-facts-name">{step.name}</span>
          <span className="rd-facts-on">{step.on ?? none}</span>
        </li>
      ))}
    </ol>
  );
}
