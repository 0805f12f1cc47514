/** What the ledger holds of the people who work on a case, and of a case that goes elsewhere or never was one. */
import { z } from 'zod';
import { zAccountId, zCivilDate, zDocumentId, zFileId, zOrganId, zStreamId } from '../schema.ts';
import { authorityKinds, recusalGrounds, recusalWays, specialPowers } from './people-codes.ts';

const need = (max: number) => z.string().trim().min(1).max(max);

/** An agent's or representative's power as its paper names it: matters, extent and period (ARL2023 17(2)). */
export const zAuthority = z.object({
  kind: z.enum(authorityKinds),
  matters: z.array(z.enum(specialPowers)),
  until: zCivilDate.nullable(),
  /** The power of attorney. */
  fileIds: z.array(zFileId),
});
export type Authority = Readonly<z.infer<typeof zAuthority>>;

export const peopleEntries = {
  /** 回避: from then on the account does nothing in this case. Taken back only by a correction. */
  recused: z.object({
    accountId: zAccountId,
    ground: z.enum(recusalGrounds),
    how: z.enum(recusalWays),
    decidedBy: need(60),
    why: z.string().trim().max(1000),
  }),
  /** A head says why somebody who held a post in a respondent organ had nothing to do with the act. */
  'conflict-cleared': z.object({ accountId: zAccountId, why: need(1000) }),
  /** 移送: another organ has jurisdiction; this organ's part ends. `toOrganId` is null for an organ outside this system. */
  transferred: z.object({
    toOrganId: zOrganId.nullable(),
    toName: need(120),
    reason: need(2000),
    documentId: zDocumentId.nullable(),
  }),
  /** 作废: registered by mistake. It counts in no figure; its number is never given again. */
  voided: z.object({ why: need(1000), duplicateOf: zStreamId.nullable() }),
} as const;
