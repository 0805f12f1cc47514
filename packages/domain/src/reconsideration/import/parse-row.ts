/** One row of a register, read by its mapping: what it says, and what of it cannot be read. */
import type { CivilDate } from '../../calendar/civil-date.ts';
import type { AccountId, OrganId } from '../../ids.ts';
import {
  bare,
  type Cell,
  isOrganisation,
  readCount,
  readDay,
  readList,
  readNames,
  readNumber,
  textOf,
} from './cells.ts';
import {
  type ChoiceField,
  type DayField,
  fieldKinds,
  type ImportField,
  importFields,
  requiredFields,
} from './fields.ts';
import type { ImportMapping } from './mapping.ts';
import type { ImportProblem, ImportProblemCode, Severity } from './problems.ts';
import {
  type ChoiceOf,
  isChoice,
  type KnownCategory,
  type OwnCategories,
  ownCategories,
  usualMeaning,
} from './values.ts';

export interface KnownOrgan {
  readonly id: OrganId;
  /** Its names, short names and former names. */
  readonly names: readonly string[];
  /** Belongs to the importing organ: preferred where a short form fits several. */
  readonly near: boolean;
}

export interface KnownPerson {
  readonly accountId: AccountId;
  readonly name: string;
}

/** What rows are read against. */
export interface Directory {
  readonly organs: ReadonlyMap<string, readonly KnownOrgan[]>;
  readonly list: readonly KnownOrgan[];
  readonly handlers: ReadonlyMap<string, AccountId>;
  readonly categories: OwnCategories;
  readonly today: CivilDate;
}

/** Organs, people and the office's categories, ready to be looked up by the words of a register. */
export function directoryOf(
  organs: readonly KnownOrgan[],
  handlers: readonly KnownPerson[],
  today: CivilDate,
  categories: readonly KnownCategory[] = [],
): Directory {
  const byName = new Map<string, KnownOrgan[]>();
  for (const organ of organs) {
    for (const name of new Set(organ.names.map(bare))) byName.set(name, [...(byName.get(name) ?? []), organ]);
  }
  return {
    organs: byName,
    list: organs,
    handlers: new Map(handlers.map((h) => [bare(h.name), h.accountId])),
    categories: ownCategories(categories),
    today,
  };
}

export interface RegisterParty {
  readonly name: string;
  readonly idNumber: string;
  readonly telephone: string;
  readonly address: string;
}

export interface RegisterRow {
  /** The case's number in one form; null where the row has none. */
  readonly number: string | null;
  readonly days: Readonly<Partial<Record<DayField, CivilDate>>>;
  readonly choices: { readonly [F in ChoiceField]?: ChoiceOf<F> };
  readonly applicants: readonly RegisterParty[];
  readonly agents: readonly string[];
  readonly thirdParties: readonly string[];
  readonly respondents: readonly OrganId[];
  readonly actName: string;
  readonly actNumber: string | null;
  readonly requests: string;
  readonly grounds: string;
  readonly extensionDays: number | null;
  readonly daysUsed: number | null;
  readonly handlers: readonly AccountId[];
  /** As the register names the handler. */
  readonly handlerName: string;
  readonly remarks: string;
  /** The register's own words for how the case ended and on which ground. */
  readonly outcomeWords: string;
  readonly groundWords: string;
}

export interface ParsedRow {
  readonly row: RegisterRow;
  readonly problems: readonly ImportProblem[];
}

const lengths: Partial<Record<ImportField, number>> = {
  actName: 120,
  actNumber: 80,
  requests: 8000,
  grounds: 20_000,
  remarks: 4000,
  caseNumber: 60,
  addresses: 200,
};

/** The organ a register means by some words; several where they fit several. */
export function findOrgans(text: string, mapping: Pick<ImportMapping, 'organs'>, d: Directory): readonly OrganId[] {
  const chosen = mapping.organs[text];
  if (chosen !== undefined) return d.list.some((o) => o.id === chosen) ? [chosen as OrganId] : [];
  const wanted = bare(text);
  const narrowed = (found: readonly KnownOrgan[]) => {
    const near = found.filter((o) => o.near);
    return (near.length > 0 ? near : found).map((o) => o.id);
  };
  const exact = d.organs.get(wanted);
  if (exact !== undefined) return narrowed(exact);
  if ([...wanted].length < 3) return [];
  return narrowed(d.list.filter((o) => o.names.some((n) => bare(n).endsWith(wanted))));
}

