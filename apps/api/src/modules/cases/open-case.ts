/** A case as somebody may see it: its ledger folded, what lies beside it, and through which audience. */
import type { Actor } from '@redress/domain/access/actor';
import { postsHeldIn } from '@redress/domain/access/posts-held';
import type { Office } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { CaseNames } from '@redress/domain/case-view/names';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, FileId, OrganId, StreamId } from '@redress/domain/ids';
import type { Audience } from '@redress/domain/ledger/audience';
import type { Ledger } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import { isOfRespondent, isOfReviewingOrgan } from '@redress/domain/reconsideration/approvals';
import { isAddressed } from '@redress/domain/reconsideration/as-respondent';
import type { ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { nextSteps } from '@redress/domain/reconsideration/next-steps';
import { standingIn } from '@redress/domain/reconsideration/standing';
import { viewOf } from '@redress/domain/reconsideration/view';
import type { CaseView, FileView } from '@redress/domain/reconsideration/view-types';
import { type CaseFile, type Kept, readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName, organName } from '../office/names.ts';

const notFound = () => new RedressError({ code: 'not-found' });

/** Who acts in this case: the successor's people stand in the place of an abolished organ. */
export const actorIn = (c: Pick<ReconsiderationCase, 'organId' | 'respondents' | 'entries'>, actor: Actor): Actor =>
  standingIn(c, actor);

/** Through which audience an actor sees a case; null: not at all, which answers like an unknown case. */
export function audienceOf(c: ReconsiderationCase, actor: Actor): Audience | null {
  if (isOfReviewingOrgan(c, actor)) return 'reviewing';
  if (isOfRespondent(c, actor)) return 'respondent';
  if (isAddressed(c, actor)) return 'addressed';
  const { organId } = c;
  const isBelow = organId !== null && organId !== actor.acting.organId && actor.scope.includes(organId);
  return isBelow ? 'superior' : null;
}

export interface OpenCase {
  readonly ledger: Ledger;
  readonly state: ReconsiderationCase;
  readonly audience: Audience;
}

/** Throws `not-found` for an unknown case and for one the actor has no part in alike. */
export async function openCase(ctx: ActorContext, id: StreamId): Promise<OpenCase> {
  const { services, actor } = ctx;
  return asSeen(ctx, await readAs(services.db, actor).ledgerOf(id));
}

/** A ledger that is already at hand, as the actor sees it. */
export function asSeen(ctx: ActorContext, ledger: Ledger): OpenCase {
  if (ledger.kind !== reconsideration.kind) throw notFound();
  const state = replay(reconsideration, ledger, ctx.services.law);
  const audience = audienceOf(state, actorIn(state, ctx.actor));
  if (audience === null) throw notFound();
  return { ledger, state, audience };
}

/** Looks up what the ledger only refers to. Organs bear the name they have on `day`. */
export function namesFor(office: Office, kept: Kept, day: CivilDate): CaseNames {
  return {
    organ: (id: OrganId) => organName(office, id, day),
    account: (id: AccountId) => accountName(office, id),
    person: (ref) => kept.persons.get(ref.personRecordId) ?? null,
    narrative: (ref) => kept.narratives.get(ref.narrativeId) ?? null,
  };
}

/** Which entry names each file first. */
function seqOfFiles(ledger: Ledger): ReadonlyMap<string, number> {
  const seqs = new Map<string, number>();
  const walk = (value: unknown, seq: number): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const ids = key === 'fileId' ? [inner] : key === 'fileIds' && Array.isArray(inner) ? inner : [];
      for (const id of ids) if (typeof id === 'string' && !seqs.has(id)) seqs.set(id, seq);
      if (ids.length === 0) walk(inner, seq);
    }
  };
  for (const entry of ledger.entries) walk(entry.payload, entry.seq);
  return seqs;
}

/** The files of a case, each with the entry that names it first. */
export function fileViewsOf(ledger: Ledger, stored: readonly CaseFile[]): readonly FileView[] {
  const seqs = seqOfFiles(ledger);
  return stored.map(({ id, name, kind, size, sha256 }) => ({
    id: id as FileId,
    ...{ name, kind, size, sha256 },
    seq: seqs.get(id) ?? null,
  }));
}

/** The view that leaves the server. */
export async function viewFor(ctx: ActorContext, opened: OpenCase): Promise<CaseView> {
  const reader = readAs(ctx.services.db, ctx.actor);
  const { streamId } = opened.ledger;
  const [kept, files] = await Promise.all([reader.keptOf(streamId), reader.filesOf(streamId)]);
  return viewWith(ctx, opened, kept, files);
}

/** The same, with what lies beside the ledger already at hand. */
export function viewWith(ctx: ActorContext, opened: OpenCase, kept: Kept, stored: readonly CaseFile[]): CaseView {
  const { services, office } = ctx;
  const { ledger, state, audience } = opened;
  const actor = actorIn(state, ctx.actor);
  const today = services.clock.today();
  return viewOf(state, {
    audience,
    today,
    actor,
    law: services.law,
    ledger,
    names: namesFor(office, kept, today),
    files: fileViewsOf(ledger, stored),
    nextSteps: nextSteps(state, actor, today, services.law, postsHeldIn(office)),
  });
}
