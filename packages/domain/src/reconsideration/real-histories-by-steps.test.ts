/**
 * Seven real histories (dates from published judgments), entered step by step as a clerk would enter them years later:
 * what is not on record is left out, decisions come from paper. The dates come out as the courts found.
 */
import { describe, expect, it } from 'vitest';
import { clockStatusOn } from '../ledger/clock.ts';
import { policeBureau } from '../testing/builders.ts';
import { anApplication, type Play, play } from '../testing/play.ts';

const today = '2026-11-20';
const onPaper = {
  doneBy: { name: '某某', title: '行政复议机关负责人', role: 'organ-head' as const },
  fileIds: ['file-scan'],
};
const decide = 'reconsideration.decide-ordinary';
const notOnRecord = '判决未载明其余事项';

const receivedOn = (day: string): Play => {
  const { act } = anApplication();
  return play().do(
    'register-application',
    anApplication({ channel: 'counter', filedOn: day, receivedOn: day, act: { ...act, madeOn: null, knownOn: null } }),
    today,
  );
};
const extended = (p: Play, day: string, sentOn: string | null = null, servedOn: string | null = null) => {
  const partyId = p.case.parties[0]?.partyId ?? '';
  const sendings =
    sentOn === null
      ? []
      : [{ addressee: { is: 'party' as const, partyId }, method: 'post' as const, sentOn, servedOn }];
  // A judgment that tells of no notice leaves its day unknown.
  const document = sendings.length === 0 ? null : { sendings };
  return p.do('extend', { occurredOn: day, days: 30, reason: '案情复杂', onPaper, document }, today);
};
/** Judgments rarely tell of copies and hearings: the clerk says so. */
const decided = (p: Play, day: string) =>
  p.do(
    'decide',
    { occurredOn: day, types: ['uphold'], operative: '维持。', onPaper, irregularReason: notOnRecord },
    today,
  );
const stopped = (p: Play, from: string, to: string) =>
  p
    .do('suspend', { occurredOn: from, ground: 'other-case', reason: '以另案为依据' }, today)
    .do('resume', { occurredOn: to, reason: '另案已结' }, today);
const status = (p: Play, rule: string, day = today) => {
  const clock = p.builder.clock(rule);
  return clock === undefined ? null : clockStatusOn(clock, day as never);
};

describe('real histories, by steps', () => {
  it('a chain across New Year and Spring Festival', () => {
    const p = receivedOn('2015-12-10')
      .do('notify-correction', { occurredOn: '2015-12-16', items: ['身份证明'] }, today)
      .do('record-correction', { occurredOn: '2015-12-21', materials: ['补正材料'] }, today);
    const sendings = [
      { addressee: { is: 'organ' as const, organId: policeBureau }, method: 'direct' as const, servedOn: '2015-12-22' },
    ];
    p.do('issue-copy', { occurredOn: '2015-12-22', document: { sendings } }, today).do(
      'file-reply',
      { occurredOn: '2016-01-04', respondentId: policeBureau },
      today,
    );
    expect(status(p, 'reconsideration.notify-correction')).toBe('met');
    expect(p.case.acceptance?.on).toBe('2015-12-21');
    expect(p.due('reconsideration.reply-ordinary')).toBe('2016-01-04');
    expect(status(p, 'reconsideration.reply-ordinary')).toBe('met');
    decided(extended(p, '2016-02-18'), '2016-03-18');
    expect(p.due(decide)).toBe('2016-03-21');
    expect(status(p, decide)).toBe('met');
  });

  it('a long suspension', () => {
    const p = decided(stopped(receivedOn('2017-11-03'), '2017-11-08', '2018-04-10'), '2018-05-30');
    expect(status(p, decide)).toBe('met');
  });

  it('extended, then suspended near the end', () => {
    const p = decided(
      stopped(extended(receivedOn('2018-09-26'), '2018-11-19'), '2018-12-14', '2018-12-26'),
      '2018-12-29',
    );
    expect(status(p, decide)).toBe('met');
  });

  it('the time of correction is not counted: suing on 31 October was too early', () => {
    const p = receivedOn('2017-07-28')
      .do('notify-correction', { occurredOn: '2017-08-01', items: ['身份证明'] }, today)
      .do('record-correction', { occurredOn: '2017-08-09', materials: ['补正材料'] }, today);
    extended(p, '2017-09-20');
    expect(status(p, decide, '2017-10-31')).toBe('running');
  });

  it('posted on the last day', () => {
    const p = decided(extended(receivedOn('2019-05-16'), '2019-07-12', '2019-07-15', '2019-07-18'), '2019-07-31');
    expect(p.case.extensions[0]?.effective).toBe(true);
    expect(status(p, decide)).toBe('met');
  });

  it('made and posted one day before the end', () => {
    const p = receivedOn('2019-03-25');
    expect(p.due(decide)).toBe('2019-05-24');
    decided(extended(p, '2019-05-23', '2019-05-23'), '2019-06-14');
    expect(status(p, decide)).toBe('met');
  });

  it('ninety days that end on a Sunday', () => {
    const p = decided(extended(receivedOn('2017-09-25'), '2017-11-20'), '2017-12-18');
    expect(p.due(decide)).toBe('2017-12-25');
    expect(status(p, decide)).toBe('met');
  });
});
