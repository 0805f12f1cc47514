/** What moves a case, by law version: acceptance and silence, correction, stops, extensions, ends, and what contradicts. */
import { describe, expect, it } from 'vitest';
import type { DocumentId, PartyId } from '../ids.ts';
import { clockStatusOn } from '../ledger/clock.ts';
import { aCase, type anAct, aParty, applicantLi, day, marketBureau, policeBureau } from '../testing/builders.ts';

const ordinary = 'reconsideration.decide-ordinary';
const simplified = 'reconsideration.decide-simplified';

/** A clock's status on a day; null where there is no such clock. */
const statusOf = (b: ReturnType<typeof aCase>, rule: string, on: string) => {
  const clock = b.clock(rule);
  return clock === undefined ? null : clockStatusOn(clock, day(on));
};

describe('an application that came too late or too early', () => {
  const filed = (act: Parameters<typeof anAct>[0], on: string) =>
    aCase()
      .received(on, { act: act ?? {} })
      .accepted(on)
      .codes();
  it('is late after five or twenty years, also where the day it became known is not on record (21)', () => {
    expect(filed({ madeOn: day('2020-01-06') }, '2026-03-02')).toEqual(['filed-late']);
    expect(filed({ madeOn: day('2020-01-06'), immovable: true }, '2026-03-02')).toEqual([]);
    expect(filed({ madeOn: day('2022-01-06') }, '2026-03-02')).toEqual([]);
  });
  it('is late a year after its content was known where not all was told (20(3)); before 2024 that warns only', () => {
    const told = (contentKnownOn: string) => ({
      notInformed: { rightsKnownOn: null, contentKnownOn: day(contentKnownOn) },
    });
    expect(filed(told('2024-03-04'), '2026-03-02')).toEqual(['filed-late']);
    expect(filed(told('2025-09-01'), '2026-03-02')).toEqual([]);
    expect(filed(told('2023-03-06'), '2026-03-02')).toEqual([]);
  });
  it('is early before the sixty days for acting have passed (REG2007 16)', () => {
    const asked = { inaction: { requestedOn: day('2026-01-05'), periodEndsOn: null } };
    const early = aCase().received('2026-02-02', { act: asked }).accepted('2026-02-04').fold().contradictions;
    expect(early).toMatchObject([
      { code: 'inaction-filed-early', article: 'REG2007 16(1)', params: { due: '2026-03-06', filedOn: '2026-02-02' } },
    ]);
    expect(filed(asked, '2026-03-06')).toEqual(['inaction-filed-early']);
    expect(filed(asked, '2026-03-09')).toEqual([]);
  });
});

describe('electronic service', () => {
  const served = (electronicService: boolean, to: { party?: string; organ?: typeof policeBureau }) => {
    const b = aCase().received('2026-03-02');
    const [receipt] = b.entries;
    const payload = receipt?.payload as { asks: object };
    b.replaced(1, '2026-03-02', { ...payload, asks: { ...payload.asks, electronicService } });
    const d = b.document('acceptance-notice', '2026-03-04', [{ ...to, sent: '2026-03-04', served: '2026-03-04' }]);
    const issued = d.entry.payload as { sendings: object[] };
    const sendings = issued.sendings.map((s) => ({ ...s, method: 'electronic' }));
    return b.write([{ ...d.entry, payload: { ...issued, sendings } }]).fold().contradictions;
  };
  it('needs the recorded consent of whoever is served (A21)', () => {
    expect(served(false, { party: applicantLi })).toMatchObject([
      { code: 'electronic-without-consent', article: 'CPL2023 90(1)' },
    ]);
    expect(served(true, { party: applicantLi })).toEqual([]);
    // Organs exchange their papers as they agree.
    expect(served(false, { organ: policeBureau })).toEqual([]);
  });
  it('later recorded as electronic needs it, too', () => {
    const b = aCase().received('2026-03-02').correctionNotified('2026-03-04', { sent: '2026-03-04' });
    const sendingId = b.fold().documents[0]?.sendings[0]?.id;
    if (sendingId === undefined) throw new Error('no sending');
    const service = { sendingId, proof: '系统回执', fileIds: [] };
    const by = (method: 'electronic' | 'post') =>
      aCaseWith(b)
        .with('document-served', '2026-03-05', { ...service, method })
        .codes();
    expect(by('post')).toEqual([]);
    expect(by('electronic')).toEqual(['electronic-without-consent']);
  });
  const aCaseWith = (b: ReturnType<typeof aCase>) => {
    const copy = aCase();
    return copy.write(
      b.entries.map(
        ({ seq: _s, streamId: _i, recordedAt: _r, recordedBy: _b, commandId: _c, prevHash: _p, hash: _h, ...e }) => e,
      ),
    );
  };
});

describe('withdrawal before acceptance', () => {
  const withdrawn = (b: ReturnType<typeof aCase>, on: string) =>
    b.with('withdrawn-before-acceptance', on, { reason: '' });
  it.each([
    ['before 2024, within the five days of examination', '2019-03-25', '2019-04-01', []],
    ['before 2024, after them', '2019-03-25', '2019-04-02', ['withdrawn-after-acceptance']],
    ['since 2024, within the five days', '2026-01-05', '2026-01-12', []],
    ['since 2024, after them', '2026-01-05', '2026-01-13', ['withdrawn-after-acceptance']],
  ] as const)('%s', (_what, received, on, codes) => {
    const b = withdrawn(aCase().received(received), on);
    expect(b.codes()).toEqual(codes);
    expect(b.fold().closing === null).toBe(codes.length > 0);
  });
});

