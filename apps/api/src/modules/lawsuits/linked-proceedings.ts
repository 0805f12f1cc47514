/** What belongs to one dispute: the proceedings linked to a lawsuit, and all of them on one line of time. */

import { RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import type { Ledger } from '@redress/domain/ledger/kinds';
import { type DisputeMember, disputeOf } from '@redress/domain/litigation/dispute';
import { litigation } from '@redress/domain/litigation/kind';
import { isInternal, ownOrgans } from '@redress/domain/litigation/view-audience';
import type { DisputeView } from '@redress/domain/litigation/view-types';
import { asActorSees } from '@redress/domain/reconsideration/as-respondent';
import { caseHeads } from '../../case-store/case-heads.ts';
import { disputeStreams } from '../../case-store/dispute-streams.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import { actorIn, asSeen, namesFor } from '../cases/open-case.ts';
import { actorInSuit, openLawsuit, suitAsSeen } from './open-lawsuit.ts';
import type { LinkedProceeding } from './types.ts';

/** The proceedings linked to one, from both ends, as far as the actor sees them. */
export async function linksOfProceeding(ctx: ActorContext, id: StreamId): Promise<readonly LinkedProceeding[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const reader = readAs(services.db, actor);
  const links = await reader.linksOf(id);
  const others = links.map((l) => (l.fromStreamId === id ? l.toStreamId : l.fromStreamId));
  const heads = await caseHeads(services.db, actor, [...new Set(others)], today);
  const rows = heads.map((head) => ({ ...head, organId: head.asOrgan }));
  const titles = await titlesOf(reader, rows, office, today);
  return links.flatMap((link) => {
    const direction = link.fromStreamId === id ? ('to' as const) : ('from' as const);
    const other = direction === 'to' ? link.toStreamId : link.fromStreamId;
    const head = heads.find((h) => h.streamId === other);
    if (head === undefined) return [];
    const proceeding = head.kind === litigation.kind ? ('litigation' as const) : ('reconsideration' as const);
    const { caseNumber: number, stage } = head;
    const title = titles.get(other) ?? head.title;
    return [{ id: other, proceeding, number, title, stage, kind: link.kind, direction, seq: link.seq }];
  });
}

/** Throws `not-found` as the lawsuit itself does. */
export async function linkedToLawsuit(ctx: ActorContext, id: StreamId): Promise<readonly LinkedProceeding[]> {
  await openLawsuit(ctx, id);
  return linksOfProceeding(ctx, id);
}

/** A proceeding as the actor may know it today; null where they have no part in it. */
function seenProceeding(ctx: ActorContext, ledger: Ledger): DisputeMember | null {
  const { services } = ctx;
  try {
    if (ledger.kind === litigation.kind) {
      const { suit, audience } = suitAsSeen(ctx, ledger);
      const own = ownOrgans(suit.organs, actorInSuit(suit, ctx.actor).acting.organId);
      return { kind: 'litigation', state: suit, sees: (organ) => isInternal(audience) || own.includes(organ) };
    }
    const { state, audience } = asSeen(ctx, ledger);
    // An organ that was only sent an opinion letter has the letter: whose case it came from is not its own to know.
    if (audience === 'addressed') return null;
    const seen = asActorSees(state, actorIn(state, ctx.actor), services.clock.today(), services.law);
    return { kind: 'reconsideration', state: seen };
  } catch (error) {
    if (error instanceof RedressError && error.failure.code === 'not-found') return null;
    throw error;
  }
}

/** The whole dispute on one line of time, from any of its proceedings; each as far as the actor has a part in it. */
export async function disputeView(ctx: ActorContext, id: StreamId): Promise<DisputeView> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const ids = await disputeStreams(services.db, actor, id);
  const parts = await readAs(services.db, actor).partsOf([...new Set([id, ...ids])]);
  const first = parts.get(id);
  if (first === undefined) throw new RedressError({ code: 'not-found' });
  if (seenProceeding(ctx, first.ledger) === null) throw new RedressError({ code: 'not-found' });
  const kept = {
    persons: new Map([...parts.values()].flatMap((p) => [...p.kept.persons])),
    narratives: new Map([...parts.values()].flatMap((p) => [...p.kept.narratives])),
  };
  const members = [...parts.values()].flatMap(({ ledger }) => seenProceeding(ctx, ledger) ?? []);
  return disputeOf(members, today, namesFor(office, kept, today));
}
