/**
 * The sample register of the documentation: the year before the demonstration begins, as a county office might have kept
 * it in a spreadsheet, with mistakes planted in it. `node apps/api/src/testing/earlier-register.ts` writes it anew; the same
 * rows come out every time. Every name in it is invented.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, type CivilDate, civilDate, daysBetween } from '@redress/domain/calendar/civil-date';
import { shippedWorkCalendar } from '@redress/domain/calendar/work-calendar';
import type { AccountId, OrganId, PostId } from '@redress/domain/ids';
import { shippedLawBook } from '@redress/domain/law/law-book';
import { clockOfRegister } from '@redress/domain/reconsideration/import/compare';
import { proposeMapping } from '@redress/domain/reconsideration/import/mapping';
import { directoryOf } from '@redress/domain/reconsideration/import/parse-row';
import { replayRow } from '@redress/domain/reconsideration/import/replay-row';
import { writeXlsx } from 'hucre';

const headers = [
  '序号',
  '案号',
  '收到日期',
  '申请方式',
  '申请人',
  '被申请人',
  '行政行为',
  '文号',
  '作出日期',
  '复议事项',
  '受理日期',
  '不予受理日期',
  '不予受理理由',
  '副本发送日期',
  '答复日期',
  '中止日期',
  '中止原因',
  '恢复审理日期',
  '延期日期',
  '延长天数',
  '结案日期',
  '结案方式',
  '送达日期',
  '审理期限届满日',
  '是否超期',
  '审理天数',
  '承办人',
  '备注',
] as const;
type Header = (typeof headers)[number];
type Value = string | number | Date | null;
type Row = Partial<Record<Header, Value>>;

const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };
const { calendar } = law;
const sure = (day: CivilDate | null): CivilDate => {
  if (day === null) throw new Error('outside the calendar');
  return day;
};
const after = (day: CivilDate, n: number): CivilDate => sure(calendar.nthWorkingDayAfter(day, n));
const onOrAfter = (day: CivilDate): CivilDate => after(addDays(day, -1), 1);

const surnames = [...'黎邬石白岳蓝乔云沐苏温秦许方叶梁'];
const given = [
  '向晨',
  '岚清',
  '方圆',
  '露霜',
  '临川',
  '田玉',
  '松龄',
  '之遥',
  '清和',
  '听雨',
  '怀瑾',
  '如许',
  '小舟',
  '南星',
  '明远',
];
const companies = [
  '云岭县望山农资店',
  '云岭县长桥建材厂',
  '云岭县星野餐饮店',
  '云岭县石泉运输有限公司',
  '云岭县拾光茶楼',
];

interface Kind {
  readonly respondent: string;
  readonly act: string;
  readonly number: (n: number) => string;
  readonly matter: string;
}
const kinds: readonly Kind[] = [
  {
    respondent: '云岭县公安局',
    act: '行政处罚决定',
    number: (n) => `云公（治）行罚决字〔2023〕${300 + n}号`,
    matter: '行政处罚',
  },
  {
    respondent: '县市场监管局',
    act: '行政处罚决定',
    number: (n) => `云市监处罚〔2023〕${40 + n}号`,
    matter: '行政处罚',
  },
  {
    respondent: '云岭县自然资源和规划局',
    act: '政府信息公开答复',
    number: (n) => `云自然资告〔2023〕${10 + n}号`,
    matter: '政府信息公开',
  },
  { respondent: '县人社局', act: '工伤认定决定', number: (n) => `云人社工认〔2023〕${60 + n}号`, matter: '工伤认定' },
  {
    respondent: '云岭县综合行政执法局',
    act: '责令限期拆除决定',
    number: (n) => `云综执拆〔2023〕${20 + n}号`,
    matter: '强制拆除',
  },
  {
    respondent: '青石镇人民政府',
    act: '土地权属争议处理决定',
    number: (n) => `青政处〔2023〕${n}号`,
    matter: '土地确权',
  },
];
const outcomes = ['维持', '维持', '撤销', '维持', '撤回申请', '确认违法', '维持', '变更', '调解', '维持'];
/** The regulation of 2007 lets mediate over discretion, as a penalty's (50(1)), and not over what the law binds. */
const outcomeOf = (n: number, { matter }: Kind): string => {
  const outcome = outcomes[n % outcomes.length] ?? '维持';
  return outcome === '调解' && matter !== '行政处罚' ? '维持' : outcome;
};

