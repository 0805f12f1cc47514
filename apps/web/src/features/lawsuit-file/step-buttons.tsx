import { mayTake } from '../../lib/case-file/may-take.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { SuitTabProps } from './lawsuit-page.tsx';

interface StepButtonsProps extends SuitTabProps {
  steps: readonly string[];
  about?: string | undefined;
  /** Shorter words than the step's own, where it stands beside its thing. */
  words?: Readonly<Record<string, string>>;
}

/** The steps that can be taken with the thing beside them; what cannot be taken now stands in the menu with its reason. */
export function StepButtons({ view, steps, about, words, onStep }: StepButtonsProps) {
  const labels = useLabels();
  const may = steps.filter((step) => mayTake(view, step));
  if (may.length === 0) return null;
  return (
    <span className="rw-row-actions rd-no-print">
      {may.map((step) => (
        <button
          key={step}
          type="button"
          className="rd-btn rw-small"
          data-look="plain"
          onClick={() => onStep(step, about)}
        >
          {words?.[step] ?? labels.step(step)}
        </button>
      ))}
    </span>
  );
}
