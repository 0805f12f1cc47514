/** The fold for any ledger at all: it never fails, and the order of recording changes nothing but the numbering. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { clockStatusOn } from '../ledger/clock.ts';
import { projectLedger } from '../ledger/replay.ts';
import {
  CaseBuilder as Builder,
  type CaseBuilder,
  day,
  marketBureau,
  policeBureau,
  shippedLaw,
} from '../testing/builders.ts';
import { asRespondentSees } from './as-respondent.ts';
import { stages, suspensionGrounds, terminationGrounds } from './codes.ts';
import { contradictionCodes } from './contradictions.ts';
import { factsOf, reconsiderationFactNames } from './facts.ts';
import { reconsideration } from './kind.ts';
import { positionOn, stageOn } from './position.ts';

type Write = (b: CaseBuilder, on: CivilDate) => unknown;
const acts: Readonly<Record<string, Write>> = {
  received: (b, on) => b.received(on),
  notified: (b, on) => b.correctionNotified(on, { sent: on, served: on }),
  notifiedUnproven: (b, on) => b.correctionNotified(on),
  corrected: (b, on) => b.corrected(on),
  longer: (b, on) => b.correctionExtended(on, addDays(on, 20)),
  abandoned: (b, on) => b.abandoned(on),
  accepted: (b, on) => b.accepted(on),
  simplified: (b, on) => b.accepted(on, 'simplified', 'all-parties-agree'),
  refused: (b, on) => b.refused(on),
  rejected: (b, on) => b.rejected(on),
  copied: (b, on) => b.copied(on, { sent: on, served: addDays(on, 2) }),
  replied: (b, on) => b.replied(on),
  repliedByStranger: (b, on) => b.replied(on, marketBureau),
  heard: (b, on) => b.heard(on),
  scheduled: (b, on) => b.hearingScheduled(on, addDays(on, 10), { served: on }),
  held: (b, on) => b.hearingHeld(on),
  suspended: (b, on) => b.suspended(on, suspensionGrounds[Number(on.slice(-1)) % suspensionGrounds.length]),
  onNoGround: (b, on) => b.suspended(on, null),
  resumed: (b, on) => b.resumed(on),
  review: (b, on) => b.reviewBegun(on, Number(on.slice(-1)) % 2 === 0),
  reviewed: (b, on) => b.reviewConcluded(on),
  extended: (b, on) => b.extended(on, 10, { sent: on }),
  toOrdinary: (b, on) => b.procedureChanged(on, 'ordinary'),
  toSimplified: (b, on) => b.procedureChanged(on, 'simplified'),
  withdrawal: (b, on) => b.withdrawalRequested(on),
  terminated: (b, on) =>
    b.terminated(on, terminationGrounds[Number(on.slice(-1)) % terminationGrounds.length] ?? 'withdrawn'),
  decided: (b, on) => b.decided(on, ['revoke'], { out: { sent: on, served: addDays(on, 3) }, redoDays: null }),
  ordered: (b, on) => b.with('acceptance-ordered', on, { byOrgan: '上级', reason: '应当受理' }),
};
const someActs = fc.array(
  fc.record({ act: fc.constantFrom(...Object.keys(acts)), after: fc.integer({ min: 0, max: 150 }) }),
  { maxLength: 14 },
);
const starts = fc.constantFrom('2019-03-25', '2023-11-20', '2026-01-05', '2026-09-01', '2026-12-01');
const law = shippedLaw();
const build = (start: string, list: readonly { act: string; after: number }[]): CaseBuilder => {
  const b = new Builder('case-p', law);
  b.received(start);
  for (const { act, after } of list) acts[act]?.(b, addDays(day(start), after));
  return b;
};
const days = (start: string): CivilDate[] => Array.from({ length: 40 }, (_, i) => addDays(day(start), i * 7));

describe('the fold', () => {
  it('is total: any acts in any order give a case, clocks and a position on every day', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        const c = build(start, list).fold();
        expect(c.received).not.toBeNull();
        for (const d of days(start)) expect(stages).toContain(positionOn(c, d).stage);
        for (const x of c.contradictions) expect(contradictionCodes).toContain(x.code);
        for (const f of factsOf(c)) expect(reconsiderationFactNames).toContain(f.name);
        expect(new Set(c.clocks.map((k) => k.id)).size).toBe(c.clocks.length);
        const keys = factsOf(c).map((f) => JSON.stringify([f.name, f.subject]));
        expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of recording where the days differ', () => {
    fc.assert(
      fc.property(
        starts,
        fc.uniqueArray(
          fc.record({ act: fc.constantFrom(...Object.keys(acts)), after: fc.integer({ min: 1, max: 200 }) }),
          {
            selector: (x) => x.after,
            maxLength: 10,
          },
        ),
        fc.infiniteStream(fc.nat()),
        (start, list, random) => {
          const shuffled = list
            .map((x) => ({ x, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ x }) => x);
          const tell = (b: CaseBuilder) => {
            const c = b.fold();
            return {
              closing: c.closing && { on: c.closing.on, how: c.closing.how },
              acceptance: c.acceptance && { on: c.acceptance.on, by: c.acceptance.by },
              spans: c.spans.map(({ from, to, effective }) => ({ from, to, effective })),
              extensions: c.extensions.map(({ decidedOn, effective }) => ({ decidedOn, effective })),
              clocks: c.clocks.map((k) => [k.ruleId, k.subject, k.computation.due, k.end.is]).sort(),
              contradictions: c.contradictions.map((x) => x.code).sort(),
              stages: days(start).map((d) => stageOn(c, d)),
            };
          };
          expect(tell(build(start, shuffled))).toEqual(tell(build(start, list)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a clock is never met and running at once, and no clock outlives its date without saying so', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        const c = build(start, list).fold();
        for (const d of days(start)) {
          for (const k of positionOn(c, d).running) {
            expect(['running', 'overdue', 'stopped', 'unknown']).toContain(clockStatusOn(k, d));
            expect(k.visibleFrom <= d).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the read rows', () => {
  it('of each organ cover every day once, and say what the position of that day says', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        const b = build(start, list);
        const c = b.fold();
        const rows = projectLedger(reconsideration, b.ledger, law);
        expect(rows).not.toBeNull();
        const base = c.entries.at(-1)?.occurredOn ?? day(start);
        for (const organ of new Set(rows?.participants.map((p) => `${p.organId}|${p.capacity}`))) {
          const own = rows?.participants.filter((p) => `${p.organId}|${p.capacity}` === organ) ?? [];
          for (const d of Array.from({ length: 60 }, (_, i) => addDays(base, i * 3))) {
            const true_ = own.filter(
              (p) => (p.fromOn === '-infinity' || p.fromOn <= d) && (p.untilOn === 'infinity' || d < p.untilOn),
            );
            expect(true_).toHaveLength(1);
            const seen = organ.endsWith('|respondent') ? asRespondentSees(c, policeBureau, d, law) : c;
            const position = positionOn(seen, d);
            expect(true_[0]).toMatchObject({ stage: position.stage, waitingFor: position.waiting.who });
          }
        }
        expect(rows?.participants.some((p) => p.capacity === 'respondent' && p.organId !== policeBureau)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
