/** 待登记: the tab, the counter of the rail, the workbench and the list of lawsuits say the same, to everybody. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { instantAt, settableClock } from '../../clock.ts';
import { type Api, type Browser, demoPeople, testApi, today } from '../../testing/api.ts';
import { registerSuit, stepSuit, viewSuit } from '../../testing/suit-on-api.ts';

const police = demoPeople.policeLiaison.organId;
const market = demoPeople.marketLiaison.organId;
const { policeHead } = demoPeople;
const clock = settableClock(instantAt(today, 9));
const plus = (n: number): CivilDate => addDays(today, n);
const on = (day: CivilDate) => clock.set(instantAt(day, 9));

let api: Api;
let office: Browser;
let head: Browser;
let ofPolice: Browser;
let ofMarket: Browser;
const suits: Record<'covered' | 'agreed' | 'explained' | 'met' | 'adjourned' | 'passed' | 'ahead', StreamId> =
  {} as never;

const leader = {
  postId: policeHead.postId,
  accountId: policeHead.accountId,
  name: policeHead.name,
  title: policeHead.title,
  rank: 'deputy' as const,
};

/** A suit against the police, or against both bureaus, with a session in ten days. */
async function withSession(organs: readonly OrganId[], servedOn: CivilDate = today): Promise<LawsuitView> {
  on(servedOn);
  const view = await registerSuit(office, {
    organs: organs.map((organId) => ({ organId, role: 'original-organ' as const })),
    papers: organs.map((organId) => ({ organId, papers: ['complaint-copy' as const], receivedOn: today })),
  });
  return stepSuit(office, view, 'set-session', {
    on: plus(10),
    time: '09:30',
    place: '第三法庭',
    notices: organs.map((organId) => ({ organId, leader: 'shall' as const, servedOn })),
  });
}
const proved = async (view: LawsuitView) =>
  stepSuit(
    ofPolice,
    await stepSuit(ofPolice, view, 'plan-leader', { leader, organId: police }),
    'submit-identity-proof',
    {
      organId: police,
    },
  );

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
  [office, head, ofPolice, ofMarket] = (await Promise.all(
    [demoPeople.handler, demoPeople.sectionHead, demoPeople.policeLiaison, demoPeople.marketLiaison].map((p) =>
      api.as(p),
    ),
  )) as [Browser, Browser, Browser, Browser];
  const both = [police, market];
  const views = {
    covered: await proved(await withSession(both)),
    agreed: await withSession(both),
    met: await proved(await withSession([police])),
    adjourned: await withSession([police]),
    passed: await withSession([police]),
    ahead: await withSession([police]),
    // The last one: told on the eve of the session.
    explained: await withSession([police], plus(9)),
  };
  for (const key of ['covered', 'agreed'] as const) {
    views[key] = await stepSuit(office, views[key], 'agree-appearance', { organIds: both, byOrganId: police });
  }
  views.ahead = await stepSuit(office, views.ahead, 'move-session', {
    on: plus(40),
    time: '09:30',
    place: '第一法庭',
    why: '合议庭另有安排',
  });
  on(plus(10));
  for (const key of ['covered', 'agreed', 'explained', 'met', 'adjourned'] as const) {
    const view = await viewSuit(office, views[key].id);
    views[key] = await stepSuit(office, view, 'hold-session', { adjourned: key === 'adjourned' });
  }
  for (const key of ['covered', 'met'] as const) {
    views[key] = await stepSuit(ofPolice, views[key], 'record-appearance', { organId: police, leader, spoke: true });
  }
  views.explained = await stepSuit(ofPolice, views.explained, 'explain-absence', {
    occurredOn: plus(9),
    ground: 'irreplaceable-duty',
    reason: '防汛值守。',
    proof: 'sealed',
    irregularReason: '庭前已向法院提交，今日补录。',
  });
  on(plus(11));
  for (const [key, view] of Object.entries(views)) suits[key as keyof typeof suits] = view.id;
});

