/**
 * The three rates, counted a second time: from the raw entries in the database, by rules written down here once more. Of
 * the domain it imports what an entry may hold, and nothing else.
 */
import { litigationEntries } from '@redress/domain/litigation/entries';
import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../case-store/verify.ts';
import { instantAt, settableClock } from '../../clock.ts';
import {
  type Api,
  type Browser,
  demoPeople,
  governmentId,
  newCaseId,
  newCommandId,
  testApi,
} from '../../testing/api.ts';
import { aSummonsForPolice } from '../../testing/suit-on-api.ts';

// ── The second implementation ────────────────────────────────────────────────────────────────────────────────────────

interface Raw {
  readonly stream_id: string;
  readonly seq: number;
  readonly type: string;
  readonly occurred_on: string;
  readonly occurred_time: string | null;
  readonly payload: unknown;
}
type Schemas = typeof litigationEntries;
type PayloadOf<T extends keyof Schemas> = ReturnType<Schemas[T]['parse']>;
interface Fact {
  readonly type: string;
  readonly seq: number;
  readonly day: string;
  readonly time: string | null;
  readonly payload: unknown;
}

/** The entries of one suit as they count: corrected, and in the order of their days. */
function facts(raw: readonly Raw[]): Fact[] {
  const corrections = new Map<number, Raw>();
  for (const r of raw) {
    if (r.type === 'replaced' || r.type === 'annulled') corrections.set((r.payload as { seq: number }).seq, r);
  }
  const out: Fact[] = [];
  for (const r of raw) {
    const schema = litigationEntries[r.type as keyof Schemas];
    if (r.type === 'replaced' || r.type === 'annulled') continue;
    const by = corrections.get(r.seq);
    if (by?.type === 'annulled') continue;
    const whole = by?.payload as { payload: unknown; occurredOn: string; occurredTime: string | null } | undefined;
    out.push({
      type: r.type,
      seq: r.seq,
      day: whole?.occurredOn ?? r.occurred_on,
      time: whole === undefined ? r.occurred_time : whole.occurredTime,
      payload: schema.parse(whole?.payload ?? r.payload),
    });
  }
  const key = (f: Fact) => `${f.day} ${f.time ?? ''}`;
  return out.sort((a, b) => (key(a) === key(b) ? a.seq - b.seq : key(a) < key(b) ? -1 : 1));
}

type Came = NonNullable<PayloadOf<'appearance-recorded'>['leader']>;
interface Bench {
  readonly organ: string;
  /** An eligible leader with a proof in order sat there. */
  readonly sat: boolean;
  /** Who came, or was to come. */
  readonly leader: { readonly id: string; readonly name: string } | null;
}
interface Held {
  readonly suit: string;
  readonly instance: string;
  readonly session: string;
  readonly day: string;
  readonly isPublic: boolean;
  readonly benches: readonly Bench[];
}
interface Duty {
  readonly suit: string;
  readonly instance: string;
  readonly organ: string;
  readonly arose: string;
  readonly met: string | null;
  readonly covered: string | null;
  readonly leader: Bench['leader'];
}

const idOf = (organ: string, leader: Came) => leader.accountId ?? `${organ}|${leader.name}`;

