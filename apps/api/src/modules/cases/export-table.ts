/** A list of cases as a table: headings, values and what stands below it, in the reader's language. */
import type { CivilDate, Language } from '@redress/domain/calendar/civil-date';
import { catalogue, optionText } from '@redress/domain/labels/catalogue';
import { listWords } from '@redress/domain/labels/list-columns';
import type { ListColumnKey } from '@redress/domain/reconsideration/list-columns';
import type { CaseFilter, CaseRow } from './types.ts';

/** A day is a day in the table, not text. */
export interface Day {
  readonly day: CivilDate;
}
export type Cell = string | number | Day | null;
export const isDay = (cell: Cell): cell is Day => typeof cell === 'object' && cell !== null;

const word = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** How wide a column is, in characters; a day and a number are narrow. */
export const columnWidth = {
  number: 22,
  title: 48,
  applicants: 24,
  respondents: 28,
  matter: 14,
  category: 16,
  stage: 16,
  waiting: 16,
  due: 12,
  left: 8,
  used: 10,
  handlers: 14,
  procedure: 12,
  channel: 14,
  receivedOn: 12,
  acceptedOn: 12,
  closedOn: 12,
  outcome: 18,
  law: 24,
  updatedOn: 12,
} as const satisfies Record<ListColumnKey, number>;

export const dayColumns: ReadonlySet<ListColumnKey> = new Set<ListColumnKey>([
  'due',
  'receivedOn',
  'acceptedOn',
  'closedOn',
  'updatedOn',
]);

/** What the columns show of a row. */
export function cellsOf(
  columns: readonly ListColumnKey[],
  language: Language,
  { category }: Pick<Names, 'category'>,
): (row: CaseRow) => Cell[] {
  const c = catalogue(language);
  const separator = language === 'en' ? ', ' : '、';
  const day = (on: CivilDate | null): Cell => (on === null ? null : { day: on });
  const option = (set: Parameters<typeof optionText>[1], code: string | null): Cell =>
    code === null ? null : optionText(language, set, code);
  const show: Readonly<Record<ListColumnKey, (row: CaseRow) => Cell>> = {
    number: (row) => row.number,
    title: (row) => row.title,
    applicants: (row) => row.applicants.join(separator),
    respondents: (row) => row.respondents.join(separator),
    matter: (row) => option('matter', row.matter),
    category: (row) => (row.category === null ? null : category(row.category)),
    stage: (row) => word(c.stages, row.stage),
    waiting: (row) => (row.waitingFor === null ? null : word(c.waitedFor, row.waitingFor)),
    due: (row) => day(row.due),
    left: (row) => row.daysLeft,
    used: (row) => row.daysUsed,
    handlers: (row) => row.handlers.join(separator),
    procedure: (row) => option('procedure', row.procedure),
    channel: (row) => option('channel', row.channel),
    receivedOn: (row) => day(row.receivedOn),
    acceptedOn: (row) => day(row.acceptedOn),
    closedOn: (row) => day(row.closedOn),
    outcome: (row) => (row.outcome === null ? null : word(c.outcomes, row.outcome)),
    law: (row) => (row.lawVersion === null ? null : word(c.laws, row.lawVersion)),
    updatedOn: (row) => day(row.updatedOn),
  };
  return (row) => columns.map((column) => show[column](row));
}

const said = {
  'zh-CN': {
    colon: '：',
    separator: '；',
    filter: '筛选',
    none: '全部案件',
    moment: '导出时间',
    who: '导出人',
    count: '件数',
    sheet: '案件清单',
    mine: '本人承办',
    fields: {
      q: '搜索',
      light: '按期限',
      stage: '状态',
      waitingFor: '等谁',
      handler: '承办人',
      respondent: '被申请人',
      closed: '已结',
      joined: '已并案',
      voided: '已作废',
      receivedFrom: '收到日起',
      receivedTo: '收到日止',
      acceptedFrom: '受理日起',
      acceptedTo: '受理日止',
      closedFrom: '结案日起',
      closedTo: '结案日止',
      matter: '申请复议事项',
      category: '行政管理类别',
      channel: '申请方式',
      procedure: '审理程序',
      outcome: '结果',
      lawVersion: '适用法律',
    },
    yes: '是',
    no: '否',
  },
  en: {
    colon: ': ',
    separator: '; ',
    filter: 'Filter',
    none: 'all cases',
    moment: 'Exported at',
    who: 'Exported by',
    count: 'Cases',
    sheet: 'Cases',
    mine: 'one’s own',
    fields: {
      q: 'search',
      light: 'limit',
      stage: 'state',
      waitingFor: 'waiting for',
      handler: 'handler',
      respondent: 'respondent',
      closed: 'closed',
      joined: 'joined',
      voided: 'voided',
      receivedFrom: 'received from',
      receivedTo: 'received to',
      acceptedFrom: 'accepted from',
      acceptedTo: 'accepted to',
      closedFrom: 'closed from',
      closedTo: 'closed to',
      matter: 'matter',
      category: 'field of administration',
      channel: 'filed by',
      procedure: 'procedure',
      outcome: 'outcome',
      lawVersion: 'law',
    },
    yes: 'yes',
    no: 'no',
  },
} as const;

export const sheetName = (language: Language): string => said[language].sheet;

interface Names {
  readonly organ: (id: string) => string;
  readonly account: (id: string) => string;
  /** As the office calls it. */
  readonly category: (code: string) => string;
}

/** One field of the filter and its value in words; a field without words is given by its own name. */
function fieldInWords(name: string, value: string | number | boolean, language: Language, names: Names): string {
  const w = said[language];
  const c = catalogue(language);
  const text = String(value);
  const inCodes: Readonly<Record<string, () => string>> = {
    light: () => word(listWords(language).lights, text),
    stage: () => word(c.stages, text),
    waitingFor: () => word(c.waitedFor, text),
    handler: () => (text === 'me' ? w.mine : names.account(text)),
    respondent: () => names.organ(text),
    organ: () => names.organ(text),
    matter: () => optionText(language, 'matter', text),
    category: () => names.category(text),
    channel: () => optionText(language, 'channel', text),
    procedure: () => optionText(language, 'procedure', text),
    outcome: () => word(c.outcomes, text),
    lawVersion: () => word(c.laws, text),
  };
  const inWords = typeof value === 'boolean' ? (value ? w.yes : w.no) : (inCodes[name]?.() ?? text);
  return `${word(w.fields, name)}${w.colon}${inWords}`;
}

/** What stands below the rows: how many, by which filter, when and by whom. */
export function footerOf(
  language: Language,
  filter: CaseFilter,
  names: Names,
  at: { readonly count: number; readonly moment: string; readonly who: string },
): readonly string[] {
  const w = said[language];
  const filtered = Object.entries(filter)
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [fieldInWords(name, value, language, names)],
    )
    .join(w.separator);
  return [
    `${w.count}${w.colon}${at.count}`,
    `${w.filter}${w.colon}${filtered === '' ? w.none : filtered}`,
    `${w.moment}${w.colon}${at.moment}`,
    `${w.who}${w.colon}${at.who}`,
  ];
}

export const headingsOf = (columns: readonly ListColumnKey[], language: Language): string[] =>
  columns.map((column) => listWords(language).columns[column]);

/** Text that a spreadsheet would take for a formula, as text. */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
