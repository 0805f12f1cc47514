import {
  type CourtPaper,
  courtPapers,
  courtProcedures,
  deliveryWays,
  type InstanceLevel,
  instanceLevels,
} from '@redress/domain/litigation/codes';
import { usualPapers } from '@redress/domain/litigation/summons-limits';
import { FormSection } from '@redress/ui/form-section';
import { DayField, MultiSelectField, SelectField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useSession } from '../../lib/session.tsx';
import { CourtNumberField } from './court-number-field.tsx';
import type { SectionProps } from './section-props.ts';

/** The papers of another instance replace those of this one, unless somebody has chosen their own. */
function papersAt(level: InstanceLevel, from: InstanceLevel, papers: readonly CourtPaper[]): readonly CourtPaper[] {
  const usual: readonly CourtPaper[] = usualPapers[from];
  const isUsual = papers.length === usual.length && usual.every((paper) => papers.includes(paper));
  return isUsual ? [...usualPapers[level]] : papers;
}

/** What the court sent: which case, when and how it was received. */
export function CourtSection({ draft, change, problemsOf }: SectionProps) {
  const w = useWords().suits.form;
  const say = useSuitCodes();
  const { today } = useSession();
  return (
    <FormSection title={w.sections.court} hint={w.hints.court}>
      <TextField
        label={w.court}
        required
        placeholder={w.courtPlaceholder}
        value={draft.court}
        problems={problemsOf('instance.court')}
        onChange={(court) => change({ court })}
      />
      <CourtNumberField
        value={draft.courtNumber}
        problems={problemsOf('instance.courtNumber')}
        onChange={(courtNumber) => change({ courtNumber })}
      />
      <DayField
        label={w.receivedOn}
        hint={w.receivedHint}
        required
        value={draft.receivedOn}
        max={today}
        problems={problemsOf('occurredOn')}
        onChange={(receivedOn) => change({ receivedOn })}
      />
      <MultiSelectField
        label={w.papers}
        required
        wide
        value={draft.papers}
        options={courtPapers.map((value) => ({ value, label: say('papers', value) }))}
        problems={problemsOf('papers.0.papers')}
        onChange={(papers) => change({ papers: courtPapers.filter((paper) => papers.includes(paper)) })}
      />
      <SelectField
        label={w.level}
        required
        value={draft.level}
        options={instanceLevels.map((value) => ({ value, label: say('levels', value) }))}
        hint={draft.level === 'first' ? undefined : w.laterLevel}
        problems={problemsOf('instance.level')}
        onChange={(value) => {
          const level = instanceLevels.find((one) => one === value) ?? draft.level;
          change({ level, papers: papersAt(level, draft.level, draft.papers) });
        }}
      />
      <SelectField
        label={w.procedure}
        required
        value={draft.procedure}
        options={courtProcedures.map((value) => ({ value, label: say('procedures', value) }))}
        problems={problemsOf('instance.procedure')}
        onChange={(value) => change({ procedure: courtProcedures.find((one) => one === value) ?? draft.procedure })}
      />
      {draft.procedure === 'simplified' && (
        <DayField
          label={w.evidenceUntil}
          hint={w.evidenceUntilHint}
          value={draft.evidenceUntil}
          problems={problemsOf('papers.0.evidenceUntil')}
          onChange={(evidenceUntil) => change({ evidenceUntil })}
        />
      )}
      <SelectField
        label={w.way}
        required
        value={draft.way}
        options={deliveryWays.map((value) => ({ value, label: say('ways', value) }))}
        problems={problemsOf('papers.0.way')}
        onChange={(value) => change({ way: deliveryWays.find((one) => one === value) ?? draft.way })}
      />
      <TextField
        label={w.proof}
        hint={w.proofHint}
        value={draft.proof}
        problems={problemsOf('papers.0.proof')}
        onChange={(proof) => change({ proof })}
      />
      <DayField
        label={w.docketedOn}
        hint={w.docketedHint}
        value={draft.docketedOn}
        max={today}
        problems={problemsOf('instance.docketedOn')}
        onChange={(docketedOn) => change({ docketedOn })}
      />
    </FormSection>
  );
}
