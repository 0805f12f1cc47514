/** Invented acts under review, one for each sort of case. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { Fen, OrganId } from '@redress/domain/ids';
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';

type Act = StepInputGiven<'register-application'>['act'];

export interface Applicant {
  readonly name: string;
  readonly idNumber: string;
  readonly address: string;
  readonly telephone: string;
  /** Of an organisation. */
  readonly legalRepresentative?: string;
}

export interface InventedAct {
  readonly respondents: readonly OrganId[];
  readonly act: Act;
  readonly requests: string;
  readonly grounds: string;
  readonly materials: readonly string[];
}

const organ = (key: string) => `organ-yunling-${key}` as OrganId;
const yuan = (n: number) => (n * 100) as Fen;

interface Template {
  readonly respondent: string;
  readonly name: string;
  /** By year and serial. */
  readonly number: (year: string, n: number) => string | null;
  readonly matter: Act['matter'];
  readonly category: Act['category'];
  readonly content: string;
  readonly amount: Fen | null;
  readonly onTheSpot?: boolean;
  readonly immovable?: boolean;
  readonly inaction?: boolean;
  readonly requests: string;
  readonly grounds: string;
}

const templates = {
  'police-penalty': {
    respondent: 'police',
    name: '行政处罚决定',
    number: (year, n) => `云公（治）行罚决字〔${year}〕${118 + n}号`,
    matter: 'penalty',
    category: 'public-security',
    content: '罚款五百元',
    amount: yuan(500),
    requests: '请求撤销被申请人作出的行政处罚决定。',
    grounds: '双方因邻里琐事发生争执，申请人并未动手，处罚决定认定事实不清、主要证据不足。',
  },
  'spot-penalty': {
    respondent: 'transport',
    name: '当场行政处罚决定',
    number: (year, n) => `云交当罚字〔${year}〕${207 + n}号`,
    matter: 'penalty',
    category: 'transport',
    content: '警告并罚款二百元',
    amount: yuan(200),
    onTheSpot: true,
    requests: '请求撤销被申请人作出的当场处罚决定。',
    grounds: '现场未设置标志，申请人无从知晓该路段禁止停放。',
  },
  'market-penalty': {
    respondent: 'market',
    name: '行政处罚决定',
    number: (year, n) => `云市监处罚〔${year}〕${56 + n}号`,
    matter: 'penalty',
    category: 'industry-commerce',
    content: '没收违法所得并罚款二万元',
    amount: yuan(20_000),
    requests: '请求撤销被申请人作出的行政处罚决定。',
    grounds: '涉案商品来源合法，进货查验记录齐全，处罚畸重，程序违法。',
  },
  'land-information': {
    respondent: 'land',
    name: '政府信息公开答复',
    number: (year, n) => `云自然资告〔${year}〕${21 + n}号`,
    matter: 'open-information',
    category: 'land',
    content: '告知所申请的信息不存在',
    amount: null,
    requests: '请求确认被申请人的答复违法，责令其重新答复。',
    grounds: '被申请人未尽检索义务，所称信息不存在与事实不符。',
  },
  'land-decision': {
    respondent: 'qingshi',
    name: '土地权属争议处理决定',
    number: (year, n) => `青政处〔${year}〕${4 + n}号`,
    matter: 'right-determination',
    category: 'land',
    content: '争议地块使用权归相邻村民小组',
    amount: null,
    immovable: true,
    requests: '请求撤销被申请人作出的土地权属争议处理决定。',
    grounds: '争议地块自承包以来一直由申请人家庭耕种，处理决定遗漏重要证据。',
  },
  'labour-injury': {
    respondent: 'labour',
    name: '工伤认定决定',
    number: (year, n) => `云人社工认〔${year}〕${33 + n}号`,
    matter: 'confirmation',
    category: 'labour-social-security',
    content: '认定为工伤',
    amount: null,
    requests: '请求撤销被申请人作出的工伤认定决定。',
    grounds: '受伤的时间、地点与工作没有关联，认定依据不足。',
  },
  'housing-demolition': {
    respondent: 'housing',
    name: '限期拆除决定',
    number: (year, n) => `云住建限拆字〔${year}〕${9 + n}号`,
    matter: 'coercion',
    category: 'town-planning',
    content: '限期拆除房屋顶层加建部分',
    amount: null,
    immovable: true,
    requests: '请求撤销被申请人作出的限期拆除决定。',
    grounds: '加建部分已取得批准，被申请人未听取陈述和申辩即作出决定。',
  },
  'ecology-penalty': {
    respondent: 'ecology',
    name: '行政处罚决定',
    number: (year, n) => `云环罚〔${year}〕${12 + n}号`,
    matter: 'penalty',
    category: 'environment',
    content: '罚款十万元，责令改正',
    amount: yuan(100_000),
    requests: '请求撤销被申请人作出的行政处罚决定。',
    grounds: '监测采样不符合技术规范，检测结果不能作为处罚依据。',
  },
  'transport-penalty': {
    respondent: 'transport',
    name: '行政处罚决定',
    number: (year, n) => `云交罚〔${year}〕${77 + n}号`,
    matter: 'penalty',
    category: 'transport',
    content: '罚款五千元',
    amount: yuan(5000),
    requests: '请求变更被申请人作出的行政处罚决定。',
    grounds: '申请人系初次违法且及时改正，处罚过重，与同类案件明显不一致。',
  },
  'enforcement-penalty': {
    respondent: 'enforcement',
    name: '行政处罚决定',
    number: (year, n) => `云综执罚决〔${year}〕${140 + n}号`,
    matter: 'penalty',
    category: 'town-planning',
    content: '罚款三千元',
    amount: yuan(3000),
    requests: '请求撤销被申请人作出的行政处罚决定。',
    grounds: '摊位经社区同意临时设置，被申请人未先行责令改正即予处罚。',
  },
  'market-licence': {
    respondent: 'market',
    name: '不予许可决定',
    number: (year, n) => `云市监不许〔${year}〕${n + 3}号`,
    matter: 'licence',
    category: 'food-drug-safety',
    content: '不予核发食品经营许可证',
    amount: null,
    requests: '请求撤销不予许可决定，责令被申请人依法核发许可证。',
    grounds: '申请人提交的材料齐全，经营场所符合规定，被申请人未说明不予许可的理由。',
  },
  'market-complaint': {
    respondent: 'market',
    name: '投诉举报处理答复',
    number: (year, n) => `云市监举复〔${year}〕${60 + n}号`,
    matter: 'complaint-handling',
    category: 'food-drug-safety',
    content: '对举报事项不予立案',
    amount: null,
    requests: '请求撤销被申请人作出的处理答复，责令其重新处理。',
    grounds: '所购食品标签标注虚假，被申请人未作核查即决定不予立案。',
  },
  'police-coercion': {
    respondent: 'police',
    name: '扣押决定',
    number: (year, n) => `云公扣字〔${year}〕${30 + n}号`,
    matter: 'coercion',
    category: 'public-security',
    content: '扣押货车一辆',
    amount: null,
    requests: '请求撤销扣押决定，返还被扣押的车辆。',
    grounds: '车辆与案件无关，扣押时未出具清单，超过法定期限未作处理。',
  },
  'transport-levy': {
    respondent: 'transport',
    name: '征收超限运输补偿费决定',
    number: (year, n) => `云交征〔${year}〕${10 + n}号`,
    matter: 'levy',
    category: 'transport',
    content: '征收补偿费一万二千元',
    amount: yuan(12_000),
    requests: '请求撤销征收决定，退还已缴费用。',
    grounds: '车辆称重数据不准确，被申请人未告知复核的权利。',
  },
  'housing-registration': {
    respondent: 'land',
    name: '不动产登记',
    number: (year, n) => `云（${year}）不动产权第${String(9900 + n)}号`,
    matter: 'confirmation',
    category: 'property-registration',
    content: '将争议房屋登记在第三人名下',
    amount: null,
    immovable: true,
    requests: '请求撤销不动产登记。',
    grounds: '登记所依据的协议系伪造，被申请人未尽审查职责。',
  },
  'town-agreement': {
    respondent: 'liuwan',
    name: '解除房屋搬迁补偿协议的通知',
    number: (year, n) => `柳政函〔${year}〕${n}号`,
    matter: 'agreement',
    category: 'house-expropriation',
    content: '解除搬迁补偿协议',
    amount: yuan(380_000),
    immovable: true,
    requests: '请求确认解除通知无效，责令被申请人继续履行协议。',
    grounds: '申请人已按约腾空房屋，被申请人无故解除协议。',
  },
  'police-inaction': {
    respondent: 'police',
    name: '履行保护人身权职责的申请',
    number: () => null,
    matter: 'inaction',
    category: 'public-security',
    content: '报警后未依法处理',
    amount: null,
    inaction: true,
    requests: '请求责令被申请人履行法定职责。',
    grounds: '申请人多次报警并提交书面申请，被申请人超过两个月未作处理，也未作答复。',
  },
  'township-decision': {
    respondent: 'bailu',
    name: '林木林地权属争议处理决定',
    number: (year, n) => `白政处〔${year}〕${n}号`,
    matter: 'right-determination',
    category: 'forestry',
    content: '争议林地归村民小组集体所有',
    amount: null,
    immovable: true,
    requests: '请求撤销林地权属争议处理决定。',
    grounds: '申请人持有林权证，处理决定认定的四至与林权证不符。',
  },
} as const satisfies Readonly<Record<string, Template>>;

