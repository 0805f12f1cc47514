import type { StreamId } from '@redress/domain/ids';
import type { LinkKind } from '@redress/domain/ledger/common-entries';
import { caseHeads } from '../../case-store/case-heads.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from './list-titles.ts';
import { openCase } from './open-case.ts';

/** A case that belongs to this one. */
export interface LinkedCase {
  readonly id: StreamId;
  /** Of which kind it is: `reconsideration`, `litigation`. */
  readonly proceeding: string;
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
  readonly kind: LinkKind;
  /** `to`: this case's own entry names the other; `from`: the other's entry names this one. */
  readonly direction: 'to' | 'from';
  /** Of the entry, in the case that wrote it. */
  readonly seq: number;
}

/** The cases linked to one, from both ends, as far as the actor sees them; throws `not-found` as the case itself does. */
export async function linkedCases(ctx: ActorContext, id: StreamId): Promise<readonly LinkedCase[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const reader = readAs(services.db, actor);
  // What belongs together is the office's own to know.
  const { audience } = await openCase(ctx, id);
  if (audience !== 'reviewing' && audience !== 'superior') return [];
  const links = await reader.linksOf(id);
  const others = links.map((l) => (l.fromStreamId === id ? l.toStreamId : l.fromStreamId));
  const heads = await caseHeads(services.db, actor, [...new Set(others)], today);
  const titles = await titlesOf(reader, heads, office, today);
  return links.flatMap((link) => {
    const direction = link.fromStreamId === id ? ('to' as const) : ('from' as const);
    const head = heads.find((h) => h.streamId === (direction === 'to' ? link.toStreamId : link.fromStreamId));
    if (head === undefined) return [];
    const { streamId, kind: proceeding, caseNumber: number, stage } = head;
    const title = titles.get(streamId) ?? head.title;
    return [{ id: streamId, proceeding, number, title, stage, kind: link.kind as LinkKind, direction, seq: link.seq }];
  });
}
