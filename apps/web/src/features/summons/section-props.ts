import type { FieldProblem } from '@redress/domain/errors';
import type { SummonsDraft } from './summons-draft.ts';

/** What every part of the form is told. */
export interface SectionProps {
  draft: SummonsDraft;
  change: (part: Partial<SummonsDraft>) => void;
  /** The problems of a field of the step's input and of what lies below it. */
  problemsOf: (field: string) => readonly FieldProblem[];
}
