/**
 * The demonstration's offices: 云岭县, a county that does not exist, with its government, its justice bureau,
 * eight departments, three townships and the people who work there; a second county, 霁川县; and the city above both,
 * 澄陵市. Every name is invented.
 */
import type { Role } from '@redress/domain/access/roles';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, PostId } from '@redress/domain/ids';
import type { countingRanks } from '@redress/domain/litigation/codes';
import type { OrganKind, OrganLevel } from '@redress/domain/office/organ';

type CountingRank = (typeof countingRanks)[number];

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
/** 澄陵市人民政府: the organ above both counties. */
export const cityId = 'organ-chengling-government' as OrganId;
/** 霁川县人民政府: the other county. */
export const otherCountyId = 'organ-jichuan-government' as OrganId;

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

/** An organ of the city or of the other county. */
const elsewhere = (
  id: string,
  code: string,
  name: string,
  shortName: string,
  parentId: OrganId,
  level: OrganLevel,
): DemoOrgan => ({
  id: id as OrganId,
  code,
  name,
  shortName,
  level,
  kind: 'department',
  parentId,
  institution: null,
  numberPrefix: null,
});

export const demoOrgans: readonly DemoOrgan[] = [
  {
    id: cityId,
    code: 'CL01',
    name: '澄陵市人民政府',
    shortName: '市政府',
    level: 'city',
    kind: 'government',
    parentId: null,
    institution: '澄陵市司法局',
    numberPrefix: '澄政复',
  },
  elsewhere('organ-chengling-justice', 'CL02', '澄陵市司法局', '市司法局', cityId, 'city'),
  elsewhere('organ-chengling-land', 'CL13', '澄陵市自然资源和规划局', '市自然资源局', cityId, 'city'),
  {
    id: otherCountyId,
    code: 'JC01',
    name: '霁川县人民政府',
    shortName: '霁川县政府',
    level: 'county',
    kind: 'government',
    parentId: cityId,
    institution: '霁川县司法局',
    numberPrefix: '霁政复',
  },
  elsewhere('organ-jichuan-justice', 'JC02', '霁川县司法局', '霁川县司法局', otherCountyId, 'county'),
  elsewhere('organ-jichuan-police', 'JC11', '霁川县公安局', '霁川县公安局', otherCountyId, 'county'),
  elsewhere('organ-jichuan-market', 'JC12', '霁川县市场监督管理局', '霁川县市监局', otherCountyId, 'county'),
  {
    id: governmentId,
    code: 'YL01',
    name: '云岭县人民政府',
    shortName: '县政府',
    level: 'county',
    kind: 'government',
    parentId: cityId,
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
  /** Of a leader: the rank, and what they are in charge of. */
  readonly rank?: CountingRank;
  readonly charge?: string;
}

const personAt = (organ: OrganId, username: string, name: string, role: Role, title: string): DemoPerson => ({
  accountId: `account-${username}` as AccountId,
  postId: `post-${username}` as PostId,
  username,
  name,
  organId: organ,
  role,
  title,
});
const person = (username: string, name: string, organ: string, role: Role, title: string): DemoPerson =>
  personAt(organId(organ), username, name, role, title);
/** Somebody who leads the organ and may appear in court for it. */
const leading = (p: DemoPerson, rank: CountingRank, charge = ''): DemoPerson => ({ ...p, rank, charge });

export const demoPeople = {
  handler: person('shenzhiwei', '沈知微', 'government', 'handler', '县司法局行政复议与应诉股承办人'),
  secondHandler: person('luhuaigu', '陆怀谷', 'government', 'handler', '县司法局行政复议与应诉股承办人'),
  sectionHead: person('gumingchuan', '顾明川', 'government', 'section-head', '县司法局行政复议与应诉股股长'),
  institutionHead: person('zhouruoqu', '周若渠', 'government', 'institution-head', '县司法局局长'),
  organHead: leading(
    person('hanyanzhou', '韩砚舟', 'government', 'organ-head', '县人民政府分管副县长'),
    'deputy',
    '行政复议、司法行政、公安',
  ),
  governmentChief: leading(person('gongshuyuan', '公叔远', 'government', 'leader', '县人民政府县长'), 'head'),
  policeLiaison: person('taoyiwei', '陶一苇', 'police', 'department-liaison', '县公安局法制大队民警'),
  policeHead: leading(
    person('luolinfeng', '骆临风', 'police', 'department-head', '县公安局分管副局长'),
    'deputy',
    '治安管理、法制',
  ),
  policeChief: leading(person('kangyunzheng', '康允正', 'police', 'leader', '县公安局局长'), 'head'),
  marketLiaison: person('baizhiyuan', '白致远', 'market', 'department-liaison', '县市场监管局法规股科员'),
  marketHead: leading(person('ximenyue', '西门越', 'market', 'department-head', '县市场监管局局长'), 'head'),
  marketDeputy: leading(
    person('guyuntao', '谷云涛', 'market', 'leader', '县市场监管局副局长'),
    'deputy',
    '行政处罚、稽查',
  ),
  landLiaison: person('mengshuyun', '孟疏云', 'land', 'department-liaison', '县自然资源局法规股科员'),
  landHead: leading(person('lanqiubai', '蓝秋白', 'land', 'department-head', '县自然资源局局长'), 'head'),
  landDeputy: leading(
    person('tongxinghe', '童星河', 'land', 'leader', '县自然资源局副局长'),
    'deputy',
    '信息公开、权属争议',
  ),
  labourLiaison: person('jiangwanqing', '江晚晴', 'labour', 'department-liaison', '县人社局工伤保险股科员'),
  labourHead: leading(person('yuwensheng', '于闻笙', 'labour', 'department-head', '县人社局局长'), 'head'),
  housingLiaison: person('qiuhanshan', '邱寒山', 'housing', 'department-liaison', '县住建局法规股科员'),
  housingHead: leading(person('cuipingchuan', '崔平川', 'housing', 'department-head', '县住建局局长'), 'head'),
  housingDeputy: leading(
    person('nieshuangjiang', '聂霜降', 'housing', 'leader', '县住建局副局长'),
    'deputy',
    '城市管理',
  ),
  ecologyLiaison: person('linxiaoxi', '林晓溪', 'ecology', 'department-liaison', '县生态环境局法规股科员'),
  ecologyHead: leading(person('shenmuxi', '申木犀', 'ecology', 'department-head', '县生态环境局局长'), 'head'),
  transportLiaison: person('fangyuanzhou', '方远舟', 'transport', 'department-liaison', '县交通运输局法规股科员'),
  transportHead: leading(person('pangjiuzhou', '庞九州', 'transport', 'department-head', '县交通运输局局长'), 'head'),
  enforcementLiaison: person('duruosong', '杜若松', 'enforcement', 'department-liaison', '县综合执法局法规股科员'),
  enforcementHead: leading(
    person('wuqianshan', '伍千山', 'enforcement', 'department-head', '县综合执法局局长'),
    'head',
  ),
  enforcementOther: leading(
    person('heyanqing', '何砚青', 'enforcement', 'leader', '县综合执法局党组成员'),
    'deputy-level-in-charge',
    '违法建设查处',
  ),
  qingshiLiaison: person('mulingyu', '穆聆雨', 'qingshi', 'department-liaison', '青石镇司法所干部'),
  qingshiHead: leading(person('louchunshan', '娄春山', 'qingshi', 'department-head', '青石镇镇长'), 'head'),
  liuwanLiaison: person('congzhuqing', '丛竹青', 'liuwan', 'department-liaison', '柳湾镇司法所干部'),
  liuwanHead: leading(person('yuchangan', '郁长安', 'liuwan', 'department-head', '柳湾镇镇长'), 'head'),
  bailuLiaison: person('yinmufeng', '尹慕枫', 'bailu', 'department-liaison', '白鹭乡司法所干部'),
  bailuHead: leading(person('qinglanshan', '庆岚山', 'bailu', 'department-head', '白鹭乡乡长'), 'head'),
  statistician: person('wenxiaoman', '闻小满', 'government', 'statistician', '县司法局统计人员'),
  systemAdmin: person('jianxing', '简行', 'government', 'system-admin', '系统管理员'),
  securityAdmin: person('qianche', '祁安澈', 'government', 'security-admin', '安全管理员'),
  auditor: person('fangzhengyan', '方正言', 'government', 'auditor', '审计员'),
  cityHandler: personAt(cityId, 'wentingsong', '闻听松', 'handler', '市司法局行政复议科承办人'),
  citySectionHead: personAt(cityId, 'zhuangyunshen', '庄云深', 'section-head', '市司法局行政复议科科长'),
  cityInstitutionHead: personAt(cityId, 'yanshouzhuo', '晏守拙', 'institution-head', '市司法局局长'),
  cityOrganHead: leading(
    personAt(cityId, 'xiahouxu', '夏侯煦', 'organ-head', '市人民政府分管副市长'),
    'deputy',
    '行政复议、司法行政',
  ),
  cityLandLiaison: personAt(
    'organ-chengling-land' as OrganId,
    'shangguanhe',
    '上官禾',
    'department-liaison',
    '市自然资源局法规科科员',
  ),
  otherHandler: personAt(otherCountyId, 'luyouqing', '陆幼青', 'handler', '霁川县司法局承办人'),
  otherSectionHead: personAt(otherCountyId, 'cenzhongshan', '岑仲山', 'section-head', '霁川县司法局复议股股长'),
  otherInstitutionHead: personAt(otherCountyId, 'jiyunfan', '计云帆', 'institution-head', '霁川县司法局局长'),
  otherOrganHead: leading(
    personAt(otherCountyId, 'weiqiushui', '韦秋水', 'organ-head', '霁川县人民政府分管副县长'),
    'deputy',
    '行政复议',
  ),
  otherPoliceHead: leading(
    personAt('organ-jichuan-police' as OrganId, 'zhongliheng', '钟离恒', 'department-head', '霁川县公安局副局长'),
    'deputy',
    '治安管理',
  ),
  otherPoliceLiaison: personAt(
    'organ-jichuan-police' as OrganId,
    'fengruoxu',
    '封若絮',
    'department-liaison',
    '霁川县公安局法制大队民警',
  ),
} as const satisfies Record<string, DemoPerson>;

export const everyDemoPerson: readonly DemoPerson[] = Object.values(demoPeople);

/** Who works on the cases of one reviewing organ. */
export interface Desk {
  readonly organId: OrganId;
  readonly numberPrefix: string;
  readonly handler: DemoPerson;
  readonly sectionHead: DemoPerson;
  readonly institutionHead: DemoPerson;
  readonly organHead: DemoPerson;
}

export const yunling: Desk = { organId: governmentId, numberPrefix: '云政复', ...demoPeople };
export const jichuan: Desk = {
  organId: otherCountyId,
  numberPrefix: '霁政复',
  handler: demoPeople.otherHandler,
  sectionHead: demoPeople.otherSectionHead,
  institutionHead: demoPeople.otherInstitutionHead,
  organHead: demoPeople.otherOrganHead,
};
export const chengling: Desk = {
  organId: cityId,
  numberPrefix: '澄政复',
  handler: demoPeople.cityHandler,
  sectionHead: demoPeople.citySectionHead,
  institutionHead: demoPeople.cityInstitutionHead,
  organHead: demoPeople.cityOrganHead,
};

/** Who signs for an organ of the suit and may appear for it: its head's post. */
export const headOf = (organ: OrganId): DemoPerson | undefined =>
  everyDemoPerson.find((p) => p.organId === organ && (p.role === 'department-head' || p.role === 'organ-head'));
/** Another leader of the organ, where it has one. */
export const deputyOf = (organ: OrganId): DemoPerson | undefined =>
  everyDemoPerson.find((p) => p.organId === organ && p.role === 'leader');

/** The liaison of each respondent. */
export const liaisonOf = (organ: OrganId): DemoPerson | undefined =>
  everyDemoPerson.find((p) => p.organId === organ && p.role === 'department-liaison');
