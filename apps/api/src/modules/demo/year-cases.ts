/**
 * The cases of the years since the revised law, evenly from January 2024 until a few months before today, each told by
 * one of a list of endings, so that every outcome comes up in every year; and some of the years before, under the old law.
 */
import { addDays, type CivilDate, civilDate, daysBetween } from '@redress/domain/calendar/civil-date';
import type { Fen } from '@redress/domain/ids';
import { caseId, toApplicants } from './case-script.ts';
import { demoPeople as people } from './demo-office.ts';
import type { Applicant, Matter } from './invented-acts.ts';
import { citizen, company, type Days, decision, type Plan, revoked, Story, upheld } from './story.ts';

const says = (types: readonly string[], articles: readonly string[], operative: string) =>
  decision({ types, articles, operative });

const requestRejected = says(['reject-request'], ['69'], '驳回申请人的行政复议请求。');

/** How a case goes on and ends; `matter` where the ending needs a certain act. */
interface Ending {
  readonly matter?: Matter;
  readonly asks?: Plan['asks'];
  readonly tell: (s: Story) => unknown;
}

const leader = { attended: true, name: '骆临风', title: '副局长' } as const;

const endings: readonly Ending[] = [
  { tell: (s) => s.accept().review().decide(28, decision(upheld)).serve(29) },
  { tell: (s) => s.accept().review().decide(30, requestRejected).serve(31) },
  {
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(27, { ...decision(revoked), redo: { days: 60 } })
        .serve(28)
        .perform(50)
        .opinionLetter(29, 20),
  },
  {
    matter: 'spot-penalty',
    tell: (s) => s.accept(2, 'simplified').copy(2).reply(3).decide(14, decision(upheld)).serve(15),
  },
  { tell: (s) => s.accept().review().mediate(20, '被申请人变更处罚幅度，申请人不再就本案主张权利。').perform(35) },
  { tell: (s) => s.accept().review().withdraw(18, '被申请人已改变原行政行为，申请人自愿撤回申请。') },
  { tell: (s) => s.refuse(3, 'within-time-limit', '申请人自知道该行政行为之日起超过六十日提出申请，且无正当理由。') },
  { tell: (s) => s.accept().review().hearing(13, leader).decide(29, decision(upheld)).serve(30) },
  {
    matter: 'police-inaction',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(29, {
          ...says(['order-performance'], ['66'], '责令被申请人在三十日内履行法定职责。'),
          performBy: addDays(s.on(30), 30),
        })
        .serve(30)
        .perform(45),
  },
  {
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(26, says(['confirm-unlawful'], ['65(1)(2)'], '确认被申请人作出的行政行为违法。'))
        .serve(27),
  },
  {
    tell: (s) =>
      s
        .correct(3, 6)
        .accept(4, 'ordinary', s.days.after(s.received, 9))
        .review()
        .decide(28, decision(upheld))
        .serve(29),
  },
  { tell: (s) => s.refuse(4, 'interest-in-act', '申请人与被申请复议的行政行为没有利害关系。') },
  {
    matter: 'transport-penalty',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(29, says(['change'], ['63(1)(1)'], '将罚款五千元变更为罚款二千元。'))
        .serve(30),
  },
  { tell: (s) => s.accept().review().extend(30, 30).decide(48, decision(upheld)).serve(49) },
  {
    matter: 'land-decision',
    tell: (s) =>
      s
        .accept()
        .review()
        .suspend(14, 'other-case', '须以人民法院正在审理的民事案件的结果为依据。')
        .resume(40, '有关民事判决已经生效，中止的原因消除。')
        .decide(52, decision(upheld))
        .serve(53),
  },
  {
    tell: (s) =>
      s.accept().review().reject(16, 'interest-in-act', '受理后发现申请人与被申请复议的行政行为没有利害关系。'),
  },
  {
    matter: 'town-agreement',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(30, says(['agreement-liability'], ['71(1)'], '责令被申请人继续履行搬迁补偿协议。'))
        .serve(31)
        .perform(60),
  },
  {
    tell: (s) =>
      s.refuse(2, 'own-jurisdiction', '被申请人为实行垂直领导的行政机关，不属于本机关管辖。', '澄陵市税务局'),
  },
  {
    matter: 'market-complaint',
    tell: (s) =>
      s
        .accept()
        .review()
        .committee(14, '多数意见认为举报处理程序存在瑕疵，建议撤销。')
        .decide(28, {
          ...says(['revoke'], ['64(1)(3)'], '撤销被申请人作出的处理答复，责令其重新处理。'),
          redo: { days: null },
        })
        .serve(29),
  },
  {
    tell: (s) =>
      s.correct(2, null).step(s.days.after(s.received, 20), s.handler, 'record-abandonment', {
        reason: '申请人逾期未补正，且未说明正当理由，视为放弃行政复议申请。',
      }),
  },
  {
    matter: 'ecology-penalty',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(31, says(['revoke-partly'], ['64(1)(4)'], '撤销处罚决定中责令停产的部分。'))
        .serve(32)
        .opinionLetter(33, 55),
  },
  {
    matter: 'spot-penalty',
    tell: (s) => s.accept(2, 'simplified').copy(2).reply(3).withdraw(10, '申请人了解处罚依据后自愿撤回申请。'),
  },
  { tell: (s) => s.accept().review().mediate(25, '被申请人退还部分费用，申请人撤回其余请求。') },
  { tell: (s) => s.refuse(5, 'not-filed-before', '申请人就同一行政行为已经提起行政诉讼，人民法院已经受理。') },
  {
    matter: 'police-coercion',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(24, {
          ...says(['confirm-unlawful'], ['65(1)(3)'], '确认扣押行为违法，并予赔偿。'),
          compensation: { granted: true, amount: 186_000 as Fen },
        })
        .serve(25)
        .perform(40),
  },
  {
    tell: (s) =>
      s.step(s.days.after(s.received, 3), s.handler, 'withdraw-before-acceptance', {
        reason: '申请人与被申请人已自行协商解决。',
      }),
  },
  {
    matter: 'housing-registration',
    tell: (s) =>
      s
        .accept()
        .review()
        .hearing(14, { attended: false, reason: '负责人因防汛值守不能参加', delegate: '登记科科长' })
        .decide(31, requestRejected)
        .serve(32),
  },
  {
    tell: (s) =>
      s
        .accept()
        .review()
        .suspend(15, 'entity-ended', '作为申请人的组织终止，尚未确定权利义务承受人。')
        .terminate(62, 'suspended-60-days', '中止满六十日，行政复议中止的原因仍未消除。'),
  },
  {
    matter: 'market-licence',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(27, {
          ...says(['revoke'], ['64(1)(2)'], '撤销不予许可决定，责令被申请人在二十日内重新作出决定。'),
          redo: { days: 20 },
        })
        .serve(28)
        .perform(40),
  },
  { tell: (s) => s.refuse(3, 'definite-request', '经释明后仍无具体的行政复议请求和理由。') },
  { tell: (s) => s.accept().review().withdraw(22, '双方达成和解，申请人自愿撤回申请。', true) },
  {
    matter: 'transport-levy',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(28, says(['confirm-void'], ['67'], '确认征收决定无效。'))
        .serve(29)
        .perform(45),
  },
  {
    tell: (s) =>
      s
        .accept()
        .review()
        .suspend(13, 'applicant-missing', '作为申请人的公民下落不明。')
        .resume(30, '申请人已取得联系，恢复审理。')
        .decide(44, decision(upheld))
        .serve(45),
  },
  {
    matter: 'township-decision',
    tell: (s) =>
      s
        .accept()
        .review()
        .decide(30, { ...decision(revoked), operative: '撤销林地权属争议处理决定。' })
        .serve(31)
        .opinionLetter(32, null),
  },
  { tell: (s) => s.refuse(4, 'within-scope', '信访答复不属于行政复议受理范围。') },
  {
    tell: (s) =>
      s
        .accept()
        .review()
        .step(s.on(20), s.handler, 'request-withdrawal', { reason: '申请人死亡前已表示不再复议。' })
        .terminate(20, 'applicant-died-no-successor', '申请人死亡，没有近亲属。'),
  },
];

