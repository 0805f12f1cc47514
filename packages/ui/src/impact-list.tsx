import type { ReactNode } from 'react';
import type { ChipTone } from './chip.tsx';
import { Chip } from './chip.tsx';
import './impact-list.css';

/** What saving would do to a limit. */
export type ImpactDirection = 'starts' | 'stops' | 'resumes' | 'moves' | 'ends' | 'unchanged';

export interface Impact {
  key: string;
  /** Which limit: 作出复议决定. */
  clock: string;
  direction: ImpactDirection;
  /** The direction in a word: 起算, 停止, 延后 30 日. */
  directionLabel: string;
  /** The end before and after, in words; null when there is none. */
  before: string | null;
  after: string | null;
  /** The article, or that the day is provisional. */
  note?: ReactNode | undefined;
}

export interface ImpactListProps {
  /** 保存后: what the list is. */
  title: string;
  items: readonly Impact[];
  /** Said when nothing moves: 不影响任何期限. */
  none: string;
  /** Read before the two days, for those who hear the page. */
  strings: { before: string; after: string };
  /** Shown instead of the list while it is being reckoned. */
  busyLabel?: string | undefined;
}

const tones: Record<ImpactDirection, ChipTone> = {
  starts: 'ink',
  stops: 'dotted',
  resumes: 'ink',
  moves: 'amber',
  ends: 'jade',
  unchanged: 'dotted',
};

/** Before saving: which limits start, stop or move, each from which day to which. */
export function ImpactList({ title, items, none, strings, busyLabel }: ImpactListProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset asks for something; this only tells.
    <div role="group" className="rd-impact" aria-label={title} aria-live="polite" aria-busy={busyLabel !== undefined}>
      <p className="rd-impact-title">{title}</p>
      {busyLabel !== undefined && <p className="rd-muted">{busyLabel}</p>}
      {busyLabel === undefined && items.length === 0 && <p>{none}</p>}
      {busyLabel === undefined && items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.key}>
              <span>{item.clock}</span>
              <Chip tone={tones[item.direction]}>{item.directionLabel}</Chip>
              {(item.before !== null || item.after !== null) && (
                <span className="rd-impact-days">
                  {item.before !== null && item.before !== item.after && (
                    <>
                      <span className="rd-sr">{strings.before} </span>
                      <del>{item.before}</del>
                    </>
                  )}
                  {item.before !== null && item.after !== null && item.before !== item.after && (
                    <span aria-hidden="true"> → </span>
                  )}
                  {item.after !== null && (
                    <>
                      <span className="rd-sr"> {strings.after} </span>
                      <ins>{item.after}</ins>
                    </>
                  )}
                </span>
              )}
              {item.note !== undefined && <span className="rd-impact-note">{item.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
