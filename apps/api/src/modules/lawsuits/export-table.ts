/** A list of lawsuits as a table: headings, values and what stands below it, in the reader's language. */
import type { CivilDate, Language } from '@redress/domain/calendar/civil-date';
import { optionText } from '@redress/domain/labels/catalogue';
import { listWords } from '@redress/domain/labels/list-columns';
import { wordOf } from '@redress/domain/labels/litigation-view';
import type { Cell } from '../cases/export-table.ts';
import type { SuitFilter, SuitRow } from './types.ts';

export const suitColumns = [
  'number',
  'title',
  'courtNumber',
  'court',
  'level',
  'stage',
  'waiting',
  'due',
  'left',
  'session',
  'leader',
  'plaintiffs',
  'organs',
  'undertakings',
  'handlers',
  'before',
  'received',
  'outcome',
  'closed',
] as const;
export type SuitColumn = (typeof suitColumns)[number];

/** What the page says in a second line of a column has a column of its own in a file, behind that one. */
const secondLine: Partial<Record<SuitColumn, SuitColumn>> = { courtNumber: 'level', session: 'leader' };
export const suitFileColumns = (columns: readonly SuitColumn[]): readonly SuitColumn[] =>
  columns.flatMap((column) => {
    const second = secondLine[column];
    return second === undefined || columns.includes(second) ? [column] : [column, second];
  });

/** How wide a column is, in characters. */
export const suitColumnWidth = {
  number: 22,
  title: 48,
  courtNumber: 26,
  court: 22,
  level: 10,
  stage: 14,
  waiting: 14,
  due: 12,
  left: 18,
  session: 18,
  leader: 12,
  plaintiffs: 24,
  organs: 30,
  undertakings: 28,
  handlers: 14,
  before: 28,
  received: 12,
  outcome: 20,
  closed: 12,
} as const satisfies Record<SuitColumn, number>;
export const suitDayColumns: ReadonlySet<SuitColumn> = new Set<SuitColumn>(['due', 'received', 'closed']);

