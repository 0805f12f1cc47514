/**
 * What a command in a case means to whom: the case before it and after it, and what it appended. Pure; telling the same
 * command twice gives the same keys, so nobody hears of it twice.
 */
import type { Role } from '../access/roles.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId } from '../ids.ts';
import type { Envelope } from '../ledger/envelope.ts';
import { hasReached, mayReceive } from '../reconsideration/as-respondent.ts';
import type { CaseDocument, ReconsiderationCase } from '../reconsideration/case-types.ts';
import type { ReconsiderationPayload } from '../reconsideration/entries.ts';
import { positionOn } from '../reconsideration/position.ts';
import { addressedOrgans } from '../reconsideration/reports.ts';
import type { NoticeContent } from './kinds.ts';
import { departmentRoles, escalationRoles, type Recipients } from './recipients.ts';

export type News = NoticeContent & {
  readonly to: Recipients;
  /** Names what is told, within the case. */
  readonly key: string;
};

const approvers: ReadonlySet<string> = new Set<Role>(['section-head', 'institution-head', 'organ-head']);

const accounts = (list: readonly string[]): Recipients => ({
  is: 'accounts',
  accounts: [...new Set(list)] as AccountId[],
});
const department = (organId: OrganId): Recipients => ({ is: 'roles', organId, roles: departmentRoles });

/** Who hears what of one command. `day`: the civil day on which it was recorded; `then`: what came before it. */
export function newsOf(
  before: ReconsiderationCase,
  after: ReconsiderationCase,
  appended: readonly Envelope[],
  day: CivilDate,
  then: CivilDate = day,
): readonly News[] {
  const news: News[] = [];
  const last = appended.at(-1);
  const { organId } = after;
  if (last === undefined || organId === null) return news;
  const handlers = accounts(after.handlers);

  const taken = after.handlers.filter((account) => !before.handlers.includes(account));
  if (taken.length > 0) {
    news.push({ kind: 'assigned', params: {}, to: accounts(taken), key: `assigned|${last.seq}` });
  }

  for (const entry of appended) {
    const payload = entry.payload as { readonly proposalId?: string };
    const proposal = before.proposals.find((p) => p.proposalId === payload.proposalId);
    const ofOrgan = { organId: entry.recordedBy.organ };
    const fromOutside = entry.recordedBy.organ !== organId;
    switch (entry.type) {
      case 'step-proposed':
      case 'step-endorsed': {
        const open = after.proposals.find((p) => p.proposalId === payload.proposalId);
        const { who } = positionOn(after, day).waiting;
        if (open === undefined || !approvers.has(who)) break;
        const to: Recipients = { is: 'roles', organId, roles: [who as Role] };
        news.push({ kind: 'proposed', params: { step: open.step }, to, key: `proposed|${entry.seq}` });
        break;
      }
      case 'step-returned':
      case 'step-approved': {
        if (proposal === undefined) break;
        const to = accounts([proposal.proposedBy.account, ...after.handlers]);
        const kind = entry.type === 'step-returned' ? 'returned' : 'approved';
        news.push({ kind, params: { step: proposal.step }, to, key: `${kind}|${entry.seq}` });
        break;
      }
      case 'reply-filed':
        news.push({ kind: 'replied', params: ofOrgan, to: handlers, key: `replied|${entry.seq}` });
        break;
      case 'performance-reported':
      case 'performed':
        if (!fromOutside) break;
        news.push({ kind: 'performance-reported', params: ofOrgan, to: handlers, key: `performed|${entry.seq}` });
        break;
      case 'performance-report-returned': {
        const { respondentId } = entry.payload as ReconsiderationPayload<'performance-report-returned'>;
        const to = department(respondentId);
        news.push({ kind: 'report-returned', params: {}, to, key: `report-returned|${entry.seq}` });
        break;
      }
      case 'acceptance-ordered':
      case 'resumption-ordered':
      case 'taken-up': {
        if (!fromOutside) break;
        const heads: Recipients = { is: 'roles', organId, roles: escalationRoles };
        const ordered = { kind: 'ordered' as const, params: ofOrgan, key: `ordered|${entry.seq}` };
        news.push({ ...ordered, to: handlers }, { ...ordered, to: heads });
        break;
      }
      case 'transferred':
      case 'voided':
        news.push({ kind: entry.type, params: {}, to: handlers, key: `${entry.type}|${entry.seq}` });
        break;
      case 'opinion-reported':
        if (!fromOutside) break;
        news.push({ kind: 'opinion-reported', params: ofOrgan, to: handlers, key: `opinion|${entry.seq}` });
        break;
      case 'hearing-scheduled': {
        const { on, time } = entry.payload as ReconsiderationPayload<'hearing-scheduled'>;
        news.push({ kind: 'hearing-scheduled', params: { on, time }, to: handlers, key: `hearing|${entry.seq}` });
        break;
      }
      case 'linked':
        if ((entry.payload as ReconsiderationPayload<'linked'>).kind !== 'joined-into') break;
        news.push({ kind: 'joined', params: {}, to: handlers, key: `joined|${entry.seq}` });
        break;
      default:
        break;
    }
  }
  news.push(...receivedBy(before, after, day, then));
  return news;
}

/** Documents that are for a respondent, or for an organ that a letter is addressed to, and have gone to it now: with the first of them the case becomes its own to see. What is dated ahead is told with what follows it. */
function receivedBy(
  before: ReconsiderationCase,
  after: ReconsiderationCase,
  day: CivilDate,
  then: CivilDate,
): readonly News[] {
  return [...new Set([...after.respondents, ...addressedOrgans(after)])].flatMap((organ) => {
    const has = (d: CaseDocument, on: CivilDate) => mayReceive(d, organ) && hasReached(d, organ, on);
    const had = new Set(before.documents.filter((d) => has(d, then)).map((d) => d.id));
    return after.documents
      .filter((d) => d.kind !== 'reply' && has(d, day) && !had.has(d.id))
      .map(
        (d): News => ({
          kind: 'document-received',
          params: { documentId: d.id, documentKind: d.kind },
          to: department(organ),
          key: `document|${d.id}`,
        }),
      );
  });
}
