/**
 * What the words of an act say of it: its number, its name, who made it and when, the sum, whom it addresses, and
 * whether it told of the rights (20(3)). Each finding is proposed with the words it was found in; nothing is filled in.
 */
import { type CivilDate, civilDateOf, daysInMonth } from '../../calendar/civil-date.ts';

export const actTextFields = ['number', 'name', 'organ', 'madeOn', 'amount', 'content', 'person', 'rights'] as const;
export type ActTextField = (typeof actTextFields)[number];

export type ActTextFinding =
  | {
      readonly field: 'number' | 'name' | 'organ' | 'content' | 'person';
      readonly value: string;
      readonly quote: string;
    }
  | { readonly field: 'madeOn'; readonly value: CivilDate; readonly quote: string }
  /** Whole fen. */
  | { readonly field: 'amount'; readonly value: number; readonly quote: string }
  /** Which of the three the act told: the right, the organ, the limit. */
  | { readonly field: 'rights'; readonly value: 'told' | 'not-told' | 'partly-told'; readonly quote: string };

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  俩: 2,
  〡: 1,
  '○': 0,
  Ｏ: 0,
  '◯': 0,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const myriads: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000 };

/** A number in Chinese numerals: 二〇二六, 五百, 二万三千元's 二万三千; null for what is none. */
export function chineseNumber(text: string): number | null {
  const characters = [...text];
  if (characters.length === 0) return null;
  if (characters.every((c) => digits[c] !== undefined)) {
    return Number(characters.map((c) => digits[c]).join(''));
  }
  let whole = 0;
  let section = 0;
  let digit: number | null = null;
  for (const c of characters) {
    const d = digits[c];
    const t = tens[c];
    const m = myriads[c];
    if (d !== undefined) digit = d;
    else if (t !== undefined) {
      section += (digit ?? 1) * t;
      digit = null;
    } else if (m !== undefined) {
      const part = section + (digit ?? 0);
      if (part === 0) return null;
      whole = (whole + part) * m;
      section = 0;
      digit = null;
    } else return null;
  }
  return whole + section + (digit ?? 0);
}

const numeral = '[〇零○◯Ｏ一二三四五六七八九十]';
const dates = new RegExp(
  `(\\d{4}|${numeral}{4})\\s*年\\s*(\\d{1,2}|${numeral}{1,3})\\s*月\\s*(\\d{1,2}|${numeral}{1,3})\\s*日`,
  'gu',
);

const numberOf = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : chineseNumber(text));

interface FoundDay {
  readonly on: CivilDate;
  readonly at: number;
  readonly quote: string;
}

/** Every day the text names; what is no day of the calendar is left out. */
export function daysIn(text: string): readonly FoundDay[] {
  return [...text.matchAll(dates)].flatMap((match) => {
    const [year, month, day] = [match[1], match[2], match[3]].map((part) => numberOf(part ?? ''));
    if (year == null || month == null || day == null) return [];
    if (year < 1949 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return [];
    return [{ on: civilDateOf(year, month, day), at: match.index, quote: match[0] }];
  });
}

/** One form of digits, brackets and line ends; the places stay where they are. */
const plain = (text: string): string =>
  text
    .replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u00a0\u3000\t]/gu, ' ');

const openings = '〔[（(﹝［【';
const closings = '〕\\]）)﹞］】';
const numbers = new RegExp(
  `((?:[\\p{Script=Han}]|[（(〔\\[][\\p{Script=Han}]{1,8}[）)〕\\]]){1,24}?)\\s*[${openings}]\\s*(\\d{4}|${numeral}{4})\\s*(?:年)?[${closings}]\\s*(第?)\\s*([\\d０-９-]{1,12}|${numeral}{1,6})\\s*号`,
  'gu',
);
/** Words before a number that belong to the sentence, not to it. */
const leadIn = /^.*(?:编号|文号|案号|依据|根据|作出的?|作出了|以|《|》|为|的|：|，|。)/u;

function numberIn(text: string): ActTextFinding | null {
  const all = [...text.matchAll(numbers)].flatMap((match) => {
    const words = (match[1] ?? '').replace(leadIn, '').trim();
    const year = numberOf(match[2] ?? '');
    if (words === '' || year === null || year < 1949 || year > 2999) return [];
    const serial = (match[4] ?? '').trim();
    const shown = /^[\d-]+$/.test(serial) ? serial : String(chineseNumber(serial) ?? serial);
    return [{ value: `${words}〔${year}〕${match[3] ?? ''}${shown}号`, quote: match[0], at: match.index }];
  });
  // A statute or a notice that the act cites stands later; the act's own number stands in its head.
  const [first] = all;
  return first === undefined ? null : { field: 'number', value: first.value, quote: first.quote };
}

