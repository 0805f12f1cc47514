/** Court sessions and appearances over the API: the calendar, the duties, the rates, who may come, and the feeds. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { instantAt, settableClock } from '../../clock.ts';
import { type Api, type Browser, demoPeople, governmentId, newCommandId, testApi, today } from '../../testing/api.ts';
import { registerSuit, stepSuit, viewSuit } from '../../testing/suit-on-api.ts';

const police = demoPeople.policeLiaison.organId;
const market = demoPeople.marketLiaison.organId;
const { policeHead, policeChief } = demoPeople;
const clock = settableClock(instantAt(today, 9));
const plus = (n: number): CivilDate => addDays(today, n);

let api: Api;
let handler: Browser;
let liaison: Browser;
let elsewhere: Browser;
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
  handler = await api.as(demoPeople.handler);
  liaison = await api.as(demoPeople.policeLiaison);
  elsewhere = await api.as(demoPeople.marketLiaison);
});

/** The day the tests stand on; sessions are recorded when they have been. */
const on = (day: CivilDate) => clock.set(instantAt(day, 9));

const asked = async <T>(answer: Promise<{ ok: true; data: T } | { ok: false; failure: unknown }>): Promise<T> => {
  const got = await answer;
  if (!got.ok) throw new Error(JSON.stringify(got.failure));
  return got.data;
};

const leaderAs = (p: typeof policeHead | typeof policeChief) => ({
  postId: p.postId,
  accountId: p.accountId,
  name: p.name,
  title: p.title,
  rank: p.rank ?? 'deputy',
});

const sessionOf = (view: LawsuitView, n = 0) => view.instances.at(-1)?.sessions[n]?.sessionId ?? '';

/** A suit with a session in so many days, to which the police's leader was told to come. */
async function withSession(days: number, time = '09:30', place = '第三法庭'): Promise<LawsuitView> {
  const view = await registerSuit(handler);
  return stepSuit(handler, view, 'set-session', {
    on: plus(days),
    time,
    place,
    notices: [{ organId: police, leader: 'shall', servedOn: today }],
  });
}

describe('the calendar', () => {
  it('shows the sessions of one’s own suits and marks a leader who is named twice at one hour', async () => {
    const first = await withSession(30, '09:30');
    const second = await withSession(30, '11:00');
    const third = await withSession(30, '14:00');
    for (const view of [first, second, third]) {
      await stepSuit(liaison, view, 'plan-leader', { leader: leaderAs(policeHead) });
    }
    const seen = await asked(liaison.query('appearances', 'sessions', { from: plus(30), to: plus(30) }));
    expect(seen.sessions.map((s) => [s.caseId, s.time, s.state, s.seats[0]?.clash])).toEqual([
      // 09:30 for three hours overlaps 11:00; 14:00 begins when 11:00 ends.
      [first.id, '09:30', 'set', true],
      [second.id, '11:00', 'set', true],
      [third.id, '14:00', 'set', false],
    ]);
    expect(seen.sessions[0]).toMatchObject({
      title: expect.stringContaining('云岭县公安局'),
      seats: [{ organName: '云岭县公安局', own: true, mine: false, notified: 'shall', leaderName: policeHead.name }],
    });
    // The leader's own: the same list, theirs.
    const own = await api.as(policeHead);
    const mine = await asked(
      own.query('appearances', 'sessions', { from: plus(30), to: plus(30), leader: policeHead.accountId }),
    );
    expect(mine.sessions).toHaveLength(3);
    expect(mine.sessions.every((s) => s.seats.some((seat) => seat.mine))).toBe(true);
    // Another department has no part in them.
    const others = await asked(elsewhere.query('appearances', 'sessions', { from: plus(30), to: plus(30) }));
    expect(others.sessions).toEqual([]);
  });

  it('asks for days in their order, and not for a lifetime', async () => {
    const wrong = await handler.query('appearances', 'sessions', { from: plus(1), to: today });
    expect(wrong).toMatchObject({ ok: false, failure: { fields: [{ field: 'to', rule: 'ends-before-it-begins' }] } });
    const long = await handler.query('appearances', 'sessions', { from: today, to: plus(2000) });
    expect(long).toMatchObject({ ok: false, failure: { fields: [{ field: 'to', rule: 'period-too-long' }] } });
  });
});

