/**
 * The organ above sees a case of the organ below, and does in it three things and no other: it orders acceptance (35),
 * takes the case up (38) and orders resumption (40).
 */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { OrganId } from '../ids.ts';
import { aCase, type CaseBuilder, countyGovernment, policeBureau, shippedLaw } from '../testing/builders.ts';
import { anActor, theHandler } from '../testing/play.ts';
import { isOfRespondent, isOfSuperior, superiorSteps } from './approvals.ts';
import { nextSteps } from './next-steps.ts';
import { stepTypes } from './steps.ts';

const city = 'organ-city' as OrganId;
const above = (role: Parameters<typeof anActor>[0]): Actor => ({
  ...anActor(role, city, `city-${role}`),
  scope: [city, countyGovernment],
});
const steps = (builder: CaseBuilder, actor: Actor, today: string) => {
  const found = nextSteps(builder.fold(), actor, today as never, shippedLaw());
  return new Map(found.map((s) => [s.step, s]));
};

describe('the organ above', () => {
  const refused = aCase().received('2026-03-02').refused('2026-03-05');

  it('may order acceptance, take up and order resumption as far as the case allows, and nothing else', () => {
    const found = steps(refused, above('handler'), '2026-03-20');
    expect(found.get('order-acceptance')?.verdict).not.toBe('refused');
    for (const step of stepTypes) {
      if (superiorSteps.some((s) => s === step)) continue;
      expect(found.get(step), step).toMatchObject({ verdict: 'refused', reason: 'not-this-actor' });
    }
  });

  it('orders a case set right that was accepted and not decided in time (35); before 2024 only a refusal (20)', () => {
    const accepted = aCase().received('2026-03-02').accepted('2026-03-05');
    const order = (b: CaseBuilder, on: string) => steps(b, above('handler'), on).get('order-acceptance');
    const due = accepted.due('reconsideration.decide-ordinary');
    expect(due).toBe('2026-05-06');
    expect(order(accepted, '2026-05-06')).toMatchObject({ verdict: 'irregular', reason: 'already-accepted' });
    expect(order(accepted, '2026-05-07')).toMatchObject({
      verdict: 'allowed',
      reason: 'overdue-undecided',
      article: 'ARL2023 35',
      params: { due: '2026-05-06' },
    });
    expect(order(aCase().received('2019-03-25'), '2019-06-28')?.verdict).toBe('irregular');
  });

  it('takes up a case that is under review', () => {
    const accepted = aCase().received('2026-03-02').accepted('2026-03-05');
    expect(steps(accepted, above('institution-head'), '2026-03-20').get('take-up')?.verdict).toBe('allowed');
  });

  it('is somebody who works on cases there, and sees the organ below', () => {
    const c = refused.fold();
    expect(isOfSuperior(c, above('handler'))).toBe(true);
    expect(isOfSuperior(c, above('department-liaison'))).toBe(false);
    expect(isOfSuperior(c, above('statistician'))).toBe(false);
    expect(isOfSuperior(c, anActor('handler', city))).toBe(false);
    expect(isOfSuperior(c, theHandler)).toBe(false);
  });
});

describe('a government as respondent before the organ above it', () => {
  it('answers through its own reconsideration office; before itself only its department does', () => {
    const office = anActor('handler', countyGovernment);
    expect(isOfRespondent({ organId: city, respondents: [countyGovernment] }, office)).toBe(true);
    expect(isOfRespondent({ organId: countyGovernment, respondents: [countyGovernment] }, office)).toBe(false);
    expect(isOfRespondent({ organId: city, respondents: [policeBureau] }, office)).toBe(false);
  });
});
