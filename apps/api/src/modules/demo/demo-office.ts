/**
 * The demonstration's office: 云岭县, a county that does not exist, with its government, its justice bureau,
 * eight departments, three townships and the people who work there. Every name is invented.
 */
import type { Role } from '@redress/domain/access/roles';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, PostId } from '@redress/domain/ids';
import type { OrganKind, OrganLevel } from '@redress/domain/office/organ';

/** One password for all of them: they hold nothing but invented cases, and are refused over the network. */
export const demoPassword = 'yunling-2026';

/** The office's ledgers begin here; the oldest demonstration case is younger. */
export const officeBegins = '2012-01-01' as CivilDate;

export interface DemoOrgan {
  readonly id: OrganId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: OrganLevel;
  readonly kind: OrganKind;
  readonly parentId: OrganId | null;
  readonly institution: string | null;
  readonly numberPrefix: string | null;
}

const organId = (key: string) => `organ-yunling-${key}` as OrganId;
/** 云岭县人民政府: the reviewing organ. */
export const governmentId = organId('government');

const below = (
  key: string,
  code: string,
  name: string,
  shortName: string,
  kind: OrganKind = 'department',
  level: OrganLevel = 'county',
): DemoOrgan => ({
  id: organId(key),
  code,
  name,
  shortName,
  level,
  kind,
  parentId: governmentId,
  institution: null,
  numberPrefix: null,
});

export const demoOrgans: readonly DemoOrgan[] = [
  {
    id: governmentId,
    code: 'YL01',
    name: '云岭县人民政府',
    shortName: '县政府',
    level: 'county',
    kind: 'government',
    parentId: null,
    institution: '云岭县司法局',
    numberPrefix: '云政复',
  },
  below('justice', 'YL02', '云岭县司法局', '县司法局'),
  below('police', 'YL11', '云岭县公安局', '县公安局'),
  below('market', 'YL12', '云岭县市场监督管理局', '县市场监管局'),
  below('land', 'YL13', '云岭县自然资源和规划局', '县自然资源局'),
  below('labour', 'YL14', '云岭县人力资源和社会保障局', '县人社局'),
  below('housing', 'YL15', '云岭县住房和城乡建设局', '县住建局'),
  below('ecology', 'YL16', '云岭县生态环境局', '县生态环境局'),
  below('transport', 'YL17', '云岭县交通运输局', '县交通运输局'),
  below('enforcement', 'YL18', '云岭县综合行政执法局', '县综合执法局'),
  below('qingshi', 'YL21', '青石镇人民政府', '青石镇政府', 'government', 'township'),
  below('liuwan', 'YL22', '柳湾镇人民政府', '柳湾镇政府', 'government', 'township'),
  below('bailu', 'YL23', '白鹭乡人民政府', '白鹭乡政府', 'government', 'township'),
];

export interface DemoPerson {
  readonly accountId: AccountId;
  readonly postId: PostId;
  readonly username: string;
  readonly name: string;
  readonly organId: OrganId;
  readonly role: Role;
  readonly title: string;
}

const person = (username: string, name: string, organ: string, role: Role, title: string): DemoPerson => ({
  accountId: `account-${username}` as AccountId,
  postId: `post-${username}` as PostId,
  username,
  name,
  organId: organId(organ),
  role,
  title,
});

export const demoPeople = {
  handler: person('shenzhiwei', '沈知微', 'government', 'handler', '县司法局行政复议与应诉股承办人'),
  secondHandler: person('luhuaigu', '陆怀谷', 'government', 'handler', '县司法局行政复议与应诉股承办人'),
  sectionHead: person('gumingchuan', '顾明川', 'government', 'section-head', '县司法局行政复议与应诉股股长'),
  institutionHead: person('zhouruoqu', '周若渠', 'government', 'institution-head', '县司法局局长'),
  organHead: person('hanyanzhou', '韩砚舟', 'government', 'organ-head', '县人民政府分管副县长'),
  policeLiaison: person('taoyiwei', '陶一苇', 'police', 'department-liaison', '县公安局法制大队民警'),
  policeHead: person('luolinfeng', '骆临风', 'police', 'department-head', '县公安局分管副局长'),
  marketLiaison: person('baizhiyuan', '白致远', 'market', 'department-liaison', '县市场监管局法规股科员'),
  landLiaison: person('mengshuyun', '孟疏云', 'land', 'department-liaison', '县自然资源局法规股科员'),
  labourLiaison: person('jiangwanqing', '江晚晴', 'labour', 'department-liaison', '县人社局工伤保险股科员'),
  housingLiaison: person('qiuhanshan', '邱寒山', 'housing', 'department-liaison', '县住建局法规股科员'),
  ecologyLiaison: person('linxiaoxi', '林晓溪', 'ecology', 'department-liaison', '县生态环境局法规股科员'),
  transportLiaison: person('fangyuanzhou', '方远舟', 'transport', 'department-liaison', '县交通运输局法规股科员'),
  enforcementLiaison: person('duruosong', '杜若松', 'enforcement', 'department-liaison', '县综合执法局法规股科员'),
  qingshiLiaison: person('mulingyu', '穆聆雨', 'qingshi', 'department-liaison', '青石镇司法所干部'),
  liuwanLiaison: person('congzhuqing', '丛竹青', 'liuwan', 'department-liaison', '柳湾镇司法所干部'),
  bailuLiaison: person('yinmufeng', '尹慕枫', 'bailu', 'department-liaison', '白鹭乡司法所干部'),
  statistician: person('wenxiaoman', '闻小满', 'government', 'statistician', '县司法局统计人员'),
  systemAdmin: person('jianxing', '简行', 'government', 'system-admin', '系统管理员'),
  securityAdmin: person('qianche', '祁安澈', 'government', 'security-admin', '安全管理员'),
  auditor: person('fangzhengyan', '方正言', 'government', 'auditor', '审计员'),
} as const satisfies Record<string, DemoPerson>;

export const everyDemoPerson: readonly DemoPerson[] = Object.values(demoPeople);

/** The liaison of each respondent. */
export const liaisonOf = (organ: OrganId): DemoPerson | undefined =>
  everyDemoPerson.find((p) => p.organId === organ && p.role === 'department-liaison');
