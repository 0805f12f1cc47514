import { Chip, type ChipTone } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { shortDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { Proposal } from '../proposal.tsx';
import type { CaseFile } from '../step-form/case-forms.tsx';
import { lawOf } from '../step-form/step-form.tsx';
import { useLabels } from '../use-labels.ts';
import { nameOf } from './entry-detail.ts';

const tones: Record<CaseFile['proposals'][number]['state'], ChipTone> = {
  open: 'ink',
  returned: 'amber',
  approved: 'jade',
  withdrawn: 'dotted',
};

/** What was put up for approval in this case, with every opinion word for word. */
export function ProposalsTab({ view, onStep }: { view: CaseFile; onStep: (step: string, about: string) => void }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  if (view.proposals.length === 0) {
    return (
      <Panel>
        <EmptyState title={words.file.empty.approvals} />
      </Panel>
    );
  }
  return (
    <>
      {view.proposals.toReversed().map((proposal) => {
        const { may } = proposal;
        const actions = [
          may.approve && ['approve', view.kind === 'litigation' ? labels.act('approve') : words.approvals.approve],
          may.endorse && ['endorse', words.approvals.endorse],
          may.giveBack && ['return-proposal', words.approvals.giveBack],
          may.withdraw && ['withdraw-proposal', words.approvals.withdraw],
        ].filter((action): action is [string, string] => action !== false);
        return (
          <Panel
            key={proposal.proposalId}
            title={`${labels.step(proposal.step)} · ${shortDay(proposal.proposedOn, language)}`}
            extra={<Chip tone={tones[proposal.state]}>{words.approvals.states[proposal.state]}</Chip>}
          >
            <Proposal
              proposal={proposal}
              law={lawOf(view)}
              nameOf={(id) => nameOf(view, id)}
              files={{ caseId: view.id, list: view.files }}
            />
            {actions.length > 0 && (
              <div className="rw-actions">
                {actions.map(([step, label], at) => (
                  <button
                    key={step}
                    type="button"
                    className="rd-btn"
                    data-look={at === 0 && step !== 'withdraw-proposal' ? 'primary' : undefined}
                    onClick={() => onStep(step, proposal.proposalId)}
                  >
                    {label}
                  </button>
                ))}
              </div>
            )}
          </Panel>
        );
      })}
    </>
  );
}
