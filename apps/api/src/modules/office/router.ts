import { procedure, router } from '../../trpc/procedures.ts';
import { type HandlerRow, handlersOf, type OrganRow, organsOn } from './names.ts';

export const officeRouter = router({
  /** The organs of today. */
  organs: procedure('signed-in').query(({ ctx }): OrganRow[] => organsOn(ctx.office, ctx.services.clock.today())),
  /** Those who may be given cases of the actor's organ. */
  handlers: procedure('signed-in').query(({ ctx }): HandlerRow[] =>
    handlersOf(ctx.office, ctx.actor.acting.organId, ctx.services.clock.today()),
  ),
});
