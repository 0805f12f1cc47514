import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FormRow, FormValue, FormValues } from '@redress/domain/documents/fill';
import { type FormField, formOptions } from '@redress/domain/documents/forms';
import type { FieldProblem } from '@redress/domain/errors';
import { documentWords, formOptionText } from '@redress/domain/labels/documents';
import { FormSection } from '@redress/ui/form-section';
import { DayField, LongTextField, NumberField, SelectField, TextField } from '../fields.tsx';
import { useLanguage } from '../language.tsx';
import { useLabels } from '../use-labels.ts';

interface FormInputsProps {
  fields: readonly FormField[];
  values: FormValues;
  problems: readonly FieldProblem[];
  /** Where these fields stand in what is sent: `fields`, `fields.agents.0`. */
  at: string;
  onChange: (name: string, value: FormValue) => void;
}

/** The fields of a form, each with the article that asks for it. */
export function FormInputs({ fields, values, problems, at, onChange }: FormInputsProps) {
  return fields.map((field) => (
    <OneInput
      key={field.name}
      field={field}
      value={values[field.name] ?? null}
      problems={problems}
      at={`${at}.${field.name}`}
      onChange={(value) => onChange(field.name, value)}
    />
  ));
}

interface OneInputProps extends Pick<FormInputsProps, 'problems' | 'at'> {
  field: FormField;
  value: FormValue;
  onChange: (value: FormValue) => void;
}

const text = (value: FormValue): string => (typeof value === 'string' ? value : '');

function OneInput({ field, value, problems, at, onChange }: OneInputProps) {
  const { language } = useLanguage();
  const labels = useLabels();
  const w = documentWords(language);
  const shared = {
    label: w.fields[field.name],
    required: field.required,
    problems: problems.filter((p) => p.field === at),
    hint: field.article === null ? undefined : labels.article(field.article),
  };
  switch (field.kind) {
    case 'rows':
      return (
        <RowsInput
          field={field}
          rows={Array.isArray(value) ? (value as readonly FormRow[]) : []}
          problems={problems}
          at={at}
          onChange={onChange}
        />
      );
    case 'day':
      return <DayField {...shared} value={text(value) === '' ? null : (value as CivilDate)} onChange={onChange} />;
    case 'number':
      return <NumberField {...shared} value={typeof value === 'number' ? value : null} min={0} onChange={onChange} />;
    case 'long-text':
      return <LongTextField {...shared} rows={2} value={text(value)} onChange={onChange} />;
    case 'choice': {
      const { options: set } = field;
      const options = set === undefined ? [] : formOptions[set];
      return (
        <SelectField
          {...shared}
          value={typeof value === 'string' ? value : null}
          options={options.map((code) => ({
            value: code,
            label: set === undefined ? code : formOptionText(language, set, code),
          }))}
          onChange={onChange}
        />
      );
    }
    case 'yes-no':
      return (
        <SelectField
          {...shared}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          options={[
            { value: 'yes', label: w.yesNo.yes },
            { value: 'no', label: w.yesNo.no },
          ]}
          onChange={(said) => onChange(said === null ? null : said === 'yes')}
        />
      );
    case 'text':
    case 'time':
      return <TextField {...shared} value={text(value)} onChange={onChange} />;
  }
}

/** People, one section for each. */
function RowsInput({
  field,
  rows,
  problems,
  at,
  onChange,
}: Omit<OneInputProps, 'value'> & { rows: readonly FormRow[] }) {
  const { language, words } = useLanguage();
  const labels = useLabels();
  const w = words.issuing;
  const name = documentWords(language).fields[field.name];
  const said = problems.filter((p) => p.field === at);
  const change = (i: number, column: string, value: FormValue) =>
    onChange(rows.map((row, k) => (k === i ? { ...row, [column]: value as FormRow[string] } : row)));
  return (
    <fieldset className="rw-all rw-form-rows">
      <legend className="rd-field-label">
        {name}
        {field.required && <span className="rd-field-required">{words.required}</span>}
      </legend>
      {field.article !== null && <p className="rd-field-hint">{labels.article(field.article)}</p>}
      {rows.map((row, i) => (
        // Rows have no name of their own: they are their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <FormSection key={i} title={w.row(name, i + 1)}>
          <FormInputs
            fields={field.columns ?? []}
            values={row}
            problems={problems}
            at={`${at}.${i}`}
            onChange={(column, value) => change(i, column, value)}
          />
          <div className="rw-all">
            <button
              type="button"
              className="rd-btn"
              data-look="plain"
              onClick={() => onChange(rows.filter((_, k) => k !== i))}
            >
              {w.removeRow(i + 1)}
            </button>
          </div>
        </FormSection>
      ))}
      <div className="rw-form-buttons">
        {(field.max === undefined || rows.length < field.max) && (
          <button
            type="button"
            className="rd-btn"
            aria-invalid={said.length > 0}
            onClick={() => onChange([...rows, {}])}
          >
            {w.addRow}
          </button>
        )}
      </div>
      {said.length > 0 && (
        <p className="rd-field-error" role="alert">
          {said.map((p) => labels.fieldProblem(p)).join(' ')}
        </p>
      )}
    </fieldset>
  );
}
