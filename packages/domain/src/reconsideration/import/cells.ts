/**
 * Cells of a spreadsheet as people fill them: days in a dozen ways, several names in one cell, a dash for nothing.
 * What cannot be read is said, never guessed.
 */
import { type CivilDate, civilDateOf, fromDayNumber, isCivilDate, toDayNumber } from '../../calendar/civil-date.ts';

/** As the edge reads it from the file: a real date comes as its ISO day. */
export type Cell = string | number | boolean | null;

const empties = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '\\',
  '无',
  '无。',
  '暂无',
  '空',
  '/无',
  'n/a',
  'na',
  '未',
  '〇',
  '#n/a',
  '不适用',
]);

/** A cell's words as they were typed, without what cannot be seen; '' for the many ways of saying nothing. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\ufeff]/gu, (c) => (c === '\n' ? c : ' '))
    .replace(/[ \u00a0\u3000]+/g, ' ')
    .trim();
  return empties.has(text.normalize('NFKC').toLowerCase()) ? '' : text;
}

/** The same in half-width figures and signs: for what is read, not kept. */
const narrow = (cell: Cell): string => textOf(cell).normalize('NFKC');

export type DayRead =
  | { readonly is: 'none' }
  | { readonly is: 'day'; readonly day: CivilDate }
  | { readonly is: 'bad'; readonly why: 'not-a-day' | 'incomplete-day' | 'no-such-day' | 'implausible-day' };

const bad = (why: Extract<DayRead, { is: 'bad' }>['why']): DayRead => ({ is: 'bad', why });

/** Day 0 of a spreadsheet's serial numbers. */
const spreadsheetEpoch = toDayNumber(civilDateOf(1899, 12, 30));
/** Serial numbers of 1990 to 2099: other numbers are no days. */
const serials = { from: 32_874, to: 73_050 } as const;

const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 二〇二四年三月十五日 → 2024年3月15日; other texts as they are. */
function arabic(text: string): string {
  const year = /^([〇零一二三四五六七八九]{4})年/.exec(text);
  if (year === null) return text;
  const digits = (s: string) => [...s].map((c) => chineseDigits[c] ?? c).join('');
  const small = (s: string): string => {
    if (!s.includes('十')) return digits(s);
    const [tens = '', ones = ''] = s.split('十');
    return String((tens === '' ? 1 : Number(digits(tens))) * 10 + (ones === '' ? 0 : Number(digits(ones))));
  };
  return text.replace(year[1] ?? '', digits(year[1] ?? '')).replace(/[〇零一二三四五六七八九十]+/g, small);
}

function ofParts(year: number, month: number, day: number): DayRead {
  if (year < 1990 || year > 2099) return bad('implausible-day');
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(iso) ? { is: 'day', day: iso } : bad('no-such-day');
}

const ofSerial = (n: number): DayRead =>
  n >= serials.from && n < serials.to
    ? { is: 'day', day: fromDayNumber((spreadsheetEpoch + Math.floor(n)) as typeof spreadsheetEpoch) }
    : bad('not-a-day');

const compact = (n: number): boolean => n >= 19_000_101 && n <= 20_991_231;

/** A day as a register writes it; see the tests for the forms. */
export function readDay(cell: Cell): DayRead {
  if (typeof cell === 'number') {
    if (Number.isInteger(cell) && compact(cell)) {
      return ofParts(Math.floor(cell / 10_000), Math.floor(cell / 100) % 100, cell % 100);
    }
    return ofSerial(cell);
  }
  const written = arabic(narrow(cell));
  if (written === '') return { is: 'none' };
  // The hour of a timestamp is nothing to a day.
  const text = written.replace(/[ T]\d{1,2}[:时].*$/, '').replace(/\s/g, '');
  const whole = /^(\d{4})[-./年,、](\d{1,2})[-./月,、](\d{1,2})(?:日|号)?(?:\(?(?:星期|周).\)?)?(?:上午|下午)?$/.exec(
    text,
  );
  if (whole !== null) return ofParts(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  if (/^\d{8}$/.test(text)) return ofParts(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  if (/^\d{5}(\.\d+)?$/.test(text)) return ofSerial(Number(text));
  if (/^(\d{4}[-./年]\d{1,2}月?|\d{1,2}[-./月]\d{1,2}日?|\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{4}年?)$/.test(text)) {
    return bad('incomplete-day');
  }
  return bad('not-a-day');
}

/** A count of days: 30, "30日", "三十" is not read. null for nothing, NaN for what is none. */
export function readCount(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : Number.NaN;
  const text = narrow(cell);
  if (text === '') return null;
  const found = /^(\d{1,4})(?:天|日|个?工作日|日历日)?$/.exec(text);
  return found === null ? Number.NaN : Number(found[1]);
}

export interface NamesRead {
  readonly names: readonly string[];
  /** "张三等5人": how many are meant in all; null where the cell does not say. */
  readonly said: number | null;
}

/** Several names in one cell: 、 ， ； / or a line each; "等5人" at the end says how many there are. */
export function readNames(cell: Cell): NamesRead {
  let text = textOf(cell);
  let said: number | null = null;
  const count = /等(\d{1,3})(?:人|户|名|家)$/.exec(text.replace(/\s/g, ''));
  if (count !== null) {
    said = Number(count[1]);
    text = text.replace(/\s*等\s*\d{1,3}\s*(?:人|户|名|家)$/, '');
  } else if (/[^\s]等$/.test(text) && text.length > 2) {
    said = -1;
    text = text.slice(0, -1);
  }
  const names = text
    .split(/[、,，;；\n/]+/)
    .map((s) => s.trim())
    .filter((s) => s !== '');
  return { names: [...new Set(names)], said };
}

/** Several identity numbers or telephones in one cell, in the order of the names. */
export const readList = (cell: Cell): readonly string[] =>
  narrow(cell)
    .split(/[、,，;；\n/]+/)
    .map((s) => s.trim())
    .filter((s) => s !== '');

const numberForm = /^(.+?)[〔[({【]\s*(\d{4})\s*[〕\])}】]\s*(?:第|字第)?\s*0*(\d{1,6})\s*号?$/;

/** A case or document number in the one form of this program: 云政复〔2025〕41号; other forms are kept as written. */
export function readNumber(cell: Cell): string {
  const text = narrow(cell).replace(/\s/g, '');
  const found = numberForm.exec(text);
  return found === null ? text : `${found[1]}〔${found[2]}〕${found[3]}号`;
}

/** For comparing names of organs and words of headers. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()（）[\]【】〔〕:：*、,，.。"'“”]/g, '')
    .toLowerCase();

const organisation =
  /(公司|厂|店|商行|超市|合作社|事务所|中心|集团|学校|大学|学院|医院|诊所|银行|协会|委员会|工作室|经营部|门市部|服务部|酒店|宾馆|饭店|餐厅|饭馆|农场|基金会|村民小组|分社|分行|支行|药房|网吧|茶楼|会所|部|社|馆|所|场|行)$/;

/** Whether a name is that of an organisation rather than a citizen. */
export const isOrganisation = (name: string): boolean => [...name].length > 4 && organisation.test(name);
