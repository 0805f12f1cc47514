import type { Role } from '@redress/domain/access/roles';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import type { FieldSpec } from '@redress/domain/ledger/step-form';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { type ComponentType, createContext, type ReactNode, use } from 'react';
import type { z } from 'zod';
import { type CaseKind, CaseKindProvider } from '../case-kind.tsx';

/** A case of any kind, as it left the server. */
export type CaseFile = CaseView | LawsuitView;

/** What is typed into a step's form, by the field's path. */
export type StepValues = Readonly<Record<string, unknown>>;

/** What a form knows when it opens. */
export interface Known {
  readonly view: CaseFile;
  readonly today: CivilDate;
  /** The thing of the file the step was opened for: a proposal, a sending, a session. */
  readonly about: string | null;
  /** The organ of the acting post. */
  readonly organId: string | null;
  /** Whoever is signed in. */
  readonly name?: string;
  /** The step whose form it is. */
  readonly step?: string;
}

export interface KindFieldProps {
  readonly type: string;
  readonly spec: FieldSpec;
  readonly path: string;
  readonly view: CaseFile;
  readonly value: unknown;
  /** The whole form: some fields offer what fits another one. */
  readonly values: StepValues;
  /** Already in the language of the screen. */
  readonly label: string;
  /** All of the form; a field picks its own. */
  readonly problems: readonly FieldProblem[];
  readonly onChange: (value: unknown) => void;
  /** Fills in other fields of the same form. */
  readonly onPart: (part: StepValues) => void;
}

export interface NotesProps {
  readonly type: string;
  readonly view: CaseFile;
  readonly values: StepValues;
}

/**
 * What one kind of case brings to the forms of its steps. The engine draws days, texts, choices and lists itself and
 * asks the kind for everything that is about its own record.
 */
export interface CaseForms {
  readonly kind: CaseKind;
  isStep(type: string): boolean;
  formOf(type: string): readonly FieldSpec[];
  parse(
    type: string,
    input: unknown,
  ): { readonly ok: true } | { readonly ok: false; readonly fields: readonly FieldProblem[] };
  /** The values a choice offers. */
  valuesOf(spec: FieldSpec): readonly string[];
  /** The roles that may approve in the place of `approver`. */
  holdersOf(approver: string): readonly Role[];
  /** Who may have decided a step on paper, beside its approver. */
  decidersOnPaper(type: string, approver: string): readonly string[];
  /** Whether the record holds what a field is about. */
  recordHolds(spec: FieldSpec, view: CaseFile): boolean;
  /** The first value of a field of this kind's own; `undefined` = the engine knows. */
  initial(spec: FieldSpec, known: Known): unknown;
  /** What a field of this kind's own sends; `undefined` = the engine knows. */
  send(spec: FieldSpec, value: unknown): { readonly value: unknown } | undefined;
  /** Fields that follow the one that was changed. */
  follow(type: string, part: StepValues, values: StepValues, view: CaseFile): StepValues;
  /** The last word on a step's whole input. */
  whole(type: string, input: Record<string, unknown>, values: StepValues): Record<string, unknown>;
  /** The kind under which a file handed in with the step is kept. */
  fileKindOf(type: string): string;
  /** Steps somebody writes over days and hands in once: kept on the server until then. */
  draftKeyOf(view: CaseFile, type: string): string | null;
  /** What a step says where it moves no limit, if it has words of its own. */
  isExtension(type: string): boolean;
  /** The schema of an entry, for its correction. */
  entrySchema(type: string): z.ZodType | null;
  /** The closed set behind a value of an entry. */
  entryOptions(type: string, path: string): { readonly set: string; readonly values: readonly string[] } | null;
  /** The label of a value of an entry by its path; null where it has none. */
  entryLabel(path: string): string | null;
  /** Entries that are not put right but taken back. */
  readonly takenBack: ReadonlySet<string>;
  /** Draws a field of this kind's own. */
  readonly Field: ComponentType<KindFieldProps>;
  /** What stands beside some forms while they are filled in. */
  readonly Notes: ComponentType<NotesProps>;
}

const CaseFormsContext = createContext<CaseForms | null>(null);

/** Everything below is about a case of this kind. */
export function CaseFormsProvider({ forms, children }: { forms: CaseForms; children: ReactNode }) {
  return (
    <CaseKindProvider kind={forms.kind}>
      <CaseFormsContext value={forms}>{children}</CaseFormsContext>
    </CaseKindProvider>
  );
}

export function useCaseForms(): CaseForms {
  const forms = use(CaseFormsContext);
  if (forms === null) throw new Error('no CaseFormsProvider above');
  return forms;
}
