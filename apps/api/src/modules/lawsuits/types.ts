/** What the lawsuit procedures take and give. */
import { whose } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { PersonData } from '@redress/domain/ledger/person';
import { type BeforeSuit, beforeSuit, instanceLevels, type OrganRole, stages } from '@redress/domain/litigation/codes';
import { matters } from '@redress/domain/reconsideration/codes';
import { zAccountId, zCivilDate, zCommandId, zOrganId, zStreamId } from '@redress/domain/schema';
import { z } from 'zod';
import { sorts } from '../../case-store/list-orders.ts';
import { suitTodos } from '../../case-store/suit-filter.ts';
import type { ListLight } from '../cases/types.ts';
import { lights, zStep } from '../cases/types.ts';

/** A code of a closed set that the list does not itself spell out. */
const zCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

export const zSuitFilter = z.object({
  whose: z.enum(whose).optional(),
  organ: zOrganId.optional(),
  stage: z.enum(stages).optional(),
  waitingFor: zCode.optional(),
  light: z.enum(lights).optional(),
  handler: z.union([z.literal('me'), zAccountId]).optional(),
  /** An organ in the suit: whose act is in dispute, or who reviewed it. */
  respondent: zOrganId.optional(),
  /** The department whose people answer. */
  undertaking: zOrganId.optional(),
  /** Of the instance the suit is in. */
  level: z.enum(instanceLevels).optional(),
  /** Part of the court's name. */
  court: z.string().trim().max(80).optional(),
  before: z.enum(beforeSuit).optional(),
  outcome: zCode.optional(),
  matter: z.enum(matters).optional(),
  category: zCode.optional(),
  receivedFrom: zCivilDate.optional(),
  receivedTo: zCivilDate.optional(),
  closedFrom: zCivilDate.optional(),
  closedTo: zCivilDate.optional(),
  /** Days on which the limit that matters to the organ ends, both included. */
  dueFrom: zCivilDate.optional(),
  dueTo: zCivilDate.optional(),
  /** A session that was not called off falls on these days, both included. */
  sessionFrom: zCivilDate.optional(),
  sessionTo: zCivilDate.optional(),
  /** What is to be done in it. */
  todo: z.enum(suitTodos).optional(),
  voided: z.boolean().optional(),
  /** Part of an own or a court's number, of a party's or an organ's name, or of the act's words. */
  q: z.string().trim().max(80).optional(),
  closed: z.boolean().optional(),
});
export type SuitFilter = z.infer<typeof zSuitFilter>;

export const zSuitListInput = z.object({
  filter: zSuitFilter.default({}),
  sort: z.enum(sorts).default('due'),
  order: z.enum(['asc', 'desc']).optional(),
  cursor: z.string().max(400).nullish(),
  limit: z.int().min(1).max(200).default(50),
});
export type SuitListInput = z.infer<typeof zSuitListInput>;

export interface SuitRow {
  readonly id: StreamId;
  /** As `execute` expects it. */
  readonly version: number;
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
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
  readonly closedOn: CivilDate | null;
  readonly outcome: string | null;
  readonly matter: string | null;
  readonly category: string | null;
  readonly before: string | null;
  readonly plaintiffs: readonly string[];
  /** Names of the organs in the suit, in its order. */
  readonly organs: readonly string[];
  /** Names of the departments that answer for them. */
  readonly undertakings: readonly string[];
  readonly handlers: readonly string[];
  /** Of the instance the suit is in. */
  readonly level: string | null;
  readonly court: string | null;
  readonly courtNumber: string | null;
  readonly instances: number;
  readonly nextSession: {
    readonly sessionId: string;
    readonly on: CivilDate;
    readonly time: string;
    readonly place: string;
    /** Every organ of the reader's that has to arrange a leader has done so. */
    readonly leaderPlanned: boolean;
  } | null;
}

export interface SuitPage {
  readonly rows: readonly SuitRow[];
  readonly nextCursor: string | null;
}

