/**
 * How an office begins: its reviewing organ, the organs around it as a table, and three administrators. Everything that
 * can be wrong is found before anything is written, each mistake with its line and column.
 */
import type { FieldProblem } from '../errors.ts';
import { zUsername } from './account.ts';
import { type OrganKind, type OrganLevel, organKinds, organLevels } from './organ.ts';

/** The columns of the table of organs, by their names in the file. */
export const organColumns = [
  'code',
  'name',
  'shortName',
  'level',
  'kind',
  'parentCode',
  'institution',
  'numberPrefix',
] as const;
export type OrganColumn = (typeof organColumns)[number];

/** The same columns as an office's own tables head them. */
export const chineseColumns: Readonly<Record<OrganColumn, string>> = {
  code: '代码',
  name: '名称',
  shortName: '简称',
  level: '级别',
  kind: '类别',
  parentCode: '上级代码',
  institution: '复议机构',
  numberPrefix: '案号前缀',
};
export const chineseLevels: Readonly<Record<OrganLevel, string>> = {
  state: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
};
export const chineseKinds: Readonly<Record<OrganKind, string>> = {
  government: '人民政府',
  department: '工作部门',
  dispatched: '派出机关',
  authorised: '授权组织',
  court: '人民法院',
};

/** A row as it stands in the file; `line` counts from 1, the heading included. */
export interface OrganRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<OrganColumn, string>>>;
}

/** Stands in `parentCode` for an organ that stands below nobody; an empty cell means below the reviewing organ. */
export const noParent = '-';

export interface PlannedOrgan {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: OrganLevel;
  readonly kind: OrganKind;
  readonly parentCode: string | null;
  readonly institution: string | null;
  readonly numberPrefix: string | null;
}

/** The reviewing organ, as asked for by name. */
export type ReviewingOrgan = Readonly<
  Record<'code' | 'name' | 'shortName' | 'level' | 'parentCode' | 'institution' | 'numberPrefix', string>
>;

export const administrators = ['system', 'security', 'auditor'] as const;
export type Administrator = (typeof administrators)[number];
export interface PlannedAdministrator {
  readonly username: string;
  readonly name: string;
  /** null: one is made up. */
  readonly password: string | null;
}

export interface InitInput {
  readonly organ: ReviewingOrgan;
  readonly organs: readonly OrganRow[];
  readonly administrators: Readonly<Record<Administrator, PlannedAdministrator>>;
}

export interface InitPlan {
  /** Parents before their children. The reviewing organ is among them. */
  readonly organs: readonly PlannedOrgan[];
  readonly reviewingCode: string;
  readonly administrators: Readonly<Record<Administrator, PlannedAdministrator>>;
}

export const shortestPassword = 10;
export const longestPassword = 128;

const limits: Readonly<Partial<Record<OrganColumn, number>>> = {
  code: 40,
  name: 80,
  shortName: 30,
  institution: 80,
  numberPrefix: 20,
};

const codeOf = <T extends string>(text: string, codes: readonly T[], words: Readonly<Record<T, string>>): T | null =>
  codes.find((code) => code === text || words[code] === text) ?? null;

interface Found {
  /** `organ` or `organs.<line>`. */
  readonly at: string;
  readonly organ: PlannedOrgan;
}

/** Reads one row; what is wrong with it goes to `problems`. */
function readOrgan(at: string, cells: OrganRow['cells'], parent: string | null, problems: FieldProblem[]): Found {
  const said = (column: OrganColumn) => (cells[column] ?? '').trim();
  const wrong = (column: OrganColumn, rule: string, params: FieldProblem['params'] = {}) =>
    problems.push({ field: `${at}.${column}`, rule, params });
  for (const column of ['code', 'name', 'level'] as const) if (said(column) === '') wrong(column, 'required');
  for (const [column, max] of Object.entries(limits) as [OrganColumn, number][]) {
    if (said(column).length > max) wrong(column, 'too-long', { max });
  }
  const level = codeOf(said('level'), organLevels, chineseLevels);
  if (level === null && said('level') !== '') {
    wrong('level', 'not-one-of', { given: said('level'), options: Object.values(chineseLevels).join('、') });
  }
  const kind = said('kind') === '' ? 'department' : codeOf(said('kind'), organKinds, chineseKinds);
  if (kind === null) {
    wrong('kind', 'not-one-of', { given: said('kind'), options: Object.values(chineseKinds).join('、') });
  }
  if ((said('institution') === '') !== (said('numberPrefix') === '')) {
    wrong(said('institution') === '' ? 'institution' : 'numberPrefix', 'institution-and-prefix');
  }
  const parentCode = said('parentCode') === '' ? parent : said('parentCode') === noParent ? null : said('parentCode');
  return {
    at,
    organ: {
      code: said('code'),
      name: said('name'),
      shortName: said('shortName') === '' ? said('name').slice(0, limits.shortName) : said('shortName'),
      level: level ?? 'county',
      kind: kind ?? 'department',
      parentCode,
      institution: said('institution') === '' ? null : said('institution'),
      numberPrefix: said('numberPrefix') === '' ? null : said('numberPrefix'),
    },
  };
}