describe('arranging a leader', () => {
  it('says who counts and who does not, and proposes somebody who is free', async () => {
    const view = await withSession(40, '10:00');
    await stepSuit(liaison, view, 'plan-leader', { leader: leaderAs(policeHead) });
    await asked(
      liaison.mutate('appearances', 'addEngagement', {
        id: newCommandId(),
        accountId: policeHead.accountId,
        on: plus(40),
        from: '09:00',
        until: '11:00',
        what: '县委常委会',
      }),
    );
    const choices = await asked(
      liaison.query('appearances', 'substitutes', {
        lawsuitId: view.id,
        sessionId: sessionOf(view),
        organId: police,
      }),
    );
    const named = choices.find((c) => c.named);
    expect(named).toMatchObject({
      leader: { name: policeHead.name, rank: 'deputy' },
      proposed: false,
      clashes: [{ is: 'engagement', from: '09:00', until: '11:00', what: '县委常委会' }],
    });
    const [best] = choices.filter((c) => c.proposed);
    expect(best).toMatchObject({ leader: { name: policeChief.name, rank: 'head' }, clashes: [], problems: [] });
    // The office learns that somebody is not free, and not for what.
    const seenByOffice = await asked(
      handler.query('appearances', 'leaders', { organId: police, on: plus(40), time: '10:00' }),
    );
    expect(seenByOffice.find((c) => c.leader.name === policeHead.name)?.clashes).toMatchObject([
      { is: 'session', caseId: view.id },
      { is: 'engagement', caseId: null, what: null },
    ]);
  });

  it('a department’s leaders are shown as not counting for the government it answers for', async () => {
    const view = await registerSuit(handler, {
      organs: [{ organId: governmentId, role: 'original-organ', undertakingId: police }],
      papers: [{ organId: governmentId, papers: ['complaint-copy'], receivedOn: today }],
      session: { on: plus(41), time: '09:30', place: '第一法庭' },
    });
    const choices = await asked(
      liaison.query('appearances', 'substitutes', {
        lawsuitId: view.id,
        sessionId: sessionOf(view),
        organId: governmentId,
      }),
    );
    const chief = choices.find((c) => c.leader.name === policeChief.name);
    expect(chief).toMatchObject({ proposed: false, problems: [{ code: 'lower-organ', article: 'LEAD2020 2(2)' }] });
    expect(choices.filter((c) => c.proposed).map((c) => c.leader.organId)).toEqual([governmentId, governmentId]);
  });

  it('the diary is kept by the organ’s own people, for their own colleagues', async () => {
    const engagement = { id: newCommandId(), on: plus(42), from: '09:00', until: '10:00', what: '会议' };
    const foreign = await elsewhere.mutate('appearances', 'addEngagement', {
      ...engagement,
      accountId: policeHead.accountId,
    });
    expect(foreign).toMatchObject({ ok: false, failure: { fields: [{ field: 'accountId', rule: 'not-an-option' }] } });
    const backwards = await liaison.mutate('appearances', 'addEngagement', {
      ...engagement,
      accountId: policeHead.accountId,
      until: '08:00',
    });
    expect(backwards).toMatchObject({ ok: false, failure: { fields: [{ field: 'until' }] } });
    const kept = await asked(
      liaison.mutate('appearances', 'addEngagement', { ...engagement, accountId: policeHead.accountId }),
    );
    expect(kept).toMatchObject([{ name: policeHead.name, from: '09:00', until: '10:00', what: '会议' }]);
    expect(await asked(elsewhere.query('appearances', 'engagements', { from: plus(42), to: plus(42) }))).toEqual([]);
    expect(await asked(elsewhere.mutate('appearances', 'removeEngagement', { id: engagement.id }))).toEqual({
      removed: false,
    });
    expect(await asked(liaison.mutate('appearances', 'removeEngagement', { id: engagement.id }))).toEqual({
      removed: true,
    });
  });
});

