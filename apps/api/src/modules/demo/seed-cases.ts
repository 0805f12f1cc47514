/** The demonstration's cases: in every state, of both laws, of three offices. Everything in them is invented. */
import { type CaseScript, replayScripts } from './case-script.ts';
import { elsewhereCases } from './elsewhere-cases.ts';
import { fixedCases, recentCases } from './recent-cases.ts';
import type { SeedOptions } from './seed-office.ts';
import { daysAround } from './story.ts';
import { decidedAnew, suitCases } from './suit-cases.ts';
import { yearCases } from './year-cases.ts';

/** Makes the cases; answers how many. */
export async function seedCases(o: SeedOptions): Promise<number> {
  const days = daysAround(o);
  const stories = [
    ...recentCases(days),
    ...fixedCases(days),
    ...yearCases(days),
    ...elsewhereCases(days),
    ...decidedAnew(days),
  ];
  const suits = suitCases(days);
  return replayScripts(
    o,
    [...stories, ...suits].map((story): CaseScript => story.script),
  );
}
