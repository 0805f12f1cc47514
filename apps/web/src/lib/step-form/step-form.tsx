import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import { ruleIds } from '@redress/domain/law/vocabulary';
import type { FieldSpec } from '@redress/domain/ledger/step-form';
import { FormField } from '@redress/ui/form-field';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useDebounced } from '../debounced.ts';
import {
  CheckField,
  DayField,
  LinesField,
  LongTextField,
  MoneyField,
  MultiSelectField,
  NumberField,
  SelectField,
  TextField,
  TimeField,
  YesNoField,
} from '../fields.tsx';
import { FileField, type StoredFile } from '../file-field.tsx';
import { plainDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useSession } from '../session.tsx';
import { useTRPC } from '../trpc.ts';
import { useLabels } from '../use-labels.ts';
import { type CaseFile, type StepValues, useCaseForms } from './case-forms.tsx';
import { isShown, newRow, type PersonDraft } from './step-values.ts';

/** The parties a field offers: all, or those in some capacities who are still in the case. */
const partiesOf = (view: CaseFile, spec: FieldSpec) =>
  view.parties
    .filter((p) => spec.capacities === undefined || (p.leftOn === null && spec.capacities.includes(p.capacity)))
    .map((party) => ({ value: party.partyId as string, label: party.name }));

/** The version of the law under which a case of this kind stands, where it has one of its own. */
export const lawOf = (view: CaseFile) => ('law' in view ? view.law : undefined);

interface StepFormProps {
  type: string;
  view: CaseFile;
  values: StepValues;
  problems: readonly FieldProblem[];
  /** The step is only proposed: its day is the one on which it is meant to be done. */
  proposing?: boolean;
  onChange: (part: StepValues) => void;
}

/** A step's form, drawn from the domain's data: it knows no step by name. */
export function StepForm({ type, view, values, problems, proposing = false, onChange }: StepFormProps) {
  const forms = useCaseForms();
  return (
    <div className="rw-step-fields">
      {forms
        .formOf(type)
        .filter((spec) => isShown(spec, values))
        .map((spec) => (
          <OneField
            key={spec.name}
            type={type}
            spec={proposing && spec.proposedLabel !== undefined ? { ...spec, label: spec.proposedLabel } : spec}
            path={spec.name}
            view={view}
            value={values[spec.name]}
            values={values}
            problems={problems}
            onChange={(value) => onChange(forms.follow(type, { [spec.name]: value }, values, view))}
            onPart={onChange}
          />
        ))}
    </div>
  );
}

interface OneFieldProps {
  type: string;
  spec: FieldSpec;
  path: string;
  view: CaseFile;
  value: unknown;
  values: StepValues;
  problems: readonly FieldProblem[];
  onChange: (value: unknown) => void;
  /** Fills in other fields of the same form. */
  onPart: (part: StepValues) => void;
}