/** Figures for the rail; each is the length of a list. */
export interface SuitCounts {
  readonly open: number;
  readonly overdue: number;
  readonly near: number;
  /** Open suits in which the actor's organ or post is the one waited for. */
  readonly mine: number;
  /** Overdue ones of this actor's own desk: a handler's own, else the organ's. */
  readonly deskOverdue: number;
  readonly byTodo: Readonly<Record<(typeof suitTodos)[number], number>>;
  /** Proposals that wait for this post's signature: as many as /approvals lists of lawsuits. */
  readonly waitingApproval: number;
  /** Appearances to record, one for each organ and session: as many as 出庭 lists of them. */
  readonly toRecord: number;
}

export const zSuitId = z.object({ id: zStreamId });
export const zRegisterSuit = z.object({ commandId: zCommandId, id: zStreamId, input: z.unknown() });
export const zExecuteSuit = z.object({
  commandId: zCommandId,
  id: zStreamId,
  expectedVersion: z.int().min(1),
  step: zStep,
});
export const zPreviewSuit = z.object({ id: zStreamId, step: zStep });

export interface SuitRegistered {
  readonly id: StreamId;
  readonly number: string | null;
}

export const zByCourtNumber = z.object({ number: z.string().trim().min(1).max(60), except: zStreamId.optional() });
/** A court's number that is on record already; `id` only where the reader sees that lawsuit. */
export interface CourtNumberTaken {
  readonly taken: boolean;
  readonly id: StreamId | null;
  readonly number: string | null;
  readonly courtNumber: string;
  readonly title: string | null;
  readonly level: string | null;
}

export const zProposeInput = z.object({ reconsiderationId: zStreamId });
/** What a summons after this reconsideration will most likely say; everything in it may be changed. */
export interface SuitProposal {
  readonly reconsiderationId: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly decidedOn: CivilDate | null;
  readonly before: BeforeSuit;
  /** Why these are the defendants. */
  readonly article: string | null;
  readonly organs: readonly {
    readonly organId: OrganId;
    readonly name: string;
    readonly role: OrganRole;
    readonly undertakingId: OrganId | null;
    readonly undertakingName: string | null;
  }[];
  readonly plaintiffs: readonly {
    readonly kind: 'citizen' | 'legal-person' | 'other-organisation';
    readonly person: PersonData;
  }[];
  readonly thirdParties: SuitProposal['plaintiffs'];
  readonly act: {
    readonly name: string;
    readonly number: string | null;
    readonly madeOn: CivilDate | null;
    readonly matter: (typeof matters)[number];
    readonly category: string | null;
    readonly content: string;
    readonly immovable: boolean;
  };
  readonly compensation: { readonly amount: number | null; readonly alone: boolean } | null;
  /** Lawsuits that follow this reconsideration already. */
  readonly suits: readonly LinkedProceeding[];
}

export const zSimilarInput = z.object({
  actNumber: z.string().trim().max(80).default(''),
  actName: z.string().trim().max(120).default(''),
  actContent: z.string().trim().max(400).default(''),
  plaintiffs: z.array(z.string().trim().max(80)).max(40).default([]),
  organs: z.array(zOrganId).max(10).default([]),
});
/** A proceeding of the office that a suit may be about or belong to. */
export interface SimilarProceeding {
  readonly id: StreamId;
  readonly kind: 'reconsideration' | 'litigation';
  readonly number: string | null;
  readonly title: string;
  readonly receivedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly why: readonly ('act' | 'plaintiff' | 'organ')[];
}

export const zUndertakingInput = z.object({
  organId: zOrganId,
  matter: z.enum(matters).nullable().default(null),
  category: zCode.nullable().default(null),
  actName: z.string().trim().max(120).default(''),
});
/** Which department answers for a government's act, best first. */
export interface UndertakingChoice {
  readonly organId: OrganId;
  readonly name: string;
  /** `itself`: a department answers for its own act; `named`: its name is in the act's words; `before`: how many suits and cases of this kind it had. */
  readonly why: 'itself' | 'named' | 'before' | 'below';
  readonly cases: number;
}

/** A proceeding linked to another, of either kind. */
export interface LinkedProceeding {
  readonly id: StreamId;
  readonly proceeding: 'reconsideration' | 'litigation';
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
  readonly kind: string;
  /** `to`: this one's own entry names the other; `from`: the other's entry names this one. */
  readonly direction: 'to' | 'from';
  readonly seq: number;
}
