import './light.css';

/** overdue: red diamond; near: amber square; ok: jade circle; stopped: ring; unknown: dotted ring. */
export type LightState = 'overdue' | 'near' | 'ok' | 'stopped' | 'unknown';

export interface LightProps {
  state: LightState;
  /** What the light says, always there for a reader of the page, e.g. 已超期. */
  label: string;
  /** Show the label beside the shape too; otherwise it is only read aloud and shown on hover. */
  showLabel?: boolean | undefined;
}

/** A time limit's state as a shape and a word, so that it is never told by colour alone. */
export function Light({ state, label, showLabel = false }: LightProps) {
  return (
    <span className="rd-light" data-state={state} title={showLabel ? undefined : label}>
      <i aria-hidden="true" />
      <span className={showLabel ? undefined : 'rd-sr'}>{label}</span>
    </span>
  );
}
