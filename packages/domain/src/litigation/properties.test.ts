/** The fold for any ledger at all: it never fails, and the order of recording changes nothing but the numbering. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { OrganId, PartyId } from '../ids.ts';
import { clockStatusOn } from '../ledger/clock.ts';
import { projectLedger } from '../ledger/replay.ts';
import {
  countyGovernment as county,
  day,
  marketBureau as market,
  policeBureau as police,
  shippedLaw,
} from '../testing/builders.ts';
import {
  aLeader,
  LawsuitBuilder as Builder,
  firstInstance,
  type LawsuitBuilder,
  plaintiffLi as li,
} from '../testing/lawsuit-builder.ts';
import { instanceLevels, leaderRanks, outcomesOf, stages, suspensionGrounds } from './codes.ts';
import { contradictionCodes } from './contradictions.ts';
import { factsOf, litigationFactNames } from './facts.ts';
import { litigation } from './kind.ts';
import { isRight } from './limits.ts';
import { positionOn, stageOn } from './position.ts';
import { resultOf } from './results.ts';
import { appearanceRows, dutyRows, instanceRows, sessionRows } from './rows.ts';

type Write = (b: LawsuitBuilder, on: CivilDate) => unknown;
const pick = <T>(list: readonly T[], on: CivilDate): T => {
  const at = Number(on.slice(-2)) % list.length;
  const found = list[at];
  if (found === undefined) throw new Error('an empty list');
  return found;
};
/** Every act names what another may have made or not: instances and sessions that are there, and some that are not. */
const instancesNamed = [firstInstance, 'i2', 'i3', 'nobody-knows'] as const;
const sessionsNamed = ['session-1', 's2', 'nobody-knows'] as const;
const organsNamed: readonly OrganId[] = [police, county, market];
const acts: Readonly<Record<string, Write>> = {
  registered: (b, on) => b.registered(on),
  papers: (b, on) => b.papers(on, { organ: pick(organsNamed, on), instance: pick(instancesNamed, on) }),
  summonsOnly: (b, on) => b.papers(on, { papers: ['summons'] }),
  appealCopy: (b, on) => b.papers(on, { papers: ['appeal-copy'], instance: 'i2' }),
  retrialCopy: (b, on) => b.papers(on, { papers: ['retrial-copy'], instance: 'i3' }),
  acknowledged: (b, on) => b.acknowledged(on),
  answered: (b, on) => b.answered(on, { organ: pick(organsNamed, on), instance: pick(instancesNamed, on) }),
  bare: (b, on) => b.answered(on, { evidence: 0 }),
  evidence: (b, on) => b.evidence(on),
  asked: (b, on) => b.extensionAsked(on),
  allowed: (b, on) => b.extensionAnswered(on, true, addDays(on, 20)),
  allowedNoDay: (b, on) => b.extensionAnswered(on, true),
  refused: (b, on) => b.extensionAnswered(on, false),
  objected: (b, on) => b.objected(on),
  agent: (b, on) => b.agent(`agent-${on}`, on),
  simplified: (b, on) => b.procedureChanged(on, 'simplified'),
  ordinary: (b, on) => b.procedureChanged(on, 'ordinary'),
  suspended: (b, on) => b.suspended(on, pick(suspensionGrounds, on)),
  resumed: (b, on) => b.resumed(on),
  set: (b, on) =>
    b.sessionSet(addDays(on, 9), {
      known: on,
      session: pick(sessionsNamed.slice(0, 2), on),
      instance: pick(instancesNamed, on),
      told: [{ organ: police, served: on, leader: 'shall' }],
    }),
  moved: (b, on) => b.sessionMoved(on, addDays(on, 6), pick(sessionsNamed, on)),
  cancelled: (b, on) => b.sessionCancelled(on, pick(sessionsNamed, on)),
  held: (b, on) => b.held(on, pick(sessionsNamed, on)),
  planned: (b, on) => b.planned(on, aLeader({ rank: pick(leaderRanks, on) }), { session: pick(sessionsNamed, on) }),
  confirmed: (b, on) => b.confirmed(on),
  replacedBy: (b, on) => b.replacedBy(on, aLeader({ name: '另一人' })),
  proof: (b, on) => b.proof(on),
  rejected: (b, on) => b.proofChecked(on, 'rejected'),
  appeared: (b, on) => b.appeared(on, aLeader({ rank: pick(leaderRanks, on) }), { session: pick(sessionsNamed, on) }),
  nobodyCame: (b, on) => b.appeared(on, null, { lawyers: 1, staff: false }),
  explained: (b, on) => b.absenceExplained(on),
  opened: (b, on) =>
    b.opened(pick(['i2', 'i3'], on), on, {
      level: pick(instanceLevels, on),
      of: pick([firstInstance, 'i2', 'i3', null], on),
      remandedBy: pick([null, 'i2', 'nobody-knows'], on),
    }),
  judged: (b, on) => {
    const level = pick(instanceLevels, on);
    return b.judged(on, [pick(outcomesOf[level], on)], {
      instance: pick(instancesNamed, on),
      redo: pick([null, { days: 30 }, { days: null }], on),
      reconsideration: pick([null, 'annulled-redo'], on),
    });
  },
  ordered: (b, on) =>
    b.judged(on, ['order-duty'], {
      obligations: [{ obligationId: 'o1', organId: police, what: '履行职责', performBy: addDays(on, 60) }],
    }),
  servedOrgan: (b, on) => b.served(on, police, pick(instancesNamed, on)),
  servedParty: (b, on) => b.served(on, li, pick(instancesNamed, on)),
  judgedFirst: (b, on) => b.judged(on, [pick(['reject-claims', 'revoke', 'dismiss-suit', 'withdrawn'], on)]),
  servedPolice: (b, on) => b.served(on, police),
  servedCounty: (b, on) => b.served(on, county),
  servedLi: (b, on) => b.served(on, li),
  servedStranger: (b, on) => b.served(on, 'party-x' as PartyId),
  appealed: (b, on) => b.appealed(on, pick([{ parties: [li] }, { organs: [police] }], on), pick(instancesNamed, on)),
  appealWithdrawn: (b, on) => b.appealWithdrawn(on),
  performed: (b, on) => b.performed(on, 'o1'),
  advised: (b, on) =>
    b.with('judicial-advice-received', on, {
      adviceId: 'advice',
      instanceId: null,
      organId: police,
      subject: pick(['normative-document', 'other'], on),
      number: null,
      summary: '改进',
      dueOn: pick([null, addDays(on, 30)], on),
      fileIds: [],
    }),
  voided: (b, on) => (Number(on.slice(-2)) === 13 ? b.voided(on) : b),
};
const someActs = fc.array(
  fc.record({ act: fc.constantFrom(...Object.keys(acts)), after: fc.integer({ min: 0, max: 300 }) }),
  { maxLength: 18 },
);
/** The first instance judged and served on everybody, long after the rest: what many ledgers come to. */
const toTheEnd = [
  { act: 'judgedFirst', after: 330 },
  { act: 'servedPolice', after: 335 },
  { act: 'servedCounty', after: 336 },
  { act: 'servedLi', after: 337 },
] as const;
const starts = fc.constantFrom('2019-03-25', '2025-11-20', '2026-01-05', '2026-09-01', '2026-12-01');
const law = shippedLaw();
const build = (start: string, list: readonly { act: string; after: number }[]): LawsuitBuilder => {
  const b = new Builder('suit-p', law);
  b.registered(start, { organs: [police, county], before: 'upheld' }).papers(start);
  for (const { act, after } of list) acts[act]?.(b, addDays(day(start), after));
  return b;
};
const days = (start: string): CivilDate[] => Array.from({ length: 40 }, (_, i) => addDays(day(start), i * 12));

