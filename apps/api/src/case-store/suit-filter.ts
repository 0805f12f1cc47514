/**
 * What lists of lawsuits are narrowed by beside what every case has: its instance, court, sessions and what is to be done
 * in it. A figure on a workbench and the list it opens share these lines.
 */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId } from '@redress/domain/ids';
import { sessionLimits } from '@redress/domain/litigation/session-limit';
import { isUnrecorded, ownSeat } from './seats.ts';

/** What is to be done in a lawsuit, as workbenches count it. */
export const suitTodos = [
  'acknowledge', // 法院文书已转来，本单位尚未签收
  'answer', // 答辩、举证期内而尚未答辩、举证
  'sign', // 答辩状等待本单位负责人审签
  'leader', // 已定开庭，尚未安排出庭负责人
  'confirm', // 已安排，出庭负责人尚未确认
  'unrecorded', // 已开庭，尚未登记出庭情况
  'appeal', // 上诉期内
  'perform', // 待履行
  'advice', // 司法建议待复函
  'unassigned', // 无承办人
] as const;
export type SuitTodo = (typeof suitTodos)[number];

export interface SuitConditions {
  readonly level?: string | undefined;
  readonly court?: string | undefined;
  readonly before?: string | undefined;
  readonly undertaking?: OrganId | undefined;
  readonly sessionFrom?: CivilDate | undefined;
  readonly sessionTo?: CivilDate | undefined;
  readonly todo?: SuitTodo | undefined;
  /** A proposal of one of these steps is open in it, whoever signs it and whoever may know of it. */
  readonly proposed?: readonly string[] | undefined;
}

/** Which limits each of these runs under. */
const rulesOfTodo = {
  answer: [
    'litigation.answer',
    'litigation.evidence',
    'litigation.evidence-extended',
    'litigation.evidence-simplified',
    'litigation.appeal-answer',
    'litigation.retrial-answer',
  ],
  appeal: ['litigation.appeal-judgment', 'litigation.appeal-ruling'],
  perform: ['litigation.perform'],
  advice: ['litigation.document-advice-reply'],
} as const satisfies Partial<Record<SuitTodo, readonly string[]>>;

/** What a judgment or a court's advice asks for is still due when the suit has its end. */
export const suitRulesAfterClosing = [...rulesOfTodo.perform, ...rulesOfTodo.advice] as const;

/** The newest instance of the lawsuit. */
const current = `(select i.instance_id from lawsuit_instance i where i.stream_id = p.stream_id
  order by i.opened_on desc, i.instance_id desc limit 1)`;
/** An organ at a session (a, s) of this lawsuit, as far as the part of the row is about it. */
const atSession = (more: string): string => `exists (select from appearance a
  join court_session s on s.stream_id = a.stream_id and s.session_id = a.session_id
 where a.stream_id = p.stream_id and s.cancelled_on is null and s.kind = 'trial'
   and ${ownSeat} and ${more})`;

/** A proposal (e) that nobody has answered. */
const openProposal = (more: string): string => `exists (select from entry e
 where e.stream_id = p.stream_id and e.type = 'step-proposed' and ${more}
  and not exists (select from entry x where x.stream_id = e.stream_id and x.seq > e.seq
    and x.type in ('step-approved', 'step-returned', 'step-withdrawn')
    and x.payload ->> 'proposalId' = e.payload ->> 'proposalId'))`;

/**
 * One made inside the organ asked for (also one that took another's place), or for that of the row, waits for its head:
 * what another organ drafts for itself is not its own to know.
 */
const toSign = openProposal(`(e.recorded_by ->> 'organ' = any($2::text[])
  or (p.capacity = 'respondent' and e.payload -> 'input' ->> 'organId' = p.organ_id))`);

/** The session lies ahead and nobody said it was held. */
const ahead = 's.on_day >= $1::date and s.held_on is null';

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The conditions on `participant p`, with $1 the day; `value` takes a value into the query. */
export function suitConditions(filter: SuitConditions, value: (v: unknown) => string): string[] {
  const where: string[] = [];
  const ofCurrent = (more: string) =>
    `exists (select from lawsuit_instance c where c.stream_id = p.stream_id and c.instance_id = ${current} and ${more})`;
  if (filter.level !== undefined) where.push(ofCurrent(`c.level = ${value(filter.level)}`));
  if (filter.court !== undefined && filter.court !== '') {
    where.push(ofCurrent(`c.court like ${value(likeText(filter.court))}`));
  }
  if (filter.before !== undefined) {
    where.push(`exists (select from case_fact f where f.stream_id = p.stream_id and f.known_to is null
      and f.name = 'suit-before' and f.value = ${value(filter.before)})`);
  }
  if (filter.undertaking !== undefined) {
    where.push(`exists (select from participant u where u.stream_id = p.stream_id and u.capacity = 'respondent'
      and u.organ_id = ${value(filter.undertaking)})`);
  }
  if (filter.sessionFrom !== undefined || filter.sessionTo !== undefined) {
    const from = filter.sessionFrom === undefined ? '' : ` and s.on_day >= ${value(filter.sessionFrom)}::date`;
    const to = filter.sessionTo === undefined ? '' : ` and s.on_day <= ${value(filter.sessionTo)}::date`;
    where.push(`exists (select from court_session s
      where s.stream_id = p.stream_id and s.cancelled_on is null${from}${to})`);
  }
  if (filter.proposed !== undefined) {
    where.push(openProposal(`e.payload ->> 'step' = any(${value([...filter.proposed])}::text[])`));
  }
  switch (filter.todo) {
    case 'acknowledge':
      where.push(`exists (select from case_fact f where f.stream_id = p.stream_id and f.known_to is null
        and f.name = 'papers-unsigned' and f.visible_from <= $1::date
        and (p.capacity <> 'respondent' or f.value = p.organ_id or split_part(f.subject, '|', 2) = p.organ_id))`);
      break;
    case 'answer': {
      const rules = value([...rulesOfTodo.answer]);
      // A session before the end of it may press more: the answer is owed all the same.
      where.push(`(p.due_rule = any(${rules}::text[]) or (p.due_rule = any(${value([...sessionLimits])}::text[])
        and exists (select from clock k where k.stream_id = p.stream_id and k.rule_id = any(${rules}::text[])
          and k.visible_from <= $1::date and (k.end_on is null or k.end_on > $1::date)
          and (p.capacity <> 'respondent' or k.subject = p.organ_id or exists (select from appearance a
            where a.stream_id = p.stream_id and a.organ_id = k.subject and a.undertaking_id = p.organ_id)))))`);
      break;
    }
    case 'appeal':
    case 'perform':
    case 'advice':
      where.push(`p.due_rule = any(${value([...rulesOfTodo[filter.todo]])}::text[])`);
      break;
    case 'sign':
      where.push(toSign);
      break;
    case 'leader':
      where.push(atSession(`${ahead} and a.planned_on is null and a.explained_on is null`));
      break;
    case 'confirm':
      where.push(atSession(`${ahead} and a.planned_on is not null and a.confirmed_on is null`));
      break;
    case 'unrecorded':
      where.push(atSession(isUnrecorded));
      break;
    case 'unassigned':
      where.push(`cardinality(p.handlers) = 0`);
      break;
    case undefined:
      break;
  }
  return where;
}