const asked = async <T>(answer: Promise<{ ok: true; data: T } | { ok: false; failure: unknown }>): Promise<T> => {
  const got = await answer;
  if (!got.ok) throw new Error(JSON.stringify(got.failure));
  return got.data;
};
const nameOf = (id: string) => Object.entries(suits).find(([, value]) => value === id)?.[0] ?? id;
/** `suit organ`, as four places have it; the list of lawsuits names suits alone. */
async function everywhere(browser: Browser) {
  const rows = await asked(browser.query('appearances', 'unrecorded'));
  const { suits: bench } = await asked(browser.query('workbench', 'mine', { whose: 'office' }));
  const listed = await asked(browser.query('lawsuits', 'list', { filter: { todo: 'unrecorded' }, limit: 200 }));
  const counts = await asked(browser.query('lawsuits', 'counts'));
  return {
    tab: rows.map((row) => `${nameOf(row.caseId)} ${row.organName}`).sort(),
    panel: (bench?.unrecorded ?? []).map((row) => `${nameOf(row.id)} ${row.organName}`).sort(),
    figure: bench?.counters.find((c) => c.key === 'unrecorded')?.value,
    list: listed.rows.map((row) => nameOf(row.id)).sort(),
    todo: counts.byTodo.unrecorded,
    rail: counts.toRecord,
  };
}

describe('an appearance to be recorded', () => {
  const ofThePolice = ['adjourned', 'agreed', 'explained', 'passed'].map((name) => `${name} 云岭县公安局`);
  const all = [...ofThePolice, 'agreed 云岭县市场监督管理局'].sort();
  const inSuits = ['adjourned', 'agreed', 'explained', 'passed'];

  it('is one where the absence was explained, and none where the duty was covered or the leader came', async () => {
    expect(await everywhere(head)).toEqual({ tab: all, panel: all, figure: 4, list: inSuits, todo: 4, rail: 5 });
  });

  it('is a department’s own, and says so to nobody else', async () => {
    expect(await everywhere(ofPolice)).toEqual({
      tab: ofThePolice,
      panel: ofThePolice,
      figure: 4,
      list: inSuits,
      todo: 4,
      rail: 4,
    });
    const own = ['agreed 云岭县市场监督管理局'];
    expect(await everywhere(ofMarket)).toEqual({ tab: own, panel: own, figure: 1, list: ['agreed'], todo: 1, rail: 1 });
    const stranger = await everywhere(await api.as(demoPeople.landLiaison));
    expect(stranger).toEqual({ tab: [], panel: [], figure: 0, list: [], todo: 0, rail: 0 });
  });

  it('is done with its entry, who sat there after an explained absence, too', async () => {
    await stepSuit(ofPolice, await viewSuit(ofPolice, suits.explained), 'record-appearance', {
      staff: [{ name: '陶一苇', title: '民警', actsInPower: true }],
    });
    const { tab, list, rail } = await everywhere(ofPolice);
    expect(tab).toEqual(ofThePolice.filter((row) => !row.startsWith('explained')));
    expect([list, rail]).toEqual([['adjourned', 'agreed', 'passed'], 3]);
  });
});

describe('the calendar', () => {
  const seen = async () => {
    const { sessions } = await asked(office.query('appearances', 'sessions', { from: today, to: plus(60) }));
    return new Map(sessions.map((session) => [nameOf(session.caseId), session]));
  };

  it('says of a session that was adjourned that it is to be gone on with', async () => {
    const sessions = await seen();
    expect([...sessions].map(([name, { state }]) => `${name} ${state}`).sort()).toEqual([
      'adjourned adjourned',
      'agreed held',
      'ahead set',
      'covered held',
      'explained held',
      'met held',
      'passed due',
    ]);
  });

  it('holds the service of each notice against the three days before the session', async () => {
    const sessions = await seen();
    const both = ['litigation.summons', 'litigation.appearance-notice'];
    const noticeOf = (name: keyof typeof suits) => sessions.get(name)?.seats.find((seat) => seat.organId === police);
    expect(noticeOf('met')).toMatchObject({ servedOn: today, noticeRules: both, noticeLate: [] });
    expect(noticeOf('explained')).toMatchObject({ servedOn: plus(9), noticeRules: both, noticeLate: both });
    // Moved, and not told anew.
    expect(noticeOf('ahead')).toMatchObject({ servedOn: null, noticeRules: [], noticeLate: [] });
    expect(sessions.get('covered')?.seats.map((seat) => [seat.organName, seat.owes, seat.recordedOn])).toEqual(
      expect.arrayContaining([['云岭县市场监督管理局', false, null]]),
    );
  });
});
