import { type Approver, holdersOf } from '@redress/domain/litigation/approvals';
import { litigationEntries } from '@redress/domain/litigation/entries';
import { suitOptionSetOf, suitOptionSets } from '@redress/domain/litigation/option-sets';
import { type SuitRecordHas, stepForms, suitFieldLabelOf } from '@redress/domain/litigation/step-forms';
import { parseStepInput } from '@redress/domain/litigation/step-inputs';
import { isStepType } from '@redress/domain/litigation/steps';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import type { CaseForms, StepValues } from '../step-form/case-forms.tsx';
import { SuitField } from './fields.tsx';
import { SuitNotes } from './notes.tsx';
import { initialOf, type ObserverDraft, plannedLeader, sendOf, sessionOf } from './record.ts';

/** What a department writes over days, and hands in once. */
const kept: ReadonlySet<string> = new Set(['file-answer', 'file-evidence', 'explain-absence', 'answer-advice']);
const approvers: ReadonlySet<string> = new Set(['section-head', 'department-head', 'organ-head'] satisfies Approver[]);

const holds = {
  'several-organs': (view) => view.organs.length > 1,
  'several-instances': (view) => view.instances.length > 1,
  'reconsideration-before': (view) => view.before !== 'none',
} as const satisfies Record<SuitRecordHas, (view: LawsuitView) => boolean>;

const isSet = (name: string): name is keyof typeof suitOptionSets => Object.hasOwn(suitOptionSets, name);

/** What hangs on the session or the organ that was chosen is looked up again. */
function follow(part: StepValues, values: StepValues, view: LawsuitView): StepValues {
  if (!('sessionId' in part || 'organId' in part)) return part;
  const sessionId = (part.sessionId ?? values.sessionId ?? null) as string | null;
  const organId = (part.organId ?? values.organId ?? null) as string | null;
  return {
    ...part,
    ...('leader' in values ? { leader: plannedLeader(view, sessionId, organId) } : {}),
    ...('came' in values
      ? {
          came: (sessionOf(view, sessionId)?.observation?.invited ?? []).map(
            (o): ObserverDraft => ({ organId: o.organId, people: null }),
          ),
        }
      : {}),
  };
}

/** The closed set behind a value of an entry, by the end of its path. */
function setOf(type: string, path: string) {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  const name = parts.at(-1) ?? path;
  if (name === 'kind' && (parts[0] === 'parties' || parts[0] === 'party')) return 'partyKind';
  return suitOptionSetOf(type, name);
}

/** A lawsuit's steps, as the forms know them. */
export const lawsuitForms: CaseForms = {
  kind: 'litigation',
  isStep: isStepType,
  formOf: (type) => (isStepType(type) ? stepForms[type] : []),
  parse: (type, input) => (isStepType(type) ? parseStepInput(type, input) : { ok: false, fields: [] }),
  valuesOf: (spec) =>
    spec.options ?? (spec.optionSet !== undefined && isSet(spec.optionSet) ? suitOptionSets[spec.optionSet] : []),
  holdersOf: (approver) => (approvers.has(approver) ? holdersOf(approver as Approver) : []),
  decidersOnPaper: (_, approver) => [approver],
  recordHolds: (spec, view) =>
    spec.onlyWith === undefined ||
    !Object.hasOwn(holds, spec.onlyWith) ||
    (view.kind === 'litigation' && holds[spec.onlyWith as SuitRecordHas](view)),
  initial: (spec, known) => (known.view.kind === 'litigation' ? initialOf(spec, known.view, known) : undefined),
  send: sendOf,
  follow: (_, part, values, view) => (view.kind === 'litigation' ? follow(part, values, view) : part),
  whole: (_, input) => input,
  fileKindOf: (type) => (type === 'file-answer' ? 'reply' : type === 'file-evidence' ? 'evidence' : 'document'),
  draftKeyOf: (view, type) => (kept.has(type) ? `step.${view.id}.${type}` : null),
  isExtension: () => false,
  entrySchema: (type) => (type in litigationEntries ? litigationEntries[type as keyof typeof litigationEntries] : null),
  entryOptions: (type, path) => {
    const set = setOf(type, path);
    return set === null ? null : { set, values: suitOptionSets[set] };
  },
  entryLabel: suitFieldLabelOf,
  takenBack: new Set(['voided', 'major-unmarked', 'appeal-withdrawn']),
  Field: SuitField,
  Notes: SuitNotes,
};
