/**
 * What a command in a lawsuit means to whom: the suit before it and after it, and what it appended. Pure; telling the
 * same command twice gives the same keys. The office's handlers hear what the organs and the court do, the people who
 * answer for an organ hear what concerns that organ, and a leader hears where to appear.
 */
import type { AccountId, OrganId } from '../ids.ts';
import type { Envelope } from '../ledger/envelope.ts';
import { answeringUnit, signersOfProposal } from '../litigation/approvals.ts';
import type { CourtSession, Lawsuit } from '../litigation/case-types.ts';
import type { Leader, LitigationPayload } from '../litigation/entries.ts';
import type { NoticeContent } from './kinds.ts';
import type { News } from './news.ts';
import { departmentRoles, type Recipients } from './recipients.ts';

const accounts = (list: readonly AccountId[]): Recipients => ({ is: 'accounts', accounts: [...new Set(list)] });

/** Those who answer for an organ: the ones named inside it, else its department's people. */
export const answering = (suit: Lawsuit, organId: OrganId): Recipients => {
  const named = suit.responders.get(organId) ?? [];
  return named.length > 0
    ? accounts(named)
    : { is: 'roles', organId: answeringUnit(suit, organId), roles: departmentRoles };
};

/** The organs of the suit whose people are others than the office's own, each once by who answers. */
const toldOrgans = (suit: Lawsuit): readonly OrganId[] =>
  suit.organs
    .map((o) => o.organId)
    .filter((organ, i, all) => {
      const unit = answeringUnit(suit, organ);
      return unit !== suit.organId && all.findIndex((x) => answeringUnit(suit, x) === unit) === i;
    });

const sessionOf = (suit: Lawsuit, sessionId: string): CourtSession | undefined =>
  suit.instances.flatMap((i) => i.sessions).find((s) => s.sessionId === sessionId);

