/** Opinions, hearings, the committee: articles 49 to 52 and 61(3), and their complement. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../calendar/civil-date.ts';
import { aCase, applicantLi, type CaseBuilder, day, policeBureau } from '../testing/builders.ts';
import { anApplication, type Play, play, theHandler, theOrganHead } from '../testing/play.ts';
import { factsOf } from './facts.ts';
import { nextSteps } from './next-steps.ts';
import { viewOf } from './view.ts';
import type { CaseView } from './view-types.ts';

const accepted = (): Play =>
  play()
    .do('register-application', anApplication(), '2026-01-05')
    .do('accept', {}, '2026-01-08')
    .do('issue-copy', {}, '2026-01-09');
const party = (p: Play) => p.case.parties[0]?.partyId ?? '';
const hearing = { on: '2026-01-26', time: '09:30', place: '第一听证室' };
const leader = { attended: true as const, name: '陈某', title: '副局长' };
const panel = { presider: '甲', hearers: ['乙', '丙'], recorder: '丁', respondentLeader: leader };
/** A hearing set on 12 January for the 26th, its notice served on everybody on `served`. */
function heardAbout(served: string | null): Play {
  const p = accepted();
  const to = (addressee: { is: 'party'; partyId: string } | { is: 'organ'; organId: string }) => ({
    addressee: addressee as never,
    method: 'direct' as const,
    sentOn: '2026-01-12',
    servedOn: served,
  });
  const sendings = [to({ is: 'party', partyId: party(p) }), to({ is: 'organ', organId: policeBureau })];
  return p.do('schedule-hearing', { ...hearing, occurredOn: '2026-01-12', document: { sendings } }, '2026-01-19');
}
const idOf = (p: Play) => p.case.hearings.at(-1)?.hearingId ?? '';
const codes = (p: Play, input: object, on = '2026-01-26') =>
  (p.refusal('hold-hearing', { hearingId: idOf(p), ...panel, ...input } as never, on).contradictions ?? []).map(
    (x) => x.code,
  );

const viewAs = (b: CaseBuilder, on: string): CaseView => {
  const c = b.fold();
  return viewOf(c, {
    audience: 'reviewing',
    today: day(on),
    actor: theHandler,
    law: b.law,
    ledger: b.ledger,
    names: { organ: (id) => id, account: (id) => id, person: () => null, narrative: () => '文字' },
    files: [],
    nextSteps: nextSteps(c, theHandler, day(on), b.law),
  });
};

