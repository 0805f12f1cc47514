import { z } from 'zod';
import type { CaseForms } from './case-forms.tsx';

/** What a kind of case says of its entries. */
export type EntryForms = Pick<CaseForms, 'kind' | 'entrySchema' | 'entryOptions' | 'entryLabel'>;

export type EntryValue = string | number | boolean | readonly string[] | null;

/** One value inside an entry's payload that a correction may change. */
export interface EntryField {
  /** Path in the payload: `sendings.0.servedOn`. */
  readonly path: string;
  readonly label: string;
  readonly kind: 'day' | 'text' | 'long-text' | 'number' | 'money' | 'yes-no' | 'choice' | 'choices' | 'lines';
  /** Of a choice: what the entry's schema takes, and the set that has its words. */
  readonly options: readonly string[];
  readonly optionSet: string | null;
  /** Whether it may be left without a value. */
  readonly nullable: boolean;
  readonly value: EntryValue;
}

/** As far as a schema is read here. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
}

/** Identities tie entries together, and people and files are corrected by steps of their own. */
const notSaid = /(^|\.)(id|.*Id|toOrgan|person|addressee|fileIds|actsFor|respondents)$/;
/** Sums are kept in fen. */
const money = /(^|\.)(amount|compensation)$/;
const longText = 200;

const schemas = new Map<string, Schema>();
function schemaOf(forms: EntryForms, type: string): Schema | null {
  const key = `${forms.kind} ${type}`;
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const entry = forms.entrySchema(type);
  if (entry === null) return null;
  const schema = z.toJSONSchema(entry, { io: 'input', unrepresentable: 'any' }) as Schema;
  schemas.set(key, schema);
  return schema;
}

/** The schema without its null, whether it had one, and alternatives as one object. */
function plain(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  const all = schema.anyOf ?? schema.oneOf;
  if (all !== undefined) {
    const rest = all.filter((s) => s.type !== 'null');
    const [only] = rest;
    const nullable = rest.length < all.length;
    if (rest.length === 1 && only !== undefined) return { schema: plain(only).schema, nullable };
    return { schema: { type: 'object', properties: Object.assign({}, ...rest.map((s) => s.properties)) }, nullable };
  }
  if (typeof schema.type === 'object') {
    const type = schema.type.find((t) => t !== 'null');
    return { schema: { ...schema, ...(type === undefined ? {} : { type }) }, nullable: schema.type.includes('null') };
  }
  return { schema, nullable: false };
}

/** The kind of one value by its schema; null where it is an identity or no single value. */
function kindOf(schema: Schema, path: string, value: unknown): EntryField['kind'] | null {
  if (schema.const !== undefined) return null;
  switch (schema.type) {
    case 'boolean':
      return 'yes-no';
    case 'integer':
    case 'number':
      return money.test(path) ? 'money' : 'number';
    case 'string': {
      if (schema.enum !== undefined) return 'choice';
      // Identities have a pattern that begins with a letter; of all other strings only a day has no greatest length.
      if (schema.pattern?.startsWith('^[A-Za-z0-9]') === true) return null;
      if (schema.pattern === undefined && schema.maxLength === undefined) return 'day';
      const long = (schema.maxLength ?? 0) > longText || (typeof value === 'string' && [...value].length > 60);
      return long ? 'long-text' : 'text';
    }
    default:
      return null;
  }
}

/** Everything an entry of this type says, one value at a time; what it left open is among it. */
export function entryFields(forms: EntryForms, type: string, payload: Readonly<Record<string, unknown>>): EntryField[] {
  const whole = schemaOf(forms, type);
  if (whole === null) return [];
  const fields: EntryField[] = [];
  const walk = (given: Schema, value: unknown, path: string, optional: boolean) => {
    if (notSaid.test(path)) return;
    // A document is made on the day of its entry, which is corrected as such.
    if (type === 'document-issued' && path === 'madeOn') return;
    const { schema, nullable: orNull } = plain(given);
    const nullable = orNull || optional;
    const label = path === '' ? null : forms.entryLabel(path);
    const add = (field: Pick<EntryField, 'kind' | 'value'> & Partial<EntryField>) => {
      if (label !== null) fields.push({ path, label, options: [], optionSet: null, nullable, ...field });
    };
    if (schema.properties !== undefined) {
      if ('narrativeId' in schema.properties) {
        // A text beside the ledger is shown in words, and a corrected one becomes a new text.
        add({ kind: 'long-text', value: typeof value === 'string' ? value : '' });
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(schema.properties)) {
          walk(inner, (value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`, false);
        }
      }
      return;
    }
    const closed = forms.entryOptions(type, path);
    const optionSet = closed?.set ?? null;
    if (schema.type === 'array' && schema.items !== undefined) {
      const list: readonly unknown[] = Array.isArray(value) ? value : [];
      const item = plain(schema.items).schema;
      if (item.properties !== undefined) {
        for (const [at, inner] of list.entries()) walk(schema.items, inner, `${path}.${at}`, false);
      } else if (item.enum !== undefined) {
        add({ kind: 'choices', value: list as readonly string[], options: item.enum, optionSet });
      } else if (kindOf(item, path, null) !== null) add({ kind: 'lines', value: list as readonly string[] });
      return;
    }
    const kind = kindOf(schema, path, value);
    if (kind === null) return;
    const own = (value ?? null) as EntryValue;
    // A code whose entry takes any text is still chosen, not typed.
    const options = schema.enum ?? (closed !== null && schema.type === 'string' ? closed.values : []);
    add({
      kind: options.length > 0 ? 'choice' : kind,
      value: own,
      options,
      optionSet,
      nullable: nullable || own === null,
    });
  };
  walk(whole, payload, '', false);
  return fields;
}

/** The payload's top-level parts that the corrected values change, whole; what stays is left out. */
export function correctedPayload(
  payload: Readonly<Record<string, unknown>>,
  changed: Readonly<Record<string, EntryValue>>,
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