const surnames = [...'黎邬荀简褚路司裴温向苏文贺纪凌尚沐梁花顾谷任江叶白岳乔蓝桑祝邢闵樊童柏水章云窦危'];
const given = [
  '子墨',
  '望舒',
  '龑',
  '映川',
  '千屿',
  '昉',
  '怀瑾',
  '㛃',
  '听澜',
  '若谷',
  '翀',
  '景和',
  '骉',
  '明远',
  '采薇',
  '堃',
  '知行',
  '䶮',
  '砚秋',
  '喆',
  '临溪',
  '守一',
  '青黛',
  '野',
  '既白',
  '南乔',
  '问渠',
  '岚',
];

/** A name for the n-th person; two characters as often as three, some of them rare. */
export const nameOf = (n: number): string => `${surnames[(n * 3) % surnames.length]}${given[(n * 5) % given.length]}`;

const matters: readonly Matter[] = [
  'police-penalty',
  'market-penalty',
  'labour-injury',
  'enforcement-penalty',
  'land-information',
  'transport-penalty',
  'market-complaint',
  'housing-demolition',
  'ecology-penalty',
  'land-decision',
];

export function applicantsOf(n: number): readonly Applicant[] {
  if (n % 7 === 3)
    return [
      company(`云岭县${given[n % given.length]}${['商贸', '建筑工程', '农业发展'][n % 3]}有限公司`, nameOf(n), n),
    ];
  if (n % 29 === 11) return Array.from({ length: 11 }, (_, i) => citizen(nameOf(n * 11 + i), n * 20 + i));
  if (n % 13 === 5) return [citizen(nameOf(n), n), citizen(nameOf(n + 200), n + 200)];
  return [citizen(nameOf(n), n)];
}

