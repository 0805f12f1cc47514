/**
 * The demonstration's lawsuits: in every instance and state, with appearances of every kind. The older ones are spread
 * over the years and told by one of a list of endings; the younger ones are counted back from today.
 */
import { addDays } from '@redress/domain/calendar/civil-date';
import type { OrganId } from '@redress/domain/ids';
import type { Lawsuit } from '@redress/domain/litigation/case-types';
import { caseId } from './case-script.ts';
import { cityId, deputyOf, governmentId, headOf, jichuan, otherCountyId, demoPeople as people } from './demo-office.ts';
import type { Matter } from './invented-acts.ts';
import { citizen, company, type Days, decision, revoked, Story } from './story.ts';
import { courts, current, judged, lastSession, leaderOf, type SuitPlan, SuitStory, suitId } from './suit-story.ts';
import { applicantsOf, nameOf, upheldCases } from './year-cases.ts';

interface Ending {
  readonly matter?: Matter;
  readonly plan?: Partial<SuitPlan>;
  readonly tell: (s: SuitStory) => unknown;
}

const organ = (key: string) => `organ-yunling-${key}` as OrganId;
const session = (c: Lawsuit, organId: OrganId | undefined) => ({
  sessionId: lastSession(c).sessionId,
  organId: organId as OrganId,
});
const only = (s: SuitStory): OrganId => (s.organs[0] as { organId: OrganId }).organId;
const worker = (s: SuitStory) => s.worker(s.organs[0] as { undertakingId: OrganId });

/** Papers, answer, summons and a planned leader: how nearly every suit goes until its first session. */
const ready = (s: SuitStory, n = 45) => s.acknowledge().answer().summon(n).plan();
/** A first instance in which the leader sat, spoke, and the court judged. */
const tried = (s: SuitStory, n = 45) => ready(s, n).hold();

