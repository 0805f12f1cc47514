/** Forms and words fit the steps they are for: no field without a schema, no code without a sentence. */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  articleText,
  catalogue,
  deemedText,
  fieldProblemText,
  fieldRuleText,
  fieldText,
  optionArticle,
  reasonText,
  say,
} from '../labels/catalogue.ts';
import { lawLabels } from '../law/law-labels.ts';
import { contradictionArticles } from './contradictions.ts';
import { optionSets } from './option-sets.ts';
import { type FieldSpec, fieldLabelOf, irregularForm, onPaperForm, stepForms } from './step-forms.ts';
import { parseStepInput, stepInputs } from './step-inputs.ts';
import { stepTypes } from './steps.ts';

type Json = { properties?: Record<string, Json>; items?: Json; anyOf?: Json[]; oneOf?: Json[]; enum?: unknown[] };
const schemaOf = (type: (typeof stepTypes)[number]): Json =>
  z.toJSONSchema(stepInputs[type], { unrepresentable: 'any', io: 'input' }) as Json;

/** The schemas at a path: through lists and alternatives. */
function at(json: Json, path: readonly string[]): Json[] {
  const inner = [json, ...(json.anyOf ?? []), ...(json.oneOf ?? [])];
  const [head, ...rest] = path;
  if (head === undefined) return inner;
  return inner.flatMap((j) => {
    const next = j.properties?.[head];
    return next === undefined ? [] : at(next, rest);
  });
}
/** Every path of an input, list positions left out. */
function pathsOf(json: Json, path = ''): string[] {
  const inner = [json, ...(json.anyOf ?? []), ...(json.oneOf ?? []), ...(json.items === undefined ? [] : [json.items])];
  const own = inner.flatMap((j) =>
    Object.entries(j.properties ?? {}).flatMap(([name, next]) => {
      const full = path === '' ? name : `${path}.${name}`;
      return [full, ...pathsOf(next, full)];
    }),
  );
  const listed = (json.anyOf ?? []).flatMap((j) => (j.items === undefined ? [] : pathsOf(j.items, path)));
  return [...own, ...listed];
}

const fieldsOf = (type: (typeof stepTypes)[number]): readonly FieldSpec[] => stepForms[type];

describe('the form of a step', () => {
  it.each(stepTypes)('%s asks only for what its schema takes', (type) => {
    const json = schemaOf(type);
    const carried = type === 'correct-entry' ? [] : [...onPaperForm, ...irregularForm];
    for (const field of [...fieldsOf(type), ...carried]) {
      const found = at(json, field.name.split('.'));
      expect(found, `${type}.${field.name}`).not.toEqual([]);
      if (field.optionSet !== undefined && field.kind === 'select' && type !== 'pin-law') {
        const offered: readonly string[] = field.options ?? optionSets[field.optionSet];
        const taken = found.flatMap((j) => j.enum ?? []);
        for (const value of offered) expect(taken, `${type}.${field.name}`).toContain(value);
      }
      if (field.showWhen !== undefined) expect(at(json, field.showWhen.field.split('.')), field.name).not.toEqual([]);
    }
  });

  it.each(stepTypes)('%s: every field has a name to be called by', (type) => {
    for (const path of pathsOf(schemaOf(type))) expect(fieldLabelOf(path), path).not.toBeNull();
  });

  it.each(stepTypes)('%s says which fields are missing', (type) => {
    const parsed = parseStepInput(type, {});
    // Either of two fields will do: neither of them is required by itself.
    const wrong = parsed.ok ? [] : parsed.fields.filter((f) => f.rule !== 'material-or-file');
    const missing = wrong.map((f) => f.field);
    const required = fieldsOf(type)
      .filter((f) => f.required && f.showWhen === undefined)
      .map((f) => f.name.split('.')[0] ?? '');
    // The page knows these without asking: its organ, the file just uploaded, the step whose form is proposed.
    const known = ['reviewingOrganId', 'sha256', 'size', 'step'];
    for (const field of missing.filter((f) => !known.includes(f)))
      expect(required, `${type}.${field}`).toContain(field);
    expect(wrong.every((f) => f.rule === 'required')).toBe(true);
  });
});

