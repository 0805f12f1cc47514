/** An application as the checks read it: out of a form that is still being filled in, or out of a case on record. */
import { z } from 'zod';
import type { OrganKind, OrganLevel } from '../../office/organ.ts';
import { zCivilDate, zOrganId } from '../../schema.ts';
import * as codes from '../codes.ts';

const maybeDay = zCivilDate.nullable();
const text = (max: number) => z.string().max(max);

/** Nothing is required yet: what is not there yet cannot be told. */
export const zApplicationToCheck = z.object({
  reviewingOrganId: zOrganId,
  receivedOn: maybeDay,
  filedOn: maybeDay,
  respondents: z.array(zOrganId).max(10),
  applicants: z.array(z.object({ name: text(80), idNumber: text(40) })).max(400),
  representatives: z.int().min(0).max(50),
  act: z.object({
    name: text(120),
    number: text(80),
    matter: z.enum(codes.matters).nullable(),
    category: text(40).nullable(),
    content: text(400),
    /** Whole fen. */
    amount: z.int().min(0).nullable(),
    madeOn: maybeDay,
    madeOnTheSpot: z.boolean(),
    immovable: z.boolean(),
    knownOn: maybeDay,
    notInformed: z.object({ rightsKnownOn: maybeDay, contentKnownOn: maybeDay }).nullable(),
    obstacles: z.array(z.object({ from: zCivilDate, to: zCivilDate }).refine((o) => o.from <= o.to)).max(20),
    inaction: z.object({ requestedOn: maybeDay, periodEndsOn: maybeDay }).nullable(),
  }),
  hasRequests: z.boolean(),
  hasGrounds: z.boolean(),
  suit: z.enum(codes.suitStates).nullable(),
});
export type ApplicationToCheck = Readonly<z.infer<typeof zApplicationToCheck>>;

/** An organ as jurisdiction asks about it. */
export interface OrganToCheck {
  readonly id: string;
  readonly name: string;
  readonly level: OrganLevel;
  readonly kind: OrganKind;
  readonly parentId: string | null;
  /** Its 行政复议机构, where it reviews. */
  readonly institution: string | null;
}
export type OrgansToCheck = ReadonlyMap<string, OrganToCheck>;