const said = {
  'zh-CN': {
    sheet: '应诉案件清单',
    leaderPlanned: '已安排',
    leaderMissing: '负责人待安排',
    days: (n: number) => `${n} 天`,
    workingDays: (n: number) => `${n} 个工作日`,
    left: (span: string) => `还有 ${span}`,
    overdue: (span: string) => `已超期 ${span}`,
    colon: '：',
    separator: '；',
    count: '件数',
    filter: '筛选',
    none: '全部应诉案件',
    moment: '导出时间',
    who: '导出人',
    mine: '本人承办',
    yes: '是',
    no: '否',
    columns: {
      number: '应诉案号',
      title: '案件',
      courtNumber: '法院案号',
      court: '法院',
      level: '审级',
      stage: '状态',
      waiting: '等谁',
      due: '期限',
      left: '剩余',
      session: '下次开庭',
      leader: '出庭负责人',
      plaintiffs: '原告',
      organs: '应诉机关',
      undertakings: '承办部门',
      handlers: '承办人',
      before: '起诉前',
      received: '收到日',
      outcome: '裁判结果',
      closed: '结案日',
    },
    fields: {
      q: '搜索',
      stage: '状态',
      waitingFor: '等谁',
      light: '按期限',
      handler: '承办人',
      organ: '机关',
      respondent: '应诉机关',
      undertaking: '承办部门',
      level: '审级',
      court: '法院',
      before: '起诉前',
      outcome: '裁判结果',
      matter: '事项',
      category: '行政管理类别',
      receivedFrom: '收到日起',
      receivedTo: '收到日止',
      closedFrom: '结案日起',
      closedTo: '结案日止',
      dueFrom: '期限起',
      dueTo: '期限止',
      sessionFrom: '开庭日起',
      sessionTo: '开庭日止',
      todo: '待办',
      voided: '已作废',
      closed: '已结',
    },
    todos: {
      acknowledge: '待签收',
      answer: '待答辩、举证',
      sign: '待审签',
      leader: '待安排出庭负责人',
      confirm: '待确认出庭',
      unrecorded: '待登记出庭情况',
      appeal: '上诉期内',
      perform: '待履行',
      advice: '待回复司法建议',
      unassigned: '无承办人',
    },
  },
  en: {
    sheet: 'Lawsuits',
    leaderPlanned: 'arranged',
    leaderMissing: 'to be arranged',
    days: (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`,
    workingDays: (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`,
    left: (span: string) => `${span} left`,
    overdue: (span: string) => `${span} overdue`,
    colon: ': ',
    separator: '; ',
    count: 'Lawsuits',
    filter: 'Filter',
    none: 'all lawsuits',
    moment: 'Exported at',
    who: 'Exported by',
    mine: 'one’s own',
    yes: 'yes',
    no: 'no',
    columns: {
      number: 'Own number',
      title: 'Lawsuit',
      courtNumber: 'Court number',
      court: 'Court',
      level: 'Instance',
      stage: 'State',
      waiting: 'Waiting for',
      due: 'Due',
      left: 'Left',
      session: 'Next session',
      leader: 'Leader',
      plaintiffs: 'Plaintiffs',
      organs: 'Organs sued',
      undertakings: 'Answered by',
      handlers: 'Handlers',
      before: 'Before the suit',
      received: 'Received',
      outcome: 'Outcome',
      closed: 'Closed',
    },
    fields: {
      q: 'search',
      stage: 'state',
      waitingFor: 'waiting for',
      light: 'limit',
      handler: 'handler',
      organ: 'organ',
      respondent: 'organ sued',
      undertaking: 'answered by',
      level: 'instance',
      court: 'court',
      before: 'before the suit',
      outcome: 'outcome',
      matter: 'matter',
      category: 'field of administration',
      receivedFrom: 'received from',
      receivedTo: 'received to',
      closedFrom: 'closed from',
      closedTo: 'closed to',
      dueFrom: 'due from',
      dueTo: 'due to',
      sessionFrom: 'session from',
      sessionTo: 'session to',
      todo: 'to do',
      voided: 'voided',
      closed: 'closed',
    },
    todos: {
      acknowledge: 'papers to sign for',
      answer: 'answer and evidence due',
      sign: 'to be signed',
      leader: 'leader to arrange',
      confirm: 'leader to confirm',
      unrecorded: 'appearance to record',
      appeal: 'appeal open',
      perform: 'to perform',
      advice: 'judicial advice to answer',
      unassigned: 'nobody’s',
    },
  },
} as const satisfies Record<Language, { readonly columns: Record<SuitColumn, string> } & Record<string, unknown>>;

export const suitSheetName = (language: Language): string => said[language].sheet;
export const suitHeading = (language: Language, column: SuitColumn): string => said[language].columns[column];

/** What the columns show of a row. */
export function suitCellsOf(columns: readonly SuitColumn[], language: Language): (row: SuitRow) => Cell[] {
  const w = said[language];
  const separator = language === 'en' ? ', ' : '、';
  const day = (on: CivilDate | null): Cell => (on === null ? null : { day: on });
  const word = (set: Parameters<typeof wordOf>[1], code: string | null): Cell =>
    code === null ? null : wordOf(language, set, code);
  const show: Readonly<Record<SuitColumn, (row: SuitRow) => Cell>> = {
    number: (row) => row.number,
    title: (row) => row.title,
    courtNumber: (row) => row.courtNumber,
    court: (row) => row.court,
    level: (row) => word('levels', row.level),
    stage: (row) => word('stages', row.stage),
    waiting: (row) => word('waitedFor', row.waitingFor),
    due: (row) => day(row.due),
    left: ({ daysLeft, dueUnit }) => {
      if (daysLeft === null) return null;
      const span = (dueUnit === 'working-day' ? w.workingDays : w.days)(Math.abs(daysLeft));
      return daysLeft < 0 ? w.overdue(span) : w.left(span);
    },
    session: (row) => (row.nextSession === null ? null : `${row.nextSession.on} ${row.nextSession.time}`),
    leader: ({ nextSession }) =>
      nextSession === null ? null : nextSession.leaderPlanned ? w.leaderPlanned : w.leaderMissing,
    plaintiffs: (row) => row.plaintiffs.join(separator),
    organs: (row) => row.organs.join(separator),
    undertakings: (row) => row.undertakings.join(separator),
    handlers: (row) => row.handlers.join(separator),
    before: (row) => word('before', row.before),
    received: (row) => day(row.receivedOn),
    outcome: (row) => word('outcomes', row.outcome),
    closed: (row) => day(row.closedOn),
  };
  return (row) => columns.map((column) => show[column](row));
}

interface Names {
  readonly organ: (id: string) => string;
  readonly account: (id: string) => string;
  readonly category: (code: string) => string;
}

/** One field of the filter and its value in words. */
function fieldInWords(name: string, value: string | boolean, language: Language, names: Names): string {
  const w = said[language];
  const text = String(value);
  const field = Object.hasOwn(w.fields, name) ? w.fields[name as keyof typeof w.fields] : name;
  const inCodes: Readonly<Record<string, () => string>> = {
    light: () => {
      const { lights } = listWords(language);
      return Object.hasOwn(lights, text) ? lights[text as keyof typeof lights] : text;
    },
    stage: () => wordOf(language, 'stages', text),
    waitingFor: () => wordOf(language, 'waitedFor', text),
    level: () => wordOf(language, 'levels', text),
    before: () => wordOf(language, 'before', text),
    outcome: () => wordOf(language, 'outcomes', text),
    matter: () => optionText(language, 'matter', text),
    category: () => names.category(text),
    handler: () => (text === 'me' ? w.mine : names.account(text)),
    organ: () => names.organ(text),
    respondent: () => names.organ(text),
    undertaking: () => names.organ(text),
    todo: () => (Object.hasOwn(w.todos, text) ? w.todos[text as keyof typeof w.todos] : text),
  };
  const inWords = typeof value === 'boolean' ? (value ? w.yes : w.no) : (inCodes[name]?.() ?? text);
  return `${field}${w.colon}${inWords}`;
}

/** What stands below the rows: how many, by which filter, when and by whom. */
export function suitFooterOf(
  language: Language,
  filter: SuitFilter,
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