describe('acceptance under the law of 2023', () => {
  // Received on Monday 5 January 2026: the fifth working day is Monday the 12th.
  const untouched = () => aCase().received('2026-01-05');

  it('an application nobody touches stands accepted on the last day, seen from the sixth working day', () => {
    const c = untouched().fold();
    expect(c.lapses).toEqual([
      {
        kind: 'deemed-accepted',
        on: '2026-01-12',
        visibleFrom: '2026-01-13',
        provisional: false,
        article: 'ARL2023 30(3)',
      },
    ]);
    expect(c.acceptance).toMatchObject({ on: '2026-01-12', by: 'lapse', seq: null, visibleFrom: '2026-01-13' });
    expect(untouched().on('2026-01-12')).toMatchObject({ stage: 'received', accepted: null, procedure: null });
    expect(untouched().on('2026-01-13')).toMatchObject({ stage: 'accepted', procedure: 'ordinary' });
  });

  it('the decision limit counts from the day the lapse happened, not from the day it shows', () => {
    const clock = untouched().clock(ordinary);
    expect(clock?.computation).toMatchObject({ trigger: '2026-01-12', raw: '2026-03-13', due: '2026-03-13' });
    expect(clock?.visibleFrom).toBe('2026-01-13');
    expect(
      untouched()
        .on('2026-01-12')
        .running.map((k) => k.ruleId),
    ).not.toContain(ordinary);
  });

  it('an acceptance on the last day is one by decision', () => {
    const b = untouched().accepted('2026-01-12');
    expect(b.fold().acceptance).toMatchObject({ on: '2026-01-12', by: 'decision' });
    expect(b.fold().lapses).toEqual([]);
    expect(b.codes()).toEqual([]);
  });

  it.each([
    ['acceptance', () => untouched().accepted('2026-01-13')],
    ['refusal', () => untouched().refused('2026-01-13')],
  ])('an %s on the day after is recorded and contradicts: the case stands accepted', (_what, build) => {
    const c = build().fold();
    expect(c.acceptance).toMatchObject({ on: '2026-01-12', by: 'lapse' });
    expect(c.contradictions).toMatchObject([{ code: 'stands-accepted', article: 'ARL2023 30(3)' }]);
    expect(c.closing).toBeNull();
  });

  it('a refusal in time ends the case, and the refused may sue within 15 days of its receipt', () => {
    const b = untouched().refused('2026-01-12', 'within-scope', { sent: '2026-01-12', served: '2026-01-15' });
    expect(b.fold()).toMatchObject({ acceptance: null, closing: { on: '2026-01-12', how: { is: 'refused' } } });
    expect(b.on('2026-03-01').stage).toBe('refused');
    expect(b.due('litigation.sue-after-refusal', applicantLi)).toBe('2026-01-30');
  });

  it('after a refusal that the superior sets aside (35) the organ accepts anew', () => {
    const b = untouched()
      .refused('2026-01-09')
      .with('acceptance-ordered', '2026-02-02', { byOrgan: '市人民政府', reason: '属于受理范围' })
      .accepted('2026-02-04');
    expect(b.fold()).toMatchObject({ closing: null, acceptance: { on: '2026-02-04', by: 'decision' } });
    expect(b.codes()).toEqual([]);
  });
});

describe('correction under the law of 2023', () => {
  const asked = () =>
    aCase().received('2026-01-05').correctionNotified('2026-01-09', { sent: '2026-01-09', served: '2026-01-13' });

  it('a notice sent in time stops the examination: silence accepts nothing while the applicant is asked', () => {
    const c = asked().fold();
    expect(c.acceptance).toBeNull();
    expect(c.lapses).toEqual([]);
    expect(asked().on('2026-06-01').stage).toBe('correcting');
  });

  it('the ten working days run from the notice received', () => {
    expect(asked().due('reconsideration.correct', applicantLi)).toBe('2026-01-27');
    expect(asked().on('2026-01-27').waiting).toMatchObject({ who: 'applicant', what: 'correct' });
    expect(asked().on('2026-01-28').waiting).toMatchObject({ who: 'institution', what: 'record-abandonment' });
  });

  it('once corrected, silence accepts on the fifth working day', () => {
    const b = asked().corrected('2026-01-20');
    expect(b.fold().acceptance).toMatchObject({ on: '2026-01-27', by: 'lapse', visibleFrom: '2026-01-28' });
    expect(b.on('2026-01-27').stage).toBe('examining-corrected');
  });

  it('a second notice contradicts and stops nothing', () => {
    const b = asked().corrected('2026-01-20').correctionNotified('2026-01-22', { sent: '2026-01-22' });
    expect(b.codes()).toEqual(['second-correction-notice']);
    expect(b.fold().acceptance).toMatchObject({ on: '2026-01-27', by: 'lapse' });
  });

  it('a notice made in time but sent late lets the application stand accepted', () => {
    const b = aCase().received('2026-01-05').correctionNotified('2026-01-09', { sent: '2026-01-13' });
    expect(b.codes()).toEqual(['correction-notice-late']);
    expect(b.fold().acceptance).toMatchObject({ on: '2026-01-12', by: 'lapse' });
  });

  it('abandonment is recorded after the limit; before it, it contradicts', () => {
    expect(asked().abandoned('2026-01-28').codes()).toEqual([]);
    expect(asked().abandoned('2026-01-28').on('2026-01-28').stage).toBe('abandoned');
    expect(asked().abandoned('2026-01-27').codes()).toEqual(['abandonment-before-limit']);
  });

  it('a longer period, also one granted after the ten days, moves the end', () => {
    const b = asked().correctionExtended('2026-01-29', '2026-02-10');
    expect(b.due('reconsideration.correct', applicantLi)).toBe('2026-02-10');
    expect(b.on('2026-02-10').waiting.who).toBe('applicant');
    expect(b.codes()).toEqual([]);
  });

  it('abandonment after the materials came contradicts and ends nothing', () => {
    const b = asked().corrected('2026-01-20').abandoned('2026-01-21');
    expect(b.codes()).toEqual(['abandonment-after-submission']);
    expect(b.fold().closing).toBeNull();
  });
});

describe('acceptance before 2024 is derived', () => {
  it('counts from receipt, with no step', () => {
    const c = aCase().received('2019-03-25').fold();
    expect(c).toMatchObject({ law: 'ARL1999', acceptance: { on: '2019-03-25', by: 'law' }, lapses: [] });
  });
  it('a refusal within five working days ends it, one after them contradicts', () => {
    expect(aCase().received('2019-03-25').refused('2019-04-01').codes()).toEqual([]);
    const late = aCase().received('2019-03-25').refused('2019-04-02');
    expect(late.fold().contradictions).toMatchObject([{ code: 'stands-accepted', article: 'ARL1999 17(2)' }]);
    expect(late.fold().closing).toBeNull();
  });
  it('a case received in 2023 keeps the old version for its correction in 2024 (A16)', () => {
    const b = aCase()
      .received('2023-12-28')
      .correctionNotified('2024-01-03', { sent: '2024-01-03', served: '2024-01-05', due: '2024-01-20' })
      .corrected('2024-01-18');
    expect(b.fold().acceptance).toMatchObject({ on: '2024-01-18', by: 'law' });
    expect(b.due('reconsideration.correct')).toBe('2024-01-20');
    expect(b.clock('reconsideration.examine-corrected')).toBeUndefined();
    // Every other clock takes the row of its own trigger.
    expect(b.clock(ordinary)?.computation.rule?.citations[0]?.law).toBe('ARL2023');
  });
  it('a reasoned entry pins another version', () => {
    const b = aCase()
      .received('2023-12-28')
      .with('law-pinned', '2024-01-02', { ruleId: null, law: 'ARL2023', why: '申请人要求' });
    expect(b.fold()).toMatchObject({ law: 'ARL2023', acceptance: { by: 'lapse' } });
  });
});

