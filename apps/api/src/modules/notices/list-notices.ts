import { scopeOf } from '@redress/domain/access/scope';
import type { OrganId } from '@redress/domain/ids';
import type { z } from 'zod';
import { nameCases } from '../../case-store/unheard.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName, organName } from '../office/names.ts';
import { noticesOf, type StoredNotice } from './notices.ts';
import type { NoticePage, NoticeRow, zListNotices } from './types.ts';

/** The organs whose cases one may see from any of one's posts: notices are a person's, not a post's. */
export function organsOf(ctx: Pick<ActorContext, 'actor' | 'office' | 'services'>): readonly OrganId[] {
  const day = ctx.services.clock.today();
  return [...new Set(ctx.actor.posts.flatMap((post) => scopeOf(ctx.office, post, day)))];
}

/** The person that a notice names. */
function nameIn({ office }: Pick<ActorContext, 'office'>, params: StoredNotice['params']): string | null {
  if ('by' in params) return accountName(office, params.by);
  return 'from' in params ? accountName(office, params.from) : null;
}

/** A page of one's own notices; cases are named as far as they are still one's own to see. */
export async function listNotices(ctx: ActorContext, input: z.output<typeof zListNotices>): Promise<NoticePage> {
  const { db } = ctx.services;
  const day = ctx.services.clock.today();
  const found = await noticesOf(db, ctx.actor.accountId, {
    unread: input.unread,
    after: input.cursor ?? null,
    limit: input.limit + 1,
  });
  const page = found.slice(0, input.limit);
  const { law } = ctx.services;
  const names = await nameCases(db, organsOf(ctx), [...new Set(page.flatMap((n) => n.streamId ?? []))], { law, day });
  const rows = page.map((n): NoticeRow => {
    const { id, streamId, createdAt, readAt, ...content } = n;
    const named = streamId === null ? undefined : names.get(streamId);
    if (streamId !== null && named === undefined) {
      const nothing = {
        caseId: null,
        caseKind: null,
        caseNumber: null,
        caseTitle: null,
        organName: null,
        byName: null,
      };
      return { kind: content.kind, params: {}, hidden: true, id, ...nothing, createdAt, read: readAt !== null };
    }
    return {
      ...content,
      id,
      caseId: named?.streamId ?? null,
      caseKind: named?.kind ?? null,
      caseNumber: named?.number ?? null,
      caseTitle: named?.title ?? null,
      hidden: false,
      organName:
        'organId' in n.params && n.params.organId !== undefined && named !== undefined
          ? organName(ctx.office, n.params.organId, day)
          : null,
      byName: nameIn(ctx, n.params),
      createdAt,
      read: readAt !== null,
    };
  });
  const last = page.at(-1);
  const nextCursor =
    found.length > page.length && last !== undefined ? { createdAt: last.createdAt, id: last.id } : null;
  return { rows, nextCursor };
}
