/**
 * Cases in every state, counted back from today, and some histories on fixed days whose limits roll over the Spring
 * Festival and the National Day. Everything in them is invented.
 */
import { civilDate } from '@redress/domain/calendar/civil-date';
import { toApplicants, toOrgans } from './case-script.ts';
import { demoPeople as people } from './demo-office.ts';
import { citizen, company, type Days, decision, type Plan, revoked, Story, upheld } from './story.ts';

/** Cases counted back from today. */
export function recentCases(d: Days): Story[] {
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
    .decide(32, decision(upheld));
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
    .decide(32, { ...decision(revoked), redo: { days: 60 } })
    .serve(33);
  open({ key: '22', matter: 'spot-penalty', applicants: [citizen('任平生', 22)], received: d.ago(24), handler: second })
    .accept(2, 'simplified')
    .copy(2)
    .reply(3)
    .decide(12, decision(upheld))
    .serve(13);

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
export function fixedCases(d: Days): Story[] {
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