/** Of more than five applicants two are chosen to act for all (15). */
function representativesOf(applicants: readonly Applicant[]): NonNullable<Plan['more']> {
  if (applicants.length <= 5) return {};
  const keys = applicants.map((_, i) => `a${i + 1}`);
  return {
    representatives: applicants
      .slice(0, 2)
      .map((person) => ({ person, actsFor: keys, powers: '代表全体申请人参加行政复议' })),
  };
}

const caseCount = 112;
const begins = civilDate('2024-01-08');

/** The cases since 2024, evenly over the years, all ended. */
function closedCases(d: Days): Story[] {
  const until = d.ago(80);
  const span = daysBetween(begins, until);
  return Array.from({ length: caseCount }, (_, n) => {
    const ending = endings[n % endings.length] as Ending;
    const applicants = applicantsOf(n);
    const s = new Story(d, {
      key: String(100 + n),
      matter: ending.matter ?? (matters[n % matters.length] as Matter),
      applicants,
      received: d.onOrBefore(addDays(begins, Math.floor((span * n) / caseCount))),
      channel: (['counter', 'post', 'online', 'counter'] as const)[n % 4] ?? 'counter',
      handler: n % 3 === 1 ? people.secondHandler : people.handler,
      more: representativesOf(applicants),
    });
    ending.tell(s);
    return s;
  });
}

/** Of the cases since 2024, those whose decision upheld the act: what a lawsuit after reconsideration begins from. */
export function upheldCases(
  d: Days,
): readonly (Pick<Plan, 'key' | 'matter' | 'applicants'> & { servedOn: CivilDate })[] {
  return closedCases(d).flatMap((s, n) =>
    n % endings.length === 0
      ? [
          {
            key: s.key,
            matter: matters[n % matters.length] as Matter,
            applicants: applicantsOf(n),
            servedOn: s.on(29),
          },
        ]
      : [],
  );
}

