/**
 * What the workbench counts, as conditions on the rows of the list: a counter and the list that it opens share these
 * lines, so that a number is always the length of its list.
 */
import { documentsForRespondent } from '@redress/domain/reconsideration/audience';
import { actsAfterClosing, othersWaitedFor, rulesOfAct } from '@redress/domain/reconsideration/due-acts';
import type { WorkFilter } from '@redress/domain/reconsideration/work-filter';
import { suitRulesAfterClosing } from './suit-filter.ts';

/** A fact of the case as it is known now. */
const fact = (name: string, more: string): string =>
  `exists (select from case_fact f where f.stream_id = p.stream_id and f.known_to is null and f.name = '${name}' and ${more})`;

/** Somebody outside the institution is waited for. Codes of a closed set, written out: its index serves only what it can read. */
const waits = `p.waiting_for in (${othersWaitedFor.map((who) => `'${who}'`).join(', ')})`;
const toPost = `p.capacity <> 'respondent' and ${fact('to-post', 'f.visible_from <= $1::date')}`;
const afterClosing = [...actsAfterClosing.flatMap((act) => [...rulesOfAct[act]]), ...suitRulesAfterClosing].map(
  (rule) => `'${rule}'`,
);

/**
 * What is left of a case for the office that reviewed it, with $1 the day: the case itself while it is open, and
 * afterwards its performance, a report, what is to be posted or has not been signed for.
 */
export const unfinished = `(not p.closed or p.due_rule in (${afterClosing.join(', ')}) or ${waits} or (${toPost})
  or ${fact('awaiting-service', 'f."on" <= $1::date')})`;

/**
 * The conditions on `participant p` (with $1 the day); `value` takes a value into the query. A department finds nothing
 * by what only the office knows.
 */
export function workConditions(filter: WorkFilter, value: (v: unknown) => string): string[] {
  const where: string[] = [];
  if (filter.dueFrom !== undefined) where.push(`p.sort_due >= ${value(filter.dueFrom)}::date`);
  if (filter.dueTo !== undefined) where.push(`p.sort_due <= ${value(filter.dueTo)}::date`);
  if (filter.act !== undefined) where.push(`p.due_rule = any(${value(rulesOfAct[filter.act])}::text[])`);
  if (filter.waits !== undefined) where.push(waits);
  if (filter.daysUsedFrom !== undefined) {
    // While it is not decided: afterwards its days are no warning.
    where.push(`p.stage in ('accepted', 'suspended')`);
    where.push(fact('days-used', `f.value = ${value(String(filter.daysUsedFrom))} and f."on" <= $1::date`));
  }
  if (filter.unknown !== undefined) {
    where.push(`case when p.capacity = 'respondent' then p.due_status = 'unknown' else exists (
      select from clock k where k.stream_id = p.stream_id and k.status = 'unknown' and k.visible_from <= $1::date
         and (k.end_kind = 'open' or k.end_on > $1::date)
         and k.rule_id not like 'litigation.%' and k.rule_id not like 'reconsideration.apply%') end`);
  }
  if (filter.toPost !== undefined) {
    where.push(toPost);
  }
  if (filter.unsigned !== undefined) {
    const kinds = value([...documentsForRespondent]);
    where.push(
      fact(
        'awaiting-service',
        `f."on" <= $1::date and (p.capacity <> 'respondent'
           or (f.value = any(${kinds}::text[]) and starts_with(f.subject, p.organ_id || '|')))`,
      ),
    );
  }
  if (filter.hearingFrom !== undefined || filter.hearingTo !== undefined) {
    const from = filter.hearingFrom === undefined ? '' : ` and f."on" >= ${value(filter.hearingFrom)}::date`;
    const to = filter.hearingTo === undefined ? '' : ` and f."on" <= ${value(filter.hearingTo)}::date`;
    where.push(
      fact(
        'hearing-scheduled',
        `true${from}${to} and not exists (select from case_fact x where x.stream_id = f.stream_id
           and x.known_to is null and x.name = 'hearing-cancelled' and x.subject = f.subject)`,
      ),
    );
  }
  if (filter.deemedFrom !== undefined || filter.deemedTo !== undefined) {
    const from = filter.deemedFrom === undefined ? '' : ` and f.visible_from >= ${value(filter.deemedFrom)}::date`;
    const to = filter.deemedTo === undefined ? '' : ` and f.visible_from <= ${value(filter.deemedTo)}::date`;
    where.push(fact('accepted', `f.value = 'lapse'${from}${to} and f.visible_from <= $1::date`));
  }
  if (filter.unassigned !== undefined) where.push(`cardinality(p.handlers) = 0`);
  return where;
}