const actNames =
  /(当场行政处罚决定|行政处罚决定|行政处理决定|行政强制措施决定|查封[（(]?扣押[）)]?决定|扣押决定|查封决定|强制隔离戒毒决定|责令(?:限期)?(?:改正|拆除)(?:违法行为)?(?:通知|决定)?|限期拆除决定|行政强制执行决定|行政许可决定|不予行政许可决定|准予行政许可决定|撤销行政许可决定|不予受理决定|(?:不予)?认定工伤决定|工伤认定决定|政府信息公开(?:申请)?(?:答复|告知)|(?:投诉)?举报(?:处理)?(?:答复|告知)|房屋征收(?:补偿)?决定|征地补偿安置决定|土地(?:权属)?争议处理决定|行政确认决定|行政征收决定|税务(?:行政)?处(?:理|罚)决定|(?:行政)?处罚决定|处理决定|答复意见|告知书)(书)?/u;

const nameForm = (found: string): string => found.replace(/书$/u, '').replace(/[（()）]/gu, '');

const organs =
  /[\p{Script=Han}]{2,24}?(?:人民政府|公安局(?:[\p{Script=Han}]{1,8}(?:分局|派出所|大队|支队))?|市场监督管理局|自然资源(?:和规划)?局|人力资源和社会保障局|住房和城乡建设局|生态环境局(?:[\p{Script=Han}]{1,6}分局)?|交通运输局|综合行政执法局|综合执法局|税务局|海关|农业农村局|卫生健康(?:局|委员会)|应急管理局|水(?:利|务)局|林业(?:和草原)?局|教育(?:局|体育局)|民政局|医疗保障局|消防救援(?:大队|支队)|城市管理(?:行政执法)?局|文化和旅游局|发展和改革(?:局|委员会)|财政局|审计局|司法局|街道办事处)/gu;
/** Words before an organ's name that belong to the sentence. */
const beforeOrgan =
  /^.*(?:被申请人|申请人|本机关|当事人|由|向|经|对|不服|于|在|的|是|为|到|因|并|现|应|可以|依法|日)(?=[\p{Script=Han}]{2,}(?:局|府|关|处|所|队|会)$)/u;

function organIn(text: string, madeAt: number | null): ActTextFinding | null {
  const rights = text.search(/申请(?:行政)?复议|提起(?:行政)?诉讼/u);
  const all = [...text.matchAll(organs)].map((m) => {
    const stripped = m[0].replace(beforeOrgan, '');
    return { name: stripped, at: m.index };
  });
  if (all.length === 0) return null;
  // The maker stands in the head, or signs right before the date; an organ named where rights are told is another.
  const head = all.find((o) => o.at < 60);
  const signed = madeAt === null ? undefined : all.findLast((o) => o.at < madeAt && madeAt - o.at < 60);
  const other = all.find((o) => rights < 0 || o.at < rights);
  const one = head ?? signed ?? other ?? all[0];
  return one === undefined ? null : { field: 'organ', value: one.name, quote: one.name };
}

/** The day the act was made: the one it is signed with, at its end; never the day of the offence. */
function madeOnIn(text: string): { readonly finding: ActTextFinding; readonly at: number } | null {
  const days = daysIn(text);
  const made = days.find(
    ({ at, quote }) =>
      /(?:作出|制作|决定|签发)(?:日期|时间|之日)?[：:\s]*$/u.test(text.slice(Math.max(0, at - 14), at)) && quote !== '',
  );
  const alone = days.findLast(({ at, quote }) => {
    const line = text.slice(
      text.lastIndexOf('\n', at) + 1,
      (text.indexOf('\n', at) + text.length + 1) % (text.length + 1) || text.length,
    );
    return line.replace(quote, '').replace(/[（(]?(?:印章|盖章|公章|章)[）)]?|\s/gu, '').length <= 24;
  });
  const ends = days.findLast(({ at, quote }) => text.slice(at + quote.length).trim().length <= 12);
  const one = ends ?? alone ?? made;
  return one === undefined ? null : { finding: { field: 'madeOn', value: one.on, quote: one.quote }, at: one.at };
}

