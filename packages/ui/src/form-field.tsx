import type { ReactNode } from 'react';
import { useId } from 'react';
import './form-field.css';

/** What ties a control to its label, hint and error; spread all of it on the control. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

export interface FormFieldProps {
  label: string;
  hint?: ReactNode | undefined;
  /** Names the field and the rule it breaks. */
  error?: ReactNode | undefined;
  required?: boolean | undefined;
  /** The word after a required field's label: 必填. */
  requiredLabel?: string | undefined;
  /** Takes the whole width of its section. */
  wide?: boolean | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** A label, a control, its hint and its error, tied together for those who hear the page. */
export function FormField({ label, hint, error, required = false, requiredLabel, wide, children }: FormFieldProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== '' && error !== false;
  const described = [hint === undefined ? '' : `${id}-hint`, hasError ? `${id}-error` : ''].filter(
    (part) => part !== '',
  );
  return (
    <div className="rd-field" data-wide={wide === true ? '' : undefined}>
      <label className="rd-field-label" htmlFor={id}>
        {label}
        {required && requiredLabel !== undefined && <span className="rd-field-required">{requiredLabel}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': hasError || undefined,
        'aria-required': required || undefined,
      })}
      {hint !== undefined && (
        <p className="rd-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {hasError && (
        <p className="rd-field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
