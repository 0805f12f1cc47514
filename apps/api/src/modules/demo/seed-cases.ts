/**
 * The demonstration's cases: in every state, counted back from today, and some histories on fixed days whose limits
 * roll over the Spring Festival and the National Day. Everything in them is invented.
 */
import { addDays, type CivilDate, civilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId } from '@redress/domain/ids';
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';
import {
  type CaseScript,
  openProposal,
  replayScripts,
  ScriptWriter,
  toApplicants,
  toOrgans,
  unservedSending,
} from './case-script.ts';
import { type DemoPerson, governmentId, liaisonOf, demoPeople as people } from './demo-office.ts';
import { type Applicant, actOf, type Matter } from './invented-acts.ts';
import type { SeedOptions } from './seed-office.ts';

type Registration = StepInputGiven<'register-application'>;

/** Working days around a day. */
interface Days {
  /** The n-th working day before today; 0 = the last working day up to today. */
  ago(n: number): CivilDate;
  /** The n-th working day after a day. */
  after(day: CivilDate, n: number): CivilDate;
  /** The day itself when it is a working day, else the one before. */
  onOrBefore(day: CivilDate): CivilDate;
}

function daysAround(o: SeedOptions): Days {
  const { calendar } = o.law;
  const sure = (day: CivilDate | null): CivilDate => {
    if (day === null) throw new Error('outside the calendar');
    return day;
  };
  const onOrBefore = (day: CivilDate) => sure(calendar.previousWorkingDayOnOrBefore(day));
  return {
    ago: (n) => (n === 0 ? onOrBefore(o.today) : sure(calendar.nthWorkingDayBefore(onOrBefore(o.today), n))),
    after: (day, n) => sure(calendar.nthWorkingDayAfter(day, n)),
    onOrBefore,
  };
}

interface Plan {
  readonly key: string;
  readonly matter: Matter;
  readonly applicants: readonly Applicant[];
  readonly received: CivilDate;
  readonly handler?: DemoPerson;
  readonly channel?: Registration['channel'];
  readonly asks?: Registration['asks'];
  readonly more?: Partial<Registration>;
}

/** A case with the few moves that most of them share. */
class Story extends ScriptWriter {
  readonly days: Days;
  readonly handler: DemoPerson;
  readonly respondents: readonly OrganId[];
  readonly received: CivilDate;
  accepted: CivilDate;

  constructor(days: Days, plan: Plan) {
    super(plan.key);
    this.days = days;
    this.handler = plan.handler ?? people.handler;
    this.received = plan.received;
    this.accepted = plan.received;
    const known = days.onOrBefore(addDays(plan.received, -23));
    const { respondents, act, requests, grounds, materials } = actOf(plan.matter, known);
    this.respondents = respondents;
    const channel = plan.channel ?? 'counter';
    const filedOn = channel === 'post' ? days.onOrBefore(addDays(plan.received, -3)) : plan.received;
    this.step(plan.received, this.handler, 'register-application', {
      channel,
      filedOn,
      receivedOn: plan.received,
      filingProof: channel === 'post' ? 'EMS 1099 0000 0000 0' : '',
      reviewingOrganId: governmentId,
      numberPrefix: '云政复',
      respondents: [...respondents],
      applicants: plan.applicants.map((person, i) => ({
        key: `a${i + 1}`,
        kind: person.legalRepresentative === undefined ? 'citizen' : 'legal-person',
        person,
      })),
      act,
      requests,
      grounds,
      materials: [...materials],
      ...(plan.asks === undefined ? {} : { asks: plan.asks }),
      ...plan.more,
    });
  }

  /** Accepts `n` working days after receipt (or after `from`), the notice handed over the next day. */
  accept(n = 3, procedure: 'ordinary' | 'simplified' = 'ordinary', from = this.received): this {
    const on = this.days.after(from, n);
    this.accepted = on;
    return this.step(on, this.handler, 'accept', (c) => ({
      procedure,
      simplifiedGround: procedure === 'simplified' ? 'made-on-the-spot' : null,
      document: { sendings: toApplicants(on, null)(c) },
    })).step(this.days.after(on, 2), this.handler, 'record-service', (c) => ({
      sendingId: unservedSending(c, 'acceptance-notice') as never,
      proof: '送达回证',
    }));
  }

