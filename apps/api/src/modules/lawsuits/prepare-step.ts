/**
 * What only the edge can check of a lawsuit's step before the domain decides it: the organs, people, cases and files it
 * names are there and the actor's to name, and a court's number is no other lawsuit's. It fills in what the page does not
 * know: a file's hash, the prefix of the office's own numbers.
 */
import { carriesOn, predecessorsOf } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { type FieldProblem, RedressError } from '@redress/domain/errors';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import type { Step } from '@redress/domain/ledger/kinds';
import { ownOrgans } from '@redress/domain/litigation/view-audience';
import { isOpenOn } from '@redress/domain/office/account';
import { isHeldOn } from '@redress/domain/office/post-holder';
import { checkFilesNamed } from '../../case-store/files.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import {
  isObject,
  numberPrefixOf,
  type OrganFields,
  type StepInput,
  unknownOrgans,
  withFileFacts,
  wrongHandlers,
  wrongLink,
} from '../cases/named-in-step.ts';
import { refuseTakenNumbers } from './court-number.ts';
import { actorInSuit, openLawsuit } from './open-lawsuit.ts';

const organFields: OrganFields = {
  one: new Set(['organId', 'undertakingId', 'byOrganId']),
  many: new Set(['organs', 'organIds', 'invited']),
};

/** 云政复 numbers reconsiderations; the same office's lawsuits are 云政应. */
export function suitPrefixOf(prefix: string): string {
  const at = prefix.lastIndexOf('复');
  return at < 0 ? `${prefix}应` : `${prefix.slice(0, at)}应${prefix.slice(at + 1)}`;
}

/** Who answers inside an organ holds a post in it, or in the department that undertakes it, today. */
async function wrongResponders(ctx: ActorContext, id: StreamId, input: StepInput): Promise<FieldProblem[]> {
  if (!Array.isArray(input.accounts)) return [];
  const { office, services } = ctx;
  const { suit } = await openLawsuit(ctx, id);
  const actor = actorInSuit(suit, ctx.actor);
  const given = typeof input.organId === 'string' ? (input.organId as OrganId) : null;
  const own = given === null ? ownOrgans(suit.organs, actor.acting.organId) : [given];
  const organs = new Set<OrganId>([
    actor.acting.organId,
    ...suit.organs.filter((o) => own.includes(o.organId)).flatMap((o) => o.undertakingId ?? o.organId),
  ]);
  const today = services.clock.today();
  const known = new Set<AccountId>();
  for (const post of office.posts.values()) {
    if (post.taken === null || !organs.has(post.taken.organId) || !isHeldOn(post, today)) continue;
    const account = office.accounts.get(post.taken.accountId);
    if (account !== undefined && isOpenOn(account, today)) known.add(account.id);
  }
  return input.accounts.flatMap((account, i) =>
    known.has(account) ? [] : [{ field: `accounts.${i}`, rule: 'not-an-option' }],
  );
}

const named = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * A leader who is named by an account or a post holds one of the organ, or of the department that answers for it, on the
 * session's day or today: their diary and their figures hang on it. Whoever is typed in by name has neither.
 */
async function wrongLeader(ctx: ActorContext, id: StreamId, about: StepInput, path: string): Promise<FieldProblem[]> {
  const { leader } = about;
  if (!isObject(leader)) return [];
  const [account, post] = [named(leader.accountId), named(leader.postId)];
  if (account === null && post === null) return [];
  const { office, services } = ctx;
  const { suit } = await openLawsuit(ctx, id);
  const seats = suit.instances.flatMap((i) => i.sessions);
  const isKnown = seats.some((s) =>
    s.appearances.some((a) => a.leader?.accountId === account && a.leader?.postId === post),
  );
  if (isKnown) return [];
  const of = named(leader.organId) ?? named(about.organId);
  const organs = suit.organs
    .filter((o) => of === null || o.organId === of || o.undertakingId === of)
    .flatMap((o) => (o.undertakingId === null ? [o.organId] : [o.organId, o.undertakingId]));
  const sessionId = named(about.sessionId);
  const days = [
    services.clock.today(),
    ...seats.filter((s) => sessionId === null || s.sessionId === sessionId).map((s) => s.on),
  ];
  const isOf = (organ: OrganId, day: CivilDate) =>
    organs.some((o) => {
      const standing = carriesOn(office, o, day) ?? o;
      return [o, standing, ...predecessorsOf(office, standing, day)].includes(organ);
    });
  const holds = [...office.posts.values()].some(
    ({ taken, ...held }) =>
      taken !== null &&
      (account === null || taken.accountId === account) &&
      (post === null || held.id === post) &&
      days.some((day) => isHeldOn({ taken, ...held }, day) && isOf(taken.organId, day)),
  );
  return holds ? [] : [{ field: `${path}leader.accountId`, rule: 'not-an-option' }];
}

/** Every other case that an input names, however deep, with its field. */
function casesNamed(input: unknown, path = ''): readonly { readonly field: string; readonly id: unknown }[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const field = path === '' ? key : `${path}.${key}`;
    return key === 'duplicateOf' || key === 'reconsiderationId' ? [{ field, id: value }] : casesNamed(value, field);
  });
}

/** Throws `invalid-input` at the fields, or `step-refused` for a court's number that is taken; the domain checks the rest. */
export async function prepareSuitStep(ctx: ActorContext, id: StreamId, step: Step): Promise<Step> {
  const { type, input } = step;
  if (!isObject(input)) return step;
  const files = await checkFilesNamed(ctx.services.db, id, input, ctx.actor);
  const fields = [
    ...unknownOrgans(ctx, input, organFields),
    ...(type === 'register-summons' ? wrongHandlers(ctx, input.handlers, 'handlers') : []),
    ...(type === 'assign-handlers' ? wrongHandlers(ctx, input.accounts, 'accounts') : []),
    ...(type === 'hand-over' ? wrongHandlers(ctx, [input.to], 'to') : []),
    ...(type === 'assign-responders' ? await wrongResponders(ctx, id, input) : []),
    ...(type === 'link' ? await wrongLink(ctx, input.to) : []),
    ...(await Promise.all(casesNamed(input).map((c) => wrongLink(ctx, c.id, c.field)))).flat(),
    ...(await wrongLeader(ctx, id, input, '')),
    ...(isObject(input.payload) ? await wrongLeader(ctx, id, input.payload, 'payload.') : []),
  ];
  if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  await refuseTakenNumbers(ctx, id, input);
  if (type === 'add-file') return { type, input: withFileFacts(input, files) };
  if (type === 'register-summons') {
    return { type, input: { ...input, numberPrefix: suitPrefixOf(numberPrefixOf(ctx)) } };
  }
  return step;
}
