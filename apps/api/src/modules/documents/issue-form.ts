/** Makes a form and puts it into the suit's file: the Word file is stored first, then the entry that names it. */
import type { FormKind } from '@redress/domain/documents/forms';
import { RedressError } from '@redress/domain/errors';
import type { OrganId } from '@redress/domain/ids';
import { documentWords } from '@redress/domain/labels/documents';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import type { z } from 'zod';
import { recordFile } from '../../case-store/files.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { executeSuitStep } from '../lawsuits/execute-lawsuit.ts';
import { openLawsuit, suitAsSeen, suitViewFor } from '../lawsuits/open-lawsuit.ts';
import { organName } from '../office/names.ts';
import { formSubjectFor } from './form-subject.ts';
import { issueDocument } from './issue-document.ts';
import type { zIssueForm } from './types.ts';

/** 出庭负责人身份证明-云岭县公安局-（2026）云0423行初12号.docx */
function fileNameOf(ctx: ActorContext, kind: FormKind, organId: OrganId, courtNumber: string): string {
  const organ = organName(ctx.office, organId, ctx.services.clock.today());
  const name = [documentWords('zh-CN').forms[kind], organ, courtNumber].join('-');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
  return `${name.replace(/[/\\\u0000-\u001f]/g, '').slice(0, 190)}.docx`;
}

export async function issueForm(ctx: ActorContext, input: z.output<typeof zIssueForm>): Promise<LawsuitView> {
  const { services, actor } = ctx;
  const { lawsuitId, kind, organId, commandId, expectedVersion } = input;
  const opened = await openLawsuit(ctx, lawsuitId);
  // Sent again: the file of the first time stands. A file's id is new each time, so the entry is what is recognised.
  const before = opened.ledger.entries.find((e) => e.commandId === commandId);
  if (before !== undefined) {
    const issued = before.payload as { readonly kind?: string; readonly organId?: string };
    const isSame = before.type === 'form-issued' && issued.kind === kind && issued.organId === organId;
    if (!isSame) throw new RedressError({ code: 'command-reused' });
    return suitViewFor(ctx, opened);
  }
  const { instance, session } = formSubjectFor(ctx, opened, input);
  const { template, bytes } = await issueDocument(kind, input.fields);
  const name = fileNameOf(ctx, kind, organId, instance.courtNumber);
  const stored = await services.files.put(name, new Blob([bytes as Uint8Array<ArrayBuffer>]).stream());
  const fileId = await recordFile(services.db, stored, { name, kind: 'document' }, actor, services.clock.now());
  const { ledger } = await executeSuitStep(ctx, {
    id: lawsuitId,
    expectedVersion,
    commandId,
    step: {
      type: 'issue-form',
      input: {
        kind,
        organId,
        instanceId: instance.instanceId,
        sessionId: session?.sessionId ?? null,
        template,
        fileId,
        name,
      },
    },
  });
  return suitViewFor(ctx, suitAsSeen(ctx, ledger));
}