const endings: readonly Ending[] = [
  { tell: (s) => tried(s).judge(80, 'reject-claims').serve(84) },
  {
    tell: (s) =>
      tried(s)
        .judge(85, 'revoke', { redo: { days: 60 } }, { what: '在六十日内重新作出行政行为', in: 75 })
        .serve(88)
        .defects(95, ['facts', 'procedure'])
        .perform(140),
  },
  {
    // 有正当理由未出庭，委托工作人员
    tell: (s) => {
      ready(s);
      s.step(s.days.onOrBefore(addDays(s.sessionOn, -2)), worker(s), 'explain-absence', (c) => ({
        ...session(c, only(s)),
        ground: 'irreplaceable-duty',
        reason: '当日须主持防汛抢险现场调度，他人不能代替。',
        proof: 'sealed',
        askedAdjournment: false,
        delegates: [{ name: '法规股负责人', title: '股长', actsInPower: true }],
      }));
      s.hold({ leader: () => null });
      s.step(s.days.after(s.sessionOn, 2), worker(s), 'rule-on-absence', (c) => ({
        ...session(c, only(s)),
        accepted: true,
        why: '理由成立，记入笔录。',
      }));
      s.judge(78, 'confirm-unlawful').serve(81).defects(90, ['procedure']);
    },
  },
  { tell: (s) => s.acknowledge().answer().judge(32, 'withdrawn').serve(34, 1) },
  { tell: (s) => tried(s).judge(62, 'withdrawn-after-change').serve(64, 1) },
  {
    tell: (s) =>
      tried(s)
        .judge(82, 'reject-claims')
        .serve(85)
        .appeal(96)
        .open(112, 'second')
        .answer(122)
        .summon(150)
        .plan()
        .hold()
        .judge(172, 'uphold')
        .serve(176, 1),
  },
  {
    matter: 'housing-demolition',
    tell: (s) =>
      tried(s)
        .judge(84, 'revoke', { redo: { ordered: false } })
        .serve(87)
        .appeal(98, 'organ')
        .open(115, 'second')
        .summon(152)
        .plan(8, deputyOf)
        .hold({ leader: (id) => leaderOf(deputyOf(id) ?? people.housingDeputy) })
        .judge(180, 'reverse', { reversedTo: ['reject-claims'] })
        .serve(184, 1),
  },
  {
    // 发回重审：新的案号，新的出庭义务
    tell: (s) =>
      tried(s)
        .judge(80, 'reject-claims')
        .serve(83)
        .appeal(94)
        .open(110, 'second')
        .answer(120)
        .summon(145)
        .plan()
        .hold()
        .judge(165, 'remand')
        .serve(168, 1)
        .open(185, 'first')
        .answer(195)
        .summon(220)
        .plan()
        .hold()
        .judge(250, 'revoke-partly', { redo: { days: null } })
        .serve(253)
        .defects(262, ['discretion'])
        .perform(300),
  },
  { tell: (s) => s.acknowledge().answer().judge(40, 'dismiss-suit').serve(43) },
  {
    matter: 'police-inaction',
    tell: (s) =>
      tried(s)
        .judge(83, 'order-duty', {}, { what: '对原告要求保护人身权的申请作出处理', in: 76 })
        .serve(86)
        .defects(94, ['inaction'])
        .perform(150),
  },
  {
    tell: (s) => {
      // 无正当理由未出庭：法院司法建议
      s.acknowledge().answer().summon(45, { leader: 'shall' });
      s.hold({ leader: () => null, staff: false, lawyers: 1 });
      s.judge(80, 'confirm-void').serve(83);
      s.step(s.on(90), s.desk.handler, 'receive-advice', (c) => ({
        instanceId: judged(c).instanceId,
        organId: only(s),
        subject: 'nobody-appeared',
        number: '澄0423行建1号',
        summary: '行政机关负责人和相应的工作人员均不出庭，建议改进行政应诉工作。',
        dueOn: s.on(150),
      }));
      s.step(s.on(130), worker(s), 'answer-advice', (c) => ({
        adviceId: c.advice.at(-1)?.received.payload.adviceId ?? '',
        adopted: 'yes',
        summary: '已制定负责人出庭应诉工作办法，对相关人员作了处理。',
      }));
      s.defects(95, ['competence']);
    },
  },
  {
    tell: (s) => tried(s).judge(75, 'mediated', {}, { what: '给付补偿款三万元', in: 30 }).serve(76, 0).perform(100),
  },
  {
    // 身份证明不符合条件，视为未出庭；第二次开庭出庭
    tell: (s) => {
      ready(s);
      s.step(s.sessionOn, worker(s), 'check-identity-proof', (c) => ({
        ...session(c, only(s)),
        result: 'rejected',
        why: '身份证明没有加盖行政机关印章，补正会影响正常开庭。',
      }));
      s.hold({ adjourned: true });
      s.summon(70).plan().hold();
      s.judge(100, 'reject-claims').serve(103);
    },
  },
  {
    tell: (s) => {
      // 中途退庭
      ready(s).hold({ more: { leftEarly: true } });
      s.judge(79, 'reject-claims').serve(82);
      s.step(s.on(90), s.desk.handler, 'receive-advice', (c) => ({
        instanceId: judged(c).instanceId,
        organId: only(s),
        subject: 'left-early',
        number: '澄0423行建2号',
        summary: '出庭负责人未经法庭许可中途退庭，建议对其提出批评。',
        dueOn: null,
      }));
    },
  },
  {
    // 仅委托律师出庭
    tell: (s) =>
      s
        .acknowledge()
        .answer()
        .summon(45)
        .hold({ leader: () => null, staff: false, lawyers: 2 })
        .judge(80, 'change')
        .serve(83)
        .defects(92, ['discretion']),
  },
  {
    matter: 'land-information',
    tell: (s) =>
      s
        .acknowledge()
        .answer()
        .summon(45)
        .plan(8, deputyOf)
        .hold({ leader: (id) => leaderOf(deputyOf(id) ?? people.landDeputy) })
        .judge(80, 'revoke', { redo: { days: 15 } }, { what: '在十五个工作日内重新答复', in: 36 })
        .serve(83)
        .perform(112),
  },
  {
    matter: 'labour-injury',
    tell: (s) => {
      // 逾期履行：法院采取措施
      tried(s).judge(80, 'order-payment', {}, { what: '支付工伤待遇差额', in: 46 }).serve(83);
      s.step(s.on(150), s.desk.handler, 'record-court-measure', (c) => ({
        obligationId: c.obligations.at(-1)?.obligationId ?? '',
        measure: 'daily-fine',
        note: '从期满之日起，对行政机关负责人按日处五十元罚款。',
      }));
      s.perform(165);
    },
  },
  {
    tell: (s) =>
      tried(s)
        .judge(80, 'reject-claims')
        .serve(83)
        .appeal(95)
        .open(110, 'second')
        .judge(130, 'appeal-withdrawn')
        .serve(132, 1),
  },
  {
    tell: (s) =>
      tried(s)
        .judge(80, 'reject-claims')
        .serve(83)
        .appeal(94)
        .open(110, 'second')
        .answer(120)
        .judge(160, 'uphold')
        .serve(163, 1)
        .open(260, 'retrial-review')
        .judge(330, 'retrial-refused')
        .serve(333, 1),
  },
  {
    // 逾期上诉：如实记录，不影响生效
    tell: (s) =>
      tried(s)
        .judge(80, 'reject-claims')
        .serve(83, 1)
        .appeal(118, 'plaintiff', { irregularReason: '原告在判决生效后提交上诉状，如实记录。' }),
  },
  { tell: (s) => tried(s).judge(60, 'deemed-withdrawn').serve(62, 1) },
  {
    matter: 'town-agreement',
    tell: (s) =>
      tried(s)
        .judge(84, ['agreement-perform', 'agreement-compensate'], {}, { what: '继续支付临时安置费', in: 60 })
        .serve(87)
        .perform(120),
  },
  {
    matter: 'police-coercion',
    plan: { compensation: 8600 },
    tell: (s) =>
      tried(s)
        .judge(
          84,
          ['confirm-unlawful', 'compensate-only'],
          { compensation: 6200_00 as never },
          { what: '赔偿原告财产损失', in: 60 },
        )
        .serve(87)
        .perform(120),
  },
  {
    // 再审改判
    tell: (s) =>
      tried(s)
        .judge(80, 'reject-claims')
        .serve(83)
        .appeal(94)
        .open(110, 'second')
        .answer(120)
        .judge(150, 'uphold')
        .serve(153, 1)
        .open(250, 'retrial-review')
        .judge(300, 'retrial-ordered')
        .serve(302, 1)
        .open(320, 'retrial')
        .answer(330)
        .summon(360)
        .plan()
        .hold()
        .judge(390, 'reverse', { reversedTo: ['confirm-unlawful'] })
        .serve(393, 1),
  },
  { tell: (s) => s.acknowledge().answer().judge(50, 'ended').serve(52, 1) },
];

