import type { ReactNode } from 'react';
import './form-section.css';

export interface FormSectionProps {
  title: string;
  /** What the law asks here, with its article. */
  hint?: ReactNode | undefined;
  children: ReactNode;
}

/** Fields that belong together, in columns where there is room. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  return (
    <fieldset className="rd-form-section">
      <legend>{title}</legend>
      {hint !== undefined && <p className="rd-form-section-hint">{hint}</p>}
      <div className="rd-form-section-body">{children}</div>
    </fieldset>
  );
}
