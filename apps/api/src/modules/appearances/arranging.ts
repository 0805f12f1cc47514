/** Arranging a leader: who is eligible and free, and who is proposed in somebody's place. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import type { OrganId } from '@redress/domain/ids';
import { isSameLeader } from '@redress/domain/litigation/appearances';
import {
  type BusySpan,
  clashesOf,
  type LeaderOption,
  leadersOf,
  sessionSpan,
  substitutesAmong,
} from '@redress/domain/litigation/leaders';
import type { z } from 'zod';
import { type SeatRow, sessionOf, type TakenSpan } from '../../case-store/appearance-lists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { organName } from '../office/names.ts';
import { busySpans } from './calendar.ts';
import { timeOf } from './engagements.ts';
import type { LeaderChoice, zLeaders, zSubstitutes } from './types.ts';

type Span = Pick<BusySpan, 'on' | 'from' | 'until'>;

interface About {
  readonly span: Span | null;
  readonly busy: readonly TakenSpan[];
  readonly seat: SeatRow | null;
}

/** Is it they who are named for the seat now? */
const isNamed = ({ leader }: LeaderOption, seat: SeatRow | null): boolean =>
  seat !== null &&
  seat.leaderName !== null &&
  isSameLeader(leader, {
    accountId: seat.leaderAccountId,
    postId: seat.leaderPostId as LeaderOption['leader']['postId'],
    name: seat.leaderName,
  });

function choices(
  ctx: ActorContext,
  options: readonly LeaderOption[],
  { span, busy, seat }: About,
): readonly LeaderChoice[] {
  const { office, services } = ctx;
  const today = services.clock.today();
  const instead = seat?.leaderName == null ? null : { accountId: seat.leaderAccountId, name: seat.leaderName };
  const free = span === null ? [] : substitutesAmong(options, span, busy, instead);
  return options.map((option) => ({
    ...option,
    organName: organName(office, option.leader.organId, today),
    named: isNamed(option, seat),
    proposed: free.includes(option),
    clashes: (span === null ? [] : clashesOf(option.leader, span, busy)).map(({ is, from, until, streamId, what }) => ({
      is,
      from: timeOf(from),
      until: timeOf(until),
      caseId: streamId,
      what,
    })),
  }));
}

const accountsOf = (options: readonly LeaderOption[]) => [
  ...new Set(options.flatMap(({ leader }) => leader.accountId ?? [])),
];

/** The leaders of an organ on a day, the most fitting first. */
export async function leaders(
  ctx: ActorContext,
  { organId, on, time, minutes }: z.output<typeof zLeaders>,
): Promise<readonly LeaderChoice[]> {
  const today = ctx.services.clock.today();
  const options = leadersOf(ctx.office, organId, { on, today });
  const span = time === null ? null : { on, ...sessionSpan({ time, minutes }) };
  const busy = span === null ? [] : await busySpans(ctx, accountsOf(options), on, on);
  return choices(ctx, options, { span, busy, seat: null });
}

/** For one organ at one session: everybody who might come, the one named now, and who is proposed in their place. */
export async function substitutes(
  ctx: ActorContext,
  { lawsuitId, sessionId, organId }: z.output<typeof zSubstitutes>,
): Promise<readonly LeaderChoice[]> {
  const { services, actor, office } = ctx;
  const session = await sessionOf(services.db, actor, lawsuitId, sessionId);
  const seat = session?.seats.find((s) => s.organId === organId) ?? null;
  if (session === null) throw new RedressError({ code: 'not-found' });
  const on: CivilDate = session.onDay;
  const undertaking: OrganId | null = seat === null || seat.undertakingId === organId ? null : seat.undertakingId;
  const options = leadersOf(office, organId, { on, today: services.clock.today() }, undertaking);
  const span = { on, ...sessionSpan(session) };
  const busy = (await busySpans(ctx, accountsOf(options), on, on)).filter((b) => b.id !== sessionId);
  return choices(ctx, options, { span, busy, seat });
}
