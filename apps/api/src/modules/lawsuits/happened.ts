/** What others lately entered in the lawsuits on a desk, as far as the reader's own page of each tells it. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { InstantMs, StreamId } from '@redress/domain/ids';
import { readAs } from '../../case-store/read-as.ts';
import { worklistsAs } from '../../case-store/worklists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { suitStoreFilter } from './list-lawsuits.ts';
import { suitSeenBy, suitViewWith } from './open-lawsuit.ts';

export interface SuitHappening {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly seq: number;
  readonly on: CivilDate;
  readonly type: string;
  readonly by: string;
  readonly at: number;
}

/** Beside what only accompanies an entry of any case. */
const numbered = 'lawsuit-numbered';
const AT_MOST = { entries: 40, suits: 8 };

/** Newest first. */
export async function suitsHappened(
  ctx: ActorContext,
  asked: { readonly mine: boolean; readonly since: InstantMs; readonly not: readonly string[] },
): Promise<readonly SuitHappening[]> {
  const { db, clock } = ctx.services;
  const filter = suitStoreFilter(asked.mine ? { handler: 'me' } : {}, ctx.actor.accountId);
  const not = [...asked.not, numbered];
  const entries = await worklistsAs(db, ctx.actor).recentEntries(
    clock.today(),
    filter,
    asked.since,
    not,
    AT_MOST.entries,
  );
  const suits = [...new Set(entries.map((entry) => entry.streamId))].slice(0, AT_MOST.suits);
  if (suits.length === 0) return [];
  const told: SuitHappening[] = [];
  for (const [id, parts] of await readAs(db, ctx.actor).partsOf(suits)) {
    const opened = suitSeenBy(ctx, parts.ledger);
    if (opened === null) continue;
    const { number, title, timeline } = suitViewWith(ctx, opened, parts.kept, parts.files);
    const wanted = new Set(entries.filter((entry) => entry.streamId === id).map((entry) => entry.seq));
    for (const item of timeline.filter((one) => wanted.has(one.seq))) {
      const { seq, occurredOn: on, type, recordedByName: by, recordedAt: at } = item;
      told.push({ id, number, title, seq, on, type, by, at });
    }
  }
  return told.sort((a, b) => b.at - a.at);
}
