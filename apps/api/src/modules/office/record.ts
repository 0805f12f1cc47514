/** The record of what was done to the office: every entry of its ledgers, the latest first. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { zAccountId, zCivilDate, zStreamId } from '@redress/domain/schema';
import { z } from 'zod';
import { type OfficeEntry, officeRecord, type RecordCursor } from '../../case-store/office-ledgers.ts';
import { instantAt } from '../../clock.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { officeKinds, officeStreams } from './directory.ts';
import { accountName, organName, postTitle } from './names.ts';

const kindNames = officeKinds.map((kind) => kind.kind) as [string, ...string[]];
export const zRecordQuery = z.object({
  kind: z.enum(kindNames).optional(),
  by: zAccountId.optional(),
  about: zStreamId.optional(),
  /** Days of recording, both included. */
  from: zCivilDate.optional(),
  to: zCivilDate.optional(),
  cursor: z.string().max(300).nullish(),
  limit: z.int().min(1).max(100).default(50),
});

export interface RecordRow extends OfficeEntry {
  /** Who did it, and from which post. */
  readonly byName: string;
  readonly byTitle: string;
  /** What it was done to, by its name today. */
  readonly about: string;
  /** Names of the organs and accounts its payload refers to. */
  readonly names: Readonly<Record<string, string>>;
}

const writeCursor = (cursor: RecordCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');
const zCursor = z.object({ at: z.number(), streamId: z.string(), seq: z.int() });
function readCursor(text: string | null | undefined): RecordCursor | null {
  if (text == null) return null;
  try {
    const parsed = zCursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const dayAfter = 24;

export async function readRecord(
  ctx: ActorContext,
  input: z.output<typeof zRecordQuery>,
): Promise<{ rows: readonly RecordRow[]; nextCursor: string | null }> {
  const { office, services } = ctx;
  const today = services.clock.today();
  const { kind, by, about, from, to, limit } = input;
  const filter = {
    ...(kind === undefined ? {} : { kind }),
    ...(by === undefined ? {} : { by }),
    ...(about === undefined ? {} : { streamId: about }),
    ...(from === undefined ? {} : { from: instantAt(from, 0) }),
    ...(to === undefined ? {} : { to: instantAt(to, dayAfter) }),
  };
  const read = await officeRecord(services.db, officeStreams, filter, readCursor(input.cursor), limit + 1);
  const rows = read.slice(0, limit).map((entry): RecordRow => {
    const names: Record<string, string> = {};
    nameAll(ctx, entry.payload, today, names);
    return {
      ...entry,
      byName: accountName(office, entry.recordedBy.account),
      byTitle: postTitle(office, entry.recordedBy.post),
      about: aboutOf(ctx, entry, today),
      names,
    };
  });
  const last = rows.at(-1);
  const more = read.length > limit && last !== undefined;
  return {
    rows,
    nextCursor: more ? writeCursor({ at: last.recordedAt, streamId: last.streamId, seq: last.seq }) : null,
  };
}

/** The name of what an entry is about. */
function aboutOf({ office }: ActorContext, entry: OfficeEntry, day: CivilDate): string {
  const id = entry.streamId as string;
  if (entry.kind === 'organ') return organName(office, id as Parameters<typeof organName>[1], day);
  if (entry.kind === 'account') return accountName(office, id as Parameters<typeof accountName>[1]);
  if (entry.kind !== 'post-holder') return id;
  const taken = office.posts.get(id as Parameters<typeof postTitle>[1])?.taken;
  return taken == null ? id : `${accountName(office, taken.accountId)} · ${taken.title}`;
}

/** Every organ and account a payload names, by its name. */
function nameAll(ctx: ActorContext, value: unknown, day: CivilDate, into: Record<string, string>): void {
  if (typeof value === 'string') {
    if (ctx.office.organs.has(value as never)) into[value] = organName(ctx.office, value as never, day);
    else if (ctx.office.accounts.has(value as never)) into[value] = accountName(ctx.office, value as never);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) nameAll(ctx, inner, day, into);
  }
}
