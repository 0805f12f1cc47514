/** An invented earlier register, sound or full of mistakes: for tests and for the bench. */

export const registerHeaders = [
  '序号',
  '案号',
  '收到日期',
  '申请方式',
  '申请人',
  '身份证号',
  '被申请人',
  '行政行为',
  '行政行为文号',
  '作出日期',
  '申请复议事项',
  '受理日期',
  '不予受理日期',
  '不予受理理由',
  '审理程序',
  '发送副本日期',
  '答复日期',
  '中止日期',
  '中止原因',
  '恢复日期',
  '延期日期',
  '延长天数',
  '结案日期',
  '结案方式',
  '送达日期',
  '审理期限届满日',
  '是否超期',
  '承办人',
  '备注',
] as const;
export type RegisterHeader = (typeof registerHeaders)[number];
export type RegisterCells = Partial<Record<RegisterHeader, string | number>>;

/** A sound case of 2025: received on a Monday, decided and served in time. */
export const soundCells = (n: number, over: RegisterCells = {}): RegisterCells => ({
  序号: n,
  案号: `云政复〔2025〕${n}号`,
  收到日期: '2025-03-03',
  申请方式: '邮寄',
  申请人: `原告${n}甲`,
  身份证号: `9999001980010${String(n).padStart(5, '0')}`,
  被申请人: '云岭县公安局',
  行政行为: '行政处罚决定',
  行政行为文号: `云公（治）行罚决字〔2025〕${n}号`,
  作出日期: '2025-02-17',
  申请复议事项: '行政处罚',
  受理日期: '2025-03-06',
  审理程序: '普通程序',
  发送副本日期: '2025-03-11',
  答复日期: '2025-03-19',
  结案日期: '2025-04-28',
  结案方式: '维持',
  送达日期: '2025-04-30',
  审理期限届满日: '2025-05-06',
  是否超期: '否',
  承办人: '沈知微',
  ...over,
});

export const rowOf = (cells: RegisterCells): (string | number)[] => registerHeaders.map((h) => cells[h] ?? '');

/** As CSV, with a title row above the header, as offices have it. */
export function csvOf(rows: readonly RegisterCells[], title = '云岭县2025年行政复议案件台账'): string {
  const quote = (cell: string | number) =>
    /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  return [[title], [...registerHeaders], ...rows.map(rowOf)].map((row) => row.map(quote).join(',')).join('\r\n');
}

/** Every kind of mistake there is, over and over: what each changes in a sound row. */
const mistakes: readonly ((n: number) => RegisterCells)[] = [
  () => ({ 收到日期: '2025-02-30' }),
  () => ({ 收到日期: '' }),
  () => ({ 收到日期: '3月5日' }),
  () => ({ 受理日期: '不详' }),
  () => ({ 受理日期: '2025-02-20' }),
  () => ({ 申请人: '' }),
  () => ({ 被申请人: '不存在的机关' }),
  () => ({ 申请复议事项: '莫名事项' }),
  () => ({ 结案方式: '不知道' }),
  () => ({ 结案日期: '' }),
  () => ({ 结案方式: '' }),
  () => ({ 结案日期: '2099-01-01' }),
  () => ({ 不予受理日期: '2025-03-07' }),
  () => ({ 恢复日期: '2025-04-01' }),
  () => ({ 发送副本日期: '2025-03-04' }),
  () => ({ 送达日期: '2025-04-20' }),
  () => ({ 延期日期: '2025-04-20', 延长天数: '很多' }),
  (n) => ({ 案号: `云政复〔2025〕${Math.max(1, n - 1)}号` }),
  () => ({ 序号: '合计', 案号: '合计' }),
  () => ({ 行政行为: '很长'.repeat(100) }),
];

/** A register of `size` rows in which every `every`-th is wrong in one of all ways, in turn. */
export function faultyRegister(size: number, every: number): { rows: RegisterCells[]; wrong: number } {
  let wrong = 0;
  const rows = Array.from({ length: size }, (_, i) => {
    const n = i + 1;
    if (n % every !== 0) return soundCells(n);
    const mistake = mistakes[wrong % mistakes.length];
    wrong += 1;
    return soundCells(n, mistake?.(n));
  });
  return { rows, wrong };
}
