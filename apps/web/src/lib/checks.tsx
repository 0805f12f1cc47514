/** The checks before acceptance as a list, and the cases an application is like: beside the form and in a case's step. */
import { checkText, checkWords } from '@redress/domain/labels/checks';
import { CheckList } from '@redress/ui/check-list';
import { Chip } from '@redress/ui/chip';
import { Link } from '@tanstack/react-router';
import { plainDay } from './format.ts';
import { useLanguage } from './language.tsx';
import type { Outputs } from './trpc.ts';
import { useLabels } from './use-labels.ts';
import './checks.css';

export type Checked = Outputs['intake']['check'];

/** Whether the record speaks against anything, in a few words. */
export function CheckedSummary({ checked }: { checked: Checked }) {
  const w = useLanguage().words.intake.checks;
  const n = checked.checks.filter((c) => c.state === 'warning').length;
  return <Chip tone={n === 0 ? 'jade' : 'red'}>{n === 0 ? w.fine : w.warnings(n)}</Chip>;
}

export function Checks({ checked, busy = false }: { checked: Checked; busy?: boolean }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const said = checkWords(language);
  const w = words.intake.checks;
  const lines = checked.checks.map((c) => ({
    key: c.check,
    state: c.state,
    stateLabel: said.states[c.state],
    name: said.names[c.check],
    said: checkText(language, c.code, c.params),
    article: c.article === null ? undefined : labels.article(c.article),
  }));
  // What speaks against it or wants a look stands open; what is met or not known yet is one line each.
  const open = lines.filter((l) => l.state === 'warning' || l.state === 'look');
  return (
    <>
      {open.length > 0 && <CheckList label={w.title} busy={busy} lines={open} />}
      {(['unknown', 'ok'] as const).map((state) => {
        const folded = lines.filter((l) => l.state === state);
        if (folded.length === 0) return null;
        return (
          <details key={state} className="rw-checks-folded">
            <summary>
              {w.folded(said.states[state], folded.length)}
              <span className="rd-muted rd-small"> {folded.map((l) => l.name).join(words.listSeparator)}</span>
            </summary>
            <CheckList label={said.states[state]} busy={busy} lines={folded} />
          </details>
        );
      })}
    </>
  );
}

/** Cases that are alike, each with why and what to do about it. They open beside: the form stays. */
export function AlikeCases({ alike }: { alike: Checked['alike'] }) {
  const { words, language } = useLanguage();
  const w = words.intake.checks;
  const said = checkWords(language);
  if (alike.length === 0) return <p className="rd-muted rd-small">{w.alikeNone}</p>;
  return (
    <ul className="rw-alike" aria-label={w.alikeTitle}>
      {alike.map((one) => (
        <li key={one.id}>
          <Link to="/cases/$id" params={{ id: one.id }} target="_blank">
            {one.number ?? words.list.unnumbered}
          </Link>{' '}
          <span>{one.title}</span>
          <span className="rw-alike-why">
            {one.reasons.map((reason) => (
              <Chip key={reason}>{said.likeness[reason]}</Chip>
            ))}
          </span>
          <span className="rd-muted rd-small">
            {[
              one.receivedOn === null ? '' : w.alikeReceived(plainDay(one.receivedOn, language)),
              one.closedOn === null ? '' : w.alikeClosed(plainDay(one.closedOn, language)),
            ]
              .filter((part) => part !== '')
              .join(words.separator)}
          </span>
          <span className="rd-small">{said.proposals[one.propose]}</span>
        </li>
      ))}
    </ul>
  );
}
