import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { ProposalView } from '@redress/domain/case-view/types';
import type { LawVersion } from '@redress/domain/reconsideration/codes';
import { fieldLabelOf } from '@redress/domain/reconsideration/step-forms';
import { type Definition, DefinitionList } from '@redress/ui/definition-list';
import { OpinionThread, type OpinionVerdict } from '@redress/ui/opinion-thread';
import { plainDay } from './format.ts';
import { useLanguage } from './language.tsx';
import { useLabels } from './use-labels.ts';

const verdicts: Record<ProposalView['words'][number]['verdict'], OpinionVerdict> = {
  proposed: 'proposed',
  endorsed: 'approved',
  returned: 'returned',
  approved: 'approved',
  withdrawn: 'withdrawn',
};

interface ProposalProps {
  proposal: ProposalView;
  law?: LawVersion | undefined;
  /** The name of an organ or a party of the case by its id. */
  nameOf?: (id: unknown) => string | null;
}

/** What is proposed, field by field, and every opinion in the words it was given. */
export function Proposal({ proposal, law, nameOf }: ProposalProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const items: Definition[] = [];
  const input = typeof proposal.input === 'object' && proposal.input !== null ? proposal.input : {};
  for (const [name, value] of Object.entries(input)) {
    const label = fieldLabelOf(name);
    const text = say(name, value);
    if (label !== null && text !== null) items.push({ key: name, term: labels.field(label), value: text });
  }

  function say(name: string, value: unknown): string | null {
    if (value === null || value === '' || value === false || value === undefined) return null;
    if (value === true) return words.yes;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') {
      const named = nameOf?.(value) ?? null;
      if (named !== null) return named;
      return isCivilDate(value) ? plainDay(value, language) : labels.option(proposal.step, name, value, law);
    }
    if (Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string')) {
      return value.map((v) => labels.option(proposal.step, name, v, law)).join(words.listSeparator);
    }
    // Rows are told by their names: a list of evidence.
    if (Array.isArray(value) && value.length > 0 && value.every((v) => typeof v?.name === 'string')) {
      return value.map((v: { name: string }) => v.name).join(words.listSeparator);
    }
    return null;
  }

  return (
    <>
      {items.length > 0 && (
        <div className="rw-proposed">
          <DefinitionList items={items} termWidth={language === 'en' ? '128px' : undefined} />
        </div>
      )}
      <OpinionThread
        label={words.approvals.thread}
        opinions={proposal.words.map((word, at) => ({
          key: String(at),
          who: word.by,
          when: plainDay(word.on, language),
          verdict: verdicts[word.verdict],
          verdictLabel: words.approvals.verdicts[word.verdict],
          ...(word.text === '' ? {} : { words: word.text }),
        }))}
      />
    </>
  );
}
