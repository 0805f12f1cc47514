/** What the case procedures take and give. */
import { whose } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import { channels, lawVersions, matters, procedures, stages, waitedFor } from '@redress/domain/reconsideration/codes';
import { zWorkFilter } from '@redress/domain/reconsideration/work-filter';
import { zAccountId, zCivilDate, zCommandId, zOrganId, zStreamId } from '@redress/domain/schema';
import { z } from 'zod';
import { sorts } from '../../case-store/list-orders.ts';

/** `overdue` past its end, `near` within three working days of it, `none` open and without a day by which it is due. */
export const lights = ['overdue', 'near', 'ok', 'none', 'stopped', 'closed'] as const;
export type ListLight = (typeof lights)[number];

/** A code of a list that the office may add to. */
const zCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

export const zCaseFilter = z.object({
  whose: z.enum(whose).optional(),
  organ: zOrganId.optional(),
  stage: z.enum(stages).optional(),
  waitingFor: z.enum(waitedFor).optional(),
  light: z.enum(lights).optional(),
  handler: z.union([z.literal('me'), zAccountId]).optional(),
  respondent: zOrganId.optional(),
  matter: z.enum(matters).optional(),
  category: zCode.optional(),
  channel: z.enum(channels).optional(),
  procedure: z.enum(procedures).optional(),
  outcome: zCode.optional(),
  lawVersion: z.enum(lawVersions).optional(),
  receivedFrom: zCivilDate.optional(),
  receivedTo: zCivilDate.optional(),
  acceptedFrom: zCivilDate.optional(),
  acceptedTo: zCivilDate.optional(),
  closedFrom: zCivilDate.optional(),
  closedTo: zCivilDate.optional(),
  joined: z.boolean().optional(),
  voided: z.boolean().optional(),
  /** Part of a case number, a document number, a party's name or the act's words. */
  q: z.string().trim().max(80).optional(),
  closed: z.boolean().optional(),
  ...zWorkFilter.shape,
});
export type CaseFilter = z.infer<typeof zCaseFilter>;

export const zCaseListInput = z.object({
  filter: zCaseFilter.default({}),
  sort: z.enum(sorts).default('due'),
  /** As the order is usually read, unless it is said. */
  order: z.enum(['asc', 'desc']).optional(),
  cursor: z.string().max(400).nullish(),
  limit: z.int().min(1).max(200).default(50),
});
export type CaseListInput = z.infer<typeof zCaseListInput>;

export interface CaseRow {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
  readonly procedure: string | null;
  readonly deemedAccepted: boolean;
  readonly waitingFor: string | null;
  readonly dueRule: string | null;
  readonly due: CivilDate | null;
  readonly dueStatus: string;
  readonly dueUnit: 'working-day' | 'day' | null;
  /** In the limit's own unit; negative = overdue. */
  readonly daysLeft: number | null;
  readonly workingDaysLeft: number | null;
  readonly light: ListLight;
  readonly receivedOn: CivilDate | null;
  /** Names. */
  readonly handlers: readonly string[];
  readonly applicants: readonly string[];
  readonly respondents: readonly string[];
  readonly matter: string | null;
  readonly category: string | null;
  readonly channel: string | null;
  readonly lawVersion: string | null;
  readonly acceptedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly outcome: string | null;
  /** From acceptance to the end or to today, without the days that stood still; null before acceptance. */
  readonly daysUsed: number | null;
  /** Day of the last entry; null where that is the office's own to know. */
  readonly updatedOn: CivilDate | null;
  /** As `execute` expects it. */
  readonly version: number;
}

export interface CasePage {
  readonly rows: readonly CaseRow[];
  readonly nextCursor: string | null;
}

export interface CaseCounts {
  readonly open: number;
  readonly overdue: number;
  readonly near: number;
  readonly stopped: number;
  /** Proposals that wait for this actor. */
  readonly waitingApproval: number;
  /** Open cases in which this actor's organ or post is the one waited for. */
  readonly mine: number;
  /** Overdue ones of this actor's own desk: a handler's own, else the office's. */
  readonly deskOverdue: number;
}

export const zStep = z.object({ type: z.string().min(1).max(60), input: z.unknown() });
export const zCaseId = z.object({ id: zStreamId });
export const zRegisterInput = z.object({ commandId: zCommandId, id: zStreamId, input: z.unknown() });
export const zExecuteInput = z.object({
  commandId: zCommandId,
  id: zStreamId,
  expectedVersion: z.int().min(1),
  step: zStep,
});
export const zPreviewInput = z.object({ id: zStreamId, step: zStep });
/** The most cases of one batch. */
export const maxBatch = 200;
export const zCaseIds = z.object({ ids: z.array(zStreamId).min(1).max(maxBatch) });
export const zForeseeInput = z.object({
  items: z
    .array(z.object({ id: zStreamId, step: zStep }))
    .min(1)
    .max(maxBatch),
});

export interface Registered {
  readonly id: StreamId;
  readonly number: string | null;
}
