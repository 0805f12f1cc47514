/** 重大行政诉讼: the suits marked as major, with the day of the next feedback, until they are closed. */
import { addDays } from '@redress/domain/calendar/civil-date';
import { replay } from '@redress/domain/ledger/replay';
import { litigation } from '@redress/domain/litigation/kind';
import { positionOn } from '@redress/domain/litigation/position';
import { lawsuitsWithFact } from '../../case-store/appearance-lists.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { organName } from '../office/names.ts';
import { suitTitles } from './calendar.ts';
import type { MajorSuit } from './types.ts';

const most = 200;

export async function majorSuits(ctx: ActorContext): Promise<readonly MajorSuit[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const ids = await lawsuitsWithFact(services.db, actor, 'suit-major', most);
  const parts = await readAs(services.db, actor).partsOf(ids);
  const suits = ids.flatMap((id) => {
    const ledger = parts.get(id)?.ledger;
    return ledger === undefined ? [] : [replay(litigation, ledger, services.law)];
  });
  const titles = await suitTitles(ctx, suits);
  return suits
    .flatMap((suit): MajorSuit[] => {
      const { major, organId } = suit;
      if (major === null || organId === null) return [];
      const { grounds, everyDays } = major.marked.payload;
      const lastOn = major.feedbacks.at(-1)?.occurredOn ?? null;
      const nextOn = addDays(lastOn ?? major.marked.occurredOn, everyDays);
      const isClosed = suit.closing !== null && suit.closing.on <= today;
      const ended = isClosed || (major.unmarkedOn !== null && major.unmarkedOn <= today);
      return [
        {
          caseId: suit.streamId,
          caseNumber: suit.number,
          title: titles.get(suit.streamId) ?? suit.act?.name ?? '',
          organName: organName(office, organId, today),
          stage: positionOn(suit, today).stage,
          grounds,
          since: major.marked.occurredOn,
          everyDays,
          lastOn,
          nextOn,
          overdue: !ended && nextOn < today,
          ended,
          feedbacks: major.feedbacks.length,
        },
      ];
    })
    .sort((a, b) => Number(a.ended) - Number(b.ended) || (a.nextOn < b.nextOn ? -1 : a.nextOn > b.nextOn ? 1 : 0));
}