class Reader {
  readonly problems: ImportProblem[] = [];
  readonly #cells: readonly Cell[];
  readonly #mapping: ImportMapping;
  readonly #d: Directory;

  constructor(cells: readonly Cell[], mapping: ImportMapping, d: Directory) {
    this.#cells = cells;
    this.#mapping = mapping;
    this.#d = d;
  }

  cell(field: ImportField): Cell {
    const at = this.#mapping.columns[field];
    return at === undefined ? null : (this.#cells[at] ?? null);
  }

  say(
    field: ImportField | null,
    code: ImportProblemCode,
    severity: Severity = 'error',
    params: ImportProblem['params'] = {},
    value?: string,
  ): void {
    const shown = value ?? (field === null ? '' : textOf(this.cell(field)));
    this.problems.push({
      from: 'import',
      code,
      field,
      severity,
      value: shown.slice(0, 120),
      article: null,
      params,
    });
  }

  text(field: ImportField): string {
    const text = textOf(this.cell(field));
    const max = lengths[field];
    if (max !== undefined && text.length > max) {
      this.say(field, 'too-long', 'error', { max });
      return text.slice(0, max);
    }
    return text;
  }

  day(field: DayField): CivilDate | undefined {
    const read = readDay(this.cell(field));
    if (read.is === 'none') return undefined;
    // What the register says of a limit may lie ahead; an act may not.
    if (read.is === 'bad') this.say(field, read.why);
    else if (field !== 'dueOn' && read.day > this.#d.today)
      this.say(field, 'day-in-future', 'error', { today: this.#d.today });
    else return read.day;
    return undefined;
  }

  choice<F extends ChoiceField>(field: F): ChoiceOf<F> | undefined {
    if (this.#mapping.columns[field] === undefined && this.#mapping.values[field]?.[''] === undefined) return undefined;
    const text = this.text(field);
    const own = this.#mapping.values[field]?.[text];
    if (own !== undefined && isChoice(field, own, this.#d.categories)) return own;
    if (text === '') return undefined;
    const usual = usualMeaning(field, text, this.#d.categories);
    if (usual === null) {
      this.say(field, 'unknown-value', field === 'category' || field === 'late' ? 'warning' : 'error');
      return undefined;
    }
    return usual;
  }

  count(field: ImportField): number | null {
    const read = readCount(this.cell(field));
    if (Number.isNaN(read)) {
      this.say(field, 'not-a-count');
      return null;
    }
    return read;
  }

  names(field: ImportField, max: number): readonly string[] {
    const { names, said } = readNames(this.cell(field));
    if (names.length > max) this.say(field, 'too-many', 'error', { max, count: names.length });
    for (const name of names) if (name.length > 80) this.say(field, 'too-long', 'error', { max: 80 });
    if (said !== null && said !== names.length) {
      this.say(field, 'others-not-named', 'warning', { named: names.length, ...(said > 0 ? { count: said } : {}) });
    }
    return names.slice(0, max);
  }

  organs(field: ImportField): readonly OrganId[] {
    const found: OrganId[] = [];
    for (const name of this.names(field, 10)) {
      const ids = findOrgans(name, this.#mapping, this.#d);
      if (ids.length === 1 && ids[0] !== undefined) {
        if (!found.includes(ids[0])) found.push(ids[0]);
      } else this.say(field, ids.length === 0 ? 'unknown-organ' : 'several-organs', 'error', { name }, name);
    }
    return found;
  }
}

const totals = /^(合计|总计|小计|共计|总数)/;

/** Whether a row holds nothing at all. */
export const isEmptyRow = (cells: readonly Cell[]): boolean => cells.every((c) => textOf(c) === '');

/** Reads a row. What cannot be read is a problem at its field; the rest is there. */
export function parseRow(cells: readonly Cell[], mapping: ImportMapping, d: Directory): ParsedRow {
  const r = new Reader(cells, mapping, d);
  if (totals.test(cells.map(textOf).find((t) => t !== '') ?? '')) {
    r.say(null, 'total-row');
    return { row: emptyRow, problems: r.problems };
  }
  for (const field of requiredFields) {
    if (textOf(r.cell(field)) === '') r.say(field, 'required');
  }
  const days: Partial<Record<DayField, CivilDate>> = {};
  const choices: Partial<Record<ChoiceField, string>> = {};
  for (const field of importFields) {
    const kind = fieldKinds[field];
    if (kind === 'day') {
      const day = r.day(field as DayField);
      if (day !== undefined) days[field as DayField] = day;
    } else if (kind === 'choice') {
      const code = r.choice(field as ChoiceField);
      if (code !== undefined) choices[field as ChoiceField] = code;
    }
  }
  const names = r.names('applicants', 200);
  const ids = readList(r.cell('idNumbers'));
  const telephones = readList(r.cell('telephones'));
  const address = r.text('addresses');
  if (ids.length > 0 && ids.length !== names.length) {
    r.say('idNumbers', 'counts-differ', 'warning', { applicants: names.length, count: ids.length });
  }
  const one = (list: readonly string[], i: number): string => (list.length === names.length ? (list[i] ?? '') : '');
  const handlerName = r.text('handler');
  const handlerNames = readNames(handlerName).names;
  const handlers = handlerNames.flatMap((name) => d.handlers.get(bare(name)) ?? []);
  for (const name of handlerNames) {
    if (!d.handlers.has(bare(name))) r.say('handler', 'unknown-handler', 'warning', { name }, name);
  }
  const number = readNumber(r.cell('caseNumber'));
  if (number.length > 60) r.say('caseNumber', 'too-long', 'error', { max: 60 });
  const actNumber = r.text('actNumber');
  return {
    row: {
      number: number === '' ? null : number.slice(0, 60),
      days,
      choices: choices as RegisterRow['choices'],
      applicants: names.map((name, i) => ({
        name: name.slice(0, 80),
        idNumber: one(ids, i).slice(0, 40),
        telephone: one(telephones, i).slice(0, 40),
        address,
      })),
      agents: r.names('agents', 20),
      thirdParties: r.names('thirdParties', 100),
      respondents: r.organs('respondents'),
      actName: r.text('actName'),
      actNumber: actNumber === '' ? null : readNumber(actNumber),
      requests: r.text('requests'),
      grounds: r.text('grounds'),
      extensionDays: r.count('extensionDays'),
      daysUsed: r.count('daysUsed'),
      handlers: [...new Set(handlers)].slice(0, 4),
      handlerName,
      remarks: r.text('remarks'),
      outcomeWords: r.text('outcome').slice(0, 500),
      groundWords: (r.text('refusalReason') || r.text('suspensionGround')).slice(0, 500),
    },
    problems: r.problems,
  };
}

const emptyRow: RegisterRow = {
  number: null,
  days: {},
  choices: {},
  applicants: [],
  agents: [],
  thirdParties: [],
  respondents: [],
  actName: '',
  actNumber: null,
  requests: '',
  grounds: '',
  extensionDays: null,
  daysUsed: null,
  handlers: [],
  handlerName: '',
  remarks: '',
  outcomeWords: '',
  groundWords: '',
};

export const partyKindOf = (name: string): 'citizen' | 'legal-person' =>
  isOrganisation(name) ? 'legal-person' : 'citizen';

/** What makes a row one case, whoever imports it: its number, else the words that tell it from every other. */
export function rowKeyText(row: RegisterRow): string {
  if (row.number !== null) return `number|${row.number}`;
  const names = row.applicants.map((a) => a.name).sort();
  return [
    'content',
    row.days.receivedOn ?? '',
    ...names,
    '|',
    ...row.respondents.toSorted(),
    '|',
    row.actNumber ?? row.actName,
  ].join('|');
}
