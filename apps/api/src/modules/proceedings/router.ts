import { procedure, router } from '../../trpc/procedures.ts';
import { letters } from './letters.ts';
import { sittings } from './sittings.ts';
import { type LetterItem, type SittingsPage, zSittingsInput } from './types.ts';

export const proceedingsRouter = router({
  /** Cases put to the reconsideration committee, a keyset page. */
  sittings: procedure('cases.act')
    .input(zSittingsInput)
    .query(({ ctx, input }): Promise<SittingsPage> => sittings(ctx, input)),
  /** Opinion letters to the actor's own organ. */
  letters: procedure('reply.file').query(({ ctx }): Promise<readonly LetterItem[]> => letters(ctx)),
});