/** Who hears what of one command. */
export function suitNewsOf(before: Lawsuit, after: Lawsuit, appended: readonly Envelope[]): readonly News[] {
  const news: News[] = [];
  const last = appended.at(-1);
  const { organId } = after;
  if (last === undefined || organId === null) return news;
  const handlers = accounts(after.handlers);
  const say = (content: NoticeContent, key: string, ...to: readonly Recipients[]) => {
    for (const one of to) news.push({ ...content, key, to: one });
  };
  const everyOrgan = toldOrgans(after).map((organ) => answering(after, organ));
  const arrange = (leader: Leader, sessionId: string, key: string) => {
    const session = sessionOf(after, sessionId);
    if (leader.accountId === null || session === undefined) return;
    const { on, time } = session;
    say({ kind: 'leader-arranged', params: { on, time } }, key, accounts([leader.accountId]));
  };

  const taken = after.handlers.filter((account) => !before.handlers.includes(account));
  if (taken.length > 0) say({ kind: 'assigned', params: {} }, `assigned|${last.seq}`, accounts(taken));

  for (const entry of appended) {
    const fromOutside = entry.recordedBy.organ !== organId;
    const { seq } = entry;
    switch (entry.type) {
      case 'court-papers-received': {
        const { organId: organ, instanceId } = entry.payload as LitigationPayload<'court-papers-received'>;
        const instance = after.instances.find((i) => i.instanceId === instanceId);
        if (instance === undefined) break;
        const { courtNumber, level } = instance;
        // Who recorded it for their own organ knows.
        const to = fromOutside ? [handlers] : answeringUnit(after, organ) === organId ? [] : [answering(after, organ)];
        say({ kind: 'suit-received', params: { courtNumber, level } }, `papers|${seq}`, ...to);
        break;
      }
      case 'undertaking-assigned': {
        const { organId: organ } = entry.payload as LitigationPayload<'undertaking-assigned'>;
        const current = after.instances.at(-1);
        if (current === undefined) break;
        const { courtNumber, level } = current;
        say({ kind: 'suit-received', params: { courtNumber, level } }, `undertaking|${seq}`, answering(after, organ));
        break;
      }
      case 'responders-assigned': {
        const { organId: organ, accounts: now } = entry.payload as LitigationPayload<'responders-assigned'>;
        const had = before.responders.get(organ) ?? [];
        const fresh = now.filter((account) => !had.includes(account));
        if (fresh.length > 0) say({ kind: 'assigned', params: {} }, `responders|${seq}`, accounts(fresh));
        break;
      }
      case 'step-proposed': {
        const { proposalId } = entry.payload as { readonly proposalId: string };
        const open = after.proposals.find((p) => p.proposalId === proposalId);
        if (open === undefined) break;
        const { organId: at, roles } = signersOfProposal(after, open);
        const to: Recipients = { is: 'roles', organId: at ?? organId, roles };
        say({ kind: 'proposed', params: { step: open.step } }, `proposed|${seq}`, to);
        break;
      }
      case 'step-returned':
      case 'step-approved': {
        const { proposalId } = entry.payload as { readonly proposalId: string };
        const proposal = before.proposals.find((p) => p.proposalId === proposalId);
        if (proposal === undefined) break;
        const kind = entry.type === 'step-returned' ? 'returned' : 'approved';
        say({ kind, params: { step: proposal.step } }, `${kind}|${seq}`, accounts([proposal.proposedBy.account]));
        break;
      }
      case 'answer-filed': {
        if (!fromOutside) break;
        const { organId: organ } = entry.payload as LitigationPayload<'answer-filed'>;
        say({ kind: 'answer-filed', params: { organId: organ } }, `answer|${seq}`, handlers);
        break;
      }
      case 'session-set': {
        const { on, time } = entry.payload as LitigationPayload<'session-set'>;
        say({ kind: 'session-set', params: { on, time } }, `session|${seq}`, handlers, ...everyOrgan);
        break;
      }
      case 'session-moved': {
        const { sessionId, on, time } = entry.payload as LitigationPayload<'session-moved'>;
        const leaders = leadersAt(after, sessionId);
        const to = [handlers, ...everyOrgan, ...(leaders.length === 0 ? [] : [accounts(leaders)])];
        say({ kind: 'session-moved', params: { on, time } }, `moved|${seq}`, ...to);
        break;
      }
      case 'session-cancelled': {
        const { sessionId } = entry.payload as LitigationPayload<'session-cancelled'>;
        const session = sessionOf(after, sessionId);
        if (session === undefined) break;
        const leaders = leadersAt(after, sessionId);
        const to = [handlers, ...everyOrgan, ...(leaders.length === 0 ? [] : [accounts(leaders)])];
        const { on, time } = session;
        say({ kind: 'session-cancelled', params: { on, time } }, `cancelled|${seq}`, ...to);
        break;
      }
      case 'leader-planned':
      case 'leader-replaced': {
        const { leader, sessionId } = entry.payload as LitigationPayload<'leader-planned'>;
        arrange(leader, sessionId, `leader|${seq}`);
        break;
      }
      case 'identity-proof-checked': {
        const { result, sessionId, organId: organ } = entry.payload as LitigationPayload<'identity-proof-checked'>;
        const session = sessionOf(after, sessionId);
        if (result === 'accepted' || session === undefined) break;
        const { on, time } = session;
        say({ kind: 'proof-refused', params: { on, time } }, `proof|${seq}`, answering(after, organ), handlers);
        break;
      }
      case 'instance-ended': {
        const { instanceId, outcomes } = entry.payload as LitigationPayload<'instance-ended'>;
        const level = after.instances.find((i) => i.instanceId === instanceId)?.level;
        const [outcome] = outcomes;
        if (outcome === undefined || level === undefined) break;
        say({ kind: 'judged', params: { outcome, level } }, `judged|${seq}`, handlers, ...everyOrgan);
        break;
      }
      case 'appealed': {
        const { organs } = entry.payload as LitigationPayload<'appealed'>;
        const [by] = organs;
        const params = by === undefined ? {} : { organId: by };
        say({ kind: 'appealed', params }, `appealed|${seq}`, handlers, ...everyOrgan);
        break;
      }
      case 'performed': {
        if (!fromOutside) break;
        const params = { organId: entry.recordedBy.organ };
        say({ kind: 'performance-reported', params }, `performed|${seq}`, handlers);
        break;
      }
      case 'judicial-advice-received': {
        const { organId: organ } = entry.payload as LitigationPayload<'judicial-advice-received'>;
        say({ kind: 'advice-received', params: {} }, `advice|${seq}`, answering(after, organ));
        break;
      }
      case 'defects-recorded': {
        const { organId: organ } = entry.payload as LitigationPayload<'defects-recorded'>;
        say({ kind: 'defects-recorded', params: {} }, `defects|${seq}`, answering(after, organ));
        break;
      }
      case 'voided':
        say({ kind: 'voided', params: {} }, `voided|${seq}`, handlers, ...everyOrgan);
        break;
      default:
        break;
    }
  }
  return news;
}

/** The leaders with accounts who are to come to a session. */
const leadersAt = (suit: Lawsuit, sessionId: string): readonly AccountId[] =>
  (sessionOf(suit, sessionId)?.appearances ?? []).flatMap((a) => a.leader?.accountId ?? []);