describe('a hearing', () => {
  it('is notified five working days before: 26 January, a Monday, asks for receipt by the 19th', () => {
    const p = heardAbout('2026-01-19');
    expect(viewAs(p.builder, '2026-01-19').proceedings.hearings[0]).toMatchObject({
      latestNotice: '2026-01-19',
      state: 'set',
      notices: [{ state: 'in-time' }, { state: 'in-time' }],
    });
    expect(p.ask('hold-hearing', { hearingId: idOf(p), ...panel }, '2026-01-26').ok).toBe(true);
  });

  it('with a notice a day later, or none on record, is held only with a reason', () => {
    const missed = heardAbout(null);
    for (const s of missed.case.documents.at(-1)?.sendings ?? []) {
      missed.do('record-service', { sendingId: s.id, proof: '签收' }, '2026-01-20');
    }
    expect(new Set(codes(missed, {}))).toEqual(new Set(['hearing-notice-late']));
    expect(viewAs(missed.builder, '2026-01-20').proceedings.missing.map((m) => m.code)).toContain('notice-late');
    expect(new Set(codes(heardAbout(null), {}))).toEqual(new Set(['hearing-notice-unproven']));
  });

  it('of before 2024 is waived by nobody, and asks departments under the law of then', () => {
    const day1 = '2023-03-06';
    const then = anApplication();
    const act = { ...then.act, madeOn: '2023-02-20', knownOn: '2023-02-21' };
    const p = play()
      .do('register-application', { ...then, filedOn: day1, receivedOn: day1, act } as never, day1)
      .do('issue-copy', { occurredOn: '2023-03-09' }, '2023-03-09');
    const to = (addressee: object) => ({
      addressee: addressee as never,
      method: 'direct' as const,
      sentOn: '2023-03-09',
      servedOn: null,
    });
    const sendings = [to({ is: 'party', partyId: party(p) }), to({ is: 'organ', organId: policeBureau })];
    const set = { ...hearing, on: '2023-03-20', occurredOn: '2023-03-09', document: { sendings } };
    p.do('schedule-hearing', set, '2023-03-09');
    const asks = viewAs(p.builder, '2023-03-10').asks.map((a) => [a.kind, a.article]);
    expect(asks).toContainEqual(['acknowledge', 'ARL1999 40(1)']);
    expect(asks).toContainEqual(['hearing', 'REG2007 33']);
    const held = { hearingId: idOf(p), ...panel, applicantAbsent: true, occurredOn: '2023-03-20' };
    p.do('hold-hearing', { ...held, irregularReason: '如实记录' }, '2023-03-20');
    expect(viewAs(p.builder, '2023-03-20').proceedings.hearings[0]?.held).toMatchObject({
      applicantAbsent: true,
      waived: false,
    });
  });

  it('set for a day that no notice can reach in time any more needs a reason; a day later does not', () => {
    const p = accepted();
    const soon = p.refusal('schedule-hearing', { ...hearing, on: '2026-01-16' }, '2026-01-12');
    expect(soon).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'hearing-too-soon', article: 'ARL2023 51(1)', params: { due: '2026-01-09' } }],
    });
    expect(p.ask('schedule-hearing', { ...hearing, on: '2026-01-19' }, '2026-01-12').ok).toBe(true);
  });

  it('has one presider, two hearers or more and one recorder, all different people', () => {
    const p = heardAbout('2026-01-16');
    expect(codes(p, { hearers: ['乙'] })).toEqual(['hearing-understaffed']);
    expect(codes(p, { hearers: [] })).toEqual(['hearing-understaffed']);
    expect(codes(p, { hearers: ['乙', '甲'] })).toEqual(['hearing-roles-doubled']);
    expect(codes(p, { recorder: '丙' })).toEqual(['hearing-roles-doubled']);
    // Who handles the case may hear it, and more than two hearers are lawful.
    const many = { hearers: ['乙', '丙', '戊', '己'] };
    expect(p.ask('hold-hearing', { hearingId: idOf(p), ...panel, ...many }, '2026-01-26').ok).toBe(true);
  });

  it('is attended by the respondent’s leader, or a reason is given and somebody sent', () => {
    const p = heardAbout('2026-01-16');
    const without = (reason: string, delegate: string | null) => ({
      respondentLeader: { attended: false, reason, delegate },
    });
    expect(codes(p, without('', '法制科长'))).toEqual(['leader-absent-unexplained']);
    expect(codes(p, without('在外地开会', null))).toEqual(['leader-absent-unexplained']);
    const explained = without('在外地开会', '法制科长') as never;
    expect(p.ask('hold-hearing', { hearingId: idOf(p), ...panel, ...(explained as object) }, '2026-01-26').ok).toBe(
      true,
    );
  });

  it('is waived by an applicant who was told in time and stays away without good reason, by no other', () => {
    const held = (served: string, over: object) => {
      const p = heardAbout(served);
      p.do('hold-hearing', { hearingId: idOf(p), ...panel, ...over }, '2026-01-26');
      return viewAs(p.builder, '2026-01-26').proceedings.hearings[0]?.held;
    };
    expect(held('2026-01-16', { applicantAbsent: true })).toMatchObject({ applicantAbsent: true, waived: true });
    expect(held('2026-01-16', { applicantExcused: '住院' })).toMatchObject({ waived: false, excused: '住院' });
    const p = heardAbout(null);
    const irregularReason = '当事人口头表示知道';
    p.do('hold-hearing', { hearingId: idOf(p), ...panel, applicantAbsent: true, irregularReason }, '2026-01-26');
    expect(viewAs(p.builder, '2026-01-26').proceedings.hearings[0]?.held?.waived).toBe(false);
  });

  it('moved to another day keeps its chain, its place and who knew of the first day when', () => {
    const p = heardAbout('2026-01-16');
    const first = idOf(p);
    p.do(
      'reschedule-hearing',
      { hearingId: first, on: '2026-02-04', time: '14:30', reason: '代理人住院' },
      '2026-01-20',
    );
    const [was, is] = viewAs(p.builder, '2026-01-20').proceedings.hearings;
    expect(was).toMatchObject({ state: 'moved', replacedBy: is?.hearingId, ended: { reason: '代理人住院' } });
    expect(was?.notices.map((n) => n.servedOn)).toEqual(['2026-01-16', '2026-01-16']);
    expect(is).toMatchObject({ state: 'set', insteadOf: first, on: '2026-02-04', place: '第一听证室' });
    // Notices are due anew (A17).
    expect(is?.notices.map((n) => n.servedOn)).toEqual([null, null]);
    const names = factsOf(p.case).map((f) => [f.name, f.subject, f.on, f.value] as const);
    expect(names).toContainEqual(['hearing-scheduled', first, '2026-01-26', '09:30|第一听证室']);
    expect(names).toContainEqual(['hearing-cancelled', first, '2026-01-20', 'rescheduled']);
    expect(names).toContainEqual(['hearing-scheduled', is?.hearingId, '2026-02-04', '14:30|第一听证室']);
    expect(p.refusal('hold-hearing', { hearingId: first, ...panel }, '2026-01-26').fields?.[0]?.rule).toBe(
      'unknown-hearing',
    );
  });

  it('that is due and called off leaves the decision without it', () => {
    const p = accepted();
    p.do('file-reply', { respondentId: policeBureau }, '2026-01-12');
    p.do('hear-opinion', { partyId: party(p), manner: 'telephone', summary: '意见' }, '2026-01-13');
    p.do('schedule-hearing', { ...hearing, mandatory: true }, '2026-01-13');
    p.do('cancel-hearing', { hearingId: idOf(p), reason: '场地' }, '2026-01-14');
    const found = p.refusal('decide', { types: ['uphold'], operative: '维持。' }, '2026-02-02', theOrganHead);
    expect(found.contradictions?.map((x) => x.code)).toContain('decided-without-hearing');
  });
});

