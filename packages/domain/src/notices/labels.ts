/** What a notice says, in both languages: for the page of notices and for the daily mail alike. */
import type { Language } from '../calendar/civil-date.ts';
import type { NoticeKind } from './kinds.ts';
import type { RungCode } from './rungs.ts';

export interface NoticeLabels {
  /** The kind as a heading over several. */
  readonly kinds: Record<NoticeKind, string>;
  /** A limit's nearness; `rule` is what the limit is for, `due` its day in words. */
  readonly rungs: Record<RungCode, (rule: string, due: string) => string>;
}

const zhCN: NoticeLabels = {
  kinds: {
    assigned: '分派给我的案件',
    proposed: '等我审批',
    returned: '审批退回',
    approved: '审批同意',
    replied: '被申请人已答复',
    'performance-reported': '报告履行情况',
    'report-returned': '履行报告退回',
    ordered: '上级机关监督',
    transferred: '移送',
    voided: '作废',
    'opinion-reported': '报告意见书办理情况',
    'document-received': '收到文书',
    'hearing-scheduled': '听证安排',
    joined: '合并审理',
    'suit-received': '收到法院文书',
    'answer-filed': '已提交答辩状',
    'session-set': '确定开庭',
    'session-moved': '变更开庭时间',
    'session-cancelled': '取消开庭',
    'session-near': '临近开庭',
    'leader-arranged': '安排我出庭',
    'proof-refused': '身份证明未通过',
    judged: '法院裁判',
    appealed: '上诉',
    'advice-received': '司法建议',
    'defects-recorded': '败诉原因反馈',
    due: '期限提醒',
    reminded: '催办',
    'hand-over-asked': '待移交案件',
    'backup-failed': '备份失败',
  },
  rungs: {
    'used-40': (rule, due) => `${rule}：已用四十日，${due}届满`,
    'used-50': (rule, due) => `${rule}：已用五十日，${due}届满`,
    'left-10': (rule, due) => `${rule}：还剩 10 个工作日以内，${due}届满`,
    'left-5': (rule, due) => `${rule}：还剩 5 个工作日以内，${due}届满`,
    'left-3': (rule, due) => `${rule}：还剩 3 个工作日以内，${due}届满`,
    'left-1': (rule, due) => `${rule}：只剩 1 个工作日，${due}届满`,
    today: (rule, due) => `${rule}：今天（${due}）届满`,
    overdue: (rule, due) => `${rule}：已于${due}届满，超期`,
  },
};

const en: NoticeLabels = {
  kinds: {
    assigned: 'Assigned to me',
    proposed: 'Waits for my approval',
    returned: 'Returned by the approver',
    approved: 'Approved',
    replied: 'Reply filed by the respondent',
    'performance-reported': 'Performance reported',
    'report-returned': 'Report of performance returned',
    ordered: 'Ordered by the organ above',
    transferred: 'Transferred',
    voided: 'Voided',
    'opinion-reported': 'Opinion letter answered',
    'document-received': 'Document received',
    'hearing-scheduled': 'Hearing scheduled',
    joined: 'Joined',
    'suit-received': 'Papers of a court',
    'answer-filed': 'Answer filed',
    'session-set': 'Court session fixed',
    'session-moved': 'Court session moved',
    'session-cancelled': 'Court session cancelled',
    'session-near': 'Court sessions that are near',
    'leader-arranged': 'I am to appear in court',
    'proof-refused': 'Proof of identity not accepted',
    judged: 'Judgments',
    appealed: 'Appeals',
    'advice-received': 'Judicial advice',
    'defects-recorded': 'What failed in a lost case',
    due: 'Time limits',
    reminded: 'Reminders',
    'hand-over-asked': 'Cases to hand over',
    'backup-failed': 'Backup failed',
  },
  rungs: {
    'used-40': (rule, due) => `${rule}: 40 days used, ends ${due}`,
    'used-50': (rule, due) => `${rule}: 50 days used, ends ${due}`,
    'left-10': (rule, due) => `${rule}: at most 10 working days left, ends ${due}`,
    'left-5': (rule, due) => `${rule}: at most 5 working days left, ends ${due}`,
    'left-3': (rule, due) => `${rule}: at most 3 working days left, ends ${due}`,
    'left-1': (rule, due) => `${rule}: 1 working day left, ends ${due}`,
    today: (rule, due) => `${rule}: ends today (${due})`,
    overdue: (rule, due) => `${rule}: overdue since ${due}`,
  },
};

export const noticeLabels = (language: Language): NoticeLabels => (language === 'en' ? en : zhCN);
