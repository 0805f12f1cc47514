/** 出庭率: the three rates with the lists behind them. One predicate makes the figure and the list. */
import type { OrganId } from '@redress/domain/ids';
import { type RateOf, type RateUnit, ratesOf, rateUnits, subjectsOf } from '@redress/domain/litigation/rates';
import type { z } from 'zod';
import { instanceHeads, rateFacts } from '../../case-store/appearance-lists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { organName } from '../office/names.ts';
import { suitTitles } from './calendar.ts';
import { checkPeriod, longest } from './periods.ts';
import type { RateList, RatesView, zRateList, zRates } from './types.ts';

/** The days asked for; nothing of the future is counted. */
function asked(ctx: ActorContext, { from, to }: z.output<typeof zRates> | z.output<typeof zRateList>) {
  checkPeriod({ from, to }, longest.rates);
  const today = ctx.services.clock.today();
  return { from, to: to < today ? to : today };
}

export async function rates(ctx: ActorContext, input: z.output<typeof zRates>): Promise<RatesView> {
  const { services, actor, office } = ctx;
  const period = asked(ctx, input);
  const facts = await rateFacts(services.db, actor, period);
  const groups = [...subjectsOf(facts, period, input.by)].map(([key, { of, name, organId }]) => {
    const organ = organName(office, organId, period.to);
    return {
      key,
      name: input.by === 'organ' ? organ : (name ?? key),
      organName: organ,
      rates: ratesOf(facts, period, of),
    };
  });
  return {
    from: input.from,
    to: input.to,
    by: input.by,
    all: ratesOf(facts, period, { is: 'all' }),
    groups: groups
      .filter((group) => group.rates.some((rate) => rate.denominator > 0))
      .sort((a, b) => (a.organName + a.name < b.organName + b.name ? -1 : 1)),
  };
}

const wanted = {
  numerator: (unit: RateUnit) => unit.met,
  denominator: () => true,
  missing: (unit: RateUnit) => !unit.met,
} as const;

const keyOf = (unit: RateUnit) =>
  `${unit.on}|${unit.streamId}|${unit.instanceId}|${unit.organId ?? ''}|${unit.sessionId ?? ''}`;

/** The cases behind a figure, a page at a time. */
export async function rateList(ctx: ActorContext, input: z.output<typeof zRateList>): Promise<RateList> {
  const { services, actor, office } = ctx;
  const period = asked(ctx, input);
  const facts = await rateFacts(services.db, actor, period);
  const of: RateOf =
    input.leader !== null
      ? { is: 'leader', key: input.leader }
      : input.organ !== null
        ? { is: 'organ', organId: input.organ }
        : { is: 'all' };
  const units = rateUnits(input.kind, facts, period, of).filter(wanted[input.part]);
  const after = input.cursor === null ? -1 : units.findIndex((unit) => keyOf(unit) === input.cursor);
  const page = units.slice(after + 1, after + 1 + input.limit);
  const heads = await instanceHeads(services.db, actor, page);
  const titles = await suitTitles(ctx, [...heads.values()]);
  const last = page.at(-1);
  const day = services.clock.today();
  const named = (organ: OrganId | null) => (organ === null ? null : organName(office, organ, day));
  return {
    kind: input.kind,
    total: units.length,
    nextCursor: last !== undefined && after + 1 + page.length < units.length ? keyOf(last) : null,
    rows: page.map((unit) => {
      const head = heads.get(`${unit.streamId}|${unit.instanceId}`);
      const { instanceId, sessionId, on, met, leaderName, result } = unit;
      return {
        ...{ instanceId, sessionId, on, met, leaderName, result },
        caseId: unit.streamId,
        caseNumber: head?.caseNumber ?? null,
        title: titles.get(unit.streamId) ?? head?.act ?? '',
        courtNumber: head?.courtNumber ?? null,
        organName: named(unit.organId),
      };
    }),
  };
}
