import type { CaseNames } from '@redress/domain/case-view/names';
import { stepForms } from '@redress/domain/litigation/step-forms';
import { stepInputs } from '@redress/domain/litigation/step-inputs';
import { isStepType, stepTypes } from '@redress/domain/litigation/steps';
import { viewOfLawsuit } from '@redress/domain/litigation/view';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { day, policeBureau } from '@redress/domain/testing/builders';
import { aSummons, firstInstance, firstSession } from '@redress/domain/testing/lawsuit-builder';
import { anActor } from '@redress/domain/testing/play';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { initialValues, inputOf, isShown } from '../step-form/step-values.ts';
import { aboutOf } from './about.ts';
import { lawsuitForms } from './forms.ts';
import type { LeaderDraft } from './record.ts';

const names: CaseNames = {
  organ: () => '某县公安局',
  account: () => '沈知微',
  person: () => ({ name: '李某', idNumber: '', address: '', telephone: '', legalRepresentative: '' }),
  narrative: () => '文字',
};
const suit = aSummons().registered('2026-01-05').papers('2026-01-05').sessionSet('2026-02-10', { known: '2026-01-05' });
const view: LawsuitView = viewOfLawsuit(suit.fold(), {
  audience: 'reviewing',
  today: day('2026-01-20'),
  actor: anActor('handler'),
  law: suit.law,
  ledger: suit.ledger,
  names,
  files: [],
  nextSteps: [],
});
const known = (about: string | null = null) => ({
  view,
  today: view.today,
  about,
  organId: policeBureau,
  name: '沈知微',
});
const opened = (step: string, about: string | null = null) => initialValues(lawsuitForms, step, known(about));

type Json = { properties?: Record<string, unknown> };

describe('the forms of a lawsuit', () => {
  test.each(stepTypes.filter((type) => !['correct-entry', 'register-summons', 'issue-form', 'propose'].includes(type)))(
    '%s opens filled with the record, and sends only what its schema knows',
    (type) => {
      const values = opened(type);
      const input = inputOf(lawsuitForms, type, values);
      const schema = z.toJSONSchema(stepInputs[type], { io: 'input', unrepresentable: 'any' }) as Json;
      expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(input)));
      const parsed = lawsuitForms.parse(type, input);
      // What is missing is missing: nothing that was filled in by itself is wrong.
      const wrong = parsed.ok
        ? []
        : parsed.fields.filter(({ rule }) => rule === 'unknown-field' || rule === 'malformed');
      expect(wrong.map(({ field }) => field).filter((field) => values[field] !== null)).toEqual([]);
    },
  );

  test('every field of every form has a kind that somebody draws and a label', () => {
    for (const type of stepTypes) {
      for (const spec of isStepType(type) ? stepForms[type] : []) {
        expect(spec.label, `${type}.${spec.name}`).not.toBe('');
      }
    }
  });

  test('a step opened at an appearance is about its session and its organ', () => {
    const values = opened('plan-leader', aboutOf(firstSession, policeBureau));
    expect(values.sessionId).toBe(firstSession);
    expect(values.organId).toBe(policeBureau);
    expect((values.leader as LeaderDraft).name).toBe('');
  });

  test('责令重作 is asked and nothing is preset; the day goes with a yes, and a no is said as one', () => {
    const open = { ...opened('record-judgment'), outcomes: ['revoke'], operative: '撤销。' };
    const values = { ...open, 'redo.ordered': true };
    expect(lawsuitForms.parse('record-judgment', inputOf(lawsuitForms, 'record-judgment', open))).toMatchObject({
      ok: false,
      fields: [{ field: 'redo.ordered', rule: 'required' }],
    });
    expect(inputOf(lawsuitForms, 'record-judgment', values).redo).toEqual({ ordered: true });
    expect(inputOf(lawsuitForms, 'record-judgment', { ...values, 'redo.days': 30 }).redo).toEqual({
      ordered: true,
      days: 30,
    });
    expect(inputOf(lawsuitForms, 'record-judgment', { ...values, 'redo.ordered': false }).redo).toEqual({
      ordered: false,
    });
    // A judgment that leaves the act standing is not asked.
    expect(inputOf(lawsuitForms, 'record-judgment', { ...open, outcomes: ['reject-claims'] }).redo).toBeUndefined();
  });

  test.each([
    ['record-objection-ruling', 'upheld'],
    ['record-extension-answer', 'allowed'],
    ['rule-on-absence', 'accepted'],
  ])('%s asks what the court decided: an untouched %s is neither yes nor no', (step, field) => {
    const values = opened(step);
    expect(values[field]).toBeNull();
    const problems = (said: boolean | null) => {
      const parsed = lawsuitForms.parse(step, inputOf(lawsuitForms, step, { ...values, [field]: said }));
      return parsed.ok ? [] : parsed.fields.filter((p) => p.field === field).map(({ rule }) => rule);
    };
    expect(problems(null)).toEqual(['required']);
    expect([...problems(true), ...problems(false)]).toEqual([]);
  });

  test('of one instance nobody is asked which; a second one asks', () => {
    const [spec] = stepForms['record-judgment'].filter((s) => s.name === 'instanceId');
    expect(view.instances.map((i) => i.instanceId)).toEqual([firstInstance]);
    expect(spec !== undefined && isShown(spec, opened('record-judgment'))).toBe(false);
  });
});