describe('the fold', () => {
  it('is total: any acts in any order give a suit, clocks, rows and a position on every day', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        const suit = build(start, list).fold();
        expect(suit.registered).not.toBeNull();
        for (const d of days(start)) expect(stages).toContain(positionOn(suit, d).stage);
        for (const x of suit.contradictions) expect(contradictionCodes).toContain(x.code);
        for (const f of factsOf(suit)) expect(litigationFactNames).toContain(f.name);
        expect(new Set(suit.clocks.map((k) => k.id)).size).toBe(suit.clocks.length);
        const keys = factsOf(suit).map((f) => JSON.stringify([f.name, f.subject]));
        expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([]);
        for (const [rows, key] of [
          [instanceRows(suit), ['instanceId']],
          [sessionRows(suit), ['sessionId']],
          [appearanceRows(suit), ['sessionId', 'organId']],
          [dutyRows(suit), ['instanceId', 'organId']],
        ] as const) {
          const ids = rows.map((r) => key.map((k) => (r as unknown as Record<string, unknown>)[k]).join('|'));
          expect(new Set(ids).size).toBe(ids.length);
        }
        const numbers = instanceRows(suit).flatMap((r) => r.numberKey ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of recording where the days differ', () => {
    fc.assert(
      fc.property(
        starts,
        fc.uniqueArray(
          fc.record({ act: fc.constantFrom(...Object.keys(acts)), after: fc.integer({ min: 1, max: 300 }) }),
          { selector: (x) => x.after, maxLength: 14 },
        ),
        fc.infiniteStream(fc.nat()),
        (start, list, random) => {
          const shuffled = list
            .map((x) => ({ x, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ x }) => x);
          const tell = (b: LawsuitBuilder) => {
            const suit = b.fold();
            return {
              closing: suit.closing,
              instances: suit.instances.map((i) => ({
                id: i.instanceId,
                level: i.level,
                endedOn: i.ended?.occurredOn ?? null,
                effective: i.effective,
                appeals: i.appeals.map((a) => ({ late: a.late, withdrawnOn: a.withdrawnOn })),
                spans: i.spans.map(({ from, to, ground }) => ({ from, to, ground })),
                sessions: i.sessions.map((s) => ({
                  id: s.sessionId,
                  on: s.on,
                  held: s.held?.occurredOn ?? null,
                  appearances: s.appearances.map((a) => ({ organ: a.organId, counts: a.counts, sat: a.satInstead })),
                })),
                duties: i.duties.map(({ organId, arisesOn, dischargedOn, result }) => ({
                  organId,
                  arisesOn,
                  dischargedOn,
                  result,
                })),
              })),
              obligations: suit.obligations.map((o) => [o.obligationId, o.inForceFrom, o.fellOn, o.performedOn]),
              clocks: suit.clocks.map((k) => [k.ruleId, k.subject, k.computation.due, k.end.is]).sort(),
              contradictions: suit.contradictions.map((x) => x.code).sort(),
              result: resultOf(suit),
              stages: days(start).map((d) => stageOn(suit, d)),
            };
          };
          expect(tell(build(start, shuffled))).toEqual(tell(build(start, list)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('no clock runs once it is met, and no right is overdue', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        const suit = build(start, list).fold();
        for (const d of days(start)) {
          for (const k of positionOn(suit, d).running) {
            expect(['running', 'overdue', 'stopped', 'unknown']).toContain(clockStatusOn(k, d));
            expect(k.visibleFrom <= d).toBe(true);
            if (isRight(k)) expect(clockStatusOn(k, d)).not.toBe('overdue');
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a judgment with an appeal takes effect only when everybody has it and every limit for an appeal is over', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        for (const i of build(start, list).fold().instances) {
          if (i.effective === null) continue;
          expect(i.ended).not.toBeNull();
          for (const s of [police, county, li]) {
            const at = i.served.find((x) => JSON.stringify(x.payload.to).includes(s));
            const isOrgan = s !== li;
            const named = isOrgan && i.ended?.payload.outcomes.includes('not-docketed') === true;
            if (!named) expect(at && at.occurredOn <= i.effective.on).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('closing', () => {
  it('is a day on which the suit is closed, and it stays closed while nothing new happens', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        const suit = build(start, [...list, ...toTheEnd]).fold();
        if (suit.closing === null || suit.voided !== null) return;
        const last = suit.entries.at(-1)?.occurredOn ?? suit.closing.on;
        for (const d of [suit.closing.on, addDays(suit.closing.on, 1), addDays(suit.closing.on, 400)]) {
          if (d >= last) expect(stageOn(suit, d)).toBe('closed');
        }
        if (suit.closing.on > last) expect(stageOn(suit, addDays(suit.closing.on, -1))).not.toBe('closed');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the read rows', () => {
  it('of each organ cover every day once, and say what the position of that day says', () => {
    fc.assert(
      fc.property(starts, someActs, (start, list) => {
        const b = build(start, list);
        const suit = b.fold();
        const rows = projectLedger(litigation, b.ledger, law);
        expect(rows).not.toBeNull();
        const base = suit.entries.at(-1)?.occurredOn ?? day(start);
        const parts = new Set(rows?.participants.map((p) => `${p.organId}|${p.capacity}`));
        expect([...parts].sort()).toEqual(
          [`${county}|respondent`, `${county}|reviewing`, `${police}|respondent`].sort(),
        );
        for (const part of parts) {
          const own = rows?.participants.filter((p) => `${p.organId}|${p.capacity}` === part) ?? [];
          for (const d of Array.from({ length: 80 }, (_, i) => addDays(base, i * 5))) {
            const isTrue = own.filter(
              (p) => (p.fromOn === '-infinity' || p.fromOn <= d) && (p.untilOn === 'infinity' || d < p.untilOn),
            );
            expect(isTrue).toHaveLength(1);
            const position = positionOn(suit, d);
            expect(isTrue[0]).toMatchObject({
              stage: position.stage,
              waitingFor: position.waiting.who,
              closed: position.stage === 'closed' || position.stage === 'voided',
            });
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
