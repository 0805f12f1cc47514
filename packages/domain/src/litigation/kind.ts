/** The kind under which lawsuits register with the case store. */
import type { Kind } from '../ledger/kinds.ts';
import { litigationAudience } from './audience.ts';
import { foldLawsuit } from './case.ts';
import type { Lawsuit } from './case-types.ts';
import { decideLitigation } from './decide.ts';
import { litigationEntries } from './entries.ts';
import { factsOf } from './facts.ts';
import { kindName, projectionVersion, projectLawsuit } from './project.ts';
import { upcastLitigation } from './upcast.ts';

export const litigation: Kind<Lawsuit> = {
  kind: kindName,
  projectionVersion,
  entries: litigationEntries,
  upcast: upcastLitigation,
  fold: foldLawsuit,
  decide: decideLitigation,
  facts: factsOf,
  project: projectLawsuit,
  audience: litigationAudience,
};
