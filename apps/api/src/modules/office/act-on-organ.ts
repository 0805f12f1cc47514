/** Establishing, changing and abolishing an organ, with what would become of its cases. */
import { type Office, predecessorsOf } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId } from '@redress/domain/ids';
import { organEntries, organKind, organOn, zOrganParticulars } from '@redress/domain/office/organ';
import { isHeldOn } from '@redress/domain/office/post-holder';
import { againstAbolishing, againstOrgan } from '@redress/domain/office/rules';
import { zCivilDate, zCommandId, zOrganId } from '@redress/domain/schema';
import { z } from 'zod';
import { runningCasesOf } from '../../case-store/open-work.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { actOnOffice } from './act.ts';

const dated = { occurredOn: zCivilDate };
const base = { commandId: zCommandId, id: zOrganId, expectedVersion: z.int().min(1).nullable() };
export const zActOnOrgan = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('establish-organ'), input: zOrganParticulars.extend(dated) }),
  z.object({ ...base, type: z.literal('change-organ'), input: zOrganParticulars.extend(dated) }),
  z.object({ ...base, type: z.literal('abolish-organ'), input: organEntries['organ-abolished'].extend(dated) }),
]);

/** What hangs on an organ and on those whose place it took. */
function runningOf(ctx: ActorContext, office: Office, id: OrganId) {
  const today = ctx.services.clock.today();
  return runningCasesOf(ctx.services.db, [id, ...predecessorsOf(office, id, today)], today);
}

export async function actOnOrgan(ctx: ActorContext, act: z.output<typeof zActOnOrgan>): Promise<{ id: OrganId }> {
  const { commandId, id, expectedVersion, type, input } = act;
  await actOnOffice(ctx, {
    commandId,
    steps: () => [{ id, kind: organKind.kind, expectedVersion, step: { type, input } }],
    against: async (office) => {
      if (act.type !== 'abolish-organ') return againstOrgan(office, id, act.input, act.input.occurredOn);
      const { successorId, occurredOn } = act.input;
      const running = await runningOf(ctx, office, id);
      return againstAbolishing(office, id, successorId, occurredOn, running);
    },
  });
  return { id };
}

export interface OrganImpact {
  readonly asReviewing: number;
  readonly asRespondent: number;
  readonly asAddressed: number;
  readonly arrivals: number;
  /** Posts in it that end with it. */
  readonly posts: number;
  /** Organs directly below it. */
  readonly below: number;
}

const isDirectlyBelow = (office: Office, id: OrganId, day: CivilDate) =>
  [...office.organs.values()].filter((o) => o.abolished === null && organOn(o, day)?.parentId === id).length;

/** What hangs on an organ, as numbers: shown before it is abolished. */
export async function organImpact(ctx: ActorContext, id: OrganId): Promise<OrganImpact> {
  const { office, services } = ctx;
  const today = services.clock.today();
  const running = await runningOf(ctx, office, id);
  const posts = [...office.posts.values()].filter((p) => p.taken?.organId === id && isHeldOn(p, today)).length;
  return { ...running, posts, below: isDirectlyBelow(office, id, today) };
}
