/** The demonstration office's people as the errand needs them; one password for all. */
export const password = 'yunling-2026';

export const people = {
  handler: 'shenzhiwei',
  secondHandler: 'luhuaigu',
  liaison: 'taoyiwei',
  policeHead: 'luolinfeng',
  policeChief: 'kangyunzheng',
  marketLiaison: 'baizhiyuan',
  sectionHead: 'gumingchuan',
  institutionHead: 'zhouruoqu',
  organHead: 'hanyanzhou',
  cityHandler: 'wentingsong',
  otherHandler: 'luyouqing',
  systemAdmin: 'jianxing',
  securityAdmin: 'qianche',
  auditor: 'fangzhengyan',
} as const;
export type Person = keyof typeof people;
