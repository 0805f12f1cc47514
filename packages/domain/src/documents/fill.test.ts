/** A form holds what its catalogue says: nothing missing, nothing unknown, every code in the words of the court. */
import { describe, expect, it } from 'vitest';
import { articleText } from '../labels/catalogue.ts';
import { documentWords, formOptionText, formWordsForCourt } from '../labels/documents.ts';
import { day, policeBureau as police } from '../testing/builders.ts';
import { aLeader, aSummons, firstInstance, type LawsuitBuilder } from '../testing/lawsuit-builder.ts';
import { type FormValues, fillForm } from './fill.ts';
import { type FormField, formKinds, formOf, formOptions, formSpecs, templateOf } from './forms.ts';
import { cautionsOf, proposeFields } from './propose.ts';
import { formSubjectOf } from './subject.ts';

const names = {
  organ: () => '云岭县公安局',
  person: () => ({ name: '李某', idNumber: '', address: '', telephone: '', legalRepresentative: '' }),
};
const ctx = (today = '2026-03-30') => ({
  today: day(today),
  names,
  notCounting: (code: string) => code,
  trigger: (code: string) => code,
  by: '经办人',
});
const subject = (b: LawsuitBuilder, kind: (typeof formKinds)[number], today = '2026-03-30') => {
  const found = formSubjectOf(b.fold(), { kind, organId: police, instanceId: null, sessionId: null }, day(today));
  if (!found.ok) throw new Error(JSON.stringify(found.fields));
  return found.subject;
};
const suit = () =>
  aSummons()
    .registered('2026-03-02')
    .papers('2026-03-02')
    .sessionSet('2026-04-02', {
      known: '2026-03-20',
      told: [{ organ: police, served: '2026-03-27', leader: 'shall' }],
    });

const fieldsOf = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((f) => [f, ...fieldsOf(f.columns ?? [])]);

describe.each(formKinds)('the form %s', (kind) => {
  const form = formOf(kind);
  it('names no field twice, and each has its words in both languages', () => {
    const own = form.fields.map((f) => f.name);
    expect(new Set(own).size).toBe(own.length);
    for (const language of ['zh-CN', 'en'] as const) {
      const words = documentWords(language);
      expect(words.forms[kind]).not.toBe('');
      expect(words.purposes[kind]).not.toBe('');
      for (const f of fieldsOf(form.fields)) expect(words.fields[f.name]).toMatch(/\S/);
    }
  });
  it('asks for a choice of a set whose every option has words, and cites articles on file', () => {
    for (const f of fieldsOf(form.fields)) {
      expect(f.kind === 'choice').toBe(f.options !== undefined);
      for (const code of f.options === undefined ? [] : formOptions[f.options]) {
        expect(formOptionText('zh-CN', f.options ?? 'rank', code)).not.toBe(code);
        expect(formOptionText('en', f.options ?? 'rank', code)).not.toBe(code);
      }
      if (f.article !== null) expect(articleText('zh-CN', f.article)).toMatch(/条/);
    }
    for (const article of form.articles) expect(articleText('zh-CN', article)).toMatch(/条/);
  });
  it('refuses to be made empty: every field that must be there is named', () => {
    const result = fillForm(kind, {}, formWordsForCourt);
    const must = form.fields.filter((f) => f.required).map((f) => ({ field: `fields.${f.name}`, rule: 'required' }));
    expect(result).toEqual({ ok: false, fields: must });
  });
  it('refuses a field that it does not have', () => {
    const result = fillForm(kind, { colour: '红' }, formWordsForCourt);
    expect(result.ok ? [] : result.fields).toContainEqual({ field: 'fields.colour', rule: 'unknown-field' });
  });
});