const money =
  /(?:处(?:以)?|并处|罚款|罚款人民币|没收违法所得|补偿(?:款)?|征收|追缴|缴纳|加处|合计|共计)[^。；;\n\d]{0,16}?(?:人民币)?\s*([\d,，]+(?:\.\d{1,2})?|[〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟萬亿]+)\s*(万)?元/gu;

function amountIn(text: string): ActTextFinding | null {
  const all = [...text.matchAll(money)].flatMap((match) => {
    const written = (match[1] ?? '').replace(/[,，]/gu, '');
    const yuan = /^[\d.]+$/.test(written) ? Number(written) : chineseNumber(written);
    if (yuan === null || !Number.isFinite(yuan)) return [];
    const fen = Math.round(yuan * (match[2] === undefined ? 1 : 10_000) * 100);
    return Number.isSafeInteger(fen) && fen > 0 ? [{ fen, quote: match[0] }] : [];
  });
  // Several sums: the one that is decided stands last among those of the decision, after "决定".
  const one = all.at(-1);
  return one === undefined ? null : { field: 'amount', value: one.fen, quote: one.quote };
}

const decided =
  /(?:决定(?:给予|对)?|给予|作出如下(?:行政)?处罚(?:决定)?|处以?)(?:以下行政处罚|如下处罚|行政处罚)?[\p{Script=Han}]{0,8}?[：:，,\s]*((?:\d[.、．]\s*)?(?:处)?(?:警告|通报批评|罚款|没收|吊销|暂扣|行政拘留|拘留|责令)[^。\n]{0,60})/u;

const persons =
  /(?:被处罚人|当事人|行政相对人|相对人|被申请人|申请人|受处罚人|违法行为人|被告知人|姓名|收件人)(?:[（(][^）)\n]{1,16}[）)])?\s*(?:姓名|名称)?[（(]?[^：:\n]{0,8}?[)）]?\s*[：:]\s*([\p{Script=Han}·•]{2,30})/u;

const personStops = /(?:性别|男|女|年龄|出生|民族|身份证|证件|公民身份|住址|住所|地址|法定代表人|统一社会信用).*$/u;

function rightsIn(text: string): ActTextFinding | null {
  const right = /(?:可以|有权)?[^。\n]{0,60}申请(?:行政)?复议/u.exec(text);
  if (right === null) {
    // Only a text with an end can be said to be silent.
    return /号/u.test(text) && daysIn(text).length > 0 && text.length >= 120
      ? { field: 'rights', value: 'not-told', quote: '' }
      : null;
  }
  const from = Math.max(text.lastIndexOf('。', right.index), text.lastIndexOf('\n', right.index)) + 1;
  const sentence = text.slice(from).split(/[。\n]/u)[0] ?? right[0];
  const organ = /向[^。，,]{2,30}(?:政府|局|厅|部|机关|海关|委员会)[^。]{0,20}申请/u.test(sentence);
  const limit = /(?:六十|60|６０)\s*日/u.test(sentence);
  const value = organ && limit ? 'told' : 'partly-told';
  return { field: 'rights', value, quote: sentence.trim().slice(0, 80) };
}

/** The longest text that is read; an act is a few pages. */
export const maxActText = 60_000;

/** What the text proposes for the form, one finding for each field at most, in the order of the fields. */
export function readActText(given: string): readonly ActTextFinding[] {
  const text = plain(given.slice(0, maxActText)).trim();
  if (text === '') return [];
  const findings: (ActTextFinding | null)[] = [numberIn(text)];
  const name = actNames.exec(text);
  findings.push(name === null ? null : { field: 'name', value: nameForm(name[0]), quote: name[0] });
  const made = madeOnIn(text);
  findings.push(organIn(text, made?.at ?? null), made?.finding ?? null, amountIn(text));
  const content = decided
    .exec(text)?.[1]
    ?.trim()
    .replace(/^\d[.、．]\s*/u, '');
  findings.push(content === undefined ? null : { field: 'content', value: content.slice(0, 120), quote: content });
  const person = persons.exec(text);
  const named = person?.[1]?.replace(personStops, '').trim() ?? '';
  findings.push(
    person === null || [...named].length < 2 ? null : { field: 'person', value: named, quote: person[0] },
    rightsIn(text),
  );
  return findings.filter((f): f is ActTextFinding => f !== null);
}
