/**
 * What only the edge can check of a step before the domain decides it: the organs, accounts, cases and files it names
 * are there and the actor's to name. It also fills in what the page does not know: a file's hash, a number's prefix.
 */

import { postsHeldIn } from '@redress/domain/access/posts-held';
import { type FieldProblem, RedressError } from '@redress/domain/errors';
import type { CommandId, OrganId, StreamId } from '@redress/domain/ids';
import type { PostsHeld, Step } from '@redress/domain/ledger/kinds';
import { isOfferedOn, referenceStream, shippedList } from '@redress/domain/office/reference-list';
import { superiorSteps } from '@redress/domain/reconsideration/approvals';
import { isCategory } from '@redress/domain/reconsideration/categories';
import { zCivilDate } from '@redress/domain/schema';
import { checkFilesNamed } from '../../case-store/files.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { organName } from '../office/names.ts';
import { colleaguesOf } from './colleagues.ts';
import {
  isObject,
  numberPrefixOf,
  type OrganFields,
  type StepInput,
  unknownOrgans,
  withFileFacts,
  wrongHandlers,
  wrongLink,
} from './named-in-step.ts';
import { withSplitParts } from './people-steps.ts';

const organFields: OrganFields = {
  one: new Set(['organId', 'reviewingOrganId', 'respondentId', 'toOrgan', 'toOrganId']),
  many: new Set(['respondents']),
};

/** Whoever stands aside works on the organ's cases. */
function noColleague(ctx: ActorContext, account: unknown): FieldProblem[] {
  if (typeof account !== 'string' || colleaguesOf(ctx).some((c) => c.accountId === account)) return [];
  return [{ field: 'accountId', rule: 'not-an-option' }];
}

/** The posts everybody holds or has held, out of the office as it stands. */
export const postsHeld = (ctx: ActorContext): PostsHeld => postsHeldIn(ctx.office);

/** A category is offered on the day of receipt: a row of the form, or one the office has added. */
async function wrongCategory(ctx: ActorContext, input: StepInput): Promise<FieldProblem[]> {
  const category = isObject(input.act) ? input.act.category : null;
  if (typeof category !== 'string' || isCategory(category)) return [];
  const list = (await ctx.services.directory.lists()).get(referenceStream('category')) ?? shippedList('category');
  const day = zCivilDate.safeParse(input.receivedOn);
  const item = list.items.get(category);
  const offered = item !== undefined && isOfferedOn(item, day.success ? day.data : ctx.services.clock.today());
  return offered ? [] : [{ field: 'act.category', rule: 'not-an-option' }];
}

/** What a new case follows is of the office's own to name. */
async function wrongLinks(ctx: ActorContext, links: unknown): Promise<FieldProblem[]> {
  if (!Array.isArray(links)) return [];
  const wrong = await Promise.all(
    links.slice(0, 5).map((link: unknown, n) => wrongLink(ctx, isObject(link) ? link.to : null, `links.${n}.to`)),
  );
  return wrong.flat();
}

const withNumberPrefix = (ctx: ActorContext, input: StepInput): StepInput => ({
  ...input,
  numberPrefix: numberPrefixOf(ctx),
});

/** What the organ above orders in a case, it orders in its own name. */
async function withOwnName(ctx: ActorContext, id: StreamId, input: StepInput): Promise<StepInput> {
  const { actor, office, services } = ctx;
  const own = actor.acting.organId;
  const { entries } = await readAs(services.db, actor).ledgerOf(id);
  const reviewing = (entries[0]?.payload as { reviewingOrganId?: OrganId } | undefined)?.reviewingOrganId;
  return reviewing === own ? input : { ...input, byOrgan: organName(office, own, services.clock.today()) };
}

/** Throws `invalid-input` at the fields; the domain checks everything else. */
export async function prepareStep(
  ctx: ActorContext,
  id: StreamId,
  step: Step,
  commandId: CommandId = 'preview' as CommandId,
): Promise<Step> {
  const { input } = step;
  if (!isObject(input)) return step;
  const files = await checkFilesNamed(ctx.services.db, id, input, ctx.actor);
  const fields = [
    ...unknownOrgans(ctx, input, organFields),
    ...(step.type === 'assign-handlers' ? wrongHandlers(ctx, input.accounts, 'accounts') : []),
    ...(step.type === 'register-application' ? wrongHandlers(ctx, input.handlers, 'handlers') : []),
    ...(step.type === 'link' ? await wrongLink(ctx, input.to) : []),
    ...(step.type === 'register-application' ? await wrongCategory(ctx, input) : []),
    ...(step.type === 'register-application' ? await wrongLinks(ctx, input.links) : []),
    ...(step.type === 'join-cases' ? await wrongLink(ctx, input.into, 'into') : []),
    ...(step.type === 'void-case' ? await wrongLink(ctx, input.duplicateOf, 'duplicateOf') : []),
    ...(step.type === 'hand-over' ? wrongHandlers(ctx, [input.to], 'to') : []),
    ...(step.type === 'record-recusal' || step.type === 'clear-conflict' ? noColleague(ctx, input.accountId) : []),
  ];
  if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  if (step.type === 'split-case') {
    return { type: step.type, input: withNumberPrefix(ctx, await withSplitParts(ctx, id, input, commandId)) };
  }
  if (step.type === 'add-file') return { type: step.type, input: withFileFacts(input, files) };
  if (step.type === 'register-application') return { type: step.type, input: withNumberPrefix(ctx, input) };
  if (superiorSteps.some((s) => s === step.type)) return { type: step.type, input: await withOwnName(ctx, id, input) };
  return step;
}