describe("the applicant's limit", () => {
  const filed = (on: string, act: NonNullable<Parameters<typeof anAct>[0]>) => aCase().received(on, { act });
  const status = (b: ReturnType<typeof aCase>, rule: string) => {
    const clock = b.clock(rule);
    return clock === undefined ? null : clockStatusOn(clock, day('2030-01-01'));
  };
  it('sixty days from knowing the act, judged on the day of filing', () => {
    const known = { madeOn: day('2025-11-01'), knownOn: day('2025-11-03') };
    expect(filed('2026-01-02', known).due('reconsideration.apply')).toBe('2026-01-04');
    expect(status(filed('2026-01-04', known), 'reconsideration.apply')).toBe('met');
    expect(status(filed('2026-01-05', known), 'reconsideration.apply')).toBe('late');
  });
  it('posted in time is filed in time, whenever it arrives', () => {
    const b = aCase().received('2026-01-09', { filed: '2026-01-04', act: { knownOn: day('2025-11-03') } });
    expect(status(b, 'reconsideration.apply')).toBe('met');
    expect(b.due('reconsideration.examine')).toBe('2026-01-16');
  });
  it('not informed: sixty days from knowing the last of the three, never beyond a year from the content', () => {
    const notInformed = (rights: string) => ({
      madeOn: day('2025-01-10'),
      knownOn: day('2025-01-15'),
      notInformed: { rightsKnownOn: day(rights), contentKnownOn: day('2025-01-15') },
    });
    expect(filed('2026-01-05', notInformed('2025-10-20')).due('reconsideration.apply-not-informed')).toBe('2025-12-19');
    expect(filed('2026-01-05', notInformed('2025-12-20')).due('reconsideration.apply-not-informed')).toBe('2026-01-15');
  });
  it('the one-year cap did not exist before 2024 and does not end a limit whose content was known then', () => {
    const act = {
      madeOn: day('2023-05-08'),
      knownOn: day('2023-05-10'),
      notInformed: { rightsKnownOn: day('2024-05-01'), contentKnownOn: day('2023-05-10') },
    };
    const b = filed('2024-06-20', act);
    expect(b.due('reconsideration.apply-not-informed')).toBe('2024-07-01');
    // It warns, on the limit itself, and makes nothing late.
    const marksOf = (x: typeof b) => x.clock('reconsideration.apply-not-informed')?.computation.marks;
    expect(marksOf(b)).toContain('warns-only');
    expect(b.accepted('2024-06-21').codes()).not.toContain('filed-late');
    const knownLater = { ...act, notInformed: { ...act.notInformed, contentKnownOn: day('2024-01-02') } };
    expect(marksOf(filed('2024-06-20', knownLater))).not.toContain('warns-only');
  });
  it('to simplified only with everybody’s agreement and within the thirty days; otherwise no limit moves', () => {
    const change = (on: string, allPartiesAgree: boolean) =>
      aCase()
        .received('2026-03-02')
        .accepted('2026-03-04')
        .with('procedure-changed', on, { to: 'simplified', reason: '各方同意', documentId: null, allPartiesAgree });
    const inTime = change('2026-03-16', true);
    expect(inTime.codes()).toEqual([]);
    expect(inTime.on('2026-03-16').procedure).toBe('simplified');
    for (const [b, code] of [
      [change('2026-03-16', false), 'not-all-parties-agree'],
      [change('2026-04-20', true), 'simplified-changed-late'],
    ] as const) {
      expect(b.codes()).toEqual([code]);
      expect(b.on('2026-04-20').procedure).toBe('ordinary');
      expect(b.due('reconsideration.decide-ordinary')).toBe('2026-05-06');
      expect(b.clock('reconsideration.decide-simplified')).toBeUndefined();
    }
  });
  it('a mediation letter that names a day gives its performance that day', () => {
    const letter = (performBy?: string) => {
      const b = aCase().received('2026-03-02').accepted('2026-03-04');
      const d = b.document('mediation-letter', '2026-04-01', [{ sent: '2026-04-01' }]);
      const signed = day('2026-04-02');
      return b.write([
        d.entry,
        b.entry('mediation-letter-made', '2026-04-01', {
          documentId: d.id,
          terms: '减至三百元',
          lastSignedOn: signed,
          sealedOn: signed,
          ...(performBy === undefined ? {} : { performBy: day(performBy) }),
        }),
      ]);
    };
    expect(letter('2026-04-20').due('reconsideration.perform-mediation')).toBe('2026-04-20');
    expect(letter().due('reconsideration.perform-mediation')).toBeNull();
    expect(letter('2026-04-20').on('2026-04-21').waiting).toMatchObject({ who: 'respondent', what: 'perform' });
  });
  it('a relayed application was sent on the day on record, else by the day it arrived', () => {
    const relayed = (sentOn?: string) => {
      const b = aCase().received('2026-03-16', {
        filed: '2026-03-02',
        relay: { organ: policeBureau, received: '2026-03-02' },
      });
      const [first] = b.entries;
      const payload = first?.payload as { relay: object };
      if (sentOn !== undefined) b.replaced(1, '2026-03-16', { ...payload, relay: { ...payload.relay, sentOn } });
      return b.clock('reconsideration.relay');
    };
    expect(relayed()?.end).toMatchObject({ is: 'met', on: '2026-03-16', unproven: true });
    expect(relayed('2026-03-09')?.end).toMatchObject({ is: 'met', on: '2026-03-09', unproven: false });
    expect(relayed('2026-03-09')?.computation.due).toBe('2026-03-09');
  });
  it('a procedure changed there and back leaves each limit one clock', () => {
    const b = aCase()
      .received('2026-03-02')
      .accepted('2026-03-04')
      .procedureChanged('2026-03-05', 'simplified')
      .procedureChanged('2026-03-06', 'ordinary');
    const ids = b.fold().clocks.map((k) => k.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(b.clock('reconsideration.decide-ordinary')?.end.is).toBe('open');
    expect(b.clock('reconsideration.decide-simplified')?.end.is).toBe('superseded');
  });
  it('never beyond five years from the act, twenty for immovables', () => {
    const late = { madeOn: day('2019-01-07'), knownOn: day('2023-12-20') };
    expect(filed('2024-01-08', late).due('reconsideration.apply')).toBe('2024-01-08');
    expect(filed('2024-01-08', { ...late, immovable: true }).due('reconsideration.apply')).toBe('2024-02-18');
  });
  it('an acceptance although filed late contradicts, unless a named person went on with a reason', () => {
    const late = aCase().received('2026-01-12', { act: { knownOn: day('2025-11-03') } });
    expect(late.accepted('2026-01-14').codes()).toEqual(['filed-late']);
  });
  it('without the day it became known there is no date', () => {
    expect(aCase().received('2026-01-12').clock('reconsideration.apply')?.computation).toMatchObject({
      status: 'unknown',
      due: null,
    });
  });
});

describe('the decision limit', () => {
  const accepted = () =>
    aCase().received('2026-07-24').accepted('2026-07-28').copied('2026-07-29', { sent: '2026-07-29' });

  it('a suspension in the roll gap pushes the end past it', () => {
    const b = accepted().suspended('2026-09-28').resumed('2026-10-12');
    expect(b.due(ordinary)).toBe('2026-10-12');
  });
  it('a suspension runs from the later of decision and sending, to the earlier of resumption and its sending', () => {
    const b = accepted()
      .suspended('2026-08-10', 'other-case', { sent: '2026-08-12' })
      .resumed('2026-08-20', { sent: '2026-08-25' });
    expect(b.fold().spans).toMatchObject([{ from: '2026-08-12', to: '2026-08-20', effective: true }]);
    expect(b.clock(ordinary)?.computation.stoppedDays).toBe(8);
  });
  it('while suspended there is no date, only days left', () => {
    const b = accepted().suspended('2026-08-12');
    expect(b.clock(ordinary)?.computation).toMatchObject({ status: 'stopped', due: null });
    expect(b.on('2026-08-12').stage).toBe('suspended');
    expect(b.on('2026-08-11').stage).toBe('accepted');
  });
  it('a suspension on no listed ground is on record, contradicts, and stops nothing', () => {
    const b = accepted().suspended('2026-08-12', null).resumed('2026-08-20');
    expect(b.codes()).toEqual(['suspended-on-no-ground']);
    expect(b.due(ordinary)).toBe(accepted().due(ordinary));
    expect(b.on('2026-08-15').stage).toBe('accepted');
  });
  it('mediation is a ground since 2024 and was none before', () => {
    expect(accepted().suspended('2026-08-12', 'mediation').codes()).toEqual([]);
    const old = aCase().received('2019-03-25').suspended('2019-04-10', 'mediation');
    expect(old.fold().contradictions).toMatchObject([{ code: 'suspended-on-no-ground', article: 'REG2007 41(1)' }]);
  });
  it('the numbers of the grounds differ by law (A11)', () => {
    const articles = (b: ReturnType<typeof aCase>) => b.fold().spans.map((s) => s.article);
    expect(articles(accepted().suspended('2026-08-12', 'applicant-missing'))).toEqual(['ARL2023 39(1)(3)']);
    expect(articles(aCase().received('2019-03-25').suspended('2019-04-10', 'applicant-missing'))).toEqual([
      'REG2007 41(1)(4)',
    ]);
  });
  it('a second suspension and a resumption without one contradict', () => {
    expect(accepted().suspended('2026-08-12').suspended('2026-08-14').codes()).toEqual(['already-suspended']);
    expect(accepted().resumed('2026-08-14').codes()).toEqual(['not-suspended']);
  });
  describe('two grounds at once: overlapping days count once, in either order (rulebook 2.7)', () => {
    const base = () => aCase().received('2026-01-05').accepted('2026-01-08');
    it('a death during a normative review holds the case until the successor is known', () => {
      const b = base()
        .reviewBegun('2026-01-20')
        .suspended('2026-02-01', 'applicant-died')
        .reviewConcluded('2026-02-20')
        .resumed('2026-03-20');
      const other = base()
        .suspended('2026-01-20', 'applicant-died')
        .reviewBegun('2026-02-01')
        .resumed('2026-02-20')
        .reviewConcluded('2026-03-20');
      const once = base().suspended('2026-01-20', 'applicant-died').resumed('2026-03-20');
      // 59 days out of the count: 2026-01-08 + 60 + 59.
      expect(once.clock(ordinary)?.computation.stoppedDays).toBe(59);
      expect(once.due(ordinary)).toBe('2026-05-07');
      expect(b.due(ordinary)).toBe('2026-05-07');
      expect(other.due(ordinary)).toBe('2026-05-07');
      expect([...b.codes(), ...other.codes()]).toEqual([]);
      expect(['2026-01-19', '2026-02-25', '2026-03-19', '2026-03-20'].map((d) => b.on(d).stage)).toEqual([
        'accepted',
        'suspended',
        'suspended',
        'accepted',
      ]);
    });
    it('a resumption names the stop it ends; unnamed it ends the latest one', () => {
      const two = () => base().suspended('2026-01-20', 'applicant-died').suspended('2026-02-01', 'other-case');
      const [died, other] = two()
        .fold()
        .spans.map((s) => s.startSeq);
      const resumption = { reason: '原因消除', documentId: null };
      const ends = (b: ReturnType<typeof aCase>) => b.fold().spans.map((s) => [s.ground, s.to]);
      expect(ends(two().resumed('2026-02-10'))).toEqual([
        ['applicant-died', null],
        ['other-case', '2026-02-10'],
      ]);
      expect(ends(two().with('resumed', '2026-02-10', { ...resumption, ofSeq: died }))).toEqual([
        ['applicant-died', '2026-02-10'],
        ['other-case', null],
      ]);
      const twice = two().with('resumed', '2026-02-10', { ...resumption, ofSeq: other });
      expect(twice.with('resumed', '2026-02-12', { ...resumption, ofSeq: other }).codes()).toEqual(['not-suspended']);
      expect(twice.on('2026-02-12').stage).toBe('suspended');
    });
    it('only the same ground twice contradicts', () => {
      const b = base().suspended('2026-01-20', 'other-case');
      expect(b.suspended('2026-02-01', 'other-case').codes()).toEqual(['already-suspended']);
    });
  });
  it('sixty days of one span on one of three grounds allow termination from the next day', () => {
    const b = () => accepted().suspended('2026-08-12', 'applicant-died');
    expect(b().due('reconsideration.suspension-longest')).toBe('2026-10-12');
    expect(b().terminated('2026-10-12', 'suspended-60-days').codes()).toEqual(['terminated-before-60-days']);
    expect(b().terminated('2026-10-13', 'suspended-60-days').codes()).toEqual([]);
    expect(accepted().suspended('2026-08-12').terminated('2026-10-20', 'suspended-60-days').codes()).toEqual([
      'terminated-without-suspension',
    ]);
  });
  it.each([
    ['in time', '2026-09-25', 30, '2026-09-28', true, '2026-10-26', []],
    ['made on the rolled end', '2026-09-28', 30, '2026-09-28', true, '2026-10-26', []],
    ['made late', '2026-09-29', 30, '2026-09-29', false, '2026-09-28', ['extension-made-late']],
    ['sent late', '2026-09-25', 30, '2026-09-29', false, '2026-09-28', ['extension-sent-late']],
    ['beyond the cap', '2026-09-25', 31, '2026-09-25', false, '2026-09-28', ['extension-beyond-cap']],
  ] as const)('an extension %s', (_what, on, days, sent, effective, due, codes) => {
    const b = accepted().extended(on, days, { sent });
    expect(b.fold().extensions).toMatchObject([{ effective }]);
    expect(b.due(ordinary)).toBe(due);
    expect(b.codes()).toEqual(codes);
  });
  it('an extension whose notice has not left moves nothing yet, and says by when it has to', () => {
    const b = accepted().extended('2026-09-25', 30, {});
    expect(b.due(ordinary)).toBe('2026-09-28');
    expect(b.fold().extensions).toMatchObject([{ effective: false, ineffectiveBecause: 'not-sent', sentOn: null }]);
    expect(b.fold().contradictions).toMatchObject([{ code: 'extension-not-sent', params: { due: '2026-09-28' } }]);
    expect(b.on('2026-09-27').waiting).toMatchObject({ who: 'institution', what: 'send-extension' });
    expect(b.on('2026-09-29').waiting.what).not.toBe('send-extension');
    // Decided after the end it is late, whether sent or not.
    expect(accepted().extended('2026-09-29', 30, {}).codes()).toEqual(['extension-made-late']);
  });
  it('old histories know one date per act: it counts, unproven', () => {
    const b = accepted().extended('2026-09-25');
    expect(b.due(ordinary)).toBe('2026-10-26');
    expect(b.clock(ordinary)?.computation.marks).toContain('extension-unproven');
  });
  it('a paper of the earlier register that names no sending counts, unproven', () => {
    const b = accepted();
    const { id, entry } = b.document('extension-notice', '2026-09-25', []);
    const payload = { ...(entry.payload as object), fromRegister: true };
    const extension = b.entry('extended', '2026-09-25', { days: 30, reason: '案情复杂', documentId: id });
    b.write([{ ...entry, payload }, extension]);
    expect([b.due(ordinary), b.codes()]).toEqual(['2026-10-26', []]);
    expect(b.clock(ordinary)?.computation.marks).toContain('extension-unproven');
  });
  it('the notice goes to every applicant: one who was sent none was not told (2.6)', () => {
    const two = (sendings: readonly { party: string; sent: string }[]) => {
      const b = aCase().received('2026-07-24', { parties: [aParty('party-li'), aParty('party-wu')] });
      b.accepted('2026-07-28');
      const d = b.document('extension-notice', '2026-09-25', sendings);
      return b.write([d.entry, b.entry('extended', '2026-09-25', { days: 30, reason: '案情复杂', documentId: d.id })]);
    };
    const one = two([{ party: 'party-li', sent: '2026-09-25' }]);
    expect([one.due(ordinary), one.codes()]).toEqual(['2026-09-28', ['extension-not-sent']]);
    const both = two([
      { party: 'party-li', sent: '2026-09-25' },
      { party: 'party-wu', sent: '2026-09-28' },
    ]);
    expect([both.due(ordinary), both.codes()]).toEqual(['2026-10-26', []]);
    // Made today and sent to nobody: it is not on its way, and nothing makes that uncertain.
    const none = two([]);
    expect([none.due(ordinary), none.codes()]).toEqual(['2026-09-28', ['extension-not-sent']]);
    // Who has left the case is told nothing any more.
    const left = two([{ party: 'party-li', sent: '2026-09-25' }]);
    left.with('party-left', '2026-08-20', { partyId: 'party-wu' as PartyId, why: '撤回申请' });
    expect([left.due(ordinary), left.codes()]).toEqual(['2026-10-26', []]);
  });
  it('an extension made under the simplified procedure stays without effect after the change to ordinary', () => {
    const b = aCase()
      .received('2026-01-05', { act: { madeOnTheSpot: true } })
      .accepted('2026-01-08', 'simplified', 'made-on-the-spot')
      .extended('2026-01-20', 30, { sent: '2026-01-20' })
      .procedureChanged('2026-01-28', 'ordinary');
    expect(b.due(ordinary)).toBe('2026-03-09');
    expect(b.codes()).toEqual(['extension-in-simplified']);
    expect(b.fold().extensions).toMatchObject([{ effective: false, ineffectiveBecause: 'simplified-has-none' }]);
    // One made afterwards, under the ordinary procedure, counts.
    expect(b.extended('2026-02-20', 30, { sent: '2026-02-20' }).due(ordinary)).toBe('2026-04-08');
  });
  it('a second extension within the cap counts and warns', () => {
    const b = accepted()
      .extended('2026-09-01', 10, { sent: '2026-09-01' })
      .extended('2026-09-20', 20, { sent: '2026-09-20' });
    expect(b.codes()).toEqual(['extension-second']);
    expect(b.due(ordinary)).toBe('2026-10-26');
  });
  it('a special law names its own limit and shows what it displaced', () => {
    const b = accepted().with('special-limit-set', '2026-07-29', {
      ruleId: ordinary,
      law: '某特别法',
      article: '12',
      length: 30,
      unit: 'day',
      why: '特别规定',
    });
    expect(b.due(ordinary)).toBe('2026-08-27');
    expect(b.clock(ordinary)?.computation.steps.map((s) => s.step)).toContain('displaced');
  });
  it('a decision made in time and sent after the end is told apart', () => {
    const b = accepted()
      .heard('2026-08-20')
      .decided('2026-09-28', ['uphold'], { out: { sent: '2026-09-30' } });
    expect(b.codes()).toEqual(['made-in-time-sent-late']);
  });
  it('a limit past today opens 15 days to sue, from the rolled end', () => {
    expect(accepted().clock('litigation.sue-after-overdue-reconsideration')?.computation).toMatchObject({
      trigger: '2026-09-28',
      due: '2026-10-13',
    });
  });
});

describe('the simplified procedure', () => {
  const spot = () =>
    aCase()
      .received('2026-03-02', { act: { madeOnTheSpot: true } })
      .accepted('2026-03-04', 'simplified', 'made-on-the-spot');
  it('has thirty days, three to send the copy and five to reply, and no extension', () => {
    const b = spot()
      .copied('2026-03-06', { sent: '2026-03-06', served: '2026-03-06' })
      .extended('2026-03-20', 10, { sent: '2026-03-20' });
    expect(b.due('reconsideration.send-copy-simplified')).toBe('2026-03-09');
    expect(b.due('reconsideration.reply-simplified', policeBureau)).toBe('2026-03-13');
    expect(b.due(simplified)).toBe('2026-04-03');
    expect(b.fold().extensions).toMatchObject([{ effective: false, ineffectiveBecause: 'simplified-has-none' }]);
    expect(b.codes()).toEqual(['extension-in-simplified']);
  });
  it('changed to ordinary: the sixty days run from the original acceptance; open limits are recomputed, met ones stay', () => {
    const b = spot()
      .copied('2026-03-06', { sent: '2026-03-06', served: '2026-03-06' })
      .procedureChanged('2026-03-12', 'ordinary');
    expect(b.due(ordinary)).toBe('2026-05-06');
    expect(b.clock(ordinary)?.computation.marks).toContain('reading');
    expect(b.clock('reconsideration.send-copy-ordinary')).toBeUndefined();
    expect(b.due('reconsideration.reply-ordinary', policeBureau)).toBe('2026-03-20');
    expect(statusOf(b, simplified, '2026-03-12')).toBe('superseded');
    expect(b.codes()).toEqual([]);
  });
  it('changed after the thirty days: recorded, contradicts, and stays overdue for the days between', () => {
    const b = spot().procedureChanged('2026-04-10', 'ordinary');
    expect(b.codes()).toEqual(['procedure-changed-late']);
    expect(statusOf(b, simplified, '2026-04-09')).toBe('overdue');
    expect(statusOf(b, ordinary, '2026-04-10')).toBe('running');
  });
  it.each([
    ['made-on-the-spot', { madeOnTheSpot: true }, true],
    ['made-on-the-spot', {}, false],
    ['at-most-3000-yuan', { amount: 300_000 as never }, true],
    ['at-most-3000-yuan', { amount: 300_001 as never }, false],
    ['at-most-3000-yuan', {}, false],
    ['open-information', { matter: 'open-information' }, true],
    ['open-information', {}, false],
    ['warning-or-criticism', {}, true],
    ['warning-or-criticism', { amount: 0 as never }, true],
    ['warning-or-criticism', { amount: 20_000 as never }, false],
    ['all-parties-agree', {}, true],
    [null, {}, false],
  ] as const)('on the ground %s with the act %j: %s', (ground, act, fits) => {
    const b = aCase().received('2026-03-02', { act }).accepted('2026-03-04', 'simplified', ground);
    expect(b.codes()).toEqual(fits ? [] : ['simplified-not-eligible']);
  });
  it('a case received in 2023 keeps one procedure, also where its acceptance is recorded in 2024', () => {
    const b = aCase()
      .received('2023-12-28', { act: { madeOnTheSpot: true } })
      .accepted('2024-01-03', 'simplified', 'made-on-the-spot');
    expect(b.codes()).toEqual(['simplified-not-known']);
    expect(b.due(ordinary)).toBe('2024-02-26');
  });
  it('was not known before 2024', () => {
    expect(aCase().received('2019-03-25').accepted('2019-03-26', 'simplified', 'made-on-the-spot').codes()).toContain(
      'simplified-not-known',
    );
  });
});

describe('spans that the regulation leaves out', () => {
  const with_ = (from: string, to: string) =>
    aCase()
      .received('2026-03-23')
      .accepted('2026-03-25')
      .with('span-excluded', from, { kind: 'inspection', to: day(to), reason: '现场勘验' });
  it('an on-site inspection is not counted', () => {
    const b = with_('2026-04-01', '2026-04-11');
    expect(b.clock(ordinary)?.computation).toMatchObject({ stoppedDays: 10, due: '2026-06-03' });
    expect(b.clock(ordinary)?.computation.marks).not.toContain('unverified');
    expect(b.on('2026-04-05').stage).toBe('accepted');
  });
  it('after 30 June 2026 its text is not on file, and the date says so', () => {
    const late = aCase()
      .received('2026-06-01')
      .accepted('2026-06-03')
      .with('span-excluded', '2026-07-06', { kind: 'appraisal', to: day('2026-07-16'), reason: '鉴定' });
    expect(late.clock(ordinary)?.computation.marks).toContain('unverified');
  });
  it('one that ends before it begins contradicts and counts no day', () => {
    expect(with_('2026-04-11', '2026-04-01').codes()).toEqual(['span-reversed']);
    expect(with_('2026-04-11', '2026-04-01').due(ordinary)).toBe('2026-05-25');
  });
});

describe('copy, replies, hearing and opinions', () => {
  const accepted = () =>
    aCase()
      .received('2026-03-02', { respondents: [policeBureau, marketBureau] })
      .accepted('2026-03-04');
  it('two respondents have two reply clocks, each from its own receipt', () => {
    const b = accepted()
      .copied('2026-03-05', { served: '2026-03-06' }, [policeBureau])
      .copied('2026-03-05', { served: '2026-03-10' }, [marketBureau]);
    expect(b.due('reconsideration.reply-ordinary', policeBureau)).toBe('2026-03-20');
    expect(b.due('reconsideration.reply-ordinary', marketBureau)).toBe('2026-03-24');
    const half = b.replied('2026-03-20', policeBureau);
    expect(half.on('2026-03-20').waiting).toMatchObject({ who: 'respondent', subject: marketBureau });
  });
  it('the copy is out only when the last respondent has been sent it', () => {
    const one = accepted().copied('2026-03-05', { sent: '2026-03-05' }, [policeBureau]);
    expect(one.clock('reconsideration.send-copy-ordinary')?.end).toEqual({ is: 'open' });
    expect(
      one.copied('2026-03-09', { sent: '2026-03-09' }, [marketBureau]).clock('reconsideration.send-copy-ordinary')?.end,
    ).toMatchObject({
      is: 'met',
      on: '2026-03-09',
    });
  });
  it('before 2024 ten days to reply are calendar days', () => {
    const b = aCase().received('2016-09-28').copied('2016-09-28', { served: '2016-09-28' });
    expect(b.clock('reconsideration.reply-ordinary')?.computation).toMatchObject({
      raw: '2016-10-08',
      due: '2016-10-08',
    });
  });
  it('a reply of an organ that is no respondent contradicts and meets nothing', () => {
    const b = aCase()
      .received('2026-03-02')
      .accepted('2026-03-04')
      .copied('2026-03-05', { served: '2026-03-06' })
      .replied('2026-03-09', marketBureau);
    expect(b.codes()).toEqual(['reply-of-non-respondent']);
    expect(b.fold().replies).toEqual([]);
  });
  it('service recorded later starts the clock from its own day', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-05', { sent: '2026-03-05' });
    expect(b.clock('reconsideration.reply-ordinary')?.computation.status).toBe('unknown');
    expect(b.on('2026-03-06').waiting.who).toBe('service');
    const sending = b.fold().documents.find((d) => d.kind === 'reply-notice')?.sendings[0]?.id;
    expect(b.served('2026-03-09', sending ?? '').due('reconsideration.reply-ordinary')).toBe('2026-03-23');
  });
  it('a hearing notice received later than five working days before it contradicts at the hearing', () => {
    const scheduled = (served: string) =>
      aCase()
        .received('2026-03-02')
        .accepted('2026-03-04')
        .hearingScheduled('2026-03-10', '2026-03-24', { served })
        .hearingHeld('2026-03-24');
    expect(scheduled('2026-03-17').codes()).toEqual([]);
    expect(scheduled('2026-03-17').due('reconsideration.hearing-notice', policeBureau)).toBe('2026-03-17');
    expect(new Set(scheduled('2026-03-18').codes())).toEqual(new Set(['hearing-notice-late']));
  });
  it('a hearing whose notice is on record as served on nobody contradicts, for each who had to be told', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    b.hearingScheduled('2026-03-10', '2026-03-24', { sent: '2026-03-10' }).hearingHeld('2026-03-24');
    expect(b.fold().contradictions.map((x) => [x.code, x.params.subject])).toEqual([
      ['hearing-notice-unproven', applicantLi],
      ['hearing-notice-unproven', policeBureau],
    ]);
  });
  it('a decision without copy, before the reply limit, and before anybody was heard contradicts three times', () => {
    const ready = () => aCase().received('2026-03-02').accepted('2026-03-04');
    expect(ready().decided('2026-03-10').codes()).toEqual(['decided-without-copy', 'decided-before-heard']);
    const copied = ready().copied('2026-03-05', { served: '2026-03-06' });
    expect(copied.decided('2026-03-20').codes()).toEqual(['decided-before-heard', 'decided-before-reply-limit']);
    const whole = ready()
      .copied('2026-03-05', { served: '2026-03-06' })
      .replied('2026-03-18')
      .heard('2026-03-19')
      .decided('2026-03-20');
    expect(whole.codes()).toEqual([]);
  });
  it('no reply is a ground of the decision only when there is none in time (70)', () => {
    const b = () =>
      aCase()
        .received('2026-03-02')
        .accepted('2026-03-04')
        .copied('2026-03-05', { served: '2026-03-06' })
        .heard('2026-03-19');
    expect(b().decided('2026-03-23', ['revoke'], { noReply: true }).codes()).toEqual([]);
    expect(b().replied('2026-03-20').decided('2026-03-23', ['revoke'], { noReply: true }).codes()).toEqual([
      'no-reply-unfounded',
    ]);
  });
});