describe('what the record proposes', () => {
  it('fills the identity proof from the planned leader, whole', () => {
    const b = suit().planned('2026-03-22', aLeader({ from: day('2024-01-01') }));
    const values = proposeFields(b.fold(), subject(b, 'identity-proof'), ctx());
    expect(values).toMatchObject({
      court: '云岭县人民法院',
      courtNumber: '（2026）云0423行初1号',
      caseName: '李某诉云岭县公安局行政处罚决定一案',
      leaderName: '陆某',
      leaderTitle: '副局长',
      leaderRank: 'deputy',
      sessionDay: '2026-04-02',
      sessionTime: '09:30',
      madeOn: '2026-03-30',
    });
    const filled = fillForm('identity-proof', values, formWordsForCourt);
    expect(filled).toMatchObject({
      ok: true,
      data: { leaderRank: '副职负责人', sessionDay: '2026年4月2日', template: 'identity-proof-1', has_charge: false },
    });
  });

  it('leaves what nobody put on record to be filled in', () => {
    const values = proposeFields(suit().fold(), subject(suit(), 'identity-proof'), ctx());
    expect(values.leaderName).toBeNull();
    const result = fillForm('identity-proof', values, formWordsForCourt);
    expect(result.ok ? [] : result.fields.map((f) => f.field)).toEqual([
      'fields.leaderName',
      'fields.leaderTitle',
      'fields.leaderRank',
    ]);
  });

  it('takes the staff who come in the leader’s place as rows', () => {
    const b = suit().absenceExplained('2026-03-25');
    const values = proposeFields(b.fold(), subject(b, 'absence-explanation'), ctx());
    expect(values).toMatchObject({
      ground: 'irreplaceable-duty',
      reason: '防汛指挥',
      delegates: [{ name: '邱某', title: '法制科科长', actsInPower: true }],
    });
    const result = fillForm(
      'absence-explanation',
      { ...values, leaderName: '陆某', leaderTitle: '局长' },
      formWordsForCourt,
    );
    expect(result).toMatchObject({
      ok: true,
      data: { ground: '需要履行他人不能代替的公务', delegates: [{ number: '1', actsInPower: '是' }] },
    });
  });

  it('fills the register of a session from who came, and why it does not count', () => {
    const b = suit()
      .planned('2026-03-22')
      .proof('2026-04-01')
      .proofChecked('2026-04-02', 'rejected')
      .held('2026-04-02')
      .appeared('2026-04-02', aLeader());
    const values = proposeFields(b.fold(), subject(b, 'appearance-register', '2026-04-03'), ctx('2026-04-03'));
    expect(values).toMatchObject({ appeared: true, leaderName: '陆某', counts: false, proofResult: 'rejected' });
    expect(values.notCounting).toContain('proof-rejected');
    expect(fillForm('appearance-register', values, formWordsForCourt).ok).toBe(true);
  });

  it('takes the session named, and says when a suit has none', () => {
    const none = formSubjectOf(
      aSummons().registered('2026-03-02').fold(),
      { kind: 'identity-proof', organId: police, instanceId: null, sessionId: null },
      day('2026-03-30'),
    );
    expect(none).toEqual({ ok: false, fields: [{ field: 'sessionId', rule: 'required' }] });
    const other = formSubjectOf(
      suit().fold(),
      { kind: 'power-of-attorney', organId: police, instanceId: 'instance-9', sessionId: null },
      day('2026-03-30'),
    );
    expect(other).toEqual({ ok: false, fields: [{ field: 'instanceId', rule: 'not-an-option' }] });
    expect(subject(suit(), 'power-of-attorney').instance.instanceId).toBe(firstInstance);
  });
});

describe('what is to be looked at before a form is issued', () => {
  it('a leader who does not count', () => {
    const b = suit().planned('2026-03-22', aLeader({ rank: 'lower-organ' }));
    expect(cautionsOf(subject(b, 'identity-proof')).map((c) => c.code)).toContain('lower-organ');
  });
  it('lawyers alone (INT2018 128(2))', () => {
    const b = suit().agent('agent-1', '2026-03-10', 'lawyer');
    expect(cautionsOf(subject(b, 'power-of-attorney'))).toEqual([{ code: 'lawyers-only', article: 'INT2018 128(2)' }]);
    expect(cautionsOf(subject(b.agent('agent-2', '2026-03-10'), 'power-of-attorney'))).toEqual([]);
  });
});

describe('a value', () => {
  const whole = (over: FormValues): FormValues => {
    const b = suit().planned('2026-03-22');
    return { ...proposeFields(b.fold(), subject(b, 'identity-proof'), ctx()), ...over };
  };
  it.each([
    ['leaderName', '长'.repeat(61), 'too-long'],
    ['leaderName', '陆\u0000', 'unprintable'],
    ['leaderName', 7, 'malformed'],
    ['sessionDay', '2026-02-30', 'not-a-day'],
    ['sessionTime', '25:00', 'not-a-time'],
    ['leaderRank', 'king', 'not-an-option'],
  ])('%s = %j is %s', (name, value, rule) => {
    const result = fillForm('identity-proof', whole({ [name]: value }), formWordsForCourt);
    expect(result.ok ? null : result.fields[0]).toMatchObject({ field: `fields.${name}`, rule });
  });
  it('three agents are too many (31)', () => {
    const agent = { name: '邱某', kind: 'staff', unit: '云岭县公安局', title: '科长', authority: 'general' };
    const b = suit();
    const values = {
      ...proposeFields(b.fold(), subject(b, 'power-of-attorney'), ctx()),
      chiefName: '齐某',
      chiefTitle: '局长',
      powers: '代为应诉、答辩、举证、质证',
    };
    const of = (n: number) =>
      fillForm('power-of-attorney', { ...values, agents: Array(n).fill(agent) }, formWordsForCourt);
    expect(of(2).ok).toBe(true);
    expect(of(3)).toEqual({ ok: false, fields: [{ field: 'fields.agents', rule: 'too-many', params: { max: 2 } }] });
  });
});

it('a template is named by its form and version', () => {
  for (const kind of formKinds) expect(templateOf(kind)).toBe(`${kind}-${formSpecs[kind].version}`);
});
