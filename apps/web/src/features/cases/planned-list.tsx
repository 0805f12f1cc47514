import { Chip, type ChipTone } from '@redress/ui/chip';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/language.tsx';
import type { PlannedCase } from './batch-plan.ts';

const tones: Record<PlannedCase['verdict'], ChipTone> = { ok: 'jade', irregular: 'amber', refused: 'dotted' };

interface PlannedListProps {
  planned: readonly PlannedCase[];
  /** A control of the case itself: its slip number. */
  control?: ((one: PlannedCase) => ReactNode) | undefined;
}

/** Before a batch is done: case by case what would happen, and why it cannot where it cannot. */
export function PlannedList({ planned, control }: PlannedListProps) {
  const words = useWords();
  const w = words.lists.batch;
  // What can be done stands first: there is something to fill in.
  const inOrder = planned.toSorted((a, b) => Number(a.verdict === 'refused') - Number(b.verdict === 'refused'));
  return (
    <ul className="rw-planned" aria-label={w.preview}>
      {inOrder.map((one) => (
        <li key={one.row.id} data-verdict={one.verdict}>
          <span className="rw-planned-case">
            <span className="rw-nowrap">{one.row.number ?? words.list.unnumbered}</span>
            <span className="rd-muted">{one.row.title}</span>
          </span>
          <Chip tone={tones[one.verdict]}>{w[one.verdict]}</Chip>
          {one.what.map((what) => (
            <span className="rw-planned-what" key={what}>
              {what}
            </span>
          ))}
          {one.why !== null && <span className="rw-planned-what rd-muted">{one.why}</span>}
          {control?.(one)}
        </li>
      ))}
    </ul>
  );
}
