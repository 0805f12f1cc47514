/** A court's case number stands for one instance of one lawsuit: looked up while it is typed, and before it is written. */
import { RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import { replay } from '@redress/domain/ledger/replay';
import { litigation } from '@redress/domain/litigation/kind';
import { courtNumberKey } from '@redress/domain/litigation/rows';
import type { z } from 'zod';
import { caseHeads } from '../../case-store/case-heads.ts';
import { readAs } from '../../case-store/read-as.ts';
import { courtNumberBearer } from '../../case-store/suit-rows.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import type { CourtNumberTaken, zByCourtNumber } from './types.ts';

/** Whether a number is taken, and by which lawsuit where the reader sees that one. */
export async function byCourtNumber(
  ctx: ActorContext,
  { number, except }: z.output<typeof zByCourtNumber>,
): Promise<CourtNumberTaken> {
  const { services, actor, office } = ctx;
  const bearer = await courtNumberBearer(services.db, actor, courtNumberKey(number), except ?? null);
  const nothing = { id: null, number: null, title: null, level: null };
  if (bearer === null) return { taken: false, courtNumber: number, ...nothing };
  const { streamId: id, courtNumber, level, visible } = bearer;
  if (!visible) return { taken: true, courtNumber, ...nothing };
  const today = services.clock.today();
  const heads = await caseHeads(services.db, actor, [id], today);
  const rows = heads.map((head) => ({ ...head, organId: head.asOrgan }));
  const titles = await titlesOf(readAs(services.db, actor), rows, office, today);
  return { taken: true, id, courtNumber, level, number: heads[0]?.caseNumber ?? null, title: titles.get(id) ?? null };
}

/** Every court number a step's input names. */
function numbersNamed(input: unknown): readonly string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) =>
    key === 'courtNumber' && typeof value === 'string' ? [value] : numbersNamed(value),
  );
}

/** Refuses a number that another lawsuit bears; its id goes along only where the actor sees it. */
export async function refuseTakenNumbers(ctx: ActorContext, id: StreamId, input: unknown): Promise<void> {
  for (const number of numbersNamed(input)) {
    if (number.trim() === '') continue;
    const { taken, ...first } = await byCourtNumber(ctx, { number, except: id });
    if (!taken) continue;
    // The sentence names the court's number; the page leads to the lawsuit by its id and calls it by its own number.
    const params = {
      number: first.courtNumber,
      ...(first.id === null ? {} : { id: first.id, ownNumber: first.number ?? '', title: first.title ?? '' }),
    };
    throw new RedressError({ code: 'step-refused', reason: { code: 'court-number-taken', article: null, params } });
  }
}

/** The numbers a lawsuit's own instances bear; none where it is not there yet. */
async function numbersOfSuit(ctx: ActorContext, id: StreamId): Promise<readonly { readonly courtNumber: string }[]> {
  const parts = (await readAs(ctx.services.db, ctx.actor).partsOf([id])).get(id);
  return parts === undefined ? [] : replay(litigation, parts.ledger, ctx.services.law).instances;
}

/** PostgreSQL's word for two rows of one key. */
const isTwice = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';

/** Two registrations of one number at the same moment: the second finds the first's, and is refused like any later one. */
export async function orNumberTaken<T>(ctx: ActorContext, id: StreamId, input: unknown, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isTwice(error)) throw error;
    await refuseTakenNumbers(ctx, id, input);
    // What is taken back brings its own numbers with it, which somebody may have registered meanwhile.
    const own = await numbersOfSuit(ctx, id);
    await refuseTakenNumbers(ctx, id, own);
    // No other lawsuit bears it: an instance of this very one does.
    const params = { number: numbersNamed(input)[0] ?? own[0]?.courtNumber ?? '', id };
    throw new RedressError({ code: 'step-refused', reason: { code: 'court-number-taken', article: null, params } });
  }
}
