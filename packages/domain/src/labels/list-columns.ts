/** The headings of a list of cases, and the words of its lights: one wording for the page and for what is exported. */
import type { Language } from '../calendar/civil-date.ts';
import type { ListColumnKey } from '../reconsideration/list-columns.ts';

export type ListLight = 'overdue' | 'near' | 'ok' | 'none' | 'stopped' | 'closed';

interface ListWords {
  readonly columns: Readonly<Record<ListColumnKey, string>>;
  readonly lights: Readonly<Record<ListLight, string>>;
}

const zhCn: ListWords = {
  columns: {
    number: '案号',
    title: '案件',
    applicants: '申请人',
    respondents: '被申请人',
    matter: '申请复议事项',
    category: '行政管理类别',
    stage: '状态',
    waiting: '等谁',
    due: '期限',
    left: '剩余',
    used: '已用天数',
    handlers: '承办人',
    procedure: '审理程序',
    channel: '申请方式',
    receivedOn: '收到日',
    acceptedOn: '受理日',
    closedOn: '结案日',
    outcome: '结果',
    law: '适用法律',
    updatedOn: '更新于',
  },
  lights: { overdue: '已超期', near: '临期', ok: '期限内', none: '无期限', stopped: '中止', closed: '已结' },
};

const en: ListWords = {
  columns: {
    number: 'Case no.',
    title: 'Case',
    applicants: 'Applicants',
    respondents: 'Respondents',
    matter: 'Matter',
    category: 'Field of administration',
    stage: 'State',
    waiting: 'Waiting for',
    due: 'Due',
    left: 'Left',
    used: 'Days used',
    handlers: 'Handler',
    procedure: 'Procedure',
    channel: 'Filed by',
    receivedOn: 'Received',
    acceptedOn: 'Accepted',
    closedOn: 'Closed',
    outcome: 'Outcome',
    law: 'Law',
    updatedOn: 'Updated',
  },
  lights: {
    overdue: 'Overdue',
    near: 'Near',
    ok: 'In time',
    none: 'No limit',
    stopped: 'Stopped',
    closed: 'Closed',
  },
};

export const listWords = (language: Language): ListWords => (language === 'en' ? en : zhCn);