export type Matter = keyof typeof templates;

/**
 * The act of a sort, made two days before the applicant came to know of it on `knownOn`; `n` makes its number its own.
 * Where the organ did nothing, it was asked eleven weeks before.
 */
export function actOf(matter: Matter, knownOn: CivilDate, n = 0): InventedAct {
  const t: Template = templates[matter];
  const madeOn = addDays(knownOn, t.onTheSpot ? 0 : -2);
  const known: Pick<Act, 'madeOn' | 'knownHow' | 'knownOn' | 'inaction'> = t.inaction
    ? {
        madeOn: null,
        knownHow: 'actual-knowledge',
        knownOn: null,
        inaction: { requestedOn: addDays(knownOn, -77), periodEndsOn: null },
      }
    : { madeOn, knownHow: t.onTheSpot ? 'on-the-spot' : 'direct-service', knownOn, inaction: null };
  return {
    respondents: [organ(t.respondent)],
    act: {
      name: t.name,
      number: t.number(madeOn.slice(0, 4), n),
      matter: t.matter,
      category: t.category,
      content: t.content,
      amount: t.amount,
      madeOnTheSpot: t.onTheSpot ?? false,
      immovable: t.immovable ?? false,
      ...known,
    },
    requests: t.requests,
    grounds: t.grounds,
    materials: ['行政复议申请书', '身份证明', '被申请复议的行政行为决定书'],
  };
}
