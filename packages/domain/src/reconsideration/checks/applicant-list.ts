/**
 * A list of applicants pasted out of a spreadsheet or typed line by line (one act, many applicants: 15). Columns are
 * known by their heading, or by what stands in them. What is wrong is said per row; nothing is left out silently.
 */
import { type IdNumberHint, idNumberHint } from '../id-number.ts';

/** As many as one case takes. */
export const maxApplicants = 400;

export type RowProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'named-twice'
  | 'id-number-twice'
  | 'text-too-long'
  | 'too-many'
  | IdNumberHint;
/** What only hints: the row is taken all the same. */
const hints: ReadonlySet<RowProblem> = new Set(['id-number-length', 'id-number-check', 'named-twice']);
export const isHint = (problem: RowProblem): boolean => hints.has(problem);

export interface ListedApplicant {
  /** Its line in what was pasted, from 1. */
  readonly line: number;
  readonly name: string;
  readonly idNumber: string;
  readonly telephone: string;
  readonly address: string;
  readonly problems: readonly RowProblem[];
}

type Column = 'name' | 'idNumber' | 'telephone' | 'address';
const headings: readonly (readonly [Column, RegExp])[] = [
  ['idNumber', /证件|身份证|公民身份|信用代码|^id/iu],
  ['telephone', /电话|手机|联系方式|^(tel|phone)/iu],
  ['address', /地址|住址|住所|^addr/iu],
  ['name', /姓名|名称|申请人|^name/iu],
];

const cellsOf = (line: string): string[] => {
  const separator = line.includes('\t') ? '\t' : /[,，;；]/u.test(line) ? /[,，;；]/u : /\s{2,}/u;
  return line.split(separator).map((cell) =>
    cell
      .replace(/^["“]|["”]$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
};

const looksLikeId = (cell: string): boolean =>
  /^\d{17}[\dXx]$/u.test(cell) || /^\d{15}$/u.test(cell) || /^[0-9A-HJ-NP-Y]{18}$/u.test(cell);
const looksLikeTelephone = (cell: string): boolean => /^\+?[\d\s()（）-]{7,18}$/u.test(cell) && !looksLikeId(cell);

function columnsByHeading(cells: readonly string[]): readonly (Column | null)[] | null {
  const taken = new Set<Column>();
  const columns = cells.map((cell) => {
    const found = headings.find(([column, words]) => !taken.has(column) && words.test(cell))?.[0] ?? null;
    if (found !== null) taken.add(found);
    return found;
  });
  const isHeading = taken.has('name') && !cells.some(looksLikeId);
  // A single column headed 姓名 is a heading, too; a person whose only cell reads 名称 is none.
  return isHeading ? columns : null;
}

/** Without a heading: each cell by what stands in it; serial numbers in front are passed over. */
function rowByContent(cells: readonly string[]): Record<Column, string> {
  const row: Record<Column, string> = { name: '', idNumber: '', telephone: '', address: '' };
  for (const [i, cell] of cells.entries()) {
    if (cell === '') continue;
    if (i === 0 && /^\d{1,4}[.、]?$/u.test(cell) && cells.length > 1) continue;
    if (row.idNumber === '' && looksLikeId(cell)) row.idNumber = cell;
    else if (row.telephone === '' && looksLikeTelephone(cell)) row.telephone = cell;
    else if (row.name === '') row.name = cell;
    else if (row.address === '') row.address = cell;
    else row.address = `${row.address} ${cell}`;
  }
  return row;
}

/** The applicants in a pasted text, row by row. Empty lines are none. */
export function readApplicantList(text: string): readonly ListedApplicant[] {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  let columns: readonly (Column | null)[] | null = null;
  const names = new Set<string>();
  const numbers = new Set<string>();
  const rows: ListedApplicant[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    if (columns === null && rows.length === 0) {
      columns = columnsByHeading(cells);
      if (columns !== null) continue;
    }
    const row = columns === null ? rowByContent(cells) : byColumns(cells, columns);
    const problems: RowProblem[] = [];
    const name = row.name;
    const idNumber = row.idNumber.toUpperCase();
    if (name === '') problems.push('name-missing');
    if ([...name].length > 80) problems.push('name-too-long');
    if (row.address.length > 200 || row.telephone.length > 40 || idNumber.length > 40) problems.push('text-too-long');
    if (idNumber !== '' && numbers.has(idNumber)) problems.push('id-number-twice');
    else if (name !== '' && names.has(name)) problems.push('named-twice');
    const isOrganisation = /公司|合作社|中心|厂|店|协会|学校|医院|集团|委员会/u.test(name);
    const hint = idNumberHint(isOrganisation ? 'legal-person' : 'citizen', idNumber);
    if (hint !== null) problems.push(hint);
    if (rows.length >= maxApplicants) problems.push('too-many');
    names.add(name);
    if (idNumber !== '') numbers.add(idNumber);
    rows.push({ line: i + 1, name, idNumber, telephone: row.telephone, address: row.address, problems });
  }
  return rows;
}

function byColumns(cells: readonly string[], columns: readonly (Column | null)[]): Record<Column, string> {
  const row: Record<Column, string> = { name: '', idNumber: '', telephone: '', address: '' };
  columns.forEach((column, i) => {
    if (column !== null) row[column] = cells[i] ?? '';
  });
  return row;
}

/** The rows that can be taken: everything but what is missing, doubled or too long. */
export const takeable = (rows: readonly ListedApplicant[]): readonly ListedApplicant[] =>
  rows.filter((row) => row.problems.every(isHint));
