import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { Chip } from '@redress/ui/chip';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { useWords } from '../../lib/language.tsx';

/** Who works on the case: the main handler first, who stands aside, and where there are too few. */
export function HandlersLine({ view, onStep }: { view: CaseView; onStep: (step: string, about?: string) => void }) {
  const words = useWords();
  const w = words.people;
  // A respondent is told who handles its case, and nothing of how the office arranges it.
  if (view.audience === 'respondent' && view.handlers.length === 0) return null;
  const assign = view.nextSteps.find((step) => step.step === 'assign-handlers');
  return (
    <div className="rw-handlers">
      <span className="rd-muted">
        {w.handlers}
        {words.colon}
      </span>
      {view.handlers.length === 0 && <span>{w.unassigned}</span>}
      {view.handlers.map((handler, n) => (
        <span key={handler.accountId} className="rw-handler">
          {handler.name} <span className="rd-muted rd-small">{n === 0 ? w.main : w.assisting}</span>
        </span>
      ))}
      {assign?.reason === 'fewer-than-two-handlers' && (
        <span title={w.fewerThanTwoWhy}>
          <Chip tone="amber">{w.fewerThanTwo}</Chip>
        </span>
      )}
      {view.recusals.map((recusal) => (
        <Chip key={recusal.seq}>{w.recused(recusal.name)}</Chip>
      ))}
      {mayTake(view, 'assign-handlers') && (
        <button type="button" className="rd-btn rw-small" data-look="plain" onClick={() => onStep('assign-handlers')}>
          {view.handlers.length === 0 ? w.assign : w.change}
        </button>
      )}
    </div>
  );
}
