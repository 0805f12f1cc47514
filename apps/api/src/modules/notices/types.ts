/** What the page of notices asks and gets. */
import type { AccountId, CommandId, StreamId } from '@redress/domain/ids';
import type { NoticeContent, NoticeKind } from '@redress/domain/notices/kinds';
import { z } from 'zod';

export const zListNotices = z.object({
  unread: z.boolean().default(false),
  /** Where the page before ended. */
  cursor: z.object({ createdAt: z.int().min(0), id: z.string().min(1).max(60) }).nullish(),
  limit: z.int().min(1).max(100).default(30),
});

export const zMarkRead = z.object({ ids: z.array(z.string().min(1).max(60)).min(1).max(200) });
export const zMarkAllRead = z.object({ until: z.int().min(0) });

const id = z.string().regex(/^[A-Za-z0-9_.:-]{1,80}$/);
export const zRemind = z.object({
  caseId: id.transform((text) => text as StreamId),
  commandId: id.transform((text) => text as CommandId),
  text: z.string().trim().max(400).default(''),
});

export const zMailSettings = z.object({
  /** Empty: no mail. */
  address: z.string().trim().max(254),
  digest: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
});

/** What a notice says; of a case that the reader's organs have no part in any more, nothing but its kind. */
type NoticeOrHidden =
  | (NoticeContent & { readonly hidden: false })
  | { readonly kind: NoticeKind; readonly params: Readonly<Record<never, never>>; readonly hidden: true };

/** A notice as its reader sees it. */
export type NoticeRow = NoticeOrHidden & {
  readonly id: string;
  /** The case it opens; null where it is about none, or about one that is no longer the reader's to see. */
  readonly caseId: StreamId | null;
  /** Of which kind that case is: `reconsideration`, `litigation`. */
  readonly caseKind: string | null;
  readonly caseNumber: string | null;
  /** The act under review. */
  readonly caseTitle: string | null;
  /** The organ that replied or reported, or whose limit it is; null where the case is hidden. */
  readonly organName: string | null;
  /** Whom it names: who reminds, or whose cases are to be handed over. */
  readonly byName: string | null;
  readonly createdAt: number;
  readonly read: boolean;
};

export interface NoticePage {
  readonly rows: readonly NoticeRow[];
  readonly nextCursor: { readonly createdAt: number; readonly id: string } | null;
}

export interface Reminded {
  readonly to: readonly { readonly accountId: AccountId; readonly name: string }[];
}

export interface MailSettings {
  readonly address: string;
  readonly digest: boolean;
  readonly language: 'zh-CN' | 'en';
  /** A mail server is set: without one nothing is ever sent. */
  readonly available: boolean;
}