/** Under the law of 1999 receipt is acceptance; its decisions have other articles, its organ's head approves an extension. */
function oldLawCases(d: Days): Story[] {
  const open = (key: string, day: string, matter: Matter, n: number) =>
    new Story(d, { key, matter, applicants: [citizen(nameOf(n), n)], received: d.onOrBefore(civilDate(day)) }).oldLaw();
  return [
    open('301', '2021-03-10', 'market-penalty', 301)
      .copy(3)
      .reply(5, 3)
      .decide(30, says(['uphold'], ['28(1)(1)'], '维持被申请人作出的行政处罚决定。'))
      .serve(31),
    open('302', '2022-06-15', 'transport-penalty', 302)
      .copy(3)
      .reply(5, 3)
      .decide(32, says(['change'], ['28(1)(3)'], '将罚款五千元变更为罚款三千元。'))
      .serve(33),
    open('303', '2022-09-05', 'labour-injury', 303)
      .copy(3)
      .reply(5, 3)
      .decide(28, says(['revoke'], ['28(1)(3)'], '撤销被申请人作出的工伤认定决定。'))
      .serve(29),
    open('304', '2023-04-11', 'ecology-penalty', 304).copy(3).reply(5, 3).withdraw(20, '被申请人已改变原行政行为。'),
    open('305', '2023-08-21', 'police-penalty', 305)
      .copy(3)
      .reply(5, 3)
      .decide(30, says(['confirm-unlawful'], ['28(1)(3)'], '确认处罚程序违法。'))
      .serve(31),
    // 2023年收到，2024年作出决定：程序依收到时的法律，决定种类依作出时的法律
    open('306', '2023-12-12', 'market-penalty', 306)
      .copy(3)
      .reply(5, 3)
      .hear(18)
      .decide(33, says(['uphold'], ['68'], '维持被申请人作出的行政处罚决定。'))
      .serve(34),
  ];
}

