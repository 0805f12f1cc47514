/**
 * Seven histories, their dates taken from published judgments and everything else invented, entered over HTTP as an
 * office enters them: each act on its own day, and once more all of them years later. The dates come out as the courts
 * found, in the case, in the list and in the facts. And one nobody touches: silence accepts it, without a write.
 */
import { addDays, type CivilDate, civilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, PartyId, StreamId } from '@redress/domain/ids';
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';
import type { StepType } from '@redress/domain/reconsideration/steps';
import type { CaseView, ClockView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../case-store/verify.ts';
import { instantAt, settableClock } from '../../clock.ts';
import {
  type Api,
  anApplication,
  type Browser,
  demoPeople,
  newCaseId,
  newCommandId,
  testApi,
} from '../../testing/api.ts';
import type { CaseRow } from './types.ts';

const yearsLater = '2026-03-02';
const clock = settableClock(instantAt(civilDate(yearsLater), 9));
/** The office's day becomes this one; a step of the same day is a minute later than the one before it. */
let minute = 0;
const setToday = (day: string): void => {
  minute = (minute + 1) % 480;
  clock.set(instantAt(civilDate(day), 9 + Math.floor(minute / 60), minute % 60));
};

let api: Api;
let handler: Browser;
beforeAll(async () => {
  api = await testApi({ clock });
  handler = await api.as(demoPeople.handler);
});
beforeEach(() => {
  minute = 0;
});

const police: OrganId = demoPeople.policeLiaison.organId;
const decideRule = 'reconsideration.decide-ordinary';
const replyRule = 'reconsideration.reply-ordinary';
const correctionRule = 'reconsideration.notify-correction';

/** A step's input, made from the case as it then stands. */
type Given<T extends StepType> = (view: CaseView) => StepInputGiven<T> | Promise<StepInputGiven<T>>;
interface Act {
  readonly on: string;
  /** The day on which it is entered, where something of it came later. */
  readonly enteredOn: string;
  readonly type: StepType;
  readonly input: Given<StepType>;
}
const act = <T extends StepType>(on: string, type: T, input: Given<T>, enteredOn = on): Act => ({
  on,
  enteredOn,
  type,
  input: input as Given<StepType>,
});

/** The head decided on paper; the scan is what the clerk has. */
async function onPaper() {
  const scan = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
  const url = `/api/files?name=${encodeURIComponent('审批表.pdf')}&kind=approval`;
  const { fileId } = (await (await handler.fetch(url, { method: 'PUT', body: scan })).json()) as { fileId: string };
  const { name, title } = demoPeople.organHead;
  return { doneBy: { name, title, role: 'organ-head' as const }, fileIds: [fileId as never] };
}
const toApplicant = (view: CaseView, sentOn: string, servedOn: string | null) => ({
  addressee: { is: 'party' as const, partyId: view.parties[0]?.partyId as PartyId },
  method: 'post' as const,
  sentOn,
  servedOn,
});

const notified = (on: string) =>
  act(on, 'notify-correction', () => ({ occurredOn: on, items: ['身份证明'], document: {} }));
const corrected = (on: string) =>
  act(on, 'record-correction', () => ({ occurredOn: on, filedOn: on, materials: ['补正材料'] }));
const suspended = (on: string) =>
  act(on, 'suspend', () => ({ occurredOn: on, ground: 'other-case', reason: '以另案结果为依据', document: {} }));
const resumed = (on: string) => act(on, 'resume', () => ({ occurredOn: on, reason: '另案已审结', document: {} }));
const copied = (on: string, servedOn: string | null = null) =>
  act(on, 'issue-copy', () => ({
    occurredOn: on,
    document: {
      sendings: [
        { addressee: { is: 'organ' as const, organId: police }, method: 'exchange' as const, sentOn: on, servedOn },
      ],
    },
  }));
const replied = (on: string) => act(on, 'file-reply', () => ({ occurredOn: on, respondentId: police }));
const extended = (on: string, sentOn: string | null = null, servedOn: string | null = null) =>
  act(
    on,
    'extend',
    async (view) => ({
      occurredOn: on,
      days: 30,
      reason: '案情复杂',
      onPaper: await onPaper(),
      // The judgment names no sending: the record has no paper of it.
      document: sentOn === null ? null : { madeOn: on, sendings: [toApplicant(view, sentOn, servedOn)] },
    }),
    servedOn ?? sentOn ?? on,
  );
const decided = (on: string) =>
  act(on, 'decide', async () => ({
    occurredOn: on,
    types: ['uphold' as const],
    articles: ['28(1)(1)'],
    operative: '维持原行政行为。',
    onPaper: await onPaper(),
    document: {},
  }));

interface History {
  readonly name: string;
  readonly received: string;
  readonly acts: readonly Act[];
  /** The day from which the old law counts, and the last day of the limit as the court found it. */
  readonly accepted: string;
  readonly due: string;
  readonly decided: string | null;
  /** The day on which the applicant sued while the limit was still running. */
  readonly suedTooEarlyOn?: string;
  /** Other clocks the judgment speaks of: rule, last day, status. */
  readonly others?: readonly (readonly [rule: string, due: string, status: string])[];
}

const histories: readonly History[] = [
  {
    name: '1: a chain across New Year and Spring Festival',
    received: '2015-12-10',
    acts: [
      notified('2015-12-16'),
      corrected('2015-12-21'),
      copied('2015-12-22', '2015-12-22'),
      replied('2016-01-04'),
      extended('2016-02-18'),
      decided('2016-03-18'),
    ],
    accepted: '2015-12-21',
    due: '2016-03-21',
    decided: '2016-03-18',
    others: [
      [correctionRule, '2015-12-17', 'met'],
      [replyRule, '2016-01-04', 'met'],
    ],
  },
  {
    name: '2: a long suspension',
    received: '2017-11-03',
    acts: [copied('2017-11-06'), suspended('2017-11-08'), resumed('2018-04-10'), decided('2018-05-30')],
    accepted: '2017-11-03',
    due: '2018-06-04',
    decided: '2018-05-30',
  },
  {
    name: '3: extended, then suspended near the end',
    received: '2018-09-26',
    acts: [
      copied('2018-09-27'),
      extended('2018-11-19'),
      suspended('2018-12-14'),
      resumed('2018-12-26'),
      decided('2018-12-29'),
    ],
    accepted: '2018-09-26',
    due: '2019-01-07',
    decided: '2018-12-29',
  },
  {
    name: '4: the time of correction is not counted',
    received: '2017-07-28',
    acts: [notified('2017-08-01'), corrected('2017-08-09'), copied('2017-08-10'), extended('2017-09-20')],
    accepted: '2017-08-09',
    due: '2017-11-07',
    decided: null,
    suedTooEarlyOn: '2017-10-31',
    others: [[correctionRule, '2017-08-04', 'met']],
  },
  {
    name: '5: an extension posted on the last day',
    received: '2019-05-16',
    acts: [copied('2019-05-17'), extended('2019-07-12', '2019-07-15', '2019-07-18'), decided('2019-07-31')],
    accepted: '2019-05-16',
    due: '2019-08-14',
    decided: '2019-07-31',
  },
  {
    name: '6: extended one day before the end',
    received: '2019-03-25',
    acts: [copied('2019-03-26'), extended('2019-05-23', '2019-05-23'), decided('2019-06-14')],
    accepted: '2019-03-25',
    due: '2019-06-24',
    decided: '2019-06-14',
  },
  {
    name: '7: ninety days that end on a Sunday',
    received: '2017-09-25',
    acts: [copied('2017-09-26'), extended('2017-11-20'), decided('2017-12-18')],
    accepted: '2017-09-25',
    due: '2017-12-25',
    decided: '2017-12-18',
  },
];

async function register(receivedOn: string): Promise<StreamId> {
  const id = newCaseId();
  const { act: contested } = anApplication();
  const input = anApplication({
    filedOn: receivedOn,
    receivedOn,
    act: { ...contested, number: null, madeOn: null, knownOn: null },
  });
  const answer = await handler.mutate('cases', 'register', { commandId: newCommandId(), id, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return id;
}

const clockOf = (view: CaseView, rule: string): ClockView | undefined =>
  view.clocks.findLast((k) => k.ruleId === rule && k.status !== 'superseded');

async function rowOf(view: CaseView, by: Browser = handler): Promise<CaseRow | undefined> {
  const page = await by.query('cases', 'list', { filter: { q: view.number ?? '' } });
  if (!page.ok) throw new Error(JSON.stringify(page.failure));
  return page.data.rows.find((row) => row.id === view.id);
}

/** The days of a fact as it is known now, earliest first. */
async function dayOf(id: StreamId, name: string): Promise<readonly (CivilDate | null)[]> {
  const rows = await api.database.sql<{ on: CivilDate | null }>(
    `select "on"::text from case_fact where stream_id = $1 and name = $2 and known_to is null order by "on"`,
    [id, name],
  );
  return rows.map((row) => row.on);
}

describe.each(histories)('$name', (history) => {
  it.each([
    ['each act on its own day', null],
    ['all of it years later', yearsLater],
  ])('entered over HTTP, %s', async (_how, later) => {
    setToday(later ?? history.received);
    let view = await handler.view(await register(history.received));
    for (const one of history.acts) {
      setToday(later ?? one.enteredOn);
      view = await handler.step(view, one.type, await one.input(view));
    }
    view = await handler.view(view.id);

    expect(view.law).toBe('ARL1999');
    expect(view.acceptedOn).toBe(history.accepted);
    expect(clockOf(view, decideRule)).toMatchObject({ due: history.due });
    for (const [rule, due, status] of history.others ?? []) {
      expect(clockOf(view, rule), rule).toMatchObject({ due, status });
    }
    // Nothing in it needed to be excused.
    expect(view.contradictions).toEqual([]);
    expect(view.timeline.filter((t) => t.irregular !== null)).toEqual([]);
    const days = view.timeline.map((t) => t.occurredOn);
    expect(days).toEqual(expect.arrayContaining([history.received, ...history.acts.map((a) => a.on)]));

    expect(await dayOf(view.id, 'received')).toEqual([history.received]);
    expect(await dayOf(view.id, 'accepted')).toEqual([history.accepted]);
    expect(await dayOf(view.id, 'decide-due')).toEqual([history.due]);
    expect(await dayOf(view.id, 'decided')).toEqual(history.decided === null ? [] : [history.decided]);
    const row = await rowOf(view);
    expect(row).toMatchObject({ number: view.number, receivedOn: history.received });
    if (history.decided === null) {
      expect(row).toMatchObject({ dueRule: decideRule, due: history.due, stage: 'accepted' });
      for (const [day, status, light] of [
        [history.suedTooEarlyOn ?? '', 'running', 'ok'],
        [history.due, 'running', 'near'],
        [addDays(civilDate(history.due), 1), 'overdue', 'overdue'],
      ] as const) {
        setToday(day);
        expect(clockOf(await handler.view(view.id), decideRule), day).toMatchObject({ status });
        expect(await rowOf(view), day).toMatchObject({ light });
      }
      return;
    }
    expect(clockOf(view, decideRule)).toMatchObject({ status: 'met', metOn: history.decided });
    expect(view.closedOn).toBe(history.decided);
    expect(view.outcome).toBe('uphold');
    expect(row?.dueRule).not.toBe(decideRule);
  });
});

describe('silence', () => {
  // Received on a Monday; five working days end on 9 March 2026.
  const received = '2026-03-02';
  const lastDay = '2026-03-09';
  const dayAfter = '2026-03-10';
  const ledgers = () =>
    api.database.sql<{ streams: number; versions: number; entries: number; projected: number }>(
      `select (select count(*) from stream)::int as streams, (select sum(version) from stream)::int as versions,
              (select count(*) from entry)::int as entries,
              (select sum(hashtext(t::text)::bigint) from
                (select x::text as t from participant x union all select x::text from case_index x
                 union all select x::text from case_fact x union all select x::text from clock x) r) as projected`,
    );
  /** The fact as a reader of that day finds it. */
  const acceptedAsOf = (id: StreamId, day: string) =>
    api.database.sql<{ on: CivilDate; value: string }>(
      `select "on"::text, value from case_fact
        where stream_id = $1 and name = 'accepted' and known_to is null and visible_from <= $2::date`,
      [id, day],
    );

  it('accepts on the day after the last one, in the case, the list and the facts, and nothing is written', async () => {
    setToday(received);
    const id = await register(received);
    const before = await ledgers();

    setToday(lastDay);
    const onLast = await handler.view(id);
    expect(onLast).toMatchObject({ stage: 'received', deemedAccepted: false, acceptedOn: null });
    expect(await rowOf(onLast)).toMatchObject({ stage: 'received', deemedAccepted: false, due: lastDay });
    expect(await acceptedAsOf(id, lastDay)).toEqual([]);

    setToday(dayAfter);
    const after = await handler.view(id);
    expect(after).toMatchObject({ stage: 'accepted', deemedAccepted: true, acceptedOn: lastDay });
    expect(after.version).toBe(onLast.version);
    expect(await rowOf(after)).toMatchObject({ stage: 'accepted', deemedAccepted: true });
    expect(await acceptedAsOf(id, dayAfter)).toEqual([{ on: after.acceptedOn, value: 'lapse' }]);
    expect(clockOf(after, decideRule)).toBeDefined();

    expect(await ledgers()).toEqual(before);
  });

  it('leaves everything in agreement', async () => {
    const { services, database } = api;
    const { differences } = await verify(database.owner, {
      kinds: services.kinds,
      law: services.law,
      files: services.files,
    });
    expect(differences).toEqual([]);
  });
});
