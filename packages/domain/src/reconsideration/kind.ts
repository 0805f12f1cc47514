/** The kind under which reconsideration cases register with the case store. */
import type { Kind } from '../ledger/kinds.ts';
import { reconsiderationAudience } from './audience.ts';
import { foldCase } from './case.ts';
import type { ReconsiderationCase } from './case-types.ts';
import { decideReconsideration } from './decide.ts';
import { reconsiderationEntries } from './entries.ts';
import { factsOf } from './facts.ts';
import { kindName, projectCase, projectionVersion } from './project.ts';
import { standingIn } from './standing.ts';
import { upcastReconsideration } from './upcast.ts';

export const reconsideration: Kind<ReconsiderationCase> = {
  kind: kindName,
  projectionVersion,
  entries: reconsiderationEntries,
  upcast: upcastReconsideration,
  fold: foldCase,
  // The people of an organ that took another's place act in its cases.
  decide: (state, step, ctx) => decideReconsideration(state, step, { ...ctx, actor: standingIn(state, ctx.actor) }),
  facts: factsOf,
  project: projectCase,
  audience: reconsiderationAudience,
};
