/** What registering a summons asks for: one form, two minutes; everything not known yet is added by later steps. */
import { z } from 'zod';
import { zPersonData } from '../ledger/person.ts';
import { matters } from '../reconsideration/codes.ts';
import { zAccountId, zCivilDate, zCivilTime, zFen, zFileId, zOrganId, zStreamId } from '../schema.ts';
import * as codes from './codes.ts';
import { zSessionNotice } from './entries.ts';

const text = (max: number) => z.string().trim().max(max);
const need = (max: number) => z.string().trim().min(1).max(max);
const maybeDay = zCivilDate.nullable().default(null);
const files = z.array(zFileId).max(200).default([]);

export const zSessionInput = z.object({
  kind: z.enum(codes.sessionKinds).default('trial'),
  on: zCivilDate,
  time: zCivilTime,
  minutes: z.int().min(15).max(1440).default(180),
  place: need(200),
  isPublic: z.boolean().default(true),
  online: z.boolean().default(false),
  notices: z.array(zSessionNotice).max(10).default([]),
});

export const zInstanceInput = z.object({
  level: z.enum(codes.instanceLevels).default('first'),
  court: need(80),
  courtNumber: need(60),
  docketedOn: maybeDay,
  procedure: z.enum(codes.courtProcedures).default('ordinary'),
});

/** Papers for one organ; several organs of one suit may have received theirs on different days. */
export const zPapersInput = z.object({
  organId: zOrganId,
  papers: z.array(z.enum(codes.courtPapers)).min(1),
  /** null = the day of the step. */
  receivedOn: maybeDay,
  way: z.enum(codes.deliveryWays).default('post'),
  proof: text(200).default(''),
  evidenceUntil: maybeDay,
});

export const zRegisterSummons = z.object({
  /** The day the first paper was received; null = today. */
  occurredOn: maybeDay,
  irregularReason: text(1000).nullable().default(null),
  instance: zInstanceInput,
  organs: z
    .array(
      z.object({ organId: zOrganId, role: z.enum(codes.organRoles), undertakingId: zOrganId.nullable().default(null) }),
    )
    .min(1)
    .max(10),
  plaintiffs: z
    .array(
      z.object({
        kind: z.enum(['citizen', 'legal-person', 'other-organisation']).default('citizen'),
        person: zPersonData,
      }),
    )
    .min(1)
    .max(400),
  thirdParties: z
    .array(
      z.object({
        kind: z.enum(['citizen', 'legal-person', 'other-organisation']).default('citizen'),
        person: zPersonData,
      }),
    )
    .max(100)
    .default([]),
  act: z.object({
    name: need(120),
    number: text(80).nullable().default(null),
    madeOn: maybeDay,
    matter: z.enum(matters),
    category: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,39}$/)
      .nullable()
      .default(null),
    content: text(400).default(''),
    immovable: z.boolean().default(false),
  }),
  before: z.enum(codes.beforeSuit).default('none'),
  /** The reconsideration in this system: a `linked` entry 'reviewed-in-court' is written, too. */
  reconsiderationId: zStreamId.nullable().default(null),
  claims: text(8000).default(''),
  compensation: z
    .object({ amount: zFen.nullable().default(null), alone: z.boolean().default(false) })
    .nullable()
    .default(null),
  papers: z.array(zPapersInput).min(1).max(10),
  session: zSessionInput.nullable().default(null),
  handlers: z.array(zAccountId).max(4).default([]),
  /** Scans of what came. */
  fileIds: files,
  /** Filled in at the edge: the office's characters in front of its numbers (云政应). */
  numberPrefix: need(20),
});
export type RegisterSummons = z.output<typeof zRegisterSummons>;
export type RegisterSummonsInput = z.input<typeof zRegisterSummons>;