function OneField({ type, spec, path, view, value, values, problems, onChange, onPart }: OneFieldProps) {
  const forms = useCaseForms();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const own = problems.filter((p) => p.field === path || p.field.startsWith(`${path}.`));
  const shared = { label: labels.field(spec.label), required: spec.required, problems: own };
  const day = (text: string) => (isCivilDate(text) ? plainDay(text as CivilDate, language) : text);
  const choose = (options: readonly { value: string; label: string }[]) => (
    <SelectField {...shared} options={options} value={value as string | null} onChange={onChange} />
  );

  switch (spec.kind) {
    case 'day':
      return (
        <DayField
          {...shared}
          value={value as CivilDate | null}
          // An act that is recorded has happened; only what is set for the future lies there.
          max={spec.defaultFrom === 'today' ? today : undefined}
          onChange={onChange}
        />
      );
    case 'time':
      return (
        <TimeField
          {...shared}
          placeholder={words.step.minutes}
          value={(value as string | null) ?? ''}
          onChange={(t) => onChange(t === '' ? null : t)}
        />
      );
    case 'text':
      return <TextField {...shared} value={value as string} onChange={onChange} />;
    case 'long-text':
      return <LongTextField {...shared} value={value as string} onChange={onChange} />;
    case 'number':
      return (
        <NumberField
          {...shared}
          min={1}
          {...(spec.max === undefined ? {} : { max: spec.max })}
          value={value as number | null}
          onChange={onChange}
        />
      );
    case 'money':
      return <MoneyField {...shared} value={value as number | null} onChange={onChange} />;
    case 'boolean':
      return <CheckField {...shared} value={value === true} onChange={onChange} />;
    case 'select':
      return choose(
        forms
          .valuesOf(spec)
          .map((option) => ({ value: option, label: labels.optionOf(spec.optionSet, option, lawOf(view)) })),
      );
    case 'multi-select':
      return (
        <MultiSelectField
          {...shared}
          wide
          options={forms.valuesOf(spec).map((option) => ({
            value: option,
            label: labels.optionOf(spec.optionSet, option, lawOf(view)),
          }))}
          value={value as readonly string[]}
          onChange={onChange}
        />
      );
    case 'lines':
      return <LinesField {...shared} value={value as readonly string[]} onChange={onChange} />;
    case 'files':
      return (
        <div className="rw-all">
          <FileField
            label={shared.label}
            kind={forms.fileKindOf(type)}
            caseId={view.id}
            value={value as readonly StoredFile[]}
            onChange={onChange}
          />
        </div>
      );
    case 'party':
      return choose(partiesOf(view, spec));
    case 'parties':
      return (
        <MultiSelectField
          {...shared}
          options={partiesOf(view, spec)}
          value={value as readonly string[]}
          onChange={onChange}
        />
      );
    case 'organ':
      return <OrganField {...shared} value={value as string | null} onChange={onChange} />;
    case 'organs':
      return <OrgansField {...shared} value={value as readonly string[]} onChange={onChange} />;
    case 'accounts':
      return <AccountsField {...shared} value={value as readonly string[]} onChange={onChange} />;
    case 'account':
      return <ColleagueField {...shared} value={value as string | null} onChange={onChange} />;
    case 'yes-no':
      return (
        <YesNoField
          {...shared}
          value={value as boolean | null}
          // Where an answer must be given, that nobody asked is none.
          answers={spec.required ? { yes: words.yes, no: words.no } : words.proceedings.form.willing}
          onChange={onChange}
        />
      );
    case 'proposal':
      return choose(
        view.proposals
          .filter((proposal) => proposal.state === 'open')
          .map((proposal) => ({ value: proposal.proposalId, label: labels.step(proposal.step) })),
      );
    case 'link':
      return (
        <SelectField
          {...shared}
          options={view.timeline
            .filter((item) => item.type === 'linked')
            .map((item) => ({
              value: String(item.seq),
              label: `${day(item.occurredOn)} ${labels.entry(item.type, item.payload)}`,
            }))}
          value={value === null ? null : String(value)}
          onChange={(seq) => onChange(seq === null ? null : Number(seq))}
        />
      );
    case 'rule':
      return choose(ruleIds.map((id) => ({ value: id, label: labels.rule(id) })));
    case 'case':
      return <CaseField {...shared} value={value as string | null} onChange={onChange} />;
    case 'person':
      return <PersonFields path={path} value={value as PersonDraft} problems={problems} onChange={onChange} />;
    case 'list':
      return (
        <ListField
          type={type}
          spec={spec}
          path={path}
          view={view}
          value={value as readonly StepValues[]}
          values={values}
          problems={problems}
          onChange={onChange}
          onPart={onPart}
        />
      );
    // A correction has a drawer of its own.
    case 'entry':
    case 'payload':
      return null;
    default:
      return (
        <forms.Field
          type={type}
          spec={spec}
          path={path}
          view={view}
          value={value}
          values={values}
          label={shared.label}
          problems={problems}
          onChange={onChange}
          onPart={onPart}
        />
      );
  }
}

/** Rows of a list, each with its own small form. */
function ListField({
  type,
  spec,
  path,
  view,
  value,
  problems,
  onChange,
  onPart,
}: OneFieldProps & { value: readonly StepValues[] }) {
  const forms = useCaseForms();
  const { words } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const add = () => onChange([...value, newRow(forms, spec, { view, today, about: null, organId: null })]);
  return (
    <fieldset className="rw-rows">
      <legend>{labels.field(spec.label)}</legend>
      {value.map((row, at) => (
        // Rows have no name of their own and are only appended and removed.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <div key={at} className="rw-row">
          <div className="rw-row-fields">
            {(spec.items ?? [])
              .filter((item) => isShown(item, row))
              .map((item) => (
                <OneField
                  key={item.name}
                  type={type}
                  spec={item}
                  path={`${path}.${at}.${item.name}`}
                  view={view}
                  value={row[item.name]}
                  values={row}
                  problems={problems}
                  onChange={(next) => onChange(value.map((r, i) => (i === at ? { ...r, [item.name]: next } : r)))}
                  onPart={onPart}
                />
              ))}
          </div>
          <button
            type="button"
            className="rd-btn rw-small"
            data-look="plain"
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          >
            {words.step.removeRow(at + 1)}
          </button>
        </div>
      ))}
      <div>
        <button type="button" className="rd-btn" onClick={add}>
          {words.step.addRow}
        </button>
      </div>
    </fieldset>
  );
}

