/** What a form is about: the instance, the session and the organ, as the reader may see them. */
import { type FormSubject, formSubjectOf } from '@redress/domain/documents/subject';
import { RedressError } from '@redress/domain/errors';
import { isInternal, ownOrgans } from '@redress/domain/litigation/view-audience';
import type { z } from 'zod';
import type { ActorContext } from '../../trpc/procedures.ts';
import { actorInSuit, type OpenLawsuit } from '../lawsuits/open-lawsuit.ts';
import type { zFormFields } from './types.ts';

/** Throws `not-found` for another organ's part, and `invalid-input` for an instance or a session the suit does not have. */
export function formSubjectFor(
  ctx: ActorContext,
  { suit, audience }: OpenLawsuit,
  input: Pick<z.output<typeof zFormFields>, 'kind' | 'organId' | 'instanceId' | 'sessionId'>,
): FormSubject {
  const own = ownOrgans(suit.organs, actorInSuit(suit, ctx.actor).acting.organId);
  const isPart = suit.organs.some((o) => o.organId === input.organId);
  if (!isPart || !(isInternal(audience) || own.includes(input.organId))) {
    throw new RedressError({ code: 'not-found' });
  }
  const found = formSubjectOf(suit, input, ctx.services.clock.today());
  if (!found.ok) throw new RedressError({ code: 'invalid-input', fields: found.fields });
  return found.subject;
}