/** Two rows of one code, name or prefix: the later one is told of the earlier. */
function findDoubles(found: readonly Found[], problems: FieldProblem[]): void {
  for (const column of ['code', 'name', 'numberPrefix'] as const) {
    const first = new Map<string, string>();
    for (const { at, organ } of found) {
      const value = organ[column];
      if (value === null || value === '') continue;
      const before = first.get(value);
      if (before === undefined) first.set(value, at);
      else {
        const params = { given: value, line: before === 'organ' ? 0 : Number(before.replace('organs.', '')) };
        problems.push({ field: `${at}.${column}`, rule: 'given-twice', params });
      }
    }
  }
}

/** The organs with parents before children; a parent that is not there, and a ring, are problems. */
function inOrder(found: readonly Found[], problems: FieldProblem[]): PlannedOrgan[] {
  const byCode = new Map(found.map((f) => [f.organ.code, f]));
  const ordered: PlannedOrgan[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const place = (one: Found): boolean => {
    const { code, parentCode } = one.organ;
    if (state.get(code) === 'done') return true;
    if (state.get(code) === 'open') return false;
    state.set(code, 'open');
    if (parentCode !== null) {
      const parent = byCode.get(parentCode);
      if (parent === undefined) {
        problems.push({ field: `${one.at}.parentCode`, rule: 'unknown-parent', params: { given: parentCode } });
      } else if (!place(parent)) {
        problems.push({ field: `${one.at}.parentCode`, rule: 'parent-ring', params: { given: parentCode } });
      }
    }
    state.set(code, 'done');
    ordered.push(one.organ);
    return true;
  };
  for (const one of found) place(one);
  return ordered;
}

function checkAdministrators(input: InitInput['administrators'], problems: FieldProblem[]): void {
  const seen = new Map<string, Administrator>();
  for (const which of administrators) {
    const { username, name, password } = input[which];
    const at = `administrators.${which}`;
    const parsed = zUsername.safeParse(username);
    if (username.trim() === '') problems.push({ field: `${at}.username`, rule: 'required' });
    else if (!parsed.success) problems.push({ field: `${at}.username`, rule: 'username-form' });
    else if (seen.has(parsed.data)) problems.push({ field: `${at}.username`, rule: 'same-administrator' });
    else seen.set(parsed.data, which);
    if (name.trim() === '') problems.push({ field: `${at}.name`, rule: 'required' });
    if (name.trim().length > 40) problems.push({ field: `${at}.name`, rule: 'too-long', params: { max: 40 } });
    if (password !== null && (password.length < shortestPassword || password.length > longestPassword)) {
      const params = { min: shortestPassword, max: longestPassword };
      problems.push({ field: `${at}.password`, rule: 'password-length', params });
    }
  }
}

export type PlannedInit =
  | { readonly ok: true; readonly plan: InitPlan }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** The organs alone, as far as the table can be read: for the preview while somebody still types. */
export function planOrgans(
  organ: ReviewingOrgan,
  rows: readonly OrganRow[],
): { readonly organs: readonly PlannedOrgan[]; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const own = readOrgan('organ', { ...organ, kind: 'government' }, null, problems);
  if (own.organ.institution === null) problems.push({ field: 'organ.institution', rule: 'required' });
  if (own.organ.numberPrefix === null) problems.push({ field: 'organ.numberPrefix', rule: 'required' });
  const found = [own, ...rows.map((r) => readOrgan(`organs.${r.line}`, r.cells, own.organ.code, problems))];
  findDoubles(found, problems);
  const organs = inOrder(found, problems);
  // One sentence for one mistake: a cell that is empty is not also half of a pair.
  const seen = new Set<string>();
  return { organs, problems: problems.filter(({ field }) => !seen.has(field) && seen.add(field)) };
}

/** Everything that is wrong at once, in the order of the form; or the plan. */
export function planInit(input: InitInput): PlannedInit {
  const { organs, problems: ofOrgans } = planOrgans(input.organ, input.organs);
  const problems = [...ofOrgans];
  checkAdministrators(input.administrators, problems);
  if (problems.length > 0) return { ok: false, problems };
  const clean = Object.fromEntries(
    administrators.map((which) => {
      const { username, name, password } = input.administrators[which];
      return [which, { username: username.trim().toLowerCase(), name: name.trim(), password }];
    }),
  ) as InitPlan['administrators'];
  return { ok: true, plan: { organs, reviewingCode: input.organ.code.trim(), administrators: clean } };
}
