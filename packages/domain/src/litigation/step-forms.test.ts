/** Forms and words fit the steps they are for: no field without a schema, no code without a sentence. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { optionText, reasonText } from '../labels/catalogue.ts';
import {
  litigationWords,
  suitFieldText,
  suitOptionText,
  suitReasonText,
  suitRuleText,
  suitStepAct,
} from '../labels/litigation.ts';
import { contradictionCodes } from './contradictions.ts';
import { litigationEntries } from './entries.ts';
import { suitOptionSets } from './option-sets.ts';
import { irregularForm, onPaperForm, type SuitFieldSpec, stepForms, suitFieldLabelOf } from './step-forms.ts';
import { parseStepInput, stepInputs, suitFieldRules } from './step-inputs.ts';
import { sharedReasons, suitReasons } from './step-reasons.ts';
import { stepTypes } from './steps.ts';

type Json = { properties?: Record<string, Json>; items?: Json; anyOf?: Json[]; oneOf?: Json[]; enum?: unknown[] };
const schemaOf = (type: (typeof stepTypes)[number]): Json =>
  z.toJSONSchema(stepInputs[type], { unrepresentable: 'any', io: 'input' }) as Json;

const alternatives = (json: Json): Json[] =>
  [json, ...(json.anyOf ?? []), ...(json.oneOf ?? [])].flatMap((j) => (j === json ? [j] : alternatives(j)));

/** The schemas at a path: through lists and alternatives. */
function at(json: Json, path: readonly string[]): Json[] {
  const inner = alternatives(json);
  const [head, ...rest] = path;
  if (head === undefined) return inner.flatMap((j) => [j, ...(j.items === undefined ? [] : alternatives(j.items))]);
  return inner.flatMap((j) => {
    const next = j.properties?.[head];
    return next === undefined ? [] : at(next, rest);
  });
}
/** Every path of a schema, list positions left out. */
const pathsOf = (json: Json, path = ''): string[] =>
  alternatives(json).flatMap((j) => [
    ...Object.entries(j.properties ?? {}).flatMap(([name, next]) => {
      const full = path === '' ? name : `${path}.${name}`;
      return [full, ...pathsOf(next, full)];
    }),
    ...(j.items === undefined ? [] : pathsOf(j.items, path)),
  ]);

const languages = ['zh-CN', 'en'] as const;
const fieldsOf = (type: (typeof stepTypes)[number]): readonly SuitFieldSpec[] => stepForms[type];

describe('the form of a step of a lawsuit', () => {
  it.each(stepTypes)('%s asks only for what its schema takes', (type) => {
    const json = schemaOf(type);
    const carried = type === 'correct-entry' || type === 'register-summons' ? [] : [...onPaperForm, ...irregularForm];
    const check = (fields: readonly SuitFieldSpec[], within: readonly string[]) => {
      for (const field of fields) {
        const path = [...within, ...field.name.split('.')];
        // Lists: their items lie below the list itself.
        const found = within.length === 0 ? at(json, path) : at(json, within).flatMap((j) => at(j, path.slice(1)));
        expect(found, `${type}.${path.join('.')}`).not.toEqual([]);
        if (field.optionSet !== undefined) {
          const offered: readonly string[] = field.options ?? suitOptionSets[field.optionSet];
          const taken = found.flatMap((j) => j.enum ?? []);
          for (const value of offered) expect(taken, `${type}.${field.name}`).toContain(value);
        }
        if (field.items !== undefined) check(field.items, path);
        if (field.showWhen !== undefined) expect(fields.some((f) => f.name === field.showWhen?.field)).toBe(true);
      }
    };
    check([...fieldsOf(type), ...carried], []);
  });

  it.each(stepTypes)('%s: every field has a name to be called by', (type) => {
    for (const path of pathsOf(schemaOf(type))) expect(suitFieldLabelOf(path), path).not.toBeNull();
  });

  it.each(stepTypes)('%s asks for everything its schema needs', (type) => {
    const parsed = parseStepInput(type, {});
    const missing = parsed.ok ? [] : parsed.fields.map((f) => f.field.split('.')[0] ?? '');
    // What the page knows without asking: the office's characters, the uploaded file, the step whose form it is.
    const known = ['numberPrefix', 'sha256', 'size', 'step', 'place'];
    const asked = fieldsOf(type).map((f) => f.name.split('.')[0]);
    for (const field of missing) {
      if (!known.includes(field)) expect(asked, `${type}.${field}`).toContain(field);
    }
  });
});

describe('every entry that can be corrected', () => {
  it.each(Object.keys(litigationEntries))('%s: its fields have names', (type) => {
    if (['step-proposed', 'replaced', 'document-issued', 'document-sent', 'document-served'].includes(type)) return;
    const schema = litigationEntries[type as keyof typeof litigationEntries];
    const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Json;
    const inside =
      /(narrativeId|saltedHash|personRecordId|personRecordIds|narrativeIds|capacity|actsFor|electronicService|authority.*)$/;
    for (const path of pathsOf(json)) if (!inside.test(path)) expect(suitFieldLabelOf(path), path).not.toBeNull();
  });
});

describe('the words of a lawsuit’s steps', () => {
  it.each(languages)('say every step, reason, contradiction, field and option in %s', (language) => {
    for (const step of stepTypes) expect(suitStepAct(language, step)).not.toBe('');
    for (const reason of suitReasons) expect(reasonText(language, reason)).not.toBe(reason);
    for (const reason of sharedReasons) expect(reasonText(language, reason)).not.toBe(reason);
    for (const code of contradictionCodes) expect(suitReasonText(language, code)).not.toBeNull();
    for (const rule of suitFieldRules) expect(suitRuleText(language, rule)).not.toBeNull();
    for (const [set, values] of Object.entries(suitOptionSets)) {
      for (const value of values) {
        const said = suitOptionText(language, set, value) ?? optionText(language, set as 'matter', value);
        expect(said, `${set}.${value}`).not.toBe(value);
      }
    }
  });

  it('fill in days, levels and numbers', () => {
    expect(suitReasonText('zh-CN', 'session-not-yet', { on: '2026-04-10' })).toContain('2026年4月10日');
    expect(suitRuleText('zh-CN', 'not-of-this-instance', { level: 'second' })).toBe('不属于二审的裁判结果');
    expect(reasonText('en', 'court-number-taken', { number: '（2026）云0423行初12号' })).toContain('行初12号');
    expect(suitFieldText('zh-CN', 'notices.0.servedOn')).toBe('送达日期');
  });

  it('fill in the same parameters in both languages', () => {
    const params = (s: string) => [...s.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    const [zh, en] = languages.map(litigationWords);
    for (const group of ['reasons', 'rules'] as const) {
      const other = en?.[group] as Record<string, string>;
      for (const [code, said] of Object.entries(zh?.[group] ?? {})) {
        expect(params(other[code] ?? ''), code).toEqual(params(said));
      }
    }
  });

  it('are no two steps’ the same', () => {
    for (const language of languages) {
      const names = Object.values(litigationWords(language).steps).map((s) => s.act);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