  /** Sends the copy to the respondents, who sign for it the next working day. */
  copy(n = 2): this {
    const on = this.days.after(this.accepted, n);
    return this.step(on, this.handler, 'issue-copy', {
      document: { sendings: toOrgans(this.respondents, on, on) },
    });
  }

  /** Each respondent's reply, `n` working days after the copy. */
  reply(n = 5, copyAfter = 2): this {
    const on = this.days.after(this.days.after(this.accepted, copyAfter), n);
    for (const respondentId of this.respondents) {
      this.step(on, liaisonOf(respondentId) ?? this.handler, 'file-reply', {
        respondentId,
        receivedOn: on,
        evidence: [
          { name: '行政执法卷宗', pages: 46, purpose: '证明作出行政行为的事实和程序' },
          { name: '送达回证', pages: 2, purpose: '证明已依法送达' },
        ],
        basis: ['作出行政行为所依据的法律、法规、规章条文'],
        opinion: '被申请人作出的行政行为认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当，请求予以维持。',
        signedByHead: true,
      });
    }
    return this;
  }

  hear(n: number): this {
    const on = this.days.after(this.accepted, n);
    return this.step(on, this.handler, 'hear-opinion', (c) => ({
      partyId: (c.parties[0]?.partyId ?? null) as never,
      manner: 'telephone',
      summary: '申请人陈述了事情经过，坚持复议请求，并愿意在合法、自愿的前提下接受调解。',
      mediationWilling: true,
    }));
  }

  /** Proposes a step on a day; the section head endorses it, and the approver the article names approves. */
  propose<T extends 'extend' | 'decide' | 'change-procedure'>(
    on: CivilDate,
    type: T,
    input: Record<string, unknown>,
    opinion: string,
    until: 'proposed' | 'endorsed' | 'approved' = 'approved',
  ): this {
    this.step(on, this.handler, 'propose', { step: { type, input }, opinion });
    if (until === 'proposed') return this;
    this.step(on, people.sectionHead, 'endorse', (c) => ({
      proposalId: openProposal(c) as never,
      opinion: '同意承办人意见，请审批。',
    }));
    if (until === 'endorsed') return this;
    const approver = type === 'decide' ? people.organHead : people.institutionHead;
    return this.step(on, approver, 'approve', (c) => ({ proposalId: openProposal(c) as never, opinion: '同意。' }));
  }

  decide(n: number, input: Omit<StepInputGiven<'decide'>, 'document'>, until?: 'proposed' | 'endorsed'): this {
    const on = this.days.after(this.accepted, n);
    return this.propose(
      on,
      'decide',
      { ...input, document: { sendings: [] } },
      '经审查，事实已查明，拟按所附意见作出决定，请审批。',
      until ?? 'approved',
    );
  }

  /** Sends the decision to all, and records that it was received. */
  serve(n: number): this {
    const on = this.days.after(this.accepted, n);
    return this.step(on, this.handler, 'send-document', (c) => ({
      documentId: c.documents.find((d) => d.kind === 'decision')?.id as never,
      sendings: [...toApplicants(on, on, 'direct')(c), ...toOrgans(this.respondents, on, on)],
    }));
  }
}

const upheld = {
  types: ['uphold'],
  articles: ['68'],
  operative: '维持被申请人作出的行政行为。',
} as const satisfies { types: readonly string[]; articles: readonly string[]; operative: string };

const revoked = {
  types: ['revoke'],
  articles: ['64(1)(1)'],
  operative: '撤销被申请人作出的行政处罚决定，责令其在六十日内重新作出行政行为。',
} as const;

const decision = (d: { types: readonly string[]; articles: readonly string[]; operative: string }) =>
  ({ ...d, types: [...d.types], articles: [...d.articles] }) as Omit<StepInputGiven<'decide'>, 'document'>;

const citizen = (name: string, n: number): Applicant => ({
  name,
  idNumber: `9999001986${String(400 + n).padStart(4, '0')}00${n % 10}X`,
  address: `云岭县青石镇梧桐路${n}号`,
  telephone: `0999-555${String(1000 + n)}`,
});
const company = (name: string, head: string, n: number): Applicant => ({
  name,
  idNumber: `99YL0000MA00000${String(n).padStart(3, '0')}`,
  address: `云岭县工业园区兴业路${n}号`,
  telephone: `0999-556${String(1000 + n)}`,
  legalRepresentative: `${head}，总经理`,
});

