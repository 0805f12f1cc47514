import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import './clock-card.css';
import type { LightState } from './light.tsx';
import { Light } from './light.tsx';

export interface ClockCardProps {
  /** Which limit: 作出复议决定. */
  name: string;
  light: { state: LightState; label: string };
  /** The day in words: 2026年2月24日（周二）; or why there is none. */
  due: ReactNode;
  /** The day is provisional or not known: underlined with dots. */
  soft?: boolean | undefined;
  /** 还有 5 个工作日. Coloured as the light. */
  left?: ReactNode | undefined;
  /** 暂定, 未核实, 第 9 个工作日完成. */
  chips?: ReactNode | undefined;
  /** One line of detail: from when, how long, which article. */
  detail?: ReactNode | undefined;
  /** A bar under the head. */
  progress?: ReactNode | undefined;
  /** The day grid and its steps. */
  explanation?: ReactNode | undefined;
  /** The button that opens it: 为什么是这一天？ Needed when there is an explanation. */
  explanationLabel?: string | undefined;
  /** Give both to hold the state elsewhere (the address); otherwise the card holds it. */
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  defaultOpen?: boolean | undefined;
}

/** One limit: what, until when, how long still, and on request why it is this day. */
export function ClockCard(props: ClockCardProps) {
  const { name, light, due, soft, left, chips, detail, progress, explanation, explanationLabel } = props;
  const regionId = useId();
  const nameId = useId();
  const [own, setOwn] = useState(props.defaultOpen ?? false);
  const open = props.open ?? own;
  return (
    <article className="rd-clock" aria-labelledby={nameId}>
      <div className="rd-clock-head">
        <h3 className="rd-clock-name" id={nameId}>
          <Light state={light.state} label={light.label} />
          {name}
        </h3>
        <span className="rd-clock-due" data-soft={soft === true ? '' : undefined}>
          {due}
        </span>
      </div>
      {(left !== undefined || chips !== undefined) && (
        <div className="rd-clock-sub">
          {left !== undefined && (
            <span className="rd-clock-left" data-state={light.state}>
              {left}
            </span>
          )}
          {chips}
        </div>
      )}
      {detail !== undefined && <div className="rd-clock-sub">{detail}</div>}
      {progress}
      {explanation !== undefined && explanationLabel !== undefined && (
        <>
          <button
            type="button"
            className="rd-btn rd-clock-why"
            data-look="plain"
            aria-expanded={open}
            aria-controls={regionId}
            onClick={() => {
              setOwn(!open);
              props.onToggle?.(!open);
            }}
          >
            {explanationLabel}
            <span aria-hidden="true">{open ? '▴' : '▾'}</span>
          </button>
          <div id={regionId} className="rd-clock-explanation" hidden={!open}>
            {open && explanation}
          </div>
        </>
      )}
    </article>
  );
}
