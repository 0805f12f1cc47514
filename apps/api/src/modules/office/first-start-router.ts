import type { FieldProblem } from '@redress/domain/errors';
import { RedressError } from '@redress/domain/errors';
import { type PlannedOrgan, planInit, planOrgans } from '@redress/domain/office/init-plan';
import { z } from 'zod';
import type { Context } from '../../trpc/context.ts';
import { openProcedure, router } from '../../trpc/procedures.ts';
import type { FirstStartState } from './first-start.ts';
import type { InitDone } from './init-office.ts';
import { organsTemplate, readOrgansCsv } from './organs-csv.ts';

const text = z.string().max(200);
const zOrgan = z.object({
  code: text,
  name: text,
  shortName: text,
  level: text,
  parentCode: text,
  institution: text,
  numberPrefix: text,
});
const zCsv = z.string().max(2_000_000);
const zCode = z.string().max(40);
const zAdministrator = z.object({ username: text, name: text, password: z.string().max(200).nullable() });
const zBegin = z.object({
  code: zCode,
  organ: zOrgan,
  csv: zCsv,
  administrators: z.object({ system: zAdministrator, security: zAdministrator, auditor: zAdministrator }),
});

/** Answers instead of failing: the page that asks has nobody signed in and no frame to show a failure. */
export type Refused = { readonly is: 'refused'; readonly reason: string };
export type OrgansChecked =
  | Refused
  | { readonly is: 'checked'; readonly organs: readonly PlannedOrgan[]; readonly problems: readonly FieldProblem[] };
export type Begun =
  | Refused
  | { readonly is: 'wrong'; readonly problems: readonly FieldProblem[] }
  | ({ readonly is: 'begun' } & InitDone);

/** A refusal as an answer; every other error goes up. */
function refusal(error: unknown): Refused {
  if (error instanceof RedressError && error.failure.reason !== undefined) {
    return { is: 'refused', reason: error.failure.reason.code };
  }
  throw error;
}

const begunAlready: Refused = { is: 'refused', reason: 'office-begun' };
const stateOf = async (ctx: Context): Promise<FirstStartState> =>
  (await ctx.services.firstStart?.state()) ?? { is: 'begun' };

export const firstStartRouter = router({
  /** What the first page offers. */
  state: openProcedure().query(({ ctx }): Promise<FirstStartState> => stateOf(ctx)),
  /** The example of the table, to fill in. */
  template: openProcedure().query((): string => organsTemplate),
  /** The organs as they would be, with everything that is wrong. Writes nothing. */
  check: openProcedure()
    .input(z.object({ code: zCode, organ: zOrgan, csv: zCsv }))
    .mutation(async ({ ctx, input }): Promise<OrgansChecked> => {
      const { firstStart } = ctx.services;
      if (firstStart === undefined || (await firstStart.state()).is === 'begun') return begunAlready;
      try {
        firstStart.checkCode(input.code);
      } catch (error) {
        return refusal(error);
      }
      const { rows, problems } = readOrgansCsv(input.csv);
      const planned = planOrgans(input.organ, rows);
      return { is: 'checked', organs: planned.organs, problems: [...problems, ...planned.problems] };
    }),
  /** Begins the office, whole or not at all. */
  begin: openProcedure()
    .input(zBegin)
    .mutation(async ({ ctx, input }): Promise<Begun> => {
      const { firstStart } = ctx.services;
      if (firstStart === undefined) return begunAlready;
      try {
        firstStart.checkCode(input.code);
        const { rows, problems } = readOrgansCsv(input.csv);
        const planned = planInit({ organ: input.organ, organs: rows, administrators: input.administrators });
        const wrong = [...problems, ...(planned.ok ? [] : planned.problems)];
        if (!planned.ok || wrong.length > 0) return { is: 'wrong', problems: wrong };
        return { is: 'begun', ...(await firstStart.begin(input.code, planned.plan)) };
      } catch (error) {
        return refusal(error);
      }
    }),
  /** Begins to make the demonstration. */
  demo: openProcedure()
    .input(z.object({ code: zCode }))
    .mutation(async ({ ctx, input }): Promise<FirstStartState | Refused> => {
      const { firstStart } = ctx.services;
      if (firstStart === undefined) return begunAlready;
      try {
        await firstStart.makeDemo(input.code);
        return await firstStart.state();
      } catch (error) {
        return refusal(error);
      }
    }),
});