/** Reads one suit's sessions and duties out of its entries. */
function readSuit(suit: string, all: readonly Fact[]): { held: Held[]; duties: Duty[] } {
  const of = <T extends keyof Schemas>(type: T) =>
    all.flatMap((f, at) => (f.type === type ? [{ at, day: f.day, p: f.payload as PayloadOf<T> }] : []));
  if (of('voided').length > 0) return { held: [], duties: [] };
  const organs = of('lawsuit-registered')[0]?.p.organs.map((o) => o.organId as string) ?? [];
  const cancelled = new Set(of('session-cancelled').map((c) => c.p.sessionId));
  const held: Held[] = [];
  const duties: Duty[] = [];

  for (const { p: instance } of of('instance-opened')) {
    const sessions = of('session-set').filter((s) => s.p.instanceId === instance.instanceId);
    const inInstance = new Set(sessions.map((s) => s.p.sessionId));
    const trials = sessions
      .filter((s) => s.p.kind === 'trial' && !cancelled.has(s.p.sessionId))
      .flatMap((s) => {
        const took = of('session-held').find((h) => h.p.sessionId === s.p.sessionId);
        const move = of('session-moved').findLast((m) => m.p.sessionId === s.p.sessionId);
        const told = move?.p.notices ?? s.p.notices;
        const time = move?.p.time ?? s.p.time;
        return took === undefined ? [] : [{ id: s.p.sessionId, day: took.day, time, isPublic: s.p.isPublic, told }];
      })
      .sort((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1));

    /** Does this person count as the organ's leader on this day, with the proof there is? */
    const counts = (organ: string, session: string, day: string, l: Came): boolean => {
      if (l.rank === 'entrusted-organisation' || l.rank === 'lower-organ' || l.rank === 'not-a-leader') return false;
      if ((l.rank === 'deputy-level-in-charge' || l.rank === 'other-in-charge') && !l.inCharge) return false;
      if (l.organId !== organ) return false;
      if (l.from !== null && l.from > day) return false;
      if (l.until !== null && l.until <= day) return false;
      const inTime = of('identity-proof-submitted').filter(
        (f) => inInstance.has(f.p.sessionId) && f.p.organId === organ && f.p.leaderName === l.name && f.day <= day,
      );
      const proof = inTime.findLast((f) => f.p.sessionId === session) ?? inTime.at(-1);
      if (proof === undefined) return false;
      const said = of('identity-proof-checked')
        .filter((c) => c.p.organId === organ && c.at > proof.at)
        .findLast((c) => {
          if (c.p.sessionId !== proof.p.sessionId && c.p.sessionId !== session) return false;
          // It names nobody: it is of the last proof before it, at its own session where there is one.
          const before = of('identity-proof-submitted').filter(
            (f) => inInstance.has(f.p.sessionId) && f.p.organId === organ && f.at < c.at,
          );
          const last = before.findLast((f) => f.p.sessionId === c.p.sessionId) ?? before.at(-1);
          return last?.p.leaderName === l.name;
        });
      if (said !== undefined) return said.p.result === 'accepted';
      return proof.p.hasName && proof.p.hasTitle && proof.p.sealed;
    };

    const benches = trials.map((t) =>
      organs.map((organ) => {
        const here = (p: { sessionId: string; organId: string }) => p.sessionId === t.id && p.organId === organ;
        const records = of('appearance-recorded').filter((r) => here(r.p));
        const right = records.find((r) => r.p.leader !== null && counts(organ, t.id, t.day, r.p.leader));
        const record = right ?? records.at(-1);
        const named = [...of('leader-planned'), ...of('leader-replaced')]
          .filter((n) => here(n.p))
          .sort((a, b) => a.at - b.at)
          .at(-1)?.p.leader;
        const shown = (l: Came | null | undefined) => (l == null ? null : { id: idOf(organ, l), name: l.name });
        return {
          organ,
          sat: right !== undefined,
          leader: record === undefined ? shown(named) : shown(record.p.leader),
          atStake: shown(record?.p.leader) ?? shown(named),
        };
      }),
    );
    trials.forEach((t, i) => {
      held.push({
        ...{ suit, instance: instance.instanceId, session: t.id, day: t.day, isPublic: t.isPublic },
        benches: benches[i] ?? [],
      });
    });

    if (trials.length === 0) continue;
    const arose = trials[0]?.day ?? '';
    /** What became of each organ's own duty: the day it was met, and the session at which it is open. */
    const courses = organs.map((organ, o) => {
      let met: { day: string; leader: Bench['leader'] } | null = null;
      let open: number | null = null;
      trials.forEach((t, i) => {
        const again = t.told.some((n) => n.organId === organ && n.leader !== 'none');
        if (met !== null && !again) return;
        if (benches[i]?.[o]?.sat === true) {
          met = { day: t.day, leader: benches[i]?.[o]?.leader ?? null };
          open = null;
        } else open = i;
      });
      return { met: met as { day: string; leader: Bench['leader'] } | null, open: open as number | null };
    });
    const agreedBy = (organ: string, day: string): string | null =>
      of('appearance-agreed')
        .filter((a) => a.p.instanceId === instance.instanceId && a.day <= day)
        .findLast((a) => a.p.organIds.some((id) => id === organ))?.p.byOrganId ?? null;
    organs.forEach((organ, o) => {
      const course = courses[o];
      if (course === undefined) return;
      const at = course.open ?? trials.length - 1;
      const base = { suit, instance: instance.instanceId, organ, arose };
      if (course.met !== null && course.open === null) {
        duties.push({ ...base, met: course.met.day, covered: null, leader: course.met.leader });
        return;
      }
      const by = agreedBy(organ, trials[at]?.day ?? arose);
      const other = by === null || by === organ ? undefined : courses[organs.indexOf(by)];
      const covered =
        other !== undefined && other.met !== null && other.open === null && agreedBy(organ, other.met.day) === by
          ? other.met.day
          : null;
      duties.push({ ...base, met: null, covered, leader: benches[at]?.[o]?.atStake ?? null });
    });
  }
  return { held, duties };
}