describe('a duty from the summons to its discharge', () => {
  it('is owed after a rejected proof, discharged at the second session, and stands in each rate with its list', async () => {
    on(today);
    let view = await withSession(20);
    const courtNumber = view.instances[0]?.courtNumber ?? '';
    view = await stepSuit(liaison, view, 'plan-leader', { leader: leaderAs(policeHead) });
    const dutiesOf = async (state: 'pending' | 'owed' | 'appeared' | null) =>
      (await asked(liaison.query('appearances', 'duties', { state, limit: 200 }))).rows.filter(
        (row) => row.caseId === view.id,
      );
    expect(await dutiesOf('pending')).toMatchObject([
      { courtNumber, arisesOn: null, nextSession: { on: plus(20), leaderName: policeHead.name, confirmedOn: null } },
    ]);
    on(plus(20));
    view = await viewSuit(liaison, view.id);
    view = await stepSuit(liaison, view, 'submit-identity-proof', { occurredOn: plus(19) });
    view = await stepSuit(liaison, view, 'check-identity-proof', { result: 'rejected', why: '未加盖印章' });
    view = await stepSuit(handler, view, 'hold-session', { adjourned: true });
    expect((await asked(liaison.query('appearances', 'unrecorded'))).filter((u) => u.caseId === view.id)).toMatchObject(
      [{ courtNumber, organName: '云岭县公安局', own: true, missing: 'appearance', leaderName: policeHead.name }],
    );
    view = await stepSuit(liaison, view, 'record-appearance', {
      leader: leaderAs(policeHead),
      staff: [{ name: '陶一苇', title: '民警', actsInPower: true }],
      irregularReason: '身份证明被退回，如实登记',
    });
    expect((await asked(liaison.query('appearances', 'unrecorded'))).some((u) => u.caseId === view.id)).toBe(false);
    expect(await dutiesOf('owed')).toMatchObject([
      { arisesOn: plus(20), dischargedOn: null, result: 'not-counting', article: 'LEAD2020 2' },
    ]);
    const period = { from: plus(20), to: plus(25) };
    const rates = async () => (await asked(handler.query('appearances', 'rates', period))).all;
    expect(await rates()).toEqual([
      { kind: 'per-case', numerator: 0, denominator: 1 },
      { kind: 'per-duty', numerator: 0, denominator: 1 },
      { kind: 'per-session', numerator: 0, denominator: 1 },
    ]);
    view = await stepSuit(handler, view, 'set-session', { on: plus(24), time: '09:30', place: '第三法庭' });
    on(plus(24));
    view = await stepSuit(liaison, view, 'plan-leader', { leader: leaderAs(policeHead), occurredOn: plus(21) });
    view = await stepSuit(liaison, view, 'submit-identity-proof', { occurredOn: plus(23) });
    view = await stepSuit(liaison, view, 'record-appearance', { leader: leaderAs(policeHead), spoke: true });
    expect(await dutiesOf('appeared')).toMatchObject([
      { arisesOn: plus(20), dischargedOn: plus(24), result: 'appeared' },
    ]);
    on(plus(25));
    expect(await rates()).toEqual([
      { kind: 'per-case', numerator: 1, denominator: 1 },
      { kind: 'per-duty', numerator: 1, denominator: 1 },
      { kind: 'per-session', numerator: 1, denominator: 2 },
    ]);
    const list = await asked(
      handler.query('appearances', 'rateList', { ...period, kind: 'per-session', part: 'missing' }),
    );
    expect(list).toMatchObject({ total: 1, rows: [{ caseId: view.id, courtNumber, on: plus(20), met: false }] });
    const byLeader = await asked(handler.query('appearances', 'rates', { ...period, by: 'leader' }));
    expect(byLeader.groups).toMatchObject([
      { key: policeHead.accountId, name: policeHead.name, organName: '云岭县公安局' },
    ]);
    const [group] = byLeader.groups;
    const behind = await asked(
      handler.query('appearances', 'rateList', { ...period, kind: 'per-duty', leader: group?.key ?? '' }),
    );
    expect(behind.rows).toMatchObject([{ caseId: view.id, met: true, result: 'appeared' }]);
    // As the period ended before the second session, the duty was still open.
    const earlier = await asked(handler.query('appearances', 'rates', { from: plus(20), to: plus(22) }));
    expect(earlier.all.map((r) => r.numerator)).toEqual([0, 0, 0]);
    on(today);
  });

  it('the list of duties comes a page at a time, each once', async () => {
    const all = await asked(handler.query('appearances', 'duties', { limit: 200 }));
    const keys = all.rows.map((row) => `${row.caseId}|${row.instanceId}|${row.organId}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: typeof all = await asked(handler.query('appearances', 'duties', { limit: 2, cursor }));
      seen.push(...page.rows.map((row) => `${row.caseId}|${row.instanceId}|${row.organId}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(keys);
    expect(new Set(seen).size).toBe(keys.length);
  });
});

describe('sessions to observe, and major suits', () => {
  it('an invited organ learns when and where, and not whose suit it is', async () => {
    let view = await withSession(50);
    view = await stepSuit(handler, view, 'mark-observation', { invited: [market] });
    const days = { from: plus(50), to: plus(50) };
    const [seen] = await asked(elsewhere.query('appearances', 'observed', days));
    expect(seen).toMatchObject({ caseId: null, caseNumber: null, title: '行政处罚决定', on: plus(50), came: null });
    expect(seen?.invited).toMatchObject([{ organId: market, own: true }]);
    expect(JSON.stringify(seen)).not.toContain('黎');
    const [whole] = await asked(handler.query('appearances', 'observed', days));
    expect(whole).toMatchObject({ caseId: view.id, title: expect.stringContaining('云岭县公安局') });
    // The calendar itself stays the suit's own.
    expect((await asked(elsewhere.query('appearances', 'sessions', days))).sessions).toEqual([]);
  });

  it('a major suit asks for its next feedback until it is closed or no longer major', async () => {
    let view = await registerSuit(handler);
    view = await stepSuit(handler, view, 'mark-major', { grounds: ['public-attention'], everyDays: 7 });
    const mine = async () =>
      (await asked(handler.query('appearances', 'major'))).find((major) => major.caseId === view.id);
    expect(await mine()).toMatchObject({ since: today, nextOn: plus(7), overdue: false, ended: false, feedbacks: 0 });
    on(plus(8));
    expect(await mine()).toMatchObject({ overdue: true });
    view = await stepSuit(handler, view, 'feed-back-major', { text: '已与法院沟通。' });
    expect(await mine()).toMatchObject({ lastOn: plus(8), nextOn: plus(15), overdue: false, feedbacks: 1 });
    view = await stepSuit(handler, view, 'unmark-major', { why: '舆情平息' });
    expect(await mine()).toMatchObject({ ended: true, overdue: false });
    on(today);
  });
});

describe('a calendar feed', () => {
  const get = (path: string) => api.browser().fetch(path);
  const eventsOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((c) => {
      const event = new ICAL.Event(c);
      return {
        uid: event.uid,
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        sequence: event.sequence,
        status: c.getFirstPropertyValue('status'),
        summary: event.summary,
        location: event.location,
        description: event.description,
      };
    });

  it('shows one leader’s sessions to a calendar program, follows a move and a cancellation, and names no plaintiff', async () => {
    const { feed, path } = await asked(
      liaison.mutate('feeds', 'create', {
        id: newCommandId(),
        organId: police,
        accountId: policeChief.accountId,
        label: '手机',
      }),
    );
    expect(feed).toMatchObject({ leaderName: policeChief.name, revokedOn: null, mine: true });
    let view = await withSession(60, '09:30');
    expect(eventsOf(await (await get(path)).text())).toEqual([]);
    view = await stepSuit(liaison, view, 'plan-leader', { leader: leaderAs(policeChief) });
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const text = await answer.text();
    const [event] = eventsOf(text);
    expect(event).toMatchObject({
      start: `${plus(60)}T01:30:00.000Z`,
      end: `${plus(60)}T04:30:00.000Z`,
      status: 'TENTATIVE',
      summary: expect.stringContaining(view.instances[0]?.courtNumber ?? ''),
      location: '云岭县人民法院 第三法庭',
      description: expect.stringContaining(policeChief.name),
    });
    expect(text).not.toContain('黎');
    view = await stepSuit(liaison, view, 'confirm-leader', {});
    expect(eventsOf(await (await get(path)).text())).toMatchObject([{ uid: event?.uid, status: 'CONFIRMED' }]);
    view = await stepSuit(handler, view, 'move-session', { on: plus(61), time: '14:00', why: '法庭调整' });
    const [moved] = eventsOf(await (await get(path)).text());
    // Who confirmed the old day has not confirmed the new one.
    expect(moved).toMatchObject({ uid: event?.uid, start: `${plus(61)}T06:00:00.000Z`, status: 'TENTATIVE' });
    expect(moved?.sequence).toBeGreaterThan(event?.sequence ?? 0);
    view = await stepSuit(handler, view, 'cancel-session', { why: '原告申请延期' });
    const [cancelled] = eventsOf(await (await get(path)).text());
    expect(cancelled).toMatchObject({ uid: event?.uid, status: 'CANCELLED' });
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
  });

  it('an organ’s own shows all its sessions; another organ makes none for it', async () => {
    const refused = await elsewhere.mutate('feeds', 'create', { id: newCommandId(), organId: police });
    expect(refused).toMatchObject({ ok: false, failure: { fields: [{ field: 'organId', rule: 'not-an-option' }] } });
    const stranger = await liaison.mutate('feeds', 'create', {
      id: newCommandId(),
      organId: police,
      accountId: demoPeople.marketHead.accountId,
    });
    expect(stranger).toMatchObject({ ok: false, failure: { fields: [{ field: 'accountId' }] } });
    const { path } = await asked(liaison.mutate('feeds', 'create', { id: newCommandId(), organId: police }));
    const seen = await asked(liaison.query('appearances', 'sessions', { from: today, to: plus(365) }));
    expect(eventsOf(await (await get(path)).text())).toHaveLength(seen.sessions.length);
    expect((await asked(elsewhere.query('feeds', 'list'))).some((f) => f.organId === police)).toBe(false);
  });

  it('revoked, it says so; never made, it is not there; its address is kept nowhere', async () => {
    const { feed, path } = await asked(liaison.mutate('feeds', 'create', { id: newCommandId(), organId: police }));
    expect((await get(path)).status).toBe(200);
    const secret = path.slice('/calendar/'.length, -'.ics'.length);
    const stored = await api.database.sql('select * from calendar_feed');
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(await elsewhere.mutate('feeds', 'revoke', { id: feed.id })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
    const left = await asked(liaison.mutate('feeds', 'revoke', { id: feed.id }));
    expect(left.find((f) => f.id === feed.id)?.revokedOn).not.toBeNull();
    const gone = await get(path);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('撤销');
    const unknown = await get(`/calendar/${'x'.repeat(43)}.ics`);
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('没有')]);
    expect((await get('/calendar/short.ics')).status).toBe(404);
  });

  it('of a leader who left the organ, it ends', async () => {
    const { path } = await asked(
      liaison.mutate('feeds', 'create', { id: newCommandId(), organId: police, accountId: policeChief.accountId }),
    );
    expect((await get(path)).status).toBe(200);
    const administrator = await api.as(demoPeople.systemAdmin);
    const left = await administrator.mutate('office', 'actOnPost', {
      commandId: newCommandId(),
      id: policeChief.postId,
      expectedVersion: 1,
      type: 'leave-post',
      input: { occurredOn: today, why: '退休' },
    });
    expect(left.ok).toBe(true);
    expect((await get(path)).status).toBe(410);
    // Who left is no choice any more, and says why.
    const choices = await asked(liaison.query('appearances', 'leaders', { organId: police, on: plus(30) }));
    expect(choices.some((c) => c.leader.name === policeChief.name)).toBe(false);
  });
});
