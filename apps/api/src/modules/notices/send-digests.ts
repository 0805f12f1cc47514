/**
 * The daily mail: from half past eight (Asia/Shanghai) on each working day, once to each reader who has something new to
 * read. Who starts the server at noon gets it at noon; a day that went by without a server is not made up for, for what
 * was new then is still unread and comes with the next.
 */
import { isUsableOn } from '@redress/domain/access/holders';
import { type Office, postsOn, scopeOf } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import { nameCases } from '../../case-store/unheard.ts';
import { instantAt } from '../../clock.ts';
import { MailError } from '../../mail/mail-server.ts';
import type { Services } from '../../trpc/context.ts';
import { digestText } from './digest-text.ts';
import { type Claim, claim, closeAbandoned, coveredUntil, settle, settledOn } from './mail-digests.ts';
import { type MailReader, mailReaders } from './mail-settings.ts';
import { type StoredNotice, unreadBetween } from './notices.ts';

/** Older than this is not in a first mail. */
const FIRST_MAIL_MS = 7 * 86_400_000;
/** A claim that is older belongs to nobody any more: every wait of a sending is shorter. */
const ABANDONED_MS = 15 * 60_000;
/** Waits before each further attempt, in minutes; after the last the mail is given up for the day. */
const backOff = [5, 15, 30, 60, 120] as const;

export interface DigestReport {
  readonly sent: number;
  readonly failed: number;
  /** Nothing was tried: no server, no working day, or before half past eight. */
  readonly idle: boolean;
}

type Needed = Pick<Services, 'db' | 'directory' | 'law' | 'clock' | 'operations' | 'log'>;

/** Sends what is due now. Any number of processes may call it at once: each mail has one claim. */
export async function sendDigests(s: Needed): Promise<DigestReport> {
  const now = s.clock.now();
  const day = s.clock.today();
  await closeAbandoned(s.db, (now - ABANDONED_MS) as InstantMs);
  const { mail } = s.operations;
  const isWorkingDay = s.law.calendar.isWorkingDay(day) ?? true;
  if (mail === null || !isWorkingDay || now < instantAt(day, 8, 30)) return { sent: 0, failed: 0, idle: true };

  const [readers, settled, office] = await Promise.all([
    mailReaders(s.db),
    settledOn(s.db, day, now),
    s.directory.current(),
  ]);
  let sent = 0;
  let failed = 0;
  const due = readers.filter((r) => !settled.has(r.accountId) && isUsableOn(office, r.accountId, day));
  const covered = await coveredUntil(
    s.db,
    due.map((r) => r.accountId),
  );
  for (const reader of due) {
    const after = covered.get(reader.accountId) ?? ((now - FIRST_MAIL_MS) as InstantMs);
    const notices = await unreadBetween(s.db, reader.accountId, after, now);
    if (notices.length === 0) continue;
    const mine = await claim(s.db, { accountId: reader.accountId, day, now, notices: notices.length });
    if (mine === null) continue;
    const trouble = await sendOne(s, office, reader, notices, mine, day);
    if (trouble === null) sent += 1;
    else failed += 1;
    // A server that does not answer one mail does not answer the next: the others keep their turn.
    if (trouble?.ofServer === true) break;
  }
  return { sent, failed, idle: false };
}

async function sendOne(
  s: Needed,
  office: Office,
  reader: MailReader,
  notices: readonly StoredNotice[],
  mine: Claim,
  day: CivilDate,
): Promise<MailError | null> {
  const { mail, publicUrl } = s.operations;
  if (mail === null) return null;
  const organs = postsOn(office, reader.accountId, day).flatMap((post) => scopeOf(office, post, day));
  const streams = [...new Set(notices.flatMap((n) => n.streamId ?? []))];
  const names = await nameCases(s.db, [...new Set(organs)], streams, { law: s.law, day });
  const numbers = new Map([...names].map(([id, { number }]) => [id, number]));
  const { subject, text } = digestText({ language: reader.language, day, notices, numbers, publicUrl });
  const done = (o: Omit<Parameters<typeof settle>[2], 'at'>) => settle(s.db, mine, { ...o, at: s.clock.now() });
  try {
    await mail.send({ to: reader.address, subject, text, messageId: messageIdOf(reader.accountId, day, mail.from) });
    await done({ status: 'sent', error: null, nextAt: null });
    return null;
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    s.log.warn({ part: 'mail', fate: error.fate, code: error.code, attempt: mine.attempts }, 'a daily mail failed');
    const wait = backOff[mine.attempts - 1];
    if (error.fate === 'unknown') await done({ status: 'unknown', error: error.code, nextAt: null });
    else if (error.fate === 'refused' || wait === undefined) {
      await done({ status: 'refused', error: error.code, nextAt: null });
    } else {
      await done({
        status: 'waiting',
        error: error.code,
        nextAt: (s.clock.now() + wait * 60_000) as InstantMs,
      });
    }
    return error;
  }
}

/** The same mail has the same id on every attempt. */
function messageIdOf(account: AccountId, day: CivilDate, from: string): string {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'redress.invalid';
  return `<digest.${day}.${Buffer.from(account).toString('hex')}@${domain}>`;
}
