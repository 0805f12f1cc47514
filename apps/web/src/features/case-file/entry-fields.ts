import { isCivilDate } from '@redress/domain/calendar/civil-date';
import { type FieldLabel, fieldLabelOf } from '@redress/domain/reconsideration/step-forms';

/** One value inside an entry's payload that a correction may change. */
export interface EntryField {
  /** Path in the payload: `sendings.0.servedOn`. */
  readonly path: string;
  readonly label: FieldLabel;
  readonly kind: 'day' | 'text' | 'long-text' | 'number';
  readonly value: string | number | null;
}

/** Names of people and organs that the server filled in for reading, and ids: not what an entry says. */
const notSaid = /(^|\.)(id|.*Id|.*Name|person|parties|party|addressee|fileIds|amount|respondents|accounts)$/;
/** Days are the fields that may be missing; other empty values say nothing to correct. */
const isDayName = (name: string) => /(On|Due|From|until|dueOn|to)$/.test(name);

const longText = 60;

/** Everything in a payload that can be corrected one value at a time: days, numbers and words. */
export function entryFields(payload: Readonly<Record<string, unknown>>): EntryField[] {
  const fields: EntryField[] = [];
  const walk = (value: unknown, path: string) => {
    if (notSaid.test(path)) return;
    const name = path.split('.').at(-1) ?? '';
    const label = fieldLabelOf(path);
    if (Array.isArray(value)) {
      for (const [at, inner] of value.entries()) walk(inner, `${path}.${at}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    } else if (label === null) {
      return;
    } else if (typeof value === 'string') {
      const kind = isCivilDate(value) ? 'day' : [...value].length > longText ? 'long-text' : 'text';
      fields.push({ path, label, kind, value });
    } else if (typeof value === 'number') {
      fields.push({ path, label, kind: 'number', value });
    } else if (value === null && isDayName(name)) {
      fields.push({ path, label, kind: 'day', value: null });
    }
  };
  walk(payload, '');
  return fields;
}

/** The payload's top-level parts that the corrected values change, whole; what stays is left out. */
export function correctedPayload(
  payload: Readonly<Record<string, unknown>>,
  changed: Readonly<Record<string, string | number | null>>,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(changed)) {
    const [first, ...rest] = path.split('.');
    if (first === undefined) continue;
    out[first] = withAt(first in out ? out[first] : withoutFilledIn(payload[first]), rest, value);
  }
  return out;
}

function withAt(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(whole)) return whole.map((item, at) => (String(at) === first ? withAt(item, rest, value) : item));
  if (typeof whole === 'object' && whole !== null) {
    return { ...whole, [first]: withAt((whole as Record<string, unknown>)[first], rest, value) };
  }
  return whole;
}

/** The server adds the names of organs and parties to what it shows; an entry does not hold them. */
function withoutFilledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFilledIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(key.endsWith('Name') && `${key.slice(0, -4)}Id` in value))
      .map(([key, inner]) => [key, withoutFilledIn(inner)]),
  );
}
