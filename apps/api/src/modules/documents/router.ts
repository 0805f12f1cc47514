import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { procedure, router } from '../../trpc/procedures.ts';
import { formFields } from './form-fields.ts';
import { issueForm } from './issue-form.ts';
import { type FormToFill, zFormFields, zIssueForm } from './types.ts';

export const documentsRouter = router({
  /** A form with what the record says for each field. Writes nothing. */
  fields: procedure('cases.read')
    .input(zFormFields)
    .query(({ ctx, input }): Promise<FormToFill> => formFields(ctx, input)),
  /** The form as a Word file in the suit's file; the answer is the lawsuit as it then stands. */
  issue: procedure('files.add')
    .input(zIssueForm)
    .mutation(({ ctx, input }): Promise<LawsuitView> => issueForm(ctx, input)),
});
