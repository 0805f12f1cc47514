/** What rows of a register are read, replayed and written against: the organ's directory, its prefix, who records. */
import type { Actor } from '@redress/domain/access/actor';
import { organsBelow } from '@redress/domain/access/scope';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import { existsOn, organOn } from '@redress/domain/office/organ';
import type { ImportMapping } from '@redress/domain/reconsideration/import/mapping';
import { type Directory, directoryOf } from '@redress/domain/reconsideration/import/parse-row';
import type { ReplayContext } from '@redress/domain/reconsideration/import/replay-row';
import { sha256 } from '../../case-store/hash.ts';
import type { Services } from '../../trpc/context.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { knownCategories } from '../office/categories.ts';
import { handlersOf } from '../office/names.ts';
import type { Run } from './runs.ts';

/** The organ whose register it is: a reviewing one, which the actor acts for. */
export function importingOrgan(ctx: ActorContext): { readonly organId: OrganId; readonly numberPrefix: string } {
  const { organId } = ctx.actor.acting;
  const today = ctx.services.clock.today();
  const organ = ctx.office.organs.get(organId);
  const particulars = organ !== undefined && existsOn(organ, today) ? organOn(organ, today) : null;
  if (particulars === null || particulars.institution === null || particulars.numberPrefix === null) {
    throw new RedressError({ code: 'not-permitted' });
  }
  return { organId, numberPrefix: particulars.numberPrefix };
}

/** Organs and categories under every name they have had, and the acting organ's handlers of today. */
export async function directoryFor({ services, office, actor }: ActorContext): Promise<Directory> {
  const { organId } = actor.acting;
  const today = services.clock.today();
  const near = new Set<OrganId>([organId, ...organsBelow(office, organId, today)]);
  const organs = [...office.organs.values()].map((organ) => ({
    id: organ.id,
    names: [...new Set(organ.particulars.flatMap((p) => [p.name, p.shortName]))],
    near: near.has(organ.id),
  }));
  const handlers = handlersOf(office, organId, today).map(({ accountId, name }) => ({
    accountId: accountId as AccountId,
    name,
  }));
  return directoryOf(organs, handlers, today, await knownCategories(services));
}

/** Everything a background run needs, resolved when somebody starts it. */
export interface Importing {
  readonly services: Services;
  readonly actor: Actor;
  readonly run: Run;
  readonly mapping: ImportMapping;
  contextOf(n: number): ReplayContext;
}

export async function importing(ctx: ActorContext, run: Run, mapping: ImportMapping): Promise<Importing> {
  const { services, actor } = ctx;
  const { organId, numberPrefix } = importingOrgan(ctx);
  const today = services.clock.today();
  const directory = await directoryFor(ctx);
  const { lawBook, calendar } = services.law;
  const shared = { lawBook, calendar, organId, numberPrefix, today, actor, directory, mapping };
  return {
    services,
    actor,
    run,
    mapping,
    contextOf: (n) => ({ ...shared, source: `《${run.fileName}》第 ${n} 行` }),
  };
}

/** What makes a row one case of the organ, whoever imports it and however often. */
export const rowKey = (organId: OrganId, keyText: string): string => sha256(`${organId}|${keyText}`).slice(0, 40);
export const streamOfKey = (key: string): StreamId => `import-${key}` as StreamId;