const matters: readonly Matter[] = [
  'police-penalty',
  'market-penalty',
  'ecology-penalty',
  'enforcement-penalty',
  'housing-demolition',
  'transport-penalty',
  'labour-injury',
  'land-decision',
];

/** Suits of the years before, all told to the end. */
function olderSuits(d: Days): SuitStory[] {
  return Array.from({ length: 27 }, (_, n) => {
    const ending = endings[n % endings.length] as Ending;
    const s = new SuitStory(d, {
      key: String(700 + n),
      matter: ending.matter ?? (matters[n % matters.length] as Matter),
      plaintiffs: applicantsOf(n + 600).slice(0, 3),
      received: d.onOrBefore(addDays(d.ago(0), -(360 + n * 22))),
      ...ending.plan,
    });
    ending.tell(s);
    return s;
  });
}

/** After reconsiderations that upheld the act: both organs are defendants, each with its own duty and row. */
function afterReconsideration(d: Days): SuitStory[] {
  return upheldCases(d).map((c, n) => {
    const s = new SuitStory(d, {
      key: String(760 + n),
      matter: c.matter,
      plaintiffs: c.applicants.slice(0, 2),
      received: d.after(c.servedOn, 16),
      before: 'upheld',
      after: c.key,
      organs: [
        { organId: usualOrgan(c.matter), role: 'original-organ' },
        { organId: governmentId, role: 'reconsideration-organ', undertakingId: null },
      ],
    });
    const [first, second] = s.organs.map((o) => o.organId);
    if (n % 3 === 0) {
      // 由原行政行为机关的负责人出庭，复议机关不另行出庭
      s.acknowledge().answer().summon(45);
      s.step(s.days.onOrBefore(addDays(s.sessionOn, -6)), s.desk.handler, 'agree-appearance', (c2) => ({
        instanceId: current(c2).instanceId,
        organIds: [first, second] as OrganId[],
        byOrganId: first as OrganId,
        how: 'agreed',
      }));
      s.plan(5, (id) => (id === first ? headOf(id) : undefined)).hold({ of: (id) => id === first });
      s.judge(82, 'reject-claims').serve(85);
    } else if (n % 3 === 1) {
      tried(s)
        .judge(85, 'revoke', { redo: { days: 60 }, reconsideration: 'annulled' })
        .serve(88)
        .defects(96, ['basis'])
        .perform(150);
    } else {
      // 撤销复议决定，责令重新作出
      tried(s)
        .judge(85, 'revoke', { reconsideration: 'annulled-redo', redo: { days: 60 } })
        .serve(88)
        .perform(150, 'whole', 2);
    }
    return s;
  });
}

