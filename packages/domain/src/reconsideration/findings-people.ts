/** What the record says of the steps about people, joined, split and void cases, where the table does not refuse them. */
import type { CivilDate } from '../calendar/civil-date.ts';
import { applicantsOf } from './case-documents.ts';
import type { ReconsiderationCase } from './case-types.ts';
import type { Stage } from './codes.ts';
import type { StepReason } from './step-reasons.ts';
import type { StepType } from './steps.ts';

interface Looked {
  readonly c: ReconsiderationCase;
  readonly day: CivilDate;
  readonly stage: Stage | 'unregistered';
}
type Found = readonly ['irregular' | 'refused', StepReason] | null;
const refused = (reason: StepReason): Found => ['refused', reason];

/** A case can be cut in two where nothing hangs in the air: just received, or under review. */
const splittable: ReadonlySet<string> = new Set<Stage>(['received', 'accepted']);

export const peopleFindings: Partial<Record<StepType, (r: Looked) => Found>> = {
  'replace-agent': ({ c }) => {
    const acting = c.parties.some(
      (p) => p.leftOn === null && (p.capacity === 'agent' || p.capacity === 'representative'),
    );
    return acting ? null : refused('no-agent');
  },
  'join-cases': ({ c }) => {
    if (c.closing !== null) return refused('only-open-cases');
    return c.links.some((l) => l.kind === 'joined-into') ? refused('already-joined') : null;
  },
  'split-case': ({ c, stage }) => {
    if (c.closing !== null) return refused('only-open-cases');
    if (applicantsOf(c).length < 2) return refused('one-applicant-only');
    return splittable.has(stage) ? null : refused('split-not-now');
  },
  // What was decided and served stands whatever becomes of the file: voiding it needs its reason.
  'void-case': ({ c, day }) => (c.closing !== null && c.closing.on <= day ? ['irregular', 'outcome-stands'] : null),
};
