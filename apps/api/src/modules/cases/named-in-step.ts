/** What a step's input names that only the edge can look up: organs, colleagues, other cases, files. For every kind. */

import { type FieldProblem, RedressError } from '@redress/domain/errors';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import { existsOn, organOn } from '@redress/domain/office/organ';
import type { FileRow } from '../../case-store/files.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { handlersOf } from '../office/names.ts';

export type StepInput = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is StepInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Which fields of an input hold an organ, and which hold several. */
export interface OrganFields {
  readonly one: ReadonlySet<string>;
  readonly many: ReadonlySet<string>;
}

/** Every organ a step's input names, with its field. */
export function organsNamed(
  input: unknown,
  fields: OrganFields,
  path = '',
): { readonly field: string; readonly id: string }[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const field = path === '' ? key : `${path}.${key}`;
    if (fields.one.has(key) && typeof value === 'string') return [{ field, id: value }];
    if (fields.many.has(key) && Array.isArray(value) && value.every((id) => typeof id === 'string')) {
      return value.map((id, i) => ({ field: `${field}.${i}`, id }));
    }
    return organsNamed(value, fields, field);
  });
}

export function unknownOrgans(ctx: ActorContext, input: unknown, fields: OrganFields): FieldProblem[] {
  return organsNamed(input, fields)
    .filter(({ id }) => !ctx.office.organs.has(id as OrganId))
    .map(({ field }) => ({ field, rule: 'unknown-organ' }));
}

/** Cases are given to people who hold a post for them today. */
export function wrongHandlers(ctx: ActorContext, accounts: unknown, field: string): FieldProblem[] {
  if (!Array.isArray(accounts)) return [];
  const known = new Set<AccountId>(
    handlersOf(ctx.office, ctx.actor.acting.organId, ctx.services.clock.today()).map((h) => h.accountId),
  );
  return accounts.flatMap((id, i) => (known.has(id) ? [] : [{ field: `${field}.${i}`, rule: 'not-an-option' }]));
}

/** A case can be linked only to one the actor sees. */
export async function wrongLink(ctx: ActorContext, to: unknown, field = 'to'): Promise<FieldProblem[]> {
  if (typeof to !== 'string') return [];
  const parts = await readAs(ctx.services.db, ctx.actor).capacitiesIn(to as StreamId);
  return parts.length === 0 ? [{ field, rule: 'unknown-link' }] : [];
}

export function withFileFacts(input: StepInput, files: ReadonlyMap<string, FileRow>): StepInput {
  const row = files.get(String(input.fileId));
  return row === undefined ? input : { ...input, sha256: row.sha256, name: row.name, kind: row.kind, size: row.size };
}

/** The organ's own characters in front of its numbers; only a reviewing organ that exists registers cases. */
export function numberPrefixOf(ctx: ActorContext): string {
  const today = ctx.services.clock.today();
  const organ = ctx.office.organs.get(ctx.actor.acting.organId);
  const particulars = organ !== undefined && existsOn(organ, today) ? organOn(organ, today) : null;
  if (particulars === null || particulars.institution === null || particulars.numberPrefix === null) {
    throw new RedressError({ code: 'not-permitted' });
  }
  return particulars.numberPrefix;
}