describe('opinions', () => {
  it('are missing of everybody nobody has listened to; an agent speaks for whom they act for', () => {
    const p = accepted();
    const missing = () =>
      viewAs(p.builder, '2026-01-20')
        .proceedings.missing.filter((m) => m.code === 'opinion-not-heard')
        .map((m) => m.about);
    expect(missing()).toEqual([party(p), policeBureau]);
    p.do(
      'add-party',
      { party: { capacity: 'agent', person: { name: '孙某' }, actsFor: [party(p)], powers: '一般代理' } },
      '2026-01-12',
    );
    const agent = p.case.parties.at(-1)?.partyId ?? '';
    p.do('hear-opinion', { partyId: agent, manner: 'telephone', summary: '意见', heardBy: '沈某' }, '2026-01-12');
    expect(missing()).toEqual([policeBureau]);
    p.do('hear-opinion', { organId: policeBureau, manner: 'not-possible', summary: '三次约定未到' }, '2026-01-13');
    expect(missing()).toEqual([]);
    const { opinions } = viewAs(p.builder, '2026-01-20').proceedings;
    expect(opinions.map((o) => o.state)).toEqual(['heard', 'written']);
  });

  it('ask whether the party would mediate: not asked is not no', () => {
    const p = accepted();
    p.do('hear-opinion', { partyId: party(p), manner: 'in-person', summary: '意见' }, '2026-01-12');
    const codesOf = () => viewAs(p.builder, '2026-01-20').proceedings.missing.map((m) => m.code);
    expect(codesOf()).toContain('mediation-not-asked');
    // It may mediate (5): no article is missed.
    expect(
      viewAs(p.builder, '2026-01-20').proceedings.missing.find((m) => m.code === 'mediation-not-asked')?.article,
    ).toBeNull();
    p.do(
      'hear-opinion',
      { partyId: party(p), manner: 'in-person', summary: '意见', mediationWilling: false },
      '2026-01-13',
    );
    expect(codesOf()).not.toContain('mediation-not-asked');
  });

  it('are not asked for in the simplified procedure', () => {
    const simplified = aCase().received('2026-01-05').accepted('2026-01-08', 'simplified', 'all-parties-agree');
    expect(viewAs(simplified, '2026-01-20').proceedings.missing).toEqual([]);
    const ordinary = aCase().received('2026-01-05').accepted('2026-01-08').heard('2026-01-12', applicantLi);
    expect(viewAs(ordinary, '2026-01-20').proceedings.opinions[0]?.state).toBe('heard');
  });
});

