/**
 * From new entries to notices. Whoever writes a step waits for none of this: it follows the commit in the same process,
 * and a look over all ledgers at start and every hour finds what a process that died in between left untold. Both ways
 * give the same keys, so telling twice tells once.
 */
import { holdersOf, isUsableOn } from '@redress/domain/access/holders';
import { postsHeldIn } from '@redress/domain/access/posts-held';
import type { Role } from '@redress/domain/access/roles';
import type { Office } from '@redress/domain/access/scope';
import { type CivilDate, daysBetween } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs, StreamId } from '@redress/domain/ids';
import type { Envelope } from '@redress/domain/ledger/envelope';
import type { Kind, LawContext } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import { litigation } from '@redress/domain/litigation/kind';
import { type News, newsOf } from '@redress/domain/notices/news';
import type { Recipients } from '@redress/domain/notices/recipients';
import { suitNewsOf } from '@redress/domain/notices/suit-news';
import type { ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { standsAside } from '@redress/domain/reconsideration/stand-aside';
import { civilDayOf } from '../../case-store/civil-day.ts';
import { heardOf, ledgersOf, passOver, unheardStreams } from '../../case-store/unheard.ts';
import type { Services } from '../../trpc/context.ts';
import { type NewNotice, tellOfLedger } from './notices.ts';

/** What lies longer back than this is no news, however late it is found. */
const NEWS_MS = 14 * 86_400_000;
/** What is recorded so long after its day is catching up with the past, not something that happened. */
const BACKFILL_DAYS = 30;
const STREAMS_PER_BATCH = 100;

/** The kinds of cases that people are told about. */
const toldKinds = [reconsideration.kind, litigation.kind] as const;

const officeRoles = ['handler', 'section-head', 'institution-head'] as const satisfies readonly Role[];

/**
 * Those a notice about a case is for on a day: people who may sign in and do not stand aside from it. That one worked for
 * the respondent when it acted keeps the office's people from the case, and never the respondent's own.
 */
export function accountsOf(
  office: Office,
  to: Recipients,
  day: CivilDate,
  c: ReconsiderationCase | null,
): readonly AccountId[] {
  const accounts = usableOf(office, to, day);
  if (c === null) return accounts;
  const held = to.is === 'roles' && to.organId !== c.organId ? undefined : postsHeldIn(office);
  return accounts.filter((id) => standsAside(c, id, held) === null);
}

function usableOf(office: Office, to: Recipients, day: CivilDate): readonly AccountId[] {
  if (to.is === 'roles') {
    const holders = holdersOf(office, to.organId, to.roles, day);
    // A government that is itself a respondent has no liaison: its own reconsideration office answers for it.
    const isDepartment = to.roles.some((role) => role === 'department-liaison');
    return holders.length === 0 && isDepartment ? holdersOf(office, to.organId, officeRoles, day) : holders;
  }
  return to.accounts.filter((id) => isUsableOn(office, id, day));
}

/** Entries of one command belong together: between them the case stood nowhere. */
function commandsOf(entries: readonly Envelope[]): readonly (readonly Envelope[])[] {
  const groups: Envelope[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.commandId === entry.commandId) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function noticesOfCommand(
  office: Office,
  law: LawContext,
  kindName: string,
  ledger: readonly Envelope[],
  command: readonly Envelope[],
): readonly NewNotice[] {
  const [first] = command;
  const last = command.at(-1);
  if (first === undefined || last === undefined) return [];
  const { streamId, recordedAt, recordedBy } = last;
  const day = civilDayOf(recordedAt);
  const upTo = <C>(kind: Kind<C>, seq: number): C =>
    replay(kind, { streamId, kind: kind.kind, entries: ledger.slice(0, seq) }, law);
  let news: readonly News[];
  let aside: ReconsiderationCase | null = null;
  if (kindName === litigation.kind) {
    news = suitNewsOf(upTo(litigation, first.seq - 1), upTo(litigation, last.seq), command);
  } else {
    aside = upTo(reconsideration, last.seq);
    const previous = ledger.findLast((e) => e.seq < first.seq);
    const then = civilDayOf((previous ?? last).recordedAt);
    news = newsOf(upTo(reconsideration, first.seq - 1), aside, command, day, then);
  }
  return news.flatMap(({ to, key, ...content }: News) =>
    accountsOf(office, to, day, aside)
      .filter((id) => id !== recordedBy.account)
      .map(
        (accountId): NewNotice => ({
          ...content,
          accountId,
          streamId,
          key: `${streamId}|${key}`,
          createdAt: recordedAt,
        }),
      ),
  );
}

const isNews = (command: readonly Envelope[], now: InstantMs): boolean =>
  command.some(
    (e) => e.recordedAt >= now - NEWS_MS && daysBetween(e.occurredOn, civilDayOf(e.recordedAt)) <= BACKFILL_DAYS,
  );

type Told = Pick<Services, 'db' | 'directory' | 'law' | 'clock'>;

/** Tells of what these ledgers hold beyond their watermarks. How many notices were new. */
export async function tellOfStreams(s: Told, streams: readonly StreamId[]): Promise<number> {
  let told = 0;
  // What is written to the office's own ledgers is told by nobody here.
  const byKind = await Promise.all(toldKinds.map(async (kind) => [kind, await heardOf(s.db, kind, streams)] as const));
  const heard = new Map(byKind.flatMap(([kind, of]) => [...of].map(([id, seq]) => [id, { kind, seq }] as const)));
  const [office, ledgers] = await Promise.all([s.directory.current(), ledgersOf(s.db, [...heard.keys()])]);
  const now = s.clock.now();
  for (const [streamId, entries] of ledgers) {
    const last = entries.at(-1);
    const { kind, seq: from } = heard.get(streamId) ?? { kind: reconsideration.kind, seq: 0 };
    if (last === undefined || last.seq <= from) continue;
    const notices = commandsOf(entries.filter((e) => e.seq > from))
      .filter((command) => isNews(command, now))
      .flatMap((command) => noticesOfCommand(office, s.law, kind, entries, command));
    told += await tellOfLedger(s.db, streamId, last.seq, notices);
  }
  return told;
}

/** Tells of whatever nobody was told of yet, in all ledgers. How many notices were new. */
export async function catchUp(s: Told): Promise<number> {
  let told = 0;
  for (const kind of toldKinds) told += await catchUpOn(s, kind);
  return told;
}

async function catchUpOn(s: Told, kind: string): Promise<number> {
  await passOver(s.db, kind, (s.clock.now() - NEWS_MS) as InstantMs);
  let told = 0;
  for (let after = ''; ; ) {
    const batch = await unheardStreams(s.db, kind, after, STREAMS_PER_BATCH);
    const last = batch.at(-1);
    if (last === undefined) return told;
    told += await tellOfStreams(
      s,
      batch.map((b) => b.streamId),
    );
    after = last.streamId;
  }
}
