/** The table of organs as a spreadsheet saves it: read row by row, each mistake at its line and column. */
import type { FieldProblem } from '@redress/domain/errors';
import {
  chineseColumns,
  chineseKinds,
  chineseLevels,
  type OrganColumn,
  type OrganRow,
  organColumns,
} from '@redress/domain/office/init-plan';
import { CsvError, parse } from 'csv-parse/sync';

export interface OrgansRead {
  readonly rows: readonly OrganRow[];
  readonly problems: readonly FieldProblem[];
}

/** More organs than this in one table are a mistake, not an office. */
export const mostOrgans = 5000;

const columnOf = (title: string): OrganColumn | null =>
  organColumns.find((column) => column.toLowerCase() === title.toLowerCase() || chineseColumns[column] === title) ??
  null;

/** Which cell of a row is which column. */
function readHeading(titles: readonly string[], problems: FieldProblem[]): (OrganColumn | null)[] {
  const columns = titles.map((title) => columnOf(title.trim()));
  const seen = new Set<OrganColumn>();
  columns.forEach((column, i) => {
    const given = titles[i]?.trim() ?? '';
    if (column === null) {
      if (given !== '') problems.push({ field: 'organs.1', rule: 'unknown-column', params: { given } });
    } else if (seen.has(column)) problems.push({ field: `organs.1.${column}`, rule: 'twice-column' });
    else seen.add(column);
  });
  for (const column of ['code', 'name', 'level'] as const) {
    if (!seen.has(column)) problems.push({ field: `organs.1.${column}`, rule: 'missing-column' });
  }
  return columns;
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads the text; an empty one is a table without rows. */
export function readOrgansCsv(text: string): OrgansRead {
  const problems: FieldProblem[] = [];
  let read: readonly CsvRow[];
  try {
    read = parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: mostOrgans + 1,
    }) as unknown as readonly CsvRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { rows: [], problems: [{ field: `organs.${line}`, rule: 'broken-row' }] };
  }
  const [heading, ...body] = read;
  if (heading === undefined) return { rows: [], problems };
  const columns = readHeading(heading.record, problems);
  if (problems.length > 0) return { rows: [], problems };
  const rows = body.flatMap(({ record, info }): OrganRow[] => {
    if (record.every((cell) => cell === '')) return [];
    const surplus = record.slice(columns.length).filter((cell) => cell !== '').length;
    if (surplus > 0) problems.push({ field: `organs.${info.lines}`, rule: 'too-many-cells', params: { n: surplus } });
    const cells: Partial<Record<OrganColumn, string>> = {};
    columns.forEach((column, i) => {
      if (column !== null) cells[column] = record[i] ?? '';
    });
    return [{ line: info.lines, cells }];
  });
  return { rows, problems };
}

/** UTF-8, or what Chinese spreadsheets save when nobody asks them for UTF-8. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words)
    .map(([code, word]) => `${code} ${word}`)
    .join(' · ');

/** An example to fill in, explained in comments. */
export const organsTemplate = `# 机关表：一行一个机关。以 # 开头的行不读入。 One organ in each row; lines that begin with # are not read.
# code 代码：统一社会信用代码，或者本单位自编，不能重复。 Unified social credit code or one of your own; each once.
# level 级别 level: ${options(chineseLevels)}
# kind 类别（空着即工作部门） kind, empty for a department: ${options(chineseKinds)}
# parentCode 上级代码：空着即在本行政复议机关之下；- 表示没有上级。 Empty: below the reviewing organ; - : below nobody.
# institution、numberPrefix：只有行政复议机关填写（复议机构、案号前缀）。 Only for reviewing organs.
code,name,shortName,level,kind,parentCode,institution,numberPrefix
HX11,河西县公安局,县公安局,county,department,,,
HX12,河西县自然资源局,县自然资源局,county,department,,,
HX21,柏树镇人民政府,柏树镇政府,township,government,,,
`;
