import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import { isStepType } from '@redress/domain/reconsideration/steps';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { Radio } from 'antd';
import { SelectField, TextField } from '../../lib/fields.tsx';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import type { KindFieldProps } from '../../lib/step-form/case-forms.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { ChecksField, FailingConditionField, type Overridden } from './checks-field.tsx';
import { DocumentField, SendingsField } from './document-field.tsx';
import {
  type DocumentDraft,
  type LeaderDraft,
  needsDocument,
  openHearings,
  openLetters,
  openReports,
  openStops,
  ownUnsigned,
  type SendingDraft,
  unserved,
  valuesOf,
} from './step-record.ts';

/** The fields that only a reconsideration has: documents and sendings, checks, hearings, letters, reports. */
export function ReconsiderationField(props: KindFieldProps) {
  return props.view.kind === 'reconsideration' ? <OneField {...props} view={props.view} /> : null;
}

function OneField(props: KindFieldProps & { view: CaseView }) {
  const { type, spec, path, view, value, label, problems, onChange, onPart } = props;
  const { language } = useLanguage();
  const labels = useLabels();
  const own = problems.filter((p) => p.field === path || p.field.startsWith(`${path}.`));
  const shared = { label, required: spec.required, problems: own };
  const day = (text: string) => (isCivilDate(text) ? plainDay(text as CivilDate, language) : text);
  const choose = (options: readonly { value: string; label: string }[]) => (
    <SelectField {...shared} options={options} value={value as string | null} onChange={onChange} />
  );

  switch (spec.kind) {
    case 'respondent':
      return choose(view.respondents.map((organ) => ({ value: organ.organId, label: organ.name })));
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
          optional={!(isStepType(type) && needsDocument(type))}
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
          options={(spec.options ?? valuesOf(spec.optionSet)).map((option) => ({
            value: option,
            label: labels.optionOf(spec.optionSet, option, view.law),
          }))}
          value={value as string | null}
          onPropose={onPart}
          onChange={onChange}
        />
      );
    default:
      return null;
  }
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