/** Numerator and denominator of each rate, for all, for an organ, or for a leader. */
function recount(
  { held, duties }: { held: readonly Held[]; duties: readonly Duty[] },
  from: string,
  to: string,
  who: { organ?: string; leader?: string },
) {
  const benchesOf = (h: Held) => {
    if (who.leader !== undefined) return h.benches.filter((b) => b.leader?.id === who.leader);
    if (who.organ !== undefined && !h.benches.some((b) => b.organ === who.organ)) return [];
    return h.benches;
  };
  const past = held.filter((h) => h.day <= to && benchesOf(h).length > 0);
  const cases = new Map<string, { first: string; met: boolean }>();
  for (const h of past.filter((x) => x.isPublic)) {
    const key = `${h.suit} ${h.instance}`;
    const known = cases.get(key);
    const first = known === undefined || h.day < known.first ? h.day : known.first;
    cases.set(key, { first, met: (known?.met ?? false) || benchesOf(h).some((b) => b.sat) });
  }
  const inPeriod = [...cases.values()].filter((c) => c.first >= from);
  const owed = duties
    .filter((d) => d.arose >= from && d.arose <= to)
    .filter((d) => who.organ === undefined || d.organ === who.organ)
    // Covered by another organ's leader, it is no leader's own.
    .filter((d) => who.leader === undefined || (d.covered === null && d.leader?.id === who.leader))
    .filter((d) => d.covered === null || d.covered > to);
  const sessions = past.filter((h) => h.day >= from);
  return [
    { kind: 'per-case', numerator: inPeriod.filter((c) => c.met).length, denominator: inPeriod.length },
    { kind: 'per-duty', numerator: owed.filter((d) => d.met !== null && d.met <= to).length, denominator: owed.length },
    {
      kind: 'per-session',
      numerator: sessions.filter((h) => benchesOf(h).some((b) => b.sat)).length,
      denominator: sessions.length,
    },
  ];
}

// ── Suits of every kind, made by steps ───────────────────────────────────────────────────────────────────────────────

/** The same chances in every run. */
function chances(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    is: (share: number) => next() < share,
    of: <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0],
  };
}

const police = demoPeople.policeLiaison.organId;
const clock = settableClock(instantAt('2026-08-03' as never, 9));
const dayAt = (n: number) => new Date(Date.UTC(2026, 2, 2 + n)).toISOString().slice(0, 10);

let api: Api;
let office: Browser;
const tried = { done: 0, refused: 0 };

