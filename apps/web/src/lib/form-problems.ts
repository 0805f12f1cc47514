import type { FieldProblem } from '@redress/domain/errors';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** The value of a path such as `respondents.0.organId` in what a form says. */
export function valueAt(body: unknown, path: string): unknown {
  let at: unknown = body;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[part];
  }
  return at;
}

/** Of what was said about a form that was sent, what still stands: nothing about a field that was changed since. */
export const standing = (problems: readonly FieldProblem[], sent: unknown, now: unknown): readonly FieldProblem[] =>
  problems.filter(({ field }) => JSON.stringify(valueAt(sent, field)) === JSON.stringify(valueAt(now, field)));

/** The first control with an error, in the order of the page. */
function firstFaulty(form: HTMLElement): HTMLElement | null {
  const marked = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (marked === null) return null;
  return marked.matches('input, textarea, button, [tabindex]')
    ? marked
    : (marked.querySelector<HTMLElement>('input, textarea, button') ?? marked);
}

/** After a failed try the focus goes to the first faulty field; where none is marked, the page goes to its messages. */
export function useFaultyFocus(form: RefObject<HTMLElement | null>, otherwise?: RefObject<HTMLElement | null>) {
  const [tries, setTries] = useState(0);
  const other = useRef(otherwise);
  useEffect(() => {
    if (tries === 0 || form.current === null) return;
    const faulty = firstFaulty(form.current);
    if (faulty !== null) faulty.focus();
    else (other.current?.current ?? form.current).scrollIntoView({ block: 'start' });
  }, [tries, form]);
  return () => setTries((n) => n + 1);
}