describe('normative review', () => {
  it('the case stands still from its beginning to its outcome (A12, A13)', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').reviewBegun('2026-03-16');
    expect(b.on('2026-03-16')).toMatchObject({
      stage: 'suspended',
      waiting: { who: 'institution', what: 'normative-review' },
    });
    expect(b.due('reconsideration.review-own')).toBe('2026-04-15');
    expect(b.due('reconsideration.review-ask-maker')).toBe('2026-03-19');
    expect(b.clock('reconsideration.review-own')?.computation.marks).toContain('reading');
    const done = b.reviewConcluded('2026-04-10');
    expect(done.fold().spans).toMatchObject([{ from: '2026-03-16', to: '2026-04-10', ground: 'normative-review' }]);
    expect(done.on('2026-04-10').stage).toBe('accepted');
    expect(done.codes()).toEqual([]);
  });
  it('the formal notice of suspension and of resumption adds no second span', () => {
    const b = aCase()
      .received('2026-03-02')
      .accepted('2026-03-04')
      .reviewBegun('2026-03-16')
      .suspended('2026-03-16', 'normative-review')
      .reviewConcluded('2026-04-10')
      .resumed('2026-04-10');
    expect(b.fold().spans).toHaveLength(1);
    expect(b.codes()).toEqual([]);
  });
  it('without the power to handle it, it is referred within seven working days', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').reviewBegun('2026-03-16', false);
    expect(b.due('reconsideration.review-refer')).toBe('2026-03-25');
    expect(b.clock('reconsideration.review-own')).toBeUndefined();
  });
});