async function suitBy(chance: ReturnType<typeof chances>): Promise<void> {
  const id = newCaseId() as string;
  const together = chance.is(0.55);
  const organs = together ? [police, governmentId] : [police];
  const start = chance.of([0, 10, 25]);
  const input = aSummonsForPolice({
    occurredOn: dayAt(start),
    organs: organs.map((organId, i) => ({ organId, role: i === 0 ? 'original-organ' : 'reconsideration-organ' })),
    papers: organs.map((organId) => ({ organId, papers: ['complaint-copy'], receivedOn: dayAt(start) })),
    ...(together ? { before: 'upheld' } : {}),
  } as never);
  const registered = await office.call('lawsuits.register', 'mutation', { commandId: newCommandId(), id, input });
  if (!registered.ok) throw new Error(JSON.stringify(registered.failure));
  let view = (await office.call('lawsuits.view', 'query', { id })) as { ok: true; data: Seen };
  interface Seen {
    version: number;
    instances: { sessions: { sessionId: string; on: string; state: string }[] }[];
    timeline: { seq: number; type: string }[];
  }
  /** A step as far as it is possible; what is irregular goes on with its reason. */
  const step = async (type: string, body: object): Promise<boolean> => {
    const answer = await office.call('lawsuits.execute', 'mutation', {
      commandId: newCommandId(),
      id,
      expectedVersion: view.data.version,
      step: { type, input: { irregularReason: '如实登记', ...body } },
    });
    if (answer.ok) {
      tried.done += 1;
      view = answer as typeof view;
    } else tried.refused += 1;
    return answer.ok;
  };
  const leaders = (organId: string) =>
    [
      { name: '康允正', title: '局长', rank: 'head', accountId: `account-${organId}-head` },
      { name: '康允正', title: '局长', rank: 'head', accountId: `account-${organId}-head` },
      { name: '骆临风', title: '副局长', rank: 'deputy', accountId: null },
      { name: '骆临风', title: '副局长', rank: 'deputy', accountId: null },
      { name: '何砚青', title: '党组成员', rank: 'deputy-level-in-charge', accountId: null, inCharge: chance.is(0.5) },
      { name: '许新任', title: '副局长', rank: 'deputy', accountId: null, from: dayAt(start + 40) },
      { name: '秦离任', title: '副局长', rank: 'deputy', accountId: null, until: dayAt(start + 40) },
      { name: '娄春山', title: '所长', rank: 'lower-organ', accountId: null },
    ] as const;

  if (together && chance.is(0.85)) {
    const after = chance.is(0.2);
    await step('agree-appearance', {
      occurredOn: dayAt(start + (after ? 100 : 3)),
      organIds: organs,
      byOrganId: chance.of([police, governmentId]),
      how: 'agreed',
    });
  }
  const sessions = chance.of([0, 1, 2, 2, 3, 3]);
  for (let n = 0; n < sessions; n += 1) {
    const on = start + 20 + n * 25;
    await step('set-session', {
      occurredOn: dayAt(start + 1 + n * 25),
      on: dayAt(on),
      time: chance.of(['09:00', '14:30']),
      place: '第三法庭',
      kind: chance.is(0.85) ? 'trial' : 'inquiry',
      isPublic: chance.is(0.8),
      notices: organs.flatMap((organId) =>
        chance.is(0.5) ? [{ organId, leader: chance.of(['shall', 'may', 'none']), servedOn: null }] : [],
      ),
    });
    const session = view.data.instances.at(-1)?.sessions.at(-1);
    if (session === undefined) continue;
    const { sessionId } = session;
    const planned = new Map(organs.map((organId) => [organId, chance.of(leaders(organId) as never)]));
    for (const organId of organs) {
      if (!chance.is(0.8)) continue;
      await step('plan-leader', { sessionId, organId, leader: planned.get(organId), occurredOn: dayAt(on - 10) });
    }
    if (chance.is(0.1)) {
      await step('cancel-session', { sessionId, occurredOn: dayAt(on - 2) });
      continue;
    }
    const held = chance.is(0.2) ? on + 2 : on;
    if (held !== on) {
      await step('move-session', { sessionId, on: dayAt(held), time: '10:00', why: '调整', occurredOn: dayAt(on - 1) });
    }
    for (const organId of organs) {
      if (chance.is(0.85)) {
        const leaderName = (planned.get(organId) as { name: string } | undefined)?.name;
        const proof = { sessionId, organId, leaderName, occurredOn: dayAt(held - 1), sealed: chance.is(0.9) };
        const whole = (await step('submit-identity-proof', proof)) && chance.is(0.5);
        const result = chance.of(['accepted', 'accepted', 'accepted', 'rejected', 'to-cure']);
        if (whole) await step('check-identity-proof', { sessionId, organId, result, occurredOn: dayAt(held) });
      }
    }
    if (!chance.is(0.9)) continue;
    await step('hold-session', { sessionId, adjourned: n + 1 < sessions, occurredOn: dayAt(held) });
    for (const organId of organs) {
      if (!chance.is(0.9)) continue;
      const leader = chance.is(0.25)
        ? null
        : chance.is(0.8)
          ? planned.get(organId)
          : chance.of(leaders(organId) as never);
      await step('record-appearance', {
        sessionId,
        organId,
        leader,
        occurredOn: dayAt(held),
        leftEarly: chance.is(0.1),
      });
      // Somebody else at the same bench, too.
      if (chance.is(0.1)) {
        const other = chance.of(leaders(organId) as never);
        await step('record-appearance', { sessionId, organId, leader: other, occurredOn: dayAt(held) });
      }
    }
  }
  const wrong = view.data.timeline.findLast(
    (e) => e.type === 'identity-proof-checked' || e.type === 'appearance-recorded',
  );
  if (wrong !== undefined && chance.is(0.15)) await step('annul-entry', { seq: wrong.seq, why: '登记有误' });
  if (chance.is(0.05)) await step('void-lawsuit', { why: '重复登记', duplicateOf: null });
}

