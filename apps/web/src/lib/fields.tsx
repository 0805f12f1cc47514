import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import { CivilDateInput } from '@redress/ui/civil-date-input';
import { FormField } from '@redress/ui/form-field';
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useDateStrings } from './date-strings.ts';
import { useWords } from './language.tsx';
import { useSession } from './session.tsx';
import { typedTime } from './typed-time.ts';
import { useLabels } from './use-labels.ts';

/** What every field of a form is told. */
export interface FieldProps<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  /** What is wrong with it, from the form's own check or from the server. */
  problems?: readonly FieldProblem[] | undefined;
  hint?: ReactNode | undefined;
  required?: boolean | undefined;
  wide?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** The problems of a field as its sentences. */
function useSaid(problems: readonly FieldProblem[] | undefined): string | undefined {
  const labels = useLabels();
  if (problems === undefined || problems.length === 0) return undefined;
  return [...new Set(problems.map((problem) => labels.fieldProblem(problem)))].join(' ');
}

function useShared({ label, hint, required, wide, problems }: Omit<FieldProps<unknown>, 'value' | 'onChange'>) {
  const words = useWords();
  return { label, hint, required, wide, requiredLabel: words.required, error: useSaid(problems) };
}

export function TextField(props: FieldProps<string> & { placeholder?: string; autoComplete?: string }) {
  const { value, onChange, placeholder, disabled } = props;
  return (
    <FormField {...useShared(props)}>
      {(control) => (
        <Input
          {...control}
          value={value}
          disabled={disabled ?? false}
          placeholder={placeholder ?? ''}
          autoComplete={props.autoComplete ?? 'off'}
          status={control['aria-invalid'] ? 'error' : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}

/** An hour of the day: whatever way it is typed, it reads HH:MM when the field is left. */
export function TimeField(props: FieldProps<string> & { placeholder?: string }) {
  const { value, onChange, placeholder, disabled } = props;
  return (
    <FormField {...useShared(props)}>
      {(control) => (
        <Input
          {...control}
          value={value}
          disabled={disabled ?? false}
          placeholder={placeholder ?? ''}
          autoComplete="off"
          status={control['aria-invalid'] ? 'error' : ''}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            const time = typedTime(value);
            if (time !== value) onChange(time);
          }}
        />
      )}
    </FormField>
  );
}

export function LongTextField(props: FieldProps<string> & { placeholder?: string; rows?: number }) {
  const { value, onChange, placeholder, rows = 3, disabled } = props;
  return (
    <FormField {...useShared({ wide: true, ...props })}>
      {(control) => (
        <Input.TextArea
          {...control}
          value={value}
          disabled={disabled ?? false}
          placeholder={placeholder ?? ''}
          autoSize={{ minRows: rows, maxRows: 16 }}
          status={control['aria-invalid'] ? 'error' : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}

export function DayField(
  props: FieldProps<CivilDate | null> & { min?: CivilDate | undefined; max?: CivilDate | undefined },
) {
  const session = useSession();
  const strings = useDateStrings();
  const { value, onChange, min, max, disabled } = props;
  return (
    <FormField {...useShared(props)}>
      {(control) => (
        <CivilDateInput
          {...control}
          value={value}
          min={min}
          max={max}
          today={session.today}
          disabled={disabled}
          strings={strings}
          onChange={(day) => onChange(day as CivilDate | null)}
        />
      )}
    </FormField>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function SelectField(props: FieldProps<string | null> & { options: readonly Choice[]; clearable?: boolean }) {
  const words = useWords();
  const { value, onChange, options, disabled, clearable = props.required !== true } = props;
  return (
    <FormField {...useShared(props)}>
      {(control) => (
        <Select
          {...control}
          className="rw-select"
          value={value}
          disabled={disabled ?? false}
          allowClear={clearable}
          showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
          placeholder={words.step.choose}
          status={control['aria-invalid'] ? 'error' : ''}
          options={options.map((o) => ({ ...o }))}
          onChange={(next) => onChange(next ?? null)}
        />
      )}
    </FormField>
  );
}

export function MultiSelectField(props: FieldProps<readonly string[]> & { options: readonly Choice[] }) {
  const words = useWords();
  const { value, onChange, options, disabled } = props;
  return (
    <FormField {...useShared(props)}>
      {(control) => (
        <Select
          {...control}
          className="rw-select"
          mode="multiple"
          value={[...value]}
          // Tab leaves the field; Select would take the option that happens to be marked, unseen.
          onInputKeyDown={(event) => {
            if (event.key === 'Tab') event.stopPropagation();
          }}
          disabled={disabled ?? false}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.step.choose}
          status={control['aria-invalid'] ? 'error' : ''}
          options={options.map((o) => ({ ...o }))}
          onChange={(next: string[]) => onChange(next)}
        />
      )}
    </FormField>
  );
}

export function NumberField(props: FieldProps<number | null> & { min?: number; max?: number }) {
  const { value, onChange, min, max, disabled } = props;
  return (
    <FormField {...useShared(props)}>
      {(control) => (
        <InputNumber
          {...control}
          controls={false}
          className="rw-select"
          value={value}
          disabled={disabled ?? false}
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          precision={0}
          status={control['aria-invalid'] ? 'error' : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      )}
    </FormField>
  );
}

/** Yuan on the screen, whole fen in the record. */
export function MoneyField(props: FieldProps<number | null>) {
  const { value, onChange, disabled } = props;
  return (
    <FormField {...useShared(props)}>
      {(control) => (
        <InputNumber
          {...control}
          controls={false}
          className="rw-select"
          value={value === null ? null : value / 100}
          disabled={disabled ?? false}
          min={0}
          precision={2}
          status={control['aria-invalid'] ? 'error' : ''}
          onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * 100) : null)}
        />
      )}
    </FormField>
  );
}

/** One yes or no. */
export function CheckField({ label, value, onChange, hint, problems }: FieldProps<boolean>) {
  const said = useSaid(problems);
  return (
    <div className="rw-check">
      <Checkbox checked={value} onChange={(event) => onChange(event.target.checked)}>
        {label}
      </Checkbox>
      {hint !== undefined && <p className="rd-field-hint">{hint}</p>}
      {said !== undefined && <p className="rd-field-error">{said}</p>}
    </div>
  );
}

/**
 * Yes or no in so many words. Nothing is chosen beforehand: nobody's silence is a no. `answers.none` where it may also be
 * said that nobody asked.
 */
export function YesNoField({
  label,
  value,
  required = false,
  problems,
  answers,
  onChange,
}: FieldProps<boolean | null> & { answers: { yes: string; no: string; none?: string } }) {
  const words = useWords();
  const said = useSaid(problems);
  const { none, yes, no } = answers;
  const unsaid = none === undefined ? null : 'none';
  return (
    <fieldset className="rw-rows">
      <legend>
        {label}
        {required && <span className="rd-field-required">{words.required}</span>}
      </legend>
      <Radio.Group
        aria-label={label}
        aria-required={required || undefined}
        aria-invalid={said === undefined ? undefined : true}
        value={value === null ? unsaid : value ? 'yes' : 'no'}
        onChange={(event) => onChange(event.target.value === 'none' ? null : event.target.value === 'yes')}
        options={[
          ...(none === undefined ? [] : [{ value: 'none', label: none }]),
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
      {said !== undefined && <p className="rd-field-error">{said}</p>}
    </fieldset>
  );
}

/** Several short texts, one on each line. */
export function LinesField(props: FieldProps<readonly string[]> & { rows?: number; placeholder?: string }) {
  const words = useWords();
  const { value, onChange, ...rest } = props;
  return (
    <LongTextField
      hint={words.step.linesHint}
      {...rest}
      value={value.join('\n')}
      onChange={(text) => onChange(text === '' ? [] : text.split('\n'))}
    />
  );
}

/** The lines that say something. */
export const filledLines = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');