/** A reconsideration decided anew because a court annulled the first decision: linked to the lawsuit and to the old case. */
export function decidedAnew(d: Days): Story[] {
  return upheldCases(d).flatMap((c, n) => {
    if (n % 3 !== 2) return [];
    const judged = addDays(d.after(c.servedOn, 16), 92);
    const anew = new Story(d, {
      key: String(340 + n),
      matter: c.matter,
      applicants: c.applicants,
      received: d.onOrBefore(judged),
      more: {
        links: [
          { kind: 'remanded-to', to: suitId(String(760 + n)) },
          { kind: 'same-dispute', to: caseId(c.key) },
        ],
      },
    });
    anew.accept(3).review().decide(28, decision(revoked)).serve(29);
    return [anew];
  });
}

const usualOrgan = (matter: Matter): OrganId =>
  ({
    'police-penalty': organ('police'),
    'market-penalty': organ('market'),
    'labour-injury': organ('labour'),
    'enforcement-penalty': organ('enforcement'),
    'land-information': organ('land'),
    'transport-penalty': organ('transport'),
    'market-complaint': organ('market'),
    'housing-demolition': organ('housing'),
    'ecology-penalty': organ('ecology'),
    'land-decision': organ('qingshi'),
  })[matter as string] ?? organ('police');

