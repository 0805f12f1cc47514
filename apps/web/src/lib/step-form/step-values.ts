import type { FieldSpec } from '@redress/domain/ledger/step-form';
import { filledLines } from '../fields.tsx';
import type { StoredFile } from '../file-field.tsx';
import type { CaseForms, Known, StepValues } from './case-forms.tsx';

/** The data of a person as they are typed. */
export interface PersonDraft {
  readonly name: string;
  readonly idNumber: string;
  readonly address: string;
  readonly telephone: string;
  readonly legalRepresentative: string;
}

export const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** What the file already says of somebody the step is about: who it is, their data, who handles the case now. */
function knownAlready(spec: FieldSpec, { view, about, step }: Known): unknown {
  const party = about === null ? undefined : view.parties.find((p) => p.partyId === about);
  if (spec.name === 'partyId' && party !== undefined) return party.partyId;
  if (spec.kind === 'accounts' && step === 'assign-handlers') return view.handlers.map((h) => h.accountId);
  if (spec.kind === 'link' && about !== null) return Number(about);
  if (spec.kind === 'account' && about !== null && party === undefined) return about;
  if (spec.kind === 'person' && step === 'update-person' && party !== undefined) {
    return {
      name: party.name,
      idNumber: party.idNumber ?? '',
      address: party.address ?? '',
      telephone: party.telephone ?? '',
      legalRepresentative: party.legalRepresentative ?? '',
    } satisfies PersonDraft;
  }
  return undefined;
}

function initialValue(forms: CaseForms, spec: FieldSpec, known: Known): unknown {
  const { view, today, about } = known;
  if (spec.defaultFrom === 'own-name') return known.name ?? '';
  if (spec.defaultFrom === 'only-proposal') {
    return about ?? only(view.proposals.filter((p) => p.state === 'open'))?.proposalId ?? null;
  }
  const own = forms.initial(spec, known);
  if (own !== undefined) return own;
  if (spec.defaultFrom === 'today') return today;
  const said = knownAlready(spec, known);
  if (said !== undefined) return said;
  if (spec.initial !== undefined) return spec.initial;
  switch (spec.kind) {
    case 'text':
    case 'long-text':
      return '';
    case 'lines':
    case 'multi-select':
    case 'list':
    case 'files':
    case 'parties':
    case 'accounts':
    case 'organs':
      return [];
    case 'boolean':
      // A tick is a statement somebody has to make.
      return false;
    case 'person':
      return { name: '', idNumber: '', address: '', telephone: '', legalRepresentative: '' } satisfies PersonDraft;
    default:
      return null;
  }
}

/** The form as it opens: filled with what the record already says. */
export const initialValues = (forms: CaseForms, type: string, known: Known): StepValues =>
  Object.fromEntries(
    forms
      .formOf(type)
      .filter((spec) => forms.recordHolds(spec, known.view))
      .map((spec) => [spec.name, initialValue(forms, spec, { ...known, step: type })]),
  );

/** A new row of a list. */
export const newRow = (forms: CaseForms, spec: FieldSpec, known: Known): StepValues =>
  Object.fromEntries((spec.items ?? []).map((item) => [item.name, initialValue(forms, item, known)]));

/** Whether the field belongs to the form as it is filled. */
export function isShown(spec: FieldSpec, values: StepValues): boolean {
  // What the record does not hold has no value from the beginning.
  if (spec.onlyWith !== undefined && !(spec.name in values)) return false;
  if (spec.showWhen === undefined) return true;
  const value = values[spec.showWhen.field];
  const { is } = spec.showWhen;
  return Array.isArray(value) ? value.some((v) => is.includes(v)) : is.includes(value as string | boolean);
}

export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function inputValue(forms: CaseForms, spec: FieldSpec, value: unknown): unknown {
  const own = forms.send(spec, value);
  if (own !== undefined) return own.value;
  switch (spec.kind) {
    case 'text':
    case 'long-text':
      // An optional text left empty is missing, not empty: some steps know null, some a default.
      return spec.required ? value : textOrNull(String(value ?? '')) === null ? undefined : value;
    case 'lines':
      return filledLines(value as readonly string[]);
    case 'files':
      return (value as readonly StoredFile[]).map((file) => file.fileId);
    case 'list':
      return (value as readonly StepValues[]).map((row) => nested(forms, spec.items ?? [], row));
    case 'number':
    case 'money':
    case 'select':
      return value === null && !spec.required ? (spec.name === 'ground' ? null : undefined) : value;
    default:
      return value;
  }
}

/** Flat values laid out as the input that their paths describe; what is missing is left out. */
function nested(forms: CaseForms, specs: readonly FieldSpec[], values: StepValues): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const spec of specs) {
    if (!isShown(spec, values)) continue;
    const value = inputValue(forms, spec, values[spec.name]);
    const path = spec.name.split('.');
    const last = path.pop() ?? spec.name;
    // A group none of whose fields says anything is left out whole.
    if (value === undefined || (path.length > 0 && !spec.required && (value === null || value === false))) continue;
    let at = input;
    for (const part of path) {
      at[part] ??= {};
      at = at[part] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return input;
}

/** The step's input as its schema reads it. */
export function inputOf(forms: CaseForms, type: string, values: StepValues): Record<string, unknown> {
  const input = nested(forms, forms.formOf(type), values);
  if (type !== 'add-file') return forms.whole(type, input, values);
  const file = (values.fileId as readonly StoredFile[])[0];
  return forms.whole(
    type,
    {
      ...input,
      fileId: file?.fileId,
      sha256: file?.sha256,
      size: file?.size,
      name: textOrNull(String(values.name ?? '')) ?? file?.name,
    },
    values,
  );
}
