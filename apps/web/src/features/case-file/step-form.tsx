import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import { ruleIds } from '@redress/domain/law/vocabulary';
import type { FieldSpec } from '@redress/domain/reconsideration/step-forms';
import type { StepType } from '@redress/domain/reconsideration/steps';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { FormField } from '@redress/ui/form-field';
import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useDebounced } from '../../lib/debounced.ts';
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
} from '../../lib/fields.tsx';
import { FileField, type StoredFile } from '../../lib/file-field.tsx';
import { plainDay } from '../../lib/format.ts';
import { useLanguage, useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { ChecksField, FailingConditionField, type Overridden } from './checks-field.tsx';
import { DocumentField, SendingsField } from './document-field.tsx';
import {
  type DocumentDraft,
  followChosenOrgan,
  formOf,
  isShown,
  type LeaderDraft,
  needsDocument,
  newRow,
  openHearings,
  openLetters,
  openReports,
  openStops,
  ownUnsigned,
  type SendingDraft,
  type StepValues,
  unserved,
  valuesOf,
} from './step-values.ts';

/** The parties a field offers: all, or those in some capacities who are still in the case. */
const partiesOf = (view: CaseView, spec: FieldSpec) =>
  view.parties
    .filter(
      (p) =>
        spec.capacities === undefined ||
        (p.leftOn === null && (spec.capacities as readonly string[]).includes(p.capacity)),
    )
    .map((party) => ({ value: party.partyId as string, label: party.name }));

interface StepFormProps {
  type: StepType;
  view: CaseView;
  values: StepValues;
  problems: readonly FieldProblem[];
  /** The step is only proposed: its day is the one on which it is meant to be done. */
  proposing?: boolean;
  onChange: (part: StepValues) => void;
}

/** A step's form, drawn from the domain's data: it knows no step by name. */
export function StepForm({ type, view, values, problems, proposing = false, onChange }: StepFormProps) {
  return (
    <div className="rw-step-fields">
      {formOf(type)
        .filter((spec) => isShown(spec, values))
        .map((spec) => (
          <OneField
            key={spec.name}
            type={type}
            spec={proposing && spec.proposedLabel !== undefined ? { ...spec, label: spec.proposedLabel } : spec}
            path={spec.name}
            view={view}
            value={values[spec.name]}
            problems={problems}
            onChange={(value) => onChange(followChosenOrgan(formOf(type), { [spec.name]: value }, values))}
            onPart={onChange}
          />
        ))}
    </div>
  );
}

interface OneFieldProps {
  type: StepType;
  spec: FieldSpec;
  path: string;
  view: CaseView;
  value: unknown;
  problems: readonly FieldProblem[];
  onChange: (value: unknown) => void;
  /** Fills in other fields of the same form. */
  onPart?: (part: StepValues) => void;
}

function OneField({ type, spec, path, view, value, problems, onChange, onPart }: OneFieldProps) {
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
        <TextField
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
        valuesOf(spec).map((option) => ({ value: option, label: labels.optionOf(spec.optionSet, option, view.law) })),
      );
    case 'multi-select':
      return (
        <MultiSelectField
          {...shared}
          wide
          options={valuesOf(spec).map((option) => ({
            value: option,
            label: labels.optionOf(spec.optionSet, option, view.law),
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
            kind={type === 'file-reply' ? 'reply' : 'evidence'}
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
    case 'respondent':
      return choose(view.respondents.map((organ) => ({ value: organ.organId, label: organ.name })));
    case 'organ':
      return <OrganField {...shared} value={value as string | null} onChange={onChange} />;
    case 'accounts':
      return <AccountsField {...shared} value={value as readonly string[]} onChange={onChange} />;
    case 'account':
      return <ColleagueField {...shared} value={value as string | null} onChange={onChange} />;
    case 'existing-document':
      return choose(
        view.documents
          .filter((document) => spec.documentKind === undefined || document.kind === spec.documentKind)
          .map((document) => ({
            value: document.id,
            label: [labels.documentKind(document.kind), document.number].filter(Boolean).join(' '),
          })),
      );
    case 'unserved-sending':
      return choose(
        unserved(view).map(({ document, sending }) => ({
          value: sending.id,
          label: `${sending.addresseeName} · ${labels.documentKind(document.kind)}`,
        })),
      );
    case 'open-hearing':
      return choose(openHearings(view).map((h) => ({ value: h.id, label: `${day(h.on)} ${h.time}` })));
    case 'own-sending':
      return choose(
        ownUnsigned(view).map(({ id, kind, number }) => ({
          value: id,
          label: [labels.documentKind(kind), number].filter(Boolean).join(' '),
        })),
      );
    case 'open-letter':
      return choose(
        openLetters(view).map(({ id, number, subject, name }) => ({
          value: id,
          label: [number, name, subject].filter(Boolean).join(' · '),
        })),
      );
    case 'open-stop':
    case 'open-report': {
      const options =
        spec.kind === 'open-stop'
          ? openStops(view).map((stop) => ({
              value: String(stop.seq),
              label: `${day(stop.from)} ${stop.ground === null ? '' : labels.optionOf('suspensionGround', stop.ground, view.law)}`,
            }))
          : openReports(view).map(({ seq, name, on }) => ({ value: String(seq), label: `${day(on)} ${name}` }));
      return (
        <SelectField
          {...shared}
          options={options}
          value={value === null ? null : String(value)}
          onChange={(seq) => onChange(seq === null ? null : Number(seq))}
        />
      );
    }
    case 'yes-no':
      return <YesNoField label={shared.label} value={value as boolean | null} onChange={onChange} />;
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
      return <PersonFields path={path} value={value as PersonValue} problems={problems} onChange={onChange} />;
    case 'respondent-leader':
      return (
        <LeaderFields
          label={shared.label}
          path={path}
          value={value as LeaderDraft}
          problems={problems}
          onChange={onChange}
        />
      );
    case 'document':
      return (
        <DocumentField
          view={view}
          path={path}
          kindLabel={labels.documentKind(spec.documentKind ?? 'other')}
          optional={!needsDocument(type)}
          value={value as DocumentDraft}
          problems={problems}
          onChange={onChange}
        />
      );
    case 'sendings':
      return (
        <SendingsField
          view={view}
          path={path}
          value={value as readonly SendingDraft[]}
          problems={problems}
          onChange={onChange}
        />
      );
    case 'checks':
      return (
        <ChecksField
          caseId={view.id}
          path={path}
          value={value as readonly Overridden[]}
          problems={problems}
          onChange={onChange}
        />
      );
    case 'failing-condition':
      return (
        <FailingConditionField
          {...shared}
          caseId={view.id}
          options={valuesOf(spec).map((option) => ({
            value: option,
            label: labels.optionOf(spec.optionSet, option, view.law),
          }))}
          value={value as string | null}
          onPropose={(part) => onPart?.(part)}
          onChange={onChange}
        />
      );
    case 'list':
      return (
        <ListField
          type={type}
          spec={spec}
          path={path}
          view={view}
          value={value as readonly StepValues[]}
          problems={problems}
          onChange={onChange}
        />
      );
    // A correction has a drawer of its own; what only other kinds of cases ask for is drawn on their pages.
    default:
      return null;
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
}: OneFieldProps & { value: readonly StepValues[] }) {
  const { words } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const add = () => onChange([...value, newRow(spec, { view, today, about: null, organId: null })]);
  return (
    <fieldset className="rw-rows">
      <legend>{labels.field(spec.label)}</legend>
      {value.map((row, at) => (
        // Rows have no name of their own and are only appended and removed.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <div key={at} className="rw-row">
          <div className="rw-row-fields">
            {(spec.items ?? []).map((item) => (
              <OneField
                key={item.name}
                type={type}
                spec={item}
                path={`${path}.${at}.${item.name}`}
                view={view}
                value={row[item.name]}
                problems={problems}
                onChange={(next) => onChange(value.map((r, i) => (i === at ? { ...r, [item.name]: next } : r)))}
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

interface PersonValue {
  readonly name: string;
  readonly idNumber: string;
  readonly address: string;
  readonly telephone: string;
  readonly legalRepresentative: string;
}

function PersonFields({
  path,
  value,
  problems,
  onChange,
}: {
  path: string;
  value: PersonValue;
  problems: readonly FieldProblem[];
  onChange: (value: PersonValue) => void;
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

/** Yes, no, or not asked: nobody's silence is a no. */
function YesNoField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
}) {
  const { willing } = useWords().proceedings.form;
  const said = value === null ? 'none' : value ? 'yes' : 'no';
  return (
    <fieldset className="rw-rows">
      <legend>{label}</legend>
      <Radio.Group
        value={said}
        onChange={(event) => onChange(event.target.value === 'none' ? null : event.target.value === 'yes')}
        options={(['none', 'yes', 'no'] as const).map((key) => ({ value: key, label: willing[key] }))}
      />
    </fieldset>
  );
}

/** 51(3): the respondent's leader attends, or a reason and a delegate. */
function LeaderFields({
  label,
  path,
  value,
  problems,
  onChange,
}: {
  label: string;
  path: string;
  value: LeaderDraft;
  problems: readonly FieldProblem[];
  onChange: (value: LeaderDraft) => void;
}) {
  const { words } = useLanguage();
  const labels = useLabels();
  const of = (name: string) => problems.filter((p) => p.field === `${path}.${name}`);
  return (
    <fieldset className="rw-rows">
      <legend>{label}</legend>
      <Radio.Group
        value={value.attended}
        onChange={(event) => onChange({ ...value, attended: event.target.value === true })}
        options={[
          { value: true, label: words.step.leaderAttended },
          { value: false, label: words.step.leaderAbsent },
        ]}
      />
      <div className="rw-row-fields">
        {value.attended ? (
          <>
            <TextField
              label={labels.field('name')}
              required
              value={value.name}
              problems={of('name')}
              onChange={(name) => onChange({ ...value, name })}
            />
            <TextField
              label={labels.field('title')}
              required
              value={value.title}
              problems={of('title')}
              onChange={(title) => onChange({ ...value, title })}
            />
          </>
        ) : (
          <>
            <TextField
              label={labels.field('reason')}
              value={value.reason}
              problems={of('reason')}
              onChange={(reason) => onChange({ ...value, reason })}
            />
            <TextField
              label={labels.field('delegate')}
              value={value.delegate}
              problems={of('delegate')}
              onChange={(delegate) => onChange({ ...value, delegate })}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}

interface ChosenProps<T> {
  label: string;
  required: boolean;
  problems: readonly FieldProblem[];
  value: T;
  onChange: (value: T) => void;
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
