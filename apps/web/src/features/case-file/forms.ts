import { type Approver, holdersOf } from '@redress/domain/reconsideration/approvals';
import { reconsiderationEntries } from '@redress/domain/reconsideration/entries';
import { optionSetOf, optionSets } from '@redress/domain/reconsideration/option-sets';
import { fieldLabelOf } from '@redress/domain/reconsideration/step-forms';
import { parseStepInput } from '@redress/domain/reconsideration/step-inputs';
import { isStepType } from '@redress/domain/reconsideration/steps';
import type { CaseForms } from '../../lib/step-form/case-forms.tsx';
import { ReconsiderationField } from './step-fields.tsx';
import { StepNotes } from './step-notes.tsx';
import { followChosenOrgan, formOf, initialOf, recordHolds, sendOf, valuesOf } from './step-record.ts';

/** What a department writes over days, and hands in once. */
const kept: ReadonlySet<string> = new Set(['file-reply', 'report-performance', 'record-opinion-report']);
const approvers: ReadonlySet<string> = new Set(['section-head', 'institution-head', 'organ-head'] satisfies Approver[]);

/** The closed set behind a value of an entry. */
function setOf(type: string, path: string) {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  const name = parts.at(-1) ?? path;
  if (name === 'kind' && (parts[0] === 'parties' || parts[0] === 'party')) return 'partyKind';
  if (type === 'law-pinned' && name === 'law') return 'lawVersion';
  return optionSetOf(type, name);
}

/** A reconsideration's steps, as the forms know them. */
export const reconsiderationForms: CaseForms = {
  kind: 'reconsideration',
  isStep: isStepType,
  formOf: (type) => (isStepType(type) ? formOf(type) : []),
  parse: (type, input) => (isStepType(type) ? parseStepInput(type, input) : { ok: false, fields: [] }),
  valuesOf: (spec) => spec.options ?? valuesOf(spec.optionSet),
  holdersOf: (approver) => (approvers.has(approver) ? holdersOf(approver as Approver) : []),
  decidersOnPaper: (type, approver) => (type === 'decide' ? [approver, 'collective-discussion'] : [approver]),
  recordHolds: (spec, view) => view.kind === 'reconsideration' && recordHolds(spec, view),
  initial: (spec, known) => (known.view.kind === 'reconsideration' ? initialOf(spec, known.view, known) : undefined),
  send: sendOf,
  follow: (type, part, values) => (isStepType(type) ? followChosenOrgan(formOf(type), part, values) : part),
  whole: (_, input) => input,
  fileKindOf: (type) => (type === 'file-reply' ? 'reply' : 'evidence'),
  draftKeyOf: (view, type) =>
    kept.has(type) && (view.audience === 'respondent' || view.audience === 'addressed')
      ? `step.${view.id}.${type}`
      : null,
  isExtension: (type) => type === 'extend',
  entrySchema: (type) =>
    type in reconsiderationEntries ? reconsiderationEntries[type as keyof typeof reconsiderationEntries] : null,
  entryOptions: (type, path) => {
    const set = setOf(type, path);
    return set === null ? null : { set, values: optionSets[set] };
  },
  entryLabel: fieldLabelOf,
  takenBack: new Set(['voided', 'recused', 'conflict-cleared', 'transferred']),
  Field: ReconsiderationField,
  Notes: StepNotes,
};