/** A row of the register without mistakes. */
function soundRow(n: number): Row {
  const kind = kinds[n % kinds.length] as Kind;
  const received = onOrAfter(addDays(civilDate('2023-01-04'), Math.floor((n - 1) * 2.9)));
  const accepted = after(received, 2 + (n % 3));
  const name =
    n % 9 === 0
      ? (companies[Math.floor(n / 9) % companies.length] ?? '')
      : `${surnames[n % surnames.length]}${given[(n * 7) % given.length]}`;
  const row: Row = {
    序号: n,
    案号: `云政复〔2023〕${200 + n}号`,
    收到日期: received,
    申请方式: ['邮寄', '当面', '网上', '邮寄'][n % 4] ?? '当面',
    申请人: name,
    被申请人: kind.respondent,
    行政行为: kind.act,
    文号: kind.number(n),
    作出日期: sure(calendar.previousWorkingDayOnOrBefore(addDays(received, -20 - (n % 17)))),
    复议事项: kind.matter,
    受理日期: accepted,
    副本发送日期: after(received, 4),
    答复日期: after(received, 10),
    承办人: n % 2 === 0 ? '沈知微' : '陆怀谷',
  };
  if (n % 23 === 5) {
    return {
      ...row,
      受理日期: null,
      副本发送日期: null,
      答复日期: null,
      不予受理日期: after(received, 3),
      不予受理理由: n % 2 === 0 ? '超过法定申请期限' : '不属于行政复议范围',
    };
  }
  const outcome = outcomeOf(n, kind);
  let closed = after(received, 26 + (n % 12));
  if (n % 19 === 3) {
    const stopped = after(received, 15);
    const resumed = after(stopped, 12);
    closed = after(closed, 12);
    Object.assign(row, { 中止日期: stopped, 中止原因: '需要以其他案件的审理结果为依据', 恢复审理日期: resumed });
  } else if (n % 17 === 4) {
    Object.assign(row, { 延期日期: after(received, 35), 延长天数: 30 });
    closed = after(received, 50);
  }
  return { ...row, 结案日期: closed, 结案方式: outcome, 送达日期: after(closed, 2) };
}

const organ = 'organ-yunling-government' as OrganId;
const acting = { postId: 'p' as PostId, organId: organ, role: 'section-head', delegatedBy: null } as const;
const today = civilDate('2024-12-31');
const names = [...new Set(kinds.map((k) => k.respondent))];
const directory = directoryOf(
  names.map((name, i) => ({ id: `o${i}` as OrganId, names: [name], near: true })),
  ['沈知微', '陆怀谷'].map((name, i) => ({ accountId: `a${i}` as AccountId, name })),
  today,
);

/** What a careful office would have written: the end of the limit, whether it was kept, the days used. */
function reckoned(row: Row): Row {
  const cells = headers.map((h) => {
    const value = row[h] ?? null;
    return value instanceof Date ? null : value;
  });
  const replayed = replayRow(cells, {
    ...law,
    organId: organ,
    numberPrefix: '云政复',
    today,
    source: '',
    actor: { accountId: 'a' as AccountId, name: 'a', acting, posts: [acting], scope: [organ] },
    directory,
    mapping: proposeMapping(headers),
  });
  const clock = replayed.case === null ? null : clockOfRegister(replayed.case);
  const due = clock?.computation.due ?? null;
  const closedOn = replayed.case?.closing?.on ?? null;
  if (replayed.case === null) throw new Error(`row ${String(row.序号)}: ${JSON.stringify(replayed.problems)}`);
  if (clock === null || due === null || closedOn === null || row.结案日期 == null) return row;
  const { trigger, stoppedSpans } = clock.computation;
  const stopped = stoppedSpans.reduce((sum, s) => sum + (s.to === null ? 0 : daysBetween(s.from, s.to)), 0);
  return {
    ...row,
    审理期限届满日: due,
    是否超期: closedOn > due ? '是' : '否',
    审理天数: trigger === null ? null : daysBetween(trigger, closedOn) - stopped,
  };
}