describe('the words', () => {
  const languages = ['zh-CN', 'en'] as const;
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as Record<string, unknown>).flatMap(leaves);

  it('leave no code without a sentence, and fill in the same parameters in both languages', () => {
    const [zh, en] = languages.map(catalogue);
    expect(zh && en && leaves(zh).length).toBe(en && leaves(en).length);
    for (const words of languages.map(catalogue)) expect(leaves(words).filter((w) => w.trim() === '')).toEqual([]);
    const params = (s: string) => [...s.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    for (const group of ['reasons', 'contradictions', 'rules'] as const) {
      const a = zh?.[group] as Record<string, string>;
      const b = en?.[group] as Record<string, string>;
      for (const code of Object.keys(a)) expect(params(b[code] ?? ''), code).toEqual(params(a[code] ?? ''));
    }
    expect(Object.keys(zh?.contradictions ?? {}).sort()).toEqual(Object.keys(contradictionArticles).sort());
  });

  it('are Chinese in one and English in the other', () => {
    expect(leaves(catalogue('en')).filter((w) => /[\u4e00-\u9fff]/.test(w))).toEqual([]);
    expect(leaves({ ...catalogue('zh-CN'), fieldProblem: '空' }).filter((w) => !/[\u4e00-\u9fff]/.test(w))).toEqual([]);
  });

  it('name the field and the rule', () => {
    const problem = { field: 'agents.0.person.name', rule: 'too-long', params: { max: 80 } };
    expect(fieldProblemText('zh-CN', problem)).toBe('姓名或者名称：最多 80 个字。');
    expect(fieldProblemText('en', problem)).toBe('Name has more than 80 characters.');
    expect(fieldText('zh-CN', 'document.sendings.3.sentOn')).toBe('发出日期');
    expect(fieldText('zh-CN', 'relay.receivedOn')).toBe('原机关收到日期');
  });

  it('say only the rule under the field itself, and name an act by its own word', () => {
    const missing = { field: 'act.name', rule: 'required' };
    expect(fieldRuleText('zh-CN', missing)).toBe('不能为空。');
    expect(fieldRuleText('en', missing)).toBe('Is missing.');
    expect(fieldProblemText('zh-CN', missing)).toBe('行政行为名称：不能为空。');
    const early = { field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-01-04' } };
    expect(fieldRuleText('zh-CN', early)).toBe('不能早于2026年1月4日。');
    const future = { field: 'occurredOn', rule: 'day-in-future', params: { today: '2026-03-02' } };
    expect(fieldRuleText('zh-CN', future)).toBe('不能晚于今天（2026年3月2日）。');
  });

  it('call a step by one name in its menu, its heading and its button', () => {
    const { steps } = catalogue('zh-CN');
    const named = { 'hear-opinion': '听取意见', 'file-reply': '提交书面答复', decide: '作出行政复议决定' } as const;
    for (const [step, name] of Object.entries(named)) {
      expect(steps[step as keyof typeof named]).toEqual({ act: name, name });
    }
  });

  it('say what a step does to deemed acceptance', () => {
    const said = (before: string | null, after: string | null) =>
      deemedText('zh-CN', { before: before as never, after: after as never });
    expect(said(null, '2026-03-09')).toBe('申请自2026年3月9日起视为受理');
    expect(said('2026-03-09', null)).toBe('自2026年3月9日起的视为受理不再成立');
    expect(said('2026-03-09', '2026-03-13')).toBe('视为受理的日期由2026年3月9日变为2026年3月13日');
  });

  it('say what follows a limit as a whole sentence: 逾期…的，…', () => {
    const { expiries } = lawLabels('zh-CN');
    for (const sentence of Object.values(expiries)) expect(sentence).not.toMatch(/逾期$/);
    expect(expiries['act-without-evidence-or-basis']).toMatch(/^逾期未答复的，视为/);
    expect(expiries['deemed-accepted-at-end']).toMatch(/^逾期未作出决定的，/);
    expect(expiries['applicant-may-sue-within-15-days']).toMatch(/^逾期未决定的，/);
  });

  it('say a reason with its days, and leave an unknown code as it is', () => {
    expect(reasonText('zh-CN', 'filed-late', { due: '2026-02-20', filedOn: '2026-03-30' })).toBe(
      '申请期限于 2026年2月20日 届满，申请于 2026年3月30日 提出',
    );
    expect(reasonText('en', 'no-such-code')).toBe('no-such-code');
    expect(say('{a}{b}', { a: 1 })).toBe('1');
  });

  it('number the suspension grounds as each law does', () => {
    expect(optionArticle('suspensionGround', 'applicant-missing', 'ARL2023')).toBe('ARL2023 39(1)(3)');
    expect(optionArticle('suspensionGround', 'applicant-missing', 'ARL1999')).toBe('REG2007 41(1)(4)');
    expect(optionArticle('decisionType', 'confirm-void', 'ARL1999')).toBeNull();
    expect(optionArticle('acceptanceCondition', 'own-jurisdiction', 'ARL2023')).toBe('ARL2023 30(1)(6)');
    expect(articleText('zh-CN', 'ARL2023 62(1)')).toContain('第六十二条第一款');
    expect(articleText('en', 'nothing at all')).toBe('nothing at all');
  });
});