describe('ends', () => {
  const ready = () =>
    aCase()
      .received('2026-03-02')
      .accepted('2026-03-04')
      .copied('2026-03-05', { served: '2026-03-06' })
      .replied('2026-03-18')
      .heard('2026-03-19');
  it('a decision closes the case on its day and is effective when served; each party may sue from its own receipt', () => {
    const b = ready().decided('2026-04-20', ['uphold'], { out: { sent: '2026-04-21', served: '2026-04-23' } });
    expect(b.fold().closing).toMatchObject({ on: '2026-04-20', how: { is: 'decided', types: ['uphold'] } });
    expect(b.on('2026-04-22')).toMatchObject({ stage: 'decided', waiting: { who: 'service', what: 'serve-decision' } });
    expect(b.on('2026-04-23').stage).toBe('closed');
    expect(b.due('litigation.sue-after-reconsideration', applicantLi)).toBe('2026-05-08');
  });
  it('a new act within the decision’s own days, else sixty by the regulation', () => {
    const redo = (redoDays: number | null) =>
      ready().decided('2026-04-20', ['revoke'], { out: { served: '2026-04-23' }, redoDays });
    expect(redo(30).due('reconsideration.redo', policeBureau)).toBe('2026-05-25');
    expect(redo(null).due('reconsideration.redo', policeBureau)).toBe('2026-06-22');
  });
  it('a performance day set by the decision is shown as set, not rolled', () => {
    const b = ready().decided('2026-04-20', ['order-performance'], {
      out: { served: '2026-04-23' },
      performBy: '2026-05-30',
    });
    expect(b.due('reconsideration.perform', policeBureau)).toBe('2026-05-30');
    expect(b.on('2026-05-01').waiting).toMatchObject({ who: 'respondent', what: 'perform' });
  });
  it('what comes after the end contradicts and changes nothing', () => {
    const b = ready()
      .decided('2026-04-20', ['uphold'], { out: { served: '2026-04-23' } })
      .suspended('2026-04-24')
      .extended('2026-04-25');
    expect(b.codes()).toEqual(['after-closing', 'after-closing']);
    expect(b.fold()).toMatchObject({ spans: [], extensions: [] });
  });
  it('a decision while the case is suspended contradicts', () => {
    expect(ready().suspended('2026-03-25').decided('2026-04-20').codes()).toEqual(['decided-while-suspended']);
  });
  it('a mediation letter takes effect with the last signature and the seal', () => {
    const b = ready();
    const d = b.document('mediation-letter', '2026-04-01', [{}]);
    b.write([
      d.entry,
      b.entry('mediation-letter-made', '2026-04-01', {
        documentId: d.id,
        terms: '退还罚款',
        lastSignedOn: null,
        sealedOn: null,
      }),
    ]);
    expect(b.fold().closing).toBeNull();
    const signed = b.with('mediation-signed', '2026-04-08', {
      lastSignedOn: day('2026-04-08'),
      sealedOn: day('2026-04-07'),
    });
    expect(signed.fold().closing).toMatchObject({ on: '2026-04-08', how: { is: 'mediated' } });
  });
  it.each([
    ['before the letter', '2026-03-02', '2026-04-08', ['signed-before-letter'], '2026-04-08'],
    [
      'before the case was received',
      '2025-01-02',
      '2025-01-03',
      ['signed-before-letter', 'signed-before-letter'],
      '2026-04-01',
    ],
    ['after the day recorded', '2026-04-08', '2026-04-09', ['signed-after-recording'], '2026-04-09'],
  ] as const)(
    'a signature %s contradicts, and closes nothing before the letter',
    (_what, signed, sealed, codes, on) => {
      const b = ready();
      const d = b.document('mediation-letter', '2026-04-01', [{}]);
      const letter = { documentId: d.id, terms: '退还罚款', lastSignedOn: null, sealedOn: null };
      b.write([d.entry, b.entry('mediation-letter-made', '2026-04-01', letter)]);
      b.with('mediation-signed', '2026-04-08', { lastSignedOn: day(signed), sealedOn: day(sealed) });
      expect(b.codes()).toEqual(codes);
      expect(b.fold().closing?.on).toBe(on);
    },
  );
  it('termination for withdrawal needs the request, for settlement (before 2024) the settlement', () => {
    expect(ready().terminated('2026-04-01', 'withdrawn').codes()).toEqual(['withdrawal-not-requested']);
    expect(ready().withdrawalRequested('2026-03-30', true).terminated('2026-04-01', 'withdrawn').codes()).toEqual([]);
    expect(ready().terminated('2026-04-01', 'settled').codes()).toEqual([
      'termination-ground-unknown',
      'settlement-not-reached',
    ]);
  });
  it('rejection after acceptance (33) closes; before acceptance it contradicts', () => {
    expect(ready().rejected('2026-04-01').fold().closing?.how).toEqual({
      is: 'rejected',
      condition: 'interest-in-act',
    });
    expect(aCase().received('2026-03-02').rejected('2026-03-04').codes()).toEqual(['rejected-before-acceptance']);
  });
  it('an opinion letter is answered within sixty days of its receipt', () => {
    const b = ready();
    const d = b.document('opinion-letter', '2026-04-01', [{ organ: policeBureau, served: '2026-04-02' }]);
    b.write([
      d.entry,
      b.entry('opinion-letter-issued', '2026-04-01', {
        toOrgan: policeBureau,
        subject: '规范执法记录',
        documentId: d.id,
      }),
    ]);
    expect(b.due('reconsideration.report-on-opinion', policeBureau)).toBe('2026-06-01');
  });
});

