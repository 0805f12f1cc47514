/**
 * What a column of an office's earlier register can be, and by which words of its header it is recognised.
 * A field's kind says how its cells are read.
 */

export const importFields = [
  // The application
  'caseNumber',
  'receivedOn',
  'filedOn',
  'channel',
  'applicants',
  'idNumbers',
  'telephones',
  'addresses',
  'agents',
  'thirdParties',
  'respondents',
  // The act
  'actName',
  'actNumber',
  'actMadeOn',
  'actKnownOn',
  'matter',
  'category',
  'requests',
  'grounds',
  // Examination
  'correctionNotifiedOn',
  'correctedOn',
  'acceptedOn',
  'procedure',
  'refusedOn',
  'refusalReason',
  // Review
  'copySentOn',
  'copyServedOn',
  'replyOn',
  'suspendedOn',
  'suspensionGround',
  'resumedOn',
  'extendedOn',
  'extensionSentOn',
  'extensionDays',
  // The end
  'closedOn',
  'outcome',
  'sentOn',
  'servedOn',
  // What the register itself said
  'dueOn',
  'daysUsed',
  'late',
  // The rest
  'handler',
  'remarks',
] as const;
export type ImportField = (typeof importFields)[number];
export const isImportField = (text: string): text is ImportField => (importFields as readonly string[]).includes(text);

/** How the cells of a field are read. `names`: several in one cell; `choice`: words that stand for a code. */
export type FieldKind = 'text' | 'names' | 'day' | 'count' | 'choice' | 'organs' | 'handler' | 'number';

export const fieldKinds = {
  caseNumber: 'number',
  receivedOn: 'day',
  filedOn: 'day',
  channel: 'choice',
  applicants: 'names',
  idNumbers: 'names',
  telephones: 'names',
  addresses: 'text',
  agents: 'names',
  thirdParties: 'names',
  respondents: 'organs',
  actName: 'text',
  actNumber: 'text',
  actMadeOn: 'day',
  actKnownOn: 'day',
  matter: 'choice',
  category: 'choice',
  requests: 'text',
  grounds: 'text',
  correctionNotifiedOn: 'day',
  correctedOn: 'day',
  acceptedOn: 'day',
  procedure: 'choice',
  refusedOn: 'day',
  refusalReason: 'choice',
  copySentOn: 'day',
  copyServedOn: 'day',
  replyOn: 'day',
  suspendedOn: 'day',
  suspensionGround: 'choice',
  resumedOn: 'day',
  extendedOn: 'day',
  extensionSentOn: 'day',
  extensionDays: 'count',
  closedOn: 'day',
  outcome: 'choice',
  sentOn: 'day',
  servedOn: 'day',
  dueOn: 'day',
  daysUsed: 'count',
  late: 'choice',
  handler: 'handler',
  remarks: 'text',
} as const satisfies Record<ImportField, FieldKind>;

type FieldsOfKind<K extends FieldKind> = {
  [F in ImportField]: (typeof fieldKinds)[F] extends K ? F : never;
}[ImportField];
export type DayField = FieldsOfKind<'day'>;
export type ChoiceField = FieldsOfKind<'choice'>;

/** Without these a row is no case. */
export const requiredFields = ['receivedOn', 'applicants', 'respondents'] as const satisfies readonly ImportField[];

/**
 * Words of a header, the most particular first; the first field whose pattern fits an unused column gets it.
 * Compared without spaces, brackets and line breaks.
 */
export const headerWords: readonly (readonly [ImportField, RegExp])[] = [
  ['correctionNotifiedOn', /补正(通知|告知)/],
  ['correctedOn', /(补正|补齐).*(日期|时间|材料)|收到补正/],
  ['refusedOn', /(不予受理|不受理).*(日期|时间)/],
  ['refusalReason', /(不予受理|不受理).*(理由|原因|情形)|驳回.*(理由|原因)/],
  ['caseNumber', /^(行政复议)?(案号|案件编号|复议案号|编号|立案号|受理编号|收案号|文号案号)$|案号/],
  ['copyServedOn', /(副本|答复通知).*(送达|签收)/],
  ['copySentOn', /(副本|答复通知).*(发|寄|日期|时间)|发送副本|通知答复/],
  ['replyOn', /答复(书)?.*(日期|时间)|(收到|提交)答复|^答复$/],
  ['suspensionGround', /中止.*(原因|事由|理由|情形)/],
  ['suspendedOn', /中止/],
  ['resumedOn', /恢复/],
  ['extensionSentOn', /延(期|长).*(送达|发送|通知)/],
  ['extensionDays', /延(期|长).*(天|日数|期限|几日)|延长日/],
  ['extendedOn', /延(期|长)/],
  ['sentOn', /(决定书?|结案文书|文书).*(发出|寄出|寄发|发送)/],
  ['servedOn', /送达/],
  ['dueOn', /届满|到期|(审理|办理|办案|审限|法定)(期限|截止)|审限|截止日/],
  ['daysUsed', /(用时|天数|办理日数|审理天|办案天)/],
  ['late', /(超期|逾期|按期|超审限)/],
  ['receivedOn', /(收到|收件|收案|接收|来件|收文).*(日期|时间|申请)|^(收到|收件|收案|接收)$|登记日期/],
  ['filedOn', /(申请|提出|邮寄|交邮|寄出).*(日期|时间)|^申请时间$/],
  ['acceptedOn', /(受理|立案).*(日期|时间)|^受理$/],
  ['closedOn', /(结案|审结|决定|办结).*(日期|时间)|^结案$/],
  ['outcome', /(结案|审理|处理|复议|办理).*(方式|结果|结论|情况)|^(结果|结论|决定)$|复议决定/],
  ['channel', /(申请|提交|来件|收件).*(方式|渠道|途径)|^渠道$/],
  ['idNumbers', /(身份证|证件|信用代码)/],
  ['telephones', /(电话|联系方式|手机)/],
  ['addresses', /(地址|住址|住所)/],
  ['agents', /代理人/],
  ['thirdParties', /第三人/],
  ['respondents', /被申请(人|单位|机关)|被复议/],
  ['applicants', /申请人/],
  ['actNumber', /(行为|处罚|决定).*(文号|字号)|^文号$|原.*文号/],
  ['actMadeOn', /(行为|处罚|原决定).*(日期|时间)|作出日期/],
  ['actKnownOn', /(知道|知悉).*(日期|时间)/],
  ['matter', /事项|行为(种类|类型)|案由|复议类型/],
  ['category', /(管理|行业|部门)?(类别|领域)|管理类/],
  ['actName', /行政行为|(行为|处罚|决定)(名称)?$|标的/],
  ['requests', /请求/],
  ['grounds', /(事实|理由)/],
  ['procedure', /程序/],
  ['handler', /(承办|经办|主办)/],
  ['remarks', /(备注|说明|附注)/],
];