/** The planted mistakes: row of the register → what was typed instead. The first ones keep a row back, the others differ. */
export const plantedErrors: Readonly<Record<number, (row: Row) => Row>> = {
  7: () => ({ 收到日期: '2023-02-30' }),
  14: () => ({ 收到日期: '2月13日' }),
  22: () => ({ 案号: '云政复〔2023〕221号' }),
  31: () => ({ 被申请人: '云岭县国土资源管理所' }),
  38: () => ({ 受理日期: '2023-03-01' }),
  47: () => ({ 结案方式: null }),
  55: () => ({ 结案日期: null }),
  64: (row) => ({ 不予受理日期: row.受理日期 ?? null, 不予受理理由: '不属于行政复议范围' }),
  72: () => ({ 送达日期: '2023-08-01' }),
  83: () => ({ 复议事项: '信访类' }),
  91: () => ({ 结案日期: '2203-11-20' }),
  98: (row) => ({
    恢复审理日期: addDays(row.收到日期 as CivilDate, 3),
    中止日期: addDays(row.收到日期 as CivilDate, 13),
  }),
};
export const plantedDifferences: Readonly<Record<number, (row: Row) => Row>> = {
  10: (row) => ({ 审理期限届满日: addDays(row.审理期限届满日 as CivilDate, -1) }),
  // A suspension was forgotten.
  41: (row) => ({ 审理期限届满日: addDays(row.收到日期 as CivilDate, 60) }),
  // Late, and "not late" was ticked.
  58: (row) => ({
    结案日期: addDays(row.审理期限届满日 as CivilDate, 9),
    送达日期: addDays(row.审理期限届满日 as CivilDate, 11),
    审理天数: null,
  }),
  76: (row) => ({ 审理天数: Number(row.审理天数) - 5 }),
  // The end fell into the holidays and was not moved.
  93: (row) => ({ 审理期限届满日: addDays(row.审理期限届满日 as CivilDate, -2) }),
};

const size = 120;

/** All rows; whoever kept the register wrote dates in several ways. */
export function registerRows(): readonly Value[][] {
  const written = (value: Value, n: number): Value => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
    const [y, m, d] = value.split('-').map(Number);
    if (value === '2023-02-30') return '2023.2.30';
    switch (n % 5) {
      case 0:
        return `${y}.${m}.${d}`;
      case 1:
        return `${y}年${m}月${d}日`;
      case 2:
        return `${y}/${m}/${d}`;
      default:
        return new Date(`${value}T00:00:00Z`);
    }
  };
  return Array.from({ length: size }, (_, i) => {
    const n = i + 1;
    const sound = reckoned(soundRow(n));
    const row = { ...sound, ...plantedErrors[n]?.(sound), ...plantedDifferences[n]?.(sound) };
    return headers.map((h) => written(row[h] ?? null, n));
  });
}

export async function registerWorkbook(): Promise<Uint8Array> {
  const rows: Value[][] = [
    ['云岭县人民政府2023年行政复议案件台账'],
    ['填报单位：云岭县司法局行政复议与应诉股'],
    [...headers],
    ...registerRows().map((r) => [...r]),
    ['合计', `${size}件`],
  ];
  const output = await writeXlsx({
    sheets: [
      {
        name: '2023年台账',
        rows,
        columns: headers.map((h) => ({ width: h === '文号' || h === '行政行为' || h === '被申请人' ? 26 : 14 })),
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: headers.length - 1 },
          { startRow: 1, startCol: 0, endRow: 1, endCol: headers.length - 1 },
        ],
        freezePane: { rows: 3 },
      },
      { name: '填表说明', rows: [['日期可以写成2023.3.5、2023年3月5日或者2023/3/5。']] },
    ],
  });
  return output instanceof Uint8Array ? output : new Uint8Array(output as ArrayBuffer);
}

if (process.argv[1] === import.meta.filename) {
  const to = path.resolve(import.meta.dirname, '../../../../docs/samples/earlier-register.xlsx');
  writeFileSync(to, await registerWorkbook());
  process.stdout.write(`${to}\n`);
}