/** Single stories that the round of endings does not tell. */
function singular(d: Days): Story[] {
  const stories: Story[] = [];
  const open = (plan: Plan) => {
    const story = new Story(d, plan);
    stories.push(story);
    return story;
  };
  // 十一名申请人推选代表人，案名很长，正在审理
  const villagers = Array.from({ length: 26 }, (_, i) => citizen(nameOf(400 + i), 400 + i));
  const group = open({
    key: '320',
    matter: 'town-agreement',
    applicants: villagers,
    received: d.ago(21),
    more: {
      ...representativesOf(villagers),
      act: {
        name: '关于柳湾镇河堤加固及沿岸生态修复综合整治工程涉及房屋搬迁补偿安置协议履行争议的答复意见',
        number: '柳政函〔2026〕18号',
        madeOn: d.ago(50),
        matter: 'agreement',
        category: 'house-expropriation',
        content: '对搬迁补偿协议约定的临时安置费不再支付',
        amount: 2_600_000_00 as Fen,
        immovable: true,
        knownHow: 'direct-service',
        knownOn: d.ago(48),
      },
    },
  });
  group.accept(3).copy().reply();
  // 停止执行
  const stay = open({
    key: '321',
    matter: 'housing-demolition',
    applicants: [citizen(nameOf(331), 331)],
    received: d.ago(18),
    asks: { stay: true },
    handler: people.secondHandler,
  });
  stay.accept(2).copy();
  stay.step(stay.on(4), stay.handler, 'order-stay', (c) => ({
    ground: 'requested',
    document: { sendings: stay.toAll(stay.on(4))(c) },
  }));
  stay.reply();
  // 规范性文件附带审查：中止，等制定机关答复
  const norm = open({
    key: '322',
    matter: 'transport-levy',
    applicants: [citizen(nameOf(332), 332)],
    received: d.ago(16),
    asks: { normativeReview: '云岭县超限运输补偿费征收办法' },
  });
  norm.accept(2).copy();
  norm.step(norm.on(3), norm.handler, 'begin-normative-review', (c) => ({
    article: '56',
    subject: '《云岭县超限运输补偿费征收办法》第四条',
    maker: '云岭县交通运输局',
    competent: true,
    document: { sendings: toApplicants(norm.on(3), norm.on(3), 'direct')(c) },
  }));
  norm.step(norm.on(5), norm.handler, 'ask-normative-maker', { document: { sendings: [] } });
  // 未答复：被申请人逾期未提出书面答复
  open({ key: '323', matter: 'township-decision', applicants: [citizen(nameOf(333), 333)], received: d.ago(33) })
    .accept(3)
    .copy();
  // 提级
  const taken = open({
    key: '324',
    matter: 'housing-registration',
    applicants: [citizen(nameOf(334), 334)],
    received: d.ago(60),
  });
  taken.accept(3).review();
  taken.step(taken.on(16), taken.handler, 'take-up', (c) => ({
    byOrgan: '澄陵市人民政府',
    how: 'on-own-motion',
    document: { sendings: taken.toAll(taken.on(16))(c) },
  }));
  // 本周听证
  const hearing = open({
    key: '325',
    matter: 'market-licence',
    applicants: [company('云岭县问渠茶业有限公司', '水问渠', 335)],
    received: d.ago(26),
    asks: { hearing: true },
  });
  hearing.accept(2).copy().reply();
  hearing.step(d.ago(7), hearing.handler, 'schedule-hearing', (c) => ({
    on: d.after(d.ago(0), 2),
    time: '14:30',
    place: '县司法局听证室',
    topics: '不予许可的事实和依据',
    mandatory: false,
    panel: { presider: people.sectionHead.name, hearers: [people.handler.name, '特邀听证员'], recorder: '书记员' },
    document: { sendings: hearing.toAll(d.ago(7))(c) },
  }));
  // 两名承办人，其中一名回避
  const recused = open({
    key: '326',
    matter: 'enforcement-penalty',
    applicants: [citizen(nameOf(336), 336)],
    received: d.ago(13),
  });
  recused.accept(2).copy();
  recused.step(recused.on(3), people.sectionHead, 'assign-handlers', {
    accounts: [people.handler.accountId, people.secondHandler.accountId],
    why: '',
  });
  recused.step(recused.on(5), people.sectionHead, 'record-recusal', {
    accountId: people.secondHandler.accountId,
    ground: 'interest',
    how: 'own-request',
    decidedBy: people.institutionHead.name,
    why: '与申请人系邻居，可能影响公正审理。',
  });
  // 同一行为的另一件申请，与前案为系列案
  const sequel = open({
    key: '327',
    matter: 'township-decision',
    applicants: [citizen(nameOf(337), 337)],
    received: d.ago(31),
  });
  sequel.accept(3).copy().reply();
  sequel.step(sequel.on(9), sequel.handler, 'link', {
    kind: 'series',
    to: caseId('323'),
    why: '对同一处理决定分别提出申请。',
  });
  // 登记有误，作废；移送有管辖权的机关
  const voided = open({
    key: '328',
    matter: 'market-penalty',
    applicants: [citizen(nameOf(338), 338)],
    received: d.ago(10),
  });
  voided.step(d.ago(9), people.sectionHead, 'void-case', { why: '与前一份材料为同一申请，重复登记。' });
  const transferred = open({
    key: '329',
    matter: 'land-information',
    applicants: [citizen(nameOf(339), 339)],
    received: d.ago(12),
  });
  transferred.step(d.ago(10), transferred.handler, 'transfer-case', {
    toName: '澄陵市人民政府',
    reason: '被申请复议的答复由市自然资源和规划局作出，应由市人民政府管辖。',
    document: {},
  });
  // 五日内申请人自己撤回
  open({ key: '330', matter: 'spot-penalty', applicants: [citizen(nameOf(340), 340)], received: d.ago(11) }).step(
    d.ago(9),
    people.handler,
    'withdraw-before-acceptance',
    { reason: '申请人当场取得说明，不再申请。' },
  );
  return stories;
}

/** Everything but what is counted back from today. */
export const yearCases = (d: Days): readonly Story[] => [...closedCases(d), ...oldLawCases(d), ...singular(d)];
