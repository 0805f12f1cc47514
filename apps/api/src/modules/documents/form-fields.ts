/** A form with what the record says for its fields. Writes nothing. */
import { formOf, templateOf } from '@redress/domain/documents/forms';
import { cautionsOf, proposeFields } from '@redress/domain/documents/propose';
import type { FormSubject } from '@redress/domain/documents/subject';
import { wordOf } from '@redress/domain/labels/litigation-view';
import type { z } from 'zod';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { namesFor } from '../cases/open-case.ts';
import { type OpenLawsuit, openLawsuit } from '../lawsuits/open-lawsuit.ts';
import { formSubjectFor } from './form-subject.ts';
import type { FormToFill, zFormFields } from './types.ts';

export async function formFields(ctx: ActorContext, input: z.output<typeof zFormFields>): Promise<FormToFill> {
  const opened = await openLawsuit(ctx, input.lawsuitId);
  return formWith(ctx, opened, formSubjectFor(ctx, opened, input));
}

async function formWith(ctx: ActorContext, { suit }: OpenLawsuit, subject: FormSubject): Promise<FormToFill> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const kept = await readAs(services.db, actor).keptOf(suit.streamId);
  const values = proposeFields(suit, subject, {
    today,
    names: namesFor(office, kept, today),
    notCounting: (code) => wordOf('zh-CN', 'notCounting', code),
    trigger: (code) => wordOf('zh-CN', 'triggers', code),
    by: actor.name,
  });
  const form = formOf(subject.kind);
  return {
    kind: form.kind,
    template: templateOf(form.kind),
    articles: form.articles,
    instanceId: subject.instance.instanceId,
    sessionId: subject.session?.sessionId ?? null,
    fields: form.fields.map((f) => ({ ...f, value: values[f.name] ?? null })),
    cautions: cautionsOf(subject),
  };
}
