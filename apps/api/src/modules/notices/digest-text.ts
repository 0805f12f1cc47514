/**
 * The words of the daily mail. It leaves the office over servers that are not the office's: it names cases by their
 * numbers and counts the rest; no party, no title, and nobody's words.
 */
import { type CivilDate, formatCivilDate, type Language } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import type { NoticeKind } from '@redress/domain/notices/kinds';
import { noticeLabels } from '@redress/domain/notices/labels';
import type { StoredNotice } from './notices.ts';

/** Numbers named under one heading; the rest is a count. */
const NAMED = 20;

interface Words {
  readonly subject: (day: string, n: number) => string;
  readonly greeting: (day: string) => string;
  readonly heading: (kind: string, n: number) => string;
  readonly overdue: (n: number) => string;
  readonly unnumbered: string;
  readonly more: (n: number) => string;
  readonly open: (url: string) => string;
  readonly openHere: string;
  readonly off: string;
}

const words: Record<Language, Words> = {
  'zh-CN': {
    subject: (day, n) => `行政复议待办提醒（${day}）：${n} 项`,
    greeting: (day) => `您好，以下是截至 ${day}的新提醒。`,
    heading: (kind, n) => `${kind}（${n}）`,
    overdue: (n) => `其中已超期 ${n} 项`,
    unnumbered: '未编号案件',
    more: (n) => `另有 ${n} 件`,
    open: (url) => `打开查看：${url}`,
    openHere: '请登录系统，在“消息”中查看。',
    off: '本邮件由系统自动发送，请勿回复；不需要时，可在“消息”页面关闭。',
  },
  en: {
    subject: (day, n) => `Reconsideration cases, ${day}: ${n} to look at`,
    greeting: (day) => `What is new for you as of ${day}:`,
    heading: (kind, n) => `${kind} (${n})`,
    overdue: (n) => `${n} of them overdue`,
    unnumbered: 'a case without a number yet',
    more: (n) => `and ${n} more`,
    open: (url) => `Open: ${url}`,
    openHere: 'Sign in and open “Notices”.',
    off: 'Sent by the system; please do not reply. You can switch this mail off on the page of notices.',
  },
};

/** What comes first is what cannot wait. */
const order: readonly NoticeKind[] = ['due', 'proposed', 'reminded', 'returned', 'assigned', 'document-received'];
const rank = (kind: NoticeKind): number => {
  const at = order.indexOf(kind);
  return at < 0 ? order.length : at;
};

export interface DigestParts {
  readonly language: Language;
  readonly day: CivilDate;
  readonly notices: readonly Pick<StoredNotice, 'kind' | 'streamId' | 'params'>[];
  /** Numbers of the cases the reader may know of; a case that is missing is only counted. */
  readonly numbers: ReadonlyMap<StreamId, string | null>;
  readonly publicUrl: string | null;
}

/** Subject and text of one reader's mail. */
export function digestText(p: DigestParts): { readonly subject: string; readonly text: string } {
  const w = words[p.language];
  const labels = noticeLabels(p.language);
  const day = formatCivilDate(p.day, p.language, 'full');
  const groups = [...Map.groupBy(p.notices, (n) => n.kind)].sort(([a], [b]) => rank(a) - rank(b));
  const sections = groups.map(([kind, list]) => {
    const cases = [...new Set(list.flatMap((n) => n.streamId ?? []))].filter((id) => p.numbers.has(id));
    const numbers = cases.map((id) => p.numbers.get(id) ?? w.unnumbered);
    const overdue = list.filter((n) => n.kind === 'due' && 'rung' in n.params && n.params.rung === 'overdue').length;
    return [
      w.heading(labels.kinds[kind], list.length),
      ...(overdue > 0 ? [`  ${w.overdue(overdue)}`] : []),
      ...numbers.slice(0, NAMED).map((number) => `  · ${number}`),
      ...(numbers.length > NAMED ? [`  ${w.more(numbers.length - NAMED)}`] : []),
    ].join('\n');
  });
  const link = p.publicUrl === null ? w.openHere : w.open(`${p.publicUrl.replace(/\/$/, '')}/notices`);
  return {
    subject: w.subject(formatCivilDate(p.day, p.language, 'day'), p.notices.length),
    text: [w.greeting(day), ...sections, link, w.off].join('\n\n'),
  };
}
