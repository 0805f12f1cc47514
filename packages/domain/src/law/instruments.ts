/**
 * Laws, regulations and judicial interpretations, each in one version. The id names the version (`ARL2023`).
 * Where the version's own wording is not on file, `onFile` is false and nothing of it is quoted.
 */
export const instruments = {
  ARL1999: {
    zh: '行政复议法',
    en: 'Administrative Reconsideration Law',
    version: { zh: '1999年施行，2017年修正', en: 'in force 1999, as amended in 2017' },
    onFile: true,
  },
  ARL2023: {
    zh: '行政复议法',
    en: 'Administrative Reconsideration Law',
    version: { zh: '2023年修订', en: 'as revised in 2023' },
    onFile: true,
  },
  REG2007: {
    zh: '行政复议法实施条例',
    en: 'Regulation implementing the Administrative Reconsideration Law',
    version: { zh: '2007年', en: 'of 2007' },
    onFile: true,
  },
  REG2026: {
    zh: '行政复议法实施条例',
    en: 'Regulation implementing the Administrative Reconsideration Law',
    version: { zh: '2026年修订，文本未入库', en: 'as revised in 2026, wording not on file' },
    onFile: false,
  },
  ALL2017: {
    zh: '行政诉讼法',
    en: 'Administrative Litigation Law',
    version: { zh: '2017年修正', en: 'as amended in 2017' },
    onFile: true,
  },
  INT2018: {
    zh: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    en: 'Interpretation on the Administrative Litigation Law',
    version: { zh: '法释〔2018〕1号', en: 'Fashi [2018] No. 1' },
    onFile: true,
  },
  LEAD2020: {
    zh: '最高人民法院关于行政机关负责人出庭应诉若干问题的规定',
    en: 'Provisions on the appearance of heads of administrative organs',
    version: { zh: '法释〔2020〕3号', en: 'Fashi [2020] No. 3' },
    onFile: true,
  },
  SCL2012: {
    zh: '国家赔偿法',
    en: 'State Compensation Law',
    version: { zh: '2012年修正', en: 'as amended in 2012' },
    onFile: true,
  },
  FEE589: {
    zh: '国家赔偿费用管理条例',
    en: 'Regulation on State compensation funds',
    version: { zh: '国务院令第589号', en: 'State Council Order No. 589' },
    onFile: true,
  },
  COMP2022: {
    zh: '最高人民法院关于审理行政赔偿案件若干问题的规定',
    en: 'Provisions on administrative compensation cases',
    version: { zh: '法释〔2022〕10号', en: 'Fashi [2022] No. 10' },
    onFile: true,
  },
  CPL2017: {
    zh: '民事诉讼法',
    en: 'Civil Procedure Law',
    version: { zh: '2017年修正，文本未入库', en: 'as amended in 2017, wording not on file' },
    onFile: false,
  },
  CPL2021: {
    zh: '民事诉讼法',
    en: 'Civil Procedure Law',
    version: { zh: '2021年修正，文本未入库', en: 'as amended in 2021, wording not on file' },
    onFile: false,
  },
  CPL2023: {
    zh: '民事诉讼法',
    en: 'Civil Procedure Law',
    version: { zh: '2023年修正', en: 'as amended in 2023' },
    onFile: true,
  },
  HOL2024: {
    zh: '全国年节及纪念日放假办法',
    en: 'Regulation on public holidays',
    version: { zh: '2024年修订', en: 'as revised in 2024' },
    onFile: true,
  },
} as const satisfies Record<string, Instrument>;

/** A law in one version, with its names. */
export interface Instrument {
  readonly zh: string;
  readonly en: string;
  readonly version: { readonly zh: string; readonly en: string };
  readonly onFile: boolean;
}

export type InstrumentId = keyof typeof instruments;

/** The instrument by its id. */
export function instrument(id: InstrumentId): Instrument {
  return instruments[id];
}