let told: { held: Held[]; duties: Duty[] } = { held: [], duties: [] };
beforeAll(async () => {
  let ms = 0;
  api = await testApi({
    clock: {
      today: () => clock.today(),
      now: () => {
        ms += 1;
        return (clock.now() + ms) as ReturnType<typeof clock.now>;
      },
    },
  });
  office = await api.as(demoPeople.sectionHead);
  const chance = chances(20261122);
  for (let n = 0; n < 40; n += 1) await suitBy(chance);
  const rows = (await api.database.sql(
    `select e.stream_id, e.seq, e.type, e.occurred_on::text, e.occurred_time, e.payload
       from entry e join stream s on s.id = e.stream_id where s.kind = 'litigation' order by e.stream_id, e.seq`,
  )) as unknown as { rows: Raw[] } | Raw[];
  const raw = Array.isArray(rows) ? rows : rows.rows;
  const streams = Map.groupBy(raw, (r) => r.stream_id);
  for (const [id, entries] of streams) {
    const suit = readSuit(id, facts(entries));
    told = { held: [...told.held, ...suit.held], duties: [...told.duties, ...suit.duties] };
  }
}, 240_000);

const periods = [
  [dayAt(0), dayAt(150)],
  [dayAt(0), dayAt(44)],
  [dayAt(45), dayAt(69)],
  [dayAt(70), dayAt(150)],
] as const;

describe('the rates counted twice', () => {
  it('the suits are of every kind', () => {
    expect(tried.done).toBeGreaterThan(200);
    expect(tried.refused).toBeLessThan(tried.done / 10);
    expect(told.held.length).toBeGreaterThan(30);
    expect(told.held.some((h) => !h.isPublic)).toBe(true);
    expect(told.duties.some((d) => d.covered !== null)).toBe(true);
    expect(told.duties.some((d) => d.met !== null)).toBe(true);
    expect(told.duties.some((d) => d.met === null && d.covered === null)).toBe(true);
  });

  it.each(periods)('from %s to %s: all, each organ, each leader', async (from, to) => {
    for (const by of ['organ', 'leader'] as const) {
      const answer = await office.query('appearances', 'rates', { from: from as never, to: to as never, by });
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
      expect(answer.data.all).toEqual(recount(told, from, to, {}));
      for (const group of answer.data.groups) {
        const who = by === 'organ' ? { organ: group.key } : { leader: group.key };
        expect(group.rates, `${group.name} ${from}..${to}`).toEqual(recount(told, from, to, who));
      }
      const seen = new Set(
        told.held
          .filter((h) => h.day >= from && h.day <= to)
          .flatMap((h) => h.benches.flatMap((b) => (by === 'organ' ? b.organ : (b.leader?.id ?? [])))),
      );
      expect([...seen].filter((key) => !answer.data.groups.some((g) => g.key === key))).toEqual([]);
    }
  });

  it('each figure is the length of its list', async () => {
    const [[from, to]] = periods;
    for (const rate of recount(told, from, to, {})) {
      for (const part of ['numerator', 'denominator'] as const) {
        const list = await office.query('appearances', 'rateList', {
          from: from as never,
          to: to as never,
          kind: rate.kind as never,
          part,
          limit: 200,
        });
        expect(list.ok && [list.data.total, list.data.rows.length]).toEqual([rate[part], rate[part]]);
      }
    }
  });

  it('and the read tables say what the ledgers say', async () => {
    const { kinds, law, files } = api.services;
    expect((await verify(api.database.owner, { kinds, law, files })).differences).toEqual([]);
  });
});
