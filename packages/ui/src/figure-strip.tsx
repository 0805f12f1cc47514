import type { ReactElement, ReactNode } from 'react';
import './figure-strip.css';

export interface Figure {
  key: string;
  label: string;
  value: number;
  /** red and amber only where the number is not nought. */
  tone?: 'red' | 'amber' | undefined;
}

export interface FigureStripProps {
  label: string;
  figures: readonly Figure[];
  /** Makes a link with the application's router. */
  renderLink: (figure: Figure, props: { className: string; children: ReactNode }) => ReactElement;
}

/** Numbers side by side, each a link to what it counts. */
export function FigureStrip({ label, figures, renderLink }: FigureStripProps) {
  return (
    <ul className="rd-figures" aria-label={label}>
      {figures.map((figure) => (
        <li
          key={figure.key}
          data-tone={figure.value > 0 ? figure.tone : undefined}
          data-none={figure.value === 0 ? '' : undefined}
        >
          {renderLink(figure, {
            className: 'rd-figure',
            children: (
              <>
                <span>{figure.label}</span> <b>{figure.value}</b>
              </>
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
