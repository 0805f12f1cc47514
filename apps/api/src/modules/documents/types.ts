/** What the document procedures take and give. */
import type { FormValue } from '@redress/domain/documents/fill';
import { type FormField, formKinds } from '@redress/domain/documents/forms';
import type { FormCaution } from '@redress/domain/documents/propose';
import { zCommandId, zOrganId, zStreamId } from '@redress/domain/schema';
import { z } from 'zod';

const zInnerId = z.string().trim().min(1).max(60);
const zSingle = z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]);

const subject = {
  lawsuitId: zStreamId,
  kind: z.enum(formKinds),
  organId: zOrganId,
  /** null = the current instance, or the session's. */
  instanceId: zInnerId.nullable().default(null),
  /** Of a form about a session: null = the next one that was not held, else the last. */
  sessionId: zInnerId.nullable().default(null),
};

export const zFormFields = z.object(subject);
export const zIssueForm = z.object({
  ...subject,
  expectedVersion: z.int().min(0),
  commandId: zCommandId,
  fields: z.record(z.string().max(60), z.union([zSingle, z.array(z.record(z.string().max(60), zSingle)).max(20)])),
});

/** A form as it may be filled in: its fields with what the record says for each. */
export interface FormToFill {
  readonly kind: string;
  readonly template: string;
  readonly articles: readonly string[];
  readonly instanceId: string;
  readonly sessionId: string | null;
  readonly fields: readonly (FormField & { readonly value: FormValue })[];
  readonly cautions: readonly FormCaution[];
}