/** Suits that are under way today. */
function runningSuits(d: Days): SuitStory[] {
  const stories: SuitStory[] = [];
  /** `ago`: calendar days before today. */
  const open = (ago: number, plan: Omit<SuitPlan, 'received'>) => {
    const s = new SuitStory(d, { ...plan, received: d.onOrBefore(addDays(d.ago(0), -ago)) });
    stories.push(s);
    return s;
  };
  // 今日收到，传票已到
  open(0, { key: '801', matter: 'police-penalty', plaintiffs: [citizen('单于静', 801)], session: { in: 26 } });
  // 部门已签收，正在准备答辩
  open(6, {
    key: '802',
    matter: 'market-penalty',
    plaintiffs: [company('云岭县澄怀食品有限公司', '司徒朗', 802)],
  }).acknowledge();
  // 答辩状待审签
  {
    const s = open(11, { key: '803', matter: 'police-coercion', plaintiffs: [citizen('鹿鸣野', 803)] }).acknowledge();
    s.step(d.ago(1), people.policeLiaison, 'propose', (c) => ({
      step: {
        type: 'file-answer',
        input: {
          instanceId: current(c).instanceId,
          organId: organ('police'),
          way: 'post',
          proof: 'EMS 1099 0000 0000 0',
          opinion: '扣押的事实、依据和程序均符合法律规定，请求驳回原告的诉讼请求。',
          bases: [{ law: '中华人民共和国行政强制法', article: '第二十五条' }],
          evidence: [{ number: '1', name: '扣押清单', pages: 3, source: '被告制作', purpose: '证明扣押物品的范围' }],
          signedByHead: true,
        },
      },
      opinion: '请审签。',
    }));
  }
  // 逾期未答辩
  open(22, { key: '804', matter: 'transport-penalty', plaintiffs: [citizen('乐正清', 804)] }).acknowledge();
  // 申请延期举证
  {
    const s = open(12, {
      key: '805',
      matter: 'ecology-penalty',
      plaintiffs: [company('云岭县赤水纸业厂', '段干木', 805)],
    }).acknowledge();
    s.step(d.ago(2), people.ecologyLiaison, 'ask-evidence-extension', (c) => ({
      instanceId: current(c).instanceId,
      organId: organ('ecology'),
      reason: '因连续暴雨道路中断，监测原始记录暂时无法取回。',
    }));
  }
  // 下周开庭，负责人已确认；同一天另一案，日程冲突
  open(38, { key: '806', matter: 'housing-demolition', plaintiffs: [citizen('闾丘白', 806)] })
    .acknowledge()
    .answer()
    .summon(44, { before: 14 })
    .plan(9);
  open(37, { key: '807', matter: 'housing-registration', plaintiffs: [citizen('漆雕琢', 807)] })
    .acknowledge()
    .answer()
    .summon(43, { before: 12, time: '10:00' });
  // 明后日开庭，还没有安排负责人
  open(40, { key: '808', matter: 'enforcement-penalty', plaintiffs: [citizen('公冶寒', 808)] })
    .acknowledge()
    .answer()
    .summon(42, { before: 10, leader: 'shall' });
  // 传票不足三日送达
  open(39, { key: '809', matter: 'market-complaint', plaintiffs: [citizen('壤驷月', 809)] })
    .acknowledge()
    .answer()
    .summon(41, { before: 1 });
  // 已开庭，还没有登记出庭情况
  open(46, { key: '810', matter: 'land-information', plaintiffs: [citizen('宰父晴', 810)] })
    .acknowledge()
    .answer()
    .summon(43)
    .plan()
    .hold({ record: false });
  // 已开庭，等判决
  tried(open(70, { key: '811', matter: 'police-penalty', plaintiffs: [citizen('谷梁夏', 811)] }));
  // 休庭，再定日期
  {
    const s = ready(open(60, { key: '812', matter: 'ecology-penalty', plaintiffs: [citizen('拓跋野', 812)] }), 46);
    s.hold({ adjourned: true }).summon(68, { before: 10 }).plan(6);
  }
  // 昨日判决，原告的送达日还不知道
  tried(open(84, { key: '813', matter: 'market-penalty', plaintiffs: [citizen('夹谷青', 813)] }))
    .judge(82, 'revoke', { redo: { days: 60 } })
    .serve(83, null);
  // 上诉期内
  tried(
    open(92, { key: '814', matter: 'labour-injury', plaintiffs: [company('云岭县玄圃机械有限公司', '宗政言', 814)] }),
  )
    .judge(80, 'reject-claims')
    .serve(84);
  // 原告上诉，答辩期内
  tried(open(118, { key: '815', matter: 'enforcement-penalty', plaintiffs: [citizen('濮阳川', 815)] }))
    .judge(82, 'reject-claims')
    .serve(85)
    .appeal(96)
    .open(112, 'second');
  // 已上诉，二审还没有来文
  tried(open(106, { key: '828', matter: 'market-complaint', plaintiffs: [citizen('左丘明月', 828)] }))
    .judge(82, 'confirm-unlawful')
    .serve(85)
    .appeal(97, 'organ');
  // 二审即将开庭
  tried(open(150, { key: '816', matter: 'police-penalty', plaintiffs: [citizen('淳于敏', 816)] }))
    .judge(80, 'revoke', { redo: { ordered: false } })
    .serve(83)
    .appeal(95, 'organ')
    .open(112, 'second')
    .summon(156, { before: 14, leader: 'shall' })
    .plan(9);
  // 判决生效，等履行；已逾期
  tried(open(128, { key: '817', matter: 'police-inaction', plaintiffs: [citizen('申屠雪', 817)] }))
    .judge(80, 'order-duty', {}, { what: '对原告的申请作出处理', in: 76 })
    .serve(83);
  tried(open(190, { key: '818', matter: 'land-decision', plaintiffs: [citizen('太叔宁', 818)] }))
    .judge(80, 'revoke', { redo: { days: 60 } }, { what: '重新作出土地权属争议处理决定', in: 80 })
    .serve(83)
    .defects(90, ['facts'], false);
  // 中止
  {
    const s = open(64, { key: '819', matter: 'township-decision', plaintiffs: [citizen('仲孙远', 819)] })
      .acknowledge()
      .answer();
    s.step(s.on(30), s.desk.handler, 'suspend-instance', (c) => ({
      instanceId: current(c).instanceId,
      ground: 'other-case',
      reason: '须以另一民事案件的审理结果为依据。',
    }));
  }
  // 简易程序，法院另定举证期限
  open(7, {
    key: '820',
    matter: 'spot-penalty',
    plaintiffs: [citizen('轩辕小满', 820)],
    procedure: 'simplified',
    session: { in: 18 },
  }).acknowledge();
  // 登记有误，作废
  {
    const s = open(20, { key: '821', matter: 'market-penalty', plaintiffs: [citizen('令狐安', 821)] });
    s.step(s.on(4), people.sectionHead, 'void-lawsuit', { why: '同一份应诉通知书重复登记。' });
  }
  // 重大案件，定期反馈；开庭观摩
  {
    const group = Array.from({ length: 12 }, (_, i) => citizen(nameOf(700 + i), 830 + i));
    const s = open(34, { key: '822', matter: 'town-agreement', plaintiffs: group }).acknowledge().answer();
    s.step(s.on(3), s.desk.handler, 'mark-major', {
      grounds: ['public-attention', 'mass-incident'],
      why: '原告人数众多，媒体关注。',
      everyDays: 15,
    });
    s.step(s.on(18), s.desk.handler, 'feed-back-major', { text: '已与法院沟通开庭安排，镇政府正在准备协调方案。' });
    s.summon(46, { before: 14, leader: 'shall' });
    s.step(s.on(34), s.desk.handler, 'mark-observation', (c) => ({
      sessionId: lastSession(c).sessionId,
      invited: [organ('land'), organ('housing'), organ('qingshi')],
      why: '组织各部门旁听，作为法治教育。',
    }));
  }
  // 观摩庭已开，到场情况已登记
  {
    const s = ready(open(75, { key: '823', matter: 'ecology-penalty', plaintiffs: [citizen('百里杭', 823)] }));
    s.step(s.days.onOrBefore(addDays(s.sessionOn, -8)), s.desk.handler, 'mark-observation', (c) => ({
      sessionId: lastSession(c).sessionId,
      invited: [organ('market'), organ('transport')],
      why: '典型案件，组织观摩。',
    }));
    s.hold();
    s.step(s.days.after(s.sessionOn, 1), s.desk.handler, 'record-observers', (c) => ({
      sessionId: lastSession(c).sessionId,
      came: [
        { organId: organ('market'), people: 6 },
        { organId: organ('transport'), people: 0 },
      ],
    }));
  }
  // 不在任的人、下级机关的人到庭：如实登记，不计
  {
    const s = open(66, {
      key: '824',
      matter: 'township-decision',
      plaintiffs: [citizen('第五伦', 824)],
      organs: [{ organId: governmentId, role: 'original-organ', undertakingId: organ('qingshi') }],
      court: courts.city,
    }).acknowledge();
    s.answer();
    s.summon(45).hold({ leader: () => ({ ...leaderOf(people.qingshiHead), rank: 'lower-organ' }) });
  }
  {
    const s = open(68, { key: '825', matter: 'transport-penalty', plaintiffs: [citizen('钟吾岳', 825)] })
      .acknowledge()
      .answer();
    s.summon(45).hold({
      leader: () => ({ ...leaderOf(people.transportHead), until: d.onOrBefore(addDays(s.sessionOn, -20)) }),
    });
  }
  // 更换出庭负责人
  {
    const s = ready(open(58, { key: '826', matter: 'market-licence', plaintiffs: [citizen('南荣雨', 826)] }));
    s.step(s.days.onOrBefore(addDays(s.sessionOn, -2)), worker(s), 'replace-leader', (c) => ({
      ...session(c, only(s)),
      leader: leaderOf(people.marketDeputy),
      why: '局长当日参加市政府常务会议。',
    }));
    s.hold({ leader: () => leaderOf(people.marketDeputy) });
  }
  // 延期后仍不出庭
  {
    const s = ready(open(110, { key: '827', matter: 'labour-injury', plaintiffs: [citizen('东郭先', 827)] }), 45);
    s.step(s.days.onOrBefore(addDays(s.sessionOn, -1)), worker(s), 'explain-absence', (c) => ({
      ...session(c, only(s)),
      ground: 'other-good-cause',
      reason: '住院治疗。',
      proof: 'sealed',
      askedAdjournment: true,
      delegates: [],
    }));
    s.step(s.sessionOn, s.desk.handler, 'move-session', (c) => ({
      sessionId: lastSession(c).sessionId,
      on: s.on(75),
      time: '09:30',
      place: `${courts.county}第二法庭`,
      why: '准许延期开庭审理。',
      notices: [{ organId: only(s), leader: 'shall', servedOn: s.sessionOn }],
    }));
  }
  // 另一个县
  open(14, {
    key: 'j841',
    matter: 'police-penalty',
    plaintiffs: [citizen('巫马秋', 841, '霁川县')],
    desk: jichuan,
    court: courts.otherCounty,
    organs: [{ organId: 'organ-jichuan-police' as OrganId, role: 'original-organ' }],
  }).acknowledge();
  // 市政府作为复议机关
  open(9, {
    key: 'c842',
    matter: 'land-information',
    plaintiffs: [citizen('公西墨', 842)],
    court: courts.city,
    before: 'upheld',
    organs: [
      { organId: otherCountyId, role: 'original-organ' },
      { organId: cityId, role: 'reconsideration-organ' },
    ],
    desk: jichuan,
  });
  return stories;
}

/** Every lawsuit of the demonstration. */
export const suitCases = (d: Days): readonly SuitStory[] => [
  ...olderSuits(d),
  ...afterReconsideration(d),
  ...runningSuits(d),
];