/** Cases counted back from today. */
function recentCases(d: Days): Story[] {
  const second = people.secondHandler;
  const stories: Story[] = [];
  const open = (plan: Plan) => {
    const story = new Story(d, plan);
    stories.push(story);
    return story;
  };

  // 待审查：昨日收到；今日届满；无人处理，视为受理
  open({ key: '01', matter: 'police-penalty', applicants: [citizen('黎向晨', 1)], received: d.ago(1) });
  open({
    key: '02',
    matter: 'market-penalty',
    applicants: [company('云岭县禾田粮油店', '石方圆', 2)],
    received: d.ago(5),
    channel: 'post',
  });
  open({
    key: '03',
    matter: 'land-information',
    applicants: [citizen('邬岚清', 3)],
    received: d.ago(8),
    channel: 'online',
    handler: second,
  });

  // 补正：等申请人；已补正，待审查；逾期未补正
  for (const [key, name, ago, notified, submitted] of [
    ['04', '荀子衿', 5, 3, null],
    ['05', '简从容', 14, 11, 2],
    ['06', '褚平野', 30, 27, null],
  ] as const) {
    const s = open({ key, matter: 'labour-injury', applicants: [citizen(name, Number(key))], received: d.ago(ago) });
    const on = d.ago(notified);
    s.step(on, s.handler, 'notify-correction', (c) => ({
      items: ['提交工伤认定决定书复印件', '写明具体的行政复议请求'],
      document: { sendings: toApplicants(on, on, 'direct')(c) },
    }));
    if (submitted !== null) {
      const back = d.ago(submitted);
      s.step(back, s.handler, 'record-correction', {
        filedOn: back,
        materials: ['工伤认定决定书复印件', '补正后的申请书'],
      });
    }
  }

  // 不予受理
  const refused = open({
    key: '07',
    matter: 'housing-demolition',
    applicants: [citizen('路远声', 7)],
    received: d.ago(16),
    handler: second,
  });
  refused.step(d.ago(13), second, 'refuse', (c) => ({
    condition: 'not-filed-before',
    reason: '申请人就同一行政行为已向人民法院提起行政诉讼，人民法院已经受理。',
    document: { sendings: toApplicants(d.ago(13), d.ago(13), 'direct')(c) },
  }));

  // 审理中：待发副本；待答复；答复逾期；听取意见
  open({ key: '08', matter: 'transport-penalty', applicants: [citizen('司空牧', 8)], received: d.ago(5) }).accept(3);
  open({ key: '09', matter: 'police-penalty', applicants: [citizen('裴映雪', 9)], received: d.ago(9) })
    .accept(3)
    .copy();
  open({
    key: '10',
    matter: 'ecology-penalty',
    applicants: [company('云岭县青川建材有限公司', '冷千山', 10)],
    received: d.ago(22),
    handler: second,
  })
    .accept(3)
    .copy();
  open({ key: '11', matter: 'market-penalty', applicants: [citizen('温酒行', 11)], received: d.ago(20) })
    .accept(3)
    .copy()
    .reply();
  open({
    key: '12',
    matter: 'labour-injury',
    applicants: [company('云岭县远帆机械厂', '向东流', 12)],
    received: d.ago(38),
    handler: second,
  })
    .accept(3)
    .copy()
    .reply()
    .hear(15);

  // 逾期：副本未发；答复已到，超过法定期限仍未决定
  open({ key: '29', matter: 'spot-penalty', applicants: [citizen('苏幕遮', 29)], received: d.ago(14) }).accept(3);
  open({
    key: '30',
    matter: 'housing-demolition',
    applicants: [citizen('文景行', 30)],
    received: d.ago(50),
    handler: second,
  })
    .accept(3)
    .copy()
    .reply()
    .hear(15);

  // 听证：已安排
  const hearing = open({
    key: '13',
    matter: 'land-decision',
    applicants: [citizen('贺兰亭', 13), citizen('贺兰舟', 14)],
    received: d.ago(27),
    asks: { hearing: true },
  });
  hearing.accept(2).copy().reply();
  const planned = d.after(d.ago(0), 8);
  hearing.step(d.ago(2), hearing.handler, 'schedule-hearing', (c) => ({
    on: planned,
    time: '09:30',
    place: '县司法局听证室',
    topics: '土地权属界线的确定依据',
    mandatory: false,
    document: {
      sendings: [
        ...toApplicants(d.ago(2), d.ago(2), 'direct')(c),
        ...toOrgans(hearing.respondents, d.ago(2), d.ago(2)),
      ],
    },
  }));

  // 中止；恢复审理
  const suspended = open({
    key: '14',
    matter: 'land-decision',
    applicants: [citizen('纪南星', 15)],
    received: d.ago(30),
  });
  suspended
    .accept(2)
    .copy()
    .reply()
    .step(d.ago(12), suspended.handler, 'suspend', (c) => ({
      ground: 'other-case',
      reason: '案件审理须以人民法院正在审理的民事案件的结果为依据，而该案尚未审结。',
      document: { sendings: toApplicants(d.ago(12), d.ago(12), 'direct')(c) },
    }));
  const resumed = open({
    key: '15',
    matter: 'housing-demolition',
    applicants: [citizen('凌霄汉', 16)],
    received: d.ago(44),
    handler: second,
  });
  resumed.accept(2).copy().reply().hear(14);
  resumed.step(d.ago(26), second, 'suspend', (c) => ({
    ground: 'mediation',
    reason: '各方同意就补偿事项进行调解，申请中止审理。',
    document: { sendings: toApplicants(d.ago(26), d.ago(26), 'direct')(c) },
  }));
  resumed.step(d.ago(15), second, 'resume', (c) => ({
    reason: '调解未达成协议，中止的原因已经消除。',
    document: { sendings: toApplicants(d.ago(15), d.ago(15), 'direct')(c) },
  }));

  // 延期：待科室负责人；待复议机构负责人；已延期
  for (const [key, name, until] of [
    ['16', '尚知秋', 'proposed'],
    ['17', '沐春山', 'endorsed'],
    ['18', '梁溪客', 'approved'],
  ] as const) {
    const s = open({ key, matter: 'ecology-penalty', applicants: [citizen(name, Number(key))], received: d.ago(39) });
    s.accept(2).copy().reply().hear(14);
    const on = d.ago(1);
    s.propose(
      on,
      'extend',
      { days: 30, reason: '案情复杂，需要委托鉴定，不能在规定期限内作出行政复议决定。', document: { sendings: [] } },
      '案情复杂，拟延长三十日，请审批。',
      until,
    );
    if (until === 'approved') {
      s.step(on, s.handler, 'send-document', (c) => ({
        documentId: c.documents.find((x) => x.kind === 'extension-notice')?.id as never,
        sendings: [...toApplicants(on, on, 'direct')(c), ...toOrgans(s.respondents, on, on)],
      }));
    }
  }

  // 决定：待批；已作出待送达；维持；撤销，待履行；简易程序
  open({ key: '19', matter: 'police-penalty', applicants: [citizen('花满溪', 19)], received: d.ago(37) })
    .accept(2)
    .copy()
    .reply()
    .hear(12)
    .decide(34, decision(upheld), 'endorsed');
  open({
    key: '20',
    matter: 'transport-penalty',
    applicants: [citizen('顾北辰', 20)],
    received: d.ago(40),
    handler: second,
  })
    .accept(2)
    .copy()
    .reply()
    .hear(12)
    .decide(36, decision(upheld));
  open({
    key: '21',
    matter: 'market-penalty',
    applicants: [company('云岭县小满食品有限公司', '谷雨生', 21)],
    received: d.ago(46),
  })
    .accept(2)
    .copy()
    .reply()
    .hear(12)
    .decide(36, { ...decision(revoked), redo: { days: 60 } })
    .serve(37);
  open({ key: '22', matter: 'spot-penalty', applicants: [citizen('任平生', 22)], received: d.ago(24), handler: second })
    .accept(2, 'simplified')
    .copy(2)
    .reply(3)
    .decide(18, decision(upheld))
    .serve(19);

  // 调解结案；撤回后终止
  const mediated = open({
    key: '23',
    matter: 'housing-demolition',
    applicants: [citizen('江流石', 23)],
    received: d.ago(42),
  });
  mediated.accept(2).copy().reply().hear(12);
  const letter = d.ago(12);
  mediated.step(d.ago(15), mediated.handler, 'hold-mediation', {
    summary: '就补偿标准和搬迁期限达成一致。',
    agreed: true,
  });
  mediated.step(letter, mediated.handler, 'make-mediation-letter', (c) => ({
    terms: '被申请人自调解书生效之日起三十日内支付临时安置费，申请人自行搬迁。',
    lastSignedOn: letter,
    sealedOn: letter,
    document: {
      sendings: [...toApplicants(letter, letter, 'direct')(c), ...toOrgans(mediated.respondents, letter, letter)],
    },
  }));
  const withdrawn = open({
    key: '24',
    matter: 'transport-penalty',
    applicants: [citizen('叶归舟', 24)],
    received: d.ago(29),
    handler: second,
  });
  withdrawn.accept(2).copy().reply();
  const asked = d.ago(8);
  withdrawn.step(asked, second, 'request-withdrawal', {
    reason: '被申请人已主动改变原行政行为，申请人自愿撤回申请。',
    settled: false,
  });
  withdrawn.step(asked, second, 'terminate', (c) => ({
    ground: 'withdrawn',
    reason: '申请人自愿撤回行政复议申请，行政复议机构准予撤回。',
    document: {
      sendings: [...toApplicants(asked, asked, 'direct')(c), ...toOrgans(withdrawn.respondents, asked, asked)],
    },
  }));
  return stories;
}

