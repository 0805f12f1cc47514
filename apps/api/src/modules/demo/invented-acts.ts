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
  readonly number: (year: string) => string | null;
  readonly matter: Act['matter'];
  readonly content: string;
  readonly amount: Fen | null;
  readonly onTheSpot?: boolean;
  readonly immovable?: boolean;
  readonly requests: string;
  readonly grounds: string;
}

const templates = {
  'police-penalty': {
    respondent: 'police',
    name: '行政处罚决定',
    number: (year) => `云公（治）行罚决字〔${year}〕118号`,
    matter: 'penalty',
    content: '罚款五百元',
    amount: yuan(500),
    requests: '请求撤销被申请人作出的行政处罚决定。',
    grounds: '双方因邻里琐事发生争执，申请人并未动手，处罚决定认定事实不清、主要证据不足。',
  },
  'spot-penalty': {
    respondent: 'transport',
    name: '当场行政处罚决定',
    number: (year) => `云交当罚字〔${year}〕207号`,
    matter: 'penalty',
    content: '警告并罚款二百元',
    amount: yuan(200),
    onTheSpot: true,
    requests: '请求撤销被申请人作出的当场处罚决定。',
    grounds: '现场未设置标志，申请人无从知晓该路段禁止停放。',
  },
  'market-penalty': {
    respondent: 'market',
    name: '行政处罚决定',
    number: (year) => `云市监处罚〔${year}〕56号`,
    matter: 'penalty',
    content: '没收违法所得并罚款二万元',
    amount: yuan(20_000),
    requests: '请求撤销被申请人作出的行政处罚决定。',
    grounds: '涉案商品来源合法，进货查验记录齐全，处罚畸重，程序违法。',
  },
  'land-information': {
    respondent: 'land',
    name: '政府信息公开答复',
    number: (year) => `云自然资告〔${year}〕21号`,
    matter: 'open-information',
    content: '告知所申请的信息不存在',
    amount: null,
    requests: '请求确认被申请人的答复违法，责令其重新答复。',
    grounds: '被申请人未尽检索义务，所称信息不存在与事实不符。',
  },
  'land-decision': {
    respondent: 'qingshi',
    name: '土地权属争议处理决定',
    number: (year) => `青政处〔${year}〕4号`,
    matter: 'right-determination',
    content: '争议地块使用权归相邻村民小组',
    amount: null,
    immovable: true,
    requests: '请求撤销被申请人作出的土地权属争议处理决定。',
    grounds: '争议地块自承包以来一直由申请人家庭耕种，处理决定遗漏重要证据。',
  },
  'labour-injury': {
    respondent: 'labour',
    name: '工伤认定决定',
    number: (year) => `云人社工认〔${year}〕33号`,
    matter: 'confirmation',
    content: '认定为工伤',
    amount: null,
    requests: '请求撤销被申请人作出的工伤认定决定。',
    grounds: '受伤的时间、地点与工作没有关联，认定依据不足。',
  },
  'housing-demolition': {
    respondent: 'housing',
    name: '限期拆除决定',
    number: (year) => `云住建限拆字〔${year}〕9号`,
    matter: 'coercion',
    content: '限期拆除房屋顶层加建部分',
    amount: null,
    immovable: true,
    requests: '请求撤销被申请人作出的限期拆除决定。',
    grounds: '加建部分已取得批准，被申请人未听取陈述和申辩即作出决定。',
  },
  'ecology-penalty': {
    respondent: 'ecology',
    name: '行政处罚决定',
    number: (year) => `云环罚〔${year}〕12号`,
    matter: 'penalty',
    content: '罚款十万元，责令改正',
    amount: yuan(100_000),
    requests: '请求撤销被申请人作出的行政处罚决定。',
    grounds: '监测采样不符合技术规范，检测结果不能作为处罚依据。',
  },
  'transport-penalty': {
    respondent: 'transport',
    name: '行政处罚决定',
    number: (year) => `云交罚〔${year}〕77号`,
    matter: 'penalty',
    content: '罚款五千元',
    amount: yuan(5000),
    requests: '请求变更被申请人作出的行政处罚决定。',
    grounds: '申请人系初次违法且及时改正，处罚过重，与同类案件明显不一致。',
  },
} as const satisfies Readonly<Record<string, Template>>;

export type Matter = keyof typeof templates;

/** The act of a sort, made two days before the applicant came to know of it on `knownOn`. */
export function actOf(matter: Matter, knownOn: CivilDate): InventedAct {
  const t: Template = templates[matter];
  const madeOn = addDays(knownOn, t.onTheSpot ? 0 : -2);
  return {
    respondents: [organ(t.respondent)],
    act: {
      name: t.name,
      number: t.number(madeOn.slice(0, 4)),
      madeOn,
      matter: t.matter,
      content: t.content,
      amount: t.amount,
      madeOnTheSpot: t.onTheSpot ?? false,
      immovable: t.immovable ?? false,
      knownHow: t.onTheSpot ? 'on-the-spot' : 'direct-service',
      knownOn,
    },
    requests: t.requests,
    grounds: t.grounds,
    materials: ['行政复议申请书', '身份证明', '被申请复议的行政行为决定书'],
  };
}