function PersonFields({
  path,
  value,
  problems,
  onChange,
}: {
  path: string;
  value: PersonDraft;
  problems: readonly FieldProblem[];
  onChange: (value: PersonDraft) => void;
}) {
  const { words } = useLanguage();
  const w = words.register;
  const of = (name: string) => problems.filter((p) => p.field === `${path}.${name}`);
  return (
    <div className="rw-row rw-all">
      <div className="rw-row-fields">
        <TextField
          label={w.name}
          required
          value={value.name}
          problems={of('name')}
          onChange={(name) => onChange({ ...value, name })}
        />
        <TextField
          label={w.idNumber}
          hint={w.idNumberHint}
          value={value.idNumber}
          problems={of('idNumber')}
          onChange={(idNumber) => onChange({ ...value, idNumber })}
        />
        <TextField
          label={w.telephone}
          value={value.telephone}
          problems={of('telephone')}
          onChange={(telephone) => onChange({ ...value, telephone })}
        />
        <TextField
          label={w.legalRepresentative}
          value={value.legalRepresentative}
          problems={of('legalRepresentative')}
          onChange={(legalRepresentative) => onChange({ ...value, legalRepresentative })}
        />
        <TextField
          label={w.address}
          wide
          value={value.address}
          problems={of('address')}
          onChange={(address) => onChange({ ...value, address })}
        />
      </div>
    </div>
  );
}

export interface ChosenProps<T> {
  label: string;
  required: boolean;
  problems: readonly FieldProblem[];
  value: T;
  onChange: (value: T) => void;
}

function OrgansField(props: ChosenProps<readonly string[]>) {
  const trpc = useTRPC();
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));
  return (
    <MultiSelectField
      {...props}
      wide
      options={(organs.data ?? []).map((organ) => ({ value: organ.id, label: organ.name }))}
    />
  );
}

function OrganField(props: ChosenProps<string | null>) {
  const trpc = useTRPC();
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));
  return (
    <SelectField {...props} options={(organs.data ?? []).map((organ) => ({ value: organ.id, label: organ.name }))} />
  );
}

function AccountsField(props: ChosenProps<readonly string[]>) {
  const trpc = useTRPC();
  const handlers = useQuery(trpc.office.handlers.queryOptions(undefined, { staleTime: 600_000 }));
  return (
    <MultiSelectField {...props} options={(handlers.data ?? []).map((h) => ({ value: h.accountId, label: h.name }))} />
  );
}

/** Somebody who works on the organ's cases, its heads included. */
function ColleagueField(props: ChosenProps<string | null>) {
  const trpc = useTRPC();
  const labels = useLabels();
  const people = useQuery(trpc.cases.colleagues.queryOptions(undefined, { staleTime: 600_000 }));
  const options = (people.data ?? []).map((c) => ({
    value: c.accountId as string,
    label: [c.name, ...c.roles.map((role) => labels.role(role))].join(' · '),
  }));
  return <SelectField {...props} options={options} />;
}

/** Another case, found by its number or a party's name. */
function CaseField({ label, required, problems, value, onChange }: ChosenProps<string | null>) {
  const labels = useLabels();
  const trpc = useTRPC();
  const { words } = useLanguage();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 300);
  const found = useQuery(
    trpc.cases.list.queryOptions({ filter: { q }, sort: 'received', cursor: null, limit: 20 }, { enabled: q !== '' }),
  );
  return (
    <FormField
      label={label}
      required={required}
      requiredLabel={words.required}
      error={problems.length === 0 ? undefined : problems.map((p) => labels.fieldProblem(p)).join(' ')}
    >
      {(control) => (
        <Select
          {...control}
          className="rw-select"
          showSearch={{ filterOption: false, onSearch: setTyped }}
          allowClear
          value={value}
          placeholder={words.shell.search}
          loading={found.isFetching}
          options={(found.data?.rows ?? []).map((row) => ({
            value: row.id as string,
            label: `${row.number ?? words.list.unnumbered} ${row.title}`,
          }))}
          onChange={(id) => onChange(id ?? null)}
        />
      )}
    </FormField>
  );
}