describe('the committee', () => {
  const advised = () => {
    const p = accepted();
    p.do('file-reply', { respondentId: policeBureau }, '2026-01-12');
    p.do('hear-opinion', { partyId: party(p), manner: 'in-person', summary: '意见' }, '2026-01-13');
    p.do('ask-committee', { category: 'technical', question: '鉴定方法是否成立' }, '2026-01-13');
    const members = [
      { name: '某教授', unit: '某大学', outside: true, opinion: '不成立' },
      { name: '某处长', unit: '某局' },
      { name: '某律师', outside: true },
    ];
    return p.do(
      'record-committee-advice',
      { opinion: '建议撤销', sitting: { on: '2026-01-19', place: '第一会议室', members } },
      '2026-01-20',
    );
  };
  const decision = { types: ['uphold' as const], operative: '维持。' };

  it('sits with its members, of whom some come from outside; each opinion is kept', () => {
    const { committee } = viewAs(advised().builder, '2026-01-20').proceedings;
    expect(committee?.asked).toMatchObject({ category: 'technical', question: '鉴定方法是否成立' });
    expect(committee?.advised).toMatchObject({ on: '2026-01-20', members: 3, opinion: '文字' });
    expect(committee?.advised?.sitting?.members.map((m) => [m.outside, m.opinion])).toEqual([
      [true, '文字'],
      [false, null],
      [true, null],
    ]);
    expect(factsOf(advised().case)).toContainEqual(
      expect.objectContaining({ name: 'committee-sitting', on: '2026-01-19', value: '3' }),
    );
  });

  it('does not sit after its advice was received', () => {
    const p = accepted().do('ask-committee', { category: 'complex' }, '2026-01-12');
    const sitting = { on: civilDate('2026-01-16') };
    const refusal = p.refusal('record-committee-advice', { opinion: '意见', sitting }, '2026-01-15');
    expect(refusal.fields).toMatchObject([{ field: 'sitting.on', rule: 'day-after-follower' }]);
  });

  it('is followed, or the decision says why not', () => {
    const p = advised();
    const follows = (committee: unknown) =>
      p.ask('decide', { ...decision, committee } as never, '2026-02-02', theOrganHead);
    expect(follows({ follows: 'yes' }).ok).toBe(true);
    for (const how of ['partly', 'no']) {
      expect(follows({ follows: how })).toMatchObject({
        ok: false,
        failure: { fields: [{ field: 'committee.why', rule: 'required' }] },
      });
    }
    p.do('decide', { ...decision, committee: { follows: 'no', why: '另有证据' } }, '2026-02-02', theOrganHead);
    expect(p.case.decision?.payload.committee).toEqual({ follows: 'no', why: '另有证据' });
    expect(factsOf(p.case)).toContainEqual(expect.objectContaining({ name: 'committee-followed', value: 'no' }));
  });

  it('must be asked where the hearing must be held (52(2)(1)), and need not where it may', () => {
    const missing = (mandatory: boolean) => {
      const p = accepted().do('schedule-hearing', { ...hearing, mandatory, occurredOn: '2026-01-12' }, '2026-01-12');
      return viewAs(p.builder, '2026-01-12').proceedings.missing.filter((m) => m.code === 'committee-not-asked');
    };
    expect(missing(true)).toMatchObject([{ article: 'ARL2023 52(2)(1)', step: 'ask-committee' }]);
    expect(missing(false)).toEqual([]);
    const asked = accepted()
      .do('schedule-hearing', { ...hearing, mandatory: true, occurredOn: '2026-01-12' }, '2026-01-12')
      .do('ask-committee', { category: 'complex' }, '2026-01-12');
    expect(viewAs(asked.builder, '2026-01-12').proceedings.missing.map((m) => m.code)).not.toContain(
      'committee-not-asked',
    );
  });

  it('asked over a grave case makes a hearing due (50(1), 52(2)(1))', () => {
    const grave = accepted().do('ask-committee', { category: 'complex' }, '2026-01-12');
    expect(viewAs(grave.builder, '2026-01-20').proceedings.missing.map((m) => m.code)).toContain('hearing-required');
    const technical = accepted().do('ask-committee', { category: 'technical' }, '2026-01-12');
    expect(viewAs(technical.builder, '2026-01-20').proceedings.missing.map((m) => m.code)).not.toContain(
      'hearing-required',
    );
  });
});

describe('stops', () => {
  it('of an appraisal stand still until 30 June 2026; later ones are marked as unverified', () => {
    const p = accepted().do(
      'exclude-span',
      { kind: 'appraisal', to: '2026-01-26', where: '某司法鉴定中心', occurredOn: '2026-01-12' },
      '2026-01-12',
    );
    expect(viewAs(p.builder, '2026-01-30').proceedings.stops).toMatchObject([
      { kind: 'appraisal', days: 14, where: '某司法鉴定中心', unverified: false, article: 'REG2007 37' },
    ]);
    const later = play()
      .do(
        'register-application',
        anApplication({ filedOn: '2026-06-15', receivedOn: '2026-06-16' } as never),
        '2026-06-16',
      )
      .do('accept', { overridden: [{ check: 'within-time-limit', reason: '正当理由' }] }, '2026-06-18')
      .do('exclude-span', { kind: 'inspection', to: '2026-07-03', occurredOn: '2026-06-29' }, '2026-06-29');
    expect(viewAs(later.builder, '2026-07-06').proceedings.stops[0]?.unverified).toBe(true);
  });

  it('that hold the case together are ended one by one, by name', () => {
    const p = accepted()
      .do('suspend', { ground: 'other-case', reason: '另案' }, '2026-01-12')
      .do('suspend', { ground: 'law-application', reason: '请示' }, '2026-01-13');
    const [first] = p.case.spans;
    p.do('resume', { reason: '另案审结', ofSeq: first?.startSeq ?? 0 }, '2026-01-20');
    expect(viewAs(p.builder, '2026-01-20').proceedings.stops.map((s) => [s.ground, s.to])).toEqual([
      ['other-case', '2026-01-20'],
      ['law-application', null],
    ]);
  });
});