/** Histories on fixed days: what has not happened by today is left out. */
function fixedCases(d: Days): Story[] {
  const at = (day: string) => civilDate(day);
  const stories: Story[] = [];
  const open = (plan: Plan) => {
    const story = new Story(d, plan);
    stories.push(story);
    return story;
  };
  // 六十日届满于2026年春节假期，顺延至假期后第一个工作日
  open({ key: '25', matter: 'land-decision', applicants: [citizen('白露霜', 25)], received: at('2025-12-16') })
    .accept(3)
    .copy()
    .reply()
    .hear(15)
    .decide(38, decision(upheld))
    .serve(39);
  // 六十日届满于2026年国庆假期，顺延
  open({
    key: '26',
    matter: 'ecology-penalty',
    applicants: [company('云岭县南屏砂石厂', '岳临川', 26)],
    received: at('2026-07-31'),
    handler: people.secondHandler,
  })
    .accept(2)
    .copy()
    .reply()
    .hear(14)
    .decide(36, { ...decision(revoked), redo: { days: 60 } })
    .serve(37);
  // 旧法：2019年收到，收到之日即受理
  const old = open({
    key: '27',
    matter: 'police-penalty',
    applicants: [citizen('乔松龄', 27)],
    received: at('2019-04-08'),
  });
  old.copy(3).reply(5, 3);
  old.propose(
    at('2019-05-31'),
    'decide',
    { ...decision(upheld), articles: ['28(1)(1)'], document: { sendings: [] } },
    '拟维持，请审批。',
  );
  old.step(at('2019-06-03'), old.handler, 'send-document', (c) => ({
    documentId: c.documents.find((x) => x.kind === 'decision')?.id as never,
    sendings: [
      ...toApplicants(at('2019-06-03'), at('2019-06-03'), 'direct')(c),
      ...toOrgans(old.respondents, at('2019-06-03'), at('2019-06-03')),
    ],
  }));
  // 2026年11月受理：届满在2027年，假日安排未公布，暂定
  open({
    key: '28',
    matter: 'labour-injury',
    applicants: [company('云岭县晴川纺织厂', '蓝田玉', 28)],
    received: at('2026-11-09'),
  })
    .accept(4)
    .copy()
    .reply();
  return stories;
}

/** Makes the cases; answers how many. */
export async function seedCases(o: SeedOptions): Promise<number> {
  const days = daysAround(o);
  const scripts: CaseScript[] = [...recentCases(days), ...fixedCases(days)].map((story) => story.script);
  return replayScripts(o, scripts);
}
