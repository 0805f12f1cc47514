/** Words that stand for a code in a register, and what they usually mean. Each office's own are added by the mapping. */
import { type Category, categories } from '../categories.ts';
import * as codes from '../codes.ts';
import { bare } from './cells.ts';
import type { ChoiceField } from './fields.ts';

/** How a case of the register ended. `pending`: it has not. */
export const importOutcomes = [
  'pending',
  ...codes.decisionTypes,
  'rejected',
  'mediated',
  'withdrawn',
  'settled',
  'applicant-died-no-successor',
  'entity-ended-no-successor',
  'criminal-measures',
  'suspended-60-days',
  'refused',
  'abandoned',
  'withdrawn-before-acceptance',
] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const lateWords = ['late', 'in-time'] as const;

/** The codes a choice can have; of categories those that the program ships. */
export const choices = {
  channel: codes.channels,
  matter: codes.matters,
  category: categories,
  procedure: codes.procedures,
  refusalReason: codes.acceptanceConditions,
  suspensionGround: codes.suspensionGrounds,
  outcome: importOutcomes,
  late: lateWords,
} as const satisfies Record<ChoiceField, readonly string[]>;
/** An office adds categories of its own. */
export type ChoiceOf<F extends ChoiceField> = F extends 'category' ? string : (typeof choices)[F][number];

/** A category of the office under every name that the office gave it. */
export interface KnownCategory {
  readonly code: string;
  readonly names: readonly string[];
}
/** The office's categories by their codes and by their names. */
export type OwnCategories = ReadonlyMap<string, string>;
export const noCategories: OwnCategories = new Map();
export const ownCategories = (known: readonly KnownCategory[]): OwnCategories =>
  new Map([
    ...known.flatMap(({ code, names }) => names.map((name) => [bare(name), code] as const)),
    ...known.map(({ code }) => [code, code] as const),
  ]);

const categoryWords: readonly (readonly [Category, RegExp])[] = [
  ['state-security', /国家安全/],
  ['public-security', /公安|治安|交警|交通违法/],
  ['labour-social-security', /劳动|社会保障|人社|工伤|社保/],
  ['judicial-administration', /司法行政/],
  ['civil-affairs', /民政/],
  ['house-expropriation', /征收补偿|拆迁|征补/],
  ['property-registration', /不动产/],
  ['land', /土地|国土|自然资源/],
  ['geology-mining', /地矿|矿产/],
  ['environment', /环保|生态环境|环境保护/],
  ['forestry', /林业|林草/],
  ['agriculture', /农业|农村/],
  ['water', /水利|水务/],
  ['town-planning', /规划|城管|城市管理|综合执法|住建|建设/],
  ['food-drug-safety', /食品|药品|药监/],
  ['industry-commerce', /工商|市场监管|市监/],
  ['work-safety', /安监|应急|安全生产/],
  ['transport', /交通/],
  ['tax', /税/],
  ['health', /卫生|卫健|医保/],
  ['education', /教育/],
  ['finance', /财政/],
  ['prices', /物价|价格/],
  ['statistics', /统计/],
  ['culture', /文化/],
  ['tourism', /旅游/],
  ['tobacco', /烟草/],
  ['customs', /海关/],
  ['other', /其他|其它/],
];

type Words<T extends string> = readonly (readonly [T, RegExp])[];

const words: { readonly [F in ChoiceField]: Words<ChoiceOf<F>> } = {
  channel: [
    ['via-penalising-organ', /处罚(决定)?的?(行政)?机关|原机关转|转送/],
    ['online', /网|线上|电子|平台|互联/],
    ['post', /邮|寄|快递|EMS/i],
    ['oral', /口头/],
    ['counter', /当面|窗口|现场|来访|直接|上门|递交/],
  ],
  matter: [
    ['open-information', /信息公开/],
    ['inaction', /不作为|不履行|未履行|履行(法定)?职责/],
    ['complaint-handling', /举报|投诉/],
    ['penalty', /处罚/],
    ['coercion', /强制|查封|扣押|拆除/],
    ['levy', /征收|征税|收费/],
    ['licence', /许可|审批/],
    ['right-determination', /确权|权属/],
    ['confirmation', /确认|工伤|认定|登记/],
    ['agreement', /协议/],
    ['other', /^其他$|^其它$/],
  ],
  category: categoryWords,
  procedure: [
    ['simplified', /简易/],
    ['ordinary', /普通|一般/],
  ],
  refusalReason: [
    ['within-time-limit', /超过.*期限|逾期|申请期限/],
    // Before suits: 不属于复议范围，应提起民事诉讼.
    ['within-scope', /范围|不可复议|信访/],
    ['not-filed-before', /重复|已(经)?(申请|起诉|提起|受理)|诉讼/],
    ['own-jurisdiction', /管辖/],
    ['interest-in-act', /利害关系|主体资格/],
    ['definite-parties', /被申请人(不|错)|申请人不明确/],
    ['definite-request', /请求(不|和理由)|具体/],
  ],
  suspensionGround: [
    ['mediation', /调解|和解/],
    ['normative-review', /规范性文件|依据/],
    ['other-case', /另案|其他案件|诉讼|审理结果/],
    ['law-application', /法律适用|解释/],
    ['applicant-died', /死亡/],
    ['applicant-incapacitated', /行为能力/],
    ['applicant-missing', /下落不明/],
    ['entity-ended', /终止.*承受|承受人/],
    ['force-majeure', /不可抗力|正当理由/],
    ['other', /^其他|^其它/],
  ],
  outcome: [
    ['withdrawn-before-acceptance', /受理前撤回/],
    ['refused', /不予受理|不受理/],
    ['abandoned', /视为放弃|放弃申请/],
    ['reject-request', /驳回.*(请求|复议请求)/],
    ['rejected', /驳回.*申请|^驳回$/],
    // Before mediation, which led to it and ended nothing by itself: 经调解后撤回申请.
    ['settled', /和解/],
    ['withdrawn', /撤回|准予撤|撤申/],
    ['mediated', /调解/],
    ['revoke-partly', /部分撤销/],
    ['confirm-unlawful', /确认(行政行为)?违法/],
    ['confirm-void', /确认无效/],
    ['order-performance', /责令.*履行|限期履行/],
    ['agreement-liability', /协议.*(责任|履行|补偿)/],
    ['change', /变更/],
    ['revoke', /撤销/],
    ['uphold', /维持/],
    ['pending', /未结|在办|审理中|办理中|待/],
  ],
  late: [
    ['in-time', /^(否|未超|未逾|按期|期限内|不|没有|正常|n|no|false)/i],
    ['late', /^(是|超|逾|已超|y|yes|true)/i],
  ],
};

/** What a register's words usually mean; null where they may mean several things, or nothing known. */
export function usualMeaning<F extends ChoiceField>(
  field: F,
  text: string,
  own: OwnCategories = noCategories,
): ChoiceOf<F> | null {
  if (isChoice(field, text, own)) return text;
  // The office's own name for a category says more than a word in it.
  const named = field === 'category' ? own.get(bare(text)) : undefined;
  if (named !== undefined) return named as ChoiceOf<F>;
  const list = words[field] as Words<ChoiceOf<F>>;
  return list.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Is this one of the field's codes? */
export const isChoice = <F extends ChoiceField>(
  field: F,
  code: string,
  own: OwnCategories = noCategories,
): code is ChoiceOf<F> =>
  (choices[field] as readonly string[]).includes(code) || (field === 'category' && own.get(code) === code);
