/** Whose list a proposal of a lawsuit may come to stand on: that of every post that can sign it, and of no other. */
import { describe, expect, it } from 'vitest';
import { type Role, roles } from '../access/roles.ts';
import { holdersOf, proposableSteps, stepsSignedBy } from './approvals.ts';

describe('the steps a post may be asked to sign', () => {
  it.each<[Role, readonly string[]]>([
    ['department-head', ['file-answer']],
    ['organ-head', ['file-answer']],
    ['section-head', ['void-lawsuit']],
    ['institution-head', ['void-lawsuit']],
  ])('of a %s', (role, steps) => {
    expect(stepsSignedBy(role)).toEqual(steps);
  });

  it('are none of anybody else', () => {
    const signers = new Set((['section-head', 'department-head', 'organ-head'] as const).flatMap(holdersOf));
    for (const role of roles.filter((r) => !signers.has(r))) expect([role, stepsSignedBy(role)]).toEqual([role, []]);
    expect(signers.has('leader')).toBe(false);
  });

  it('leave no proposable step without a signer', () => {
    for (const step of proposableSteps) expect(roles.some((role) => stepsSignedBy(role).includes(step))).toBe(true);
  });
});
