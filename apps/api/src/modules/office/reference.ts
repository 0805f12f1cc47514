/** The reference lists: what an office adds, renames and retires, dated. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import {
  type ReferenceListName,
  type ReferenceRow,
  referenceListKind,
  referenceLists,
  referenceRows,
  referenceStream,
  shippedList,
} from '@redress/domain/office/reference-list';
import { zCivilDate, zCommandId } from '@redress/domain/schema';
import { z } from 'zod';
import type { ActorContext } from '../../trpc/procedures.ts';
import { actOnOffice } from './act.ts';

export const zReferenceQuery = z.object({ list: z.enum(referenceLists), on: zCivilDate.optional() });
export const zActOnList = z.object({
  commandId: zCommandId,
  list: z.enum(referenceLists),
  expectedVersion: z.int().min(1).nullable(),
  type: z.enum(['add-item', 'rename-item', 'retire-item', 'restore-item']),
  input: z.unknown(),
});

export interface KeptList {
  /** 0: as shipped, nothing was said about it yet. */
  readonly version: number;
  readonly rows: readonly ReferenceRow[];
}

/** A list under the names of a day, with every item there ever was, and the version an act on it names. */
export async function keptList(ctx: ActorContext, list: ReferenceListName, on: CivilDate): Promise<KeptList> {
  const known = (await ctx.services.directory.lists()).get(referenceStream(list)) ?? shippedList(list);
  return { version: known.version, rows: referenceRows(known, on) };
}

export async function actOnList(ctx: ActorContext, act: z.output<typeof zActOnList>): Promise<KeptList> {
  const { commandId, list, expectedVersion, type, input } = act;
  await actOnOffice(ctx, {
    commandId,
    steps: () => [{ id: referenceStream(list), kind: referenceListKind.kind, expectedVersion, step: { type, input } }],
  });
  return keptList(ctx, list, ctx.services.clock.today());
}
