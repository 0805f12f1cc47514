/** Text the database cannot keep: a NUL, or half a surrogate pair. Found before anything is asked or decided. */
import type { FieldProblem } from '@redress/domain/errors';

const isPrintable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** The fields of a value that hold such text; a field whose own name is such text is reported at what it stands in. */
export function unprintable(value: unknown, field = ''): FieldProblem[] {
  if (typeof value === 'string') return isPrintable(value) ? [] : [{ field, rule: 'unprintable' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isPrintable(key) ? unprintable(inner, field === '' ? key : `${field}.${key}`) : [{ field, rule: 'unprintable' }],
  );
}