describe('the record itself', () => {
  it('names what refers to nothing', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    b.with('copy-issued', '2026-03-05', { documentId: 'no-such' as DocumentId }).served('2026-03-06', 'no-sending');
    expect(b.codes()).toEqual(['unknown-document', 'unknown-sending']);
  });
  it('an act before the application was received contradicts and is left out', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-01');
    expect(b.codes()).toContain('before-receipt');
    expect(b.fold().acceptance?.by).toBe('lapse');
  });
  it('more than two agents of one party contradict (17)', () => {
    const agents = ['a', 'b', 'c'].map((id) => aParty(id, { capacity: 'agent', actsFor: [applicantLi] }));
    expect(
      aCase()
        .received('2026-03-02', { parties: [aParty(applicantLi), ...agents] })
        .codes(),
    ).toEqual(['too-many-agents']);
    expect(
      aCase()
        .received('2026-03-02', { parties: [aParty(applicantLi), ...agents.slice(0, 2)] })
        .codes(),
    ).toEqual([]);
  });
  it('an empty ledger is a case without anything', () => {
    expect(aCase().fold()).toMatchObject({ version: 0, received: null, clocks: [], contradictions: [] });
  });
});

describe('correction of entries', () => {
  it('a corrected day moves every date that hangs on it, and the last correction wins', () => {
    const b = aCase().received('2026-03-23').accepted('2026-03-25');
    expect(b.due(ordinary)).toBe('2026-05-25');
    const accepted = b.entries.find((e) => e.type === 'accepted');
    const seq = accepted?.seq ?? 0;
    b.replaced(seq, '2026-03-26', accepted?.payload);
    expect(b.clock(ordinary)?.computation.raw).toBe('2026-05-25');
    b.replaced(seq, '2026-03-27', accepted?.payload);
    expect(b.fold().acceptance?.on).toBe('2026-03-27');
    expect(b.due(ordinary)).toBe('2026-05-26');
  });
  it('an annulled acceptance leaves the silence to speak', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    const seq = b.entries.find((e) => e.type === 'accepted')?.seq ?? 0;
    expect(b.annulled(seq, '2026-03-10').fold().acceptance).toMatchObject({ on: '2026-03-09', by: 'lapse' });
  });
});
