/** The checks article by article, and what they must not say. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../calendar/civil-date.ts';
import type { OrganId, StreamId } from '../../ids.ts';
import { catalogue } from '../../labels/catalogue.ts';
import { checkText, checkWords } from '../../labels/checks.ts';
import { play } from '../../testing/play.ts';
import { matters, suitStates } from '../codes.ts';
import type { ApplicationToCheck, OrganToCheck } from './application.ts';
import { checkCodes, checkNames, checkStates, conditionOfCheck } from './check.ts';
import { checkApplication, refusalProposed, warningsOf } from './check-application.ts';
import { competenceOver } from './jurisdiction.ts';
import { simplifiedGroundOf } from './remedies.ts';
import { type CandidateCase, type Likeness, likenessOf, likenessReasons, subjectLikeness } from './similar.ts';

const law = play().builder.law;
const organ = (id: string, over: Partial<OrganToCheck>): OrganToCheck => ({
  id,
  name: id,
  level: 'county',
  kind: 'department',
  parentId: 'county',
  institution: null,
  ...over,
});
const tree = new Map(
  [
    organ('province', {
      name: '南陵省人民政府',
      level: 'province',
      kind: 'government',
      parentId: null,
      institution: '省司法厅',
    }),
    organ('city', {
      name: '平泉市人民政府',
      level: 'city',
      kind: 'government',
      parentId: 'province',
      institution: '市司法局',
    }),
    organ('county', { name: '云岭县人民政府', kind: 'government', parentId: 'city', institution: '云岭县司法局' }),
    organ('town', { name: '青石镇人民政府', level: 'township', kind: 'government' }),
    organ('police', { name: '云岭县公安局' }),
    organ('station', { name: '青石派出所', kind: 'dispatched', parentId: 'police' }),
    organ('street', { name: '城东街道办事处', level: 'township', kind: 'dispatched' }),
    organ('college', { name: '云岭职业学院', kind: 'authorised', parentId: 'county' }),
    organ('tax', { name: '国家税务总局云岭县税务局' }),
    organ('city-tax', { name: '国家税务总局平泉市税务局', level: 'city', parentId: 'city' }),
    organ('sub-tax', { name: '国家税务总局云岭县青石税务局', parentId: 'city-tax' }),
    organ('weather', { name: '云岭县气象局' }),
    organ('local-finance', { name: '云岭县地方金融监督管理局' }),
    organ('tax-office', { name: '青石税务所', kind: 'dispatched', parentId: 'sub-tax' }),
    organ('justice', { name: '云岭县司法局' }),
    organ('city-justice', { name: '平泉市司法局', level: 'city', parentId: 'city' }),
    organ('municipality', { name: '某市人民政府', level: 'province', kind: 'government', parentId: null }),
    organ('municipal-police', { name: '某市公安局', level: 'province', parentId: 'municipality' }),
    organ('municipal-branch', { name: '某市公安局城东分局', kind: 'dispatched', parentId: 'municipal-police' }),
    organ('prefecture', { name: '北山地区行政公署', level: 'city', kind: 'dispatched', parentId: 'province' }),
    organ('far-county', { name: '北山县人民政府', kind: 'government', parentId: 'prefecture' }),
    organ('city-police', { name: '平泉市公安局', level: 'city', parentId: 'city' }),
    organ('city-branch', { name: '平泉市公安局城北分局', level: 'city', kind: 'dispatched', parentId: 'city-police' }),
    organ('ministry', { name: '某部', level: 'state', parentId: null }),
    organ('orphan', { name: '某局', parentId: null }),
    organ('court', { name: '云岭县人民法院', kind: 'court' }),
  ].map((o) => [o.id, o] as const),
);

const day = (text: string) => civilDate(text);
type Over = Partial<Omit<ApplicationToCheck, 'act'>> & { act?: Partial<ApplicationToCheck['act']> };
const application = ({ act, ...over }: Over = {}): ApplicationToCheck => ({
  reviewingOrganId: 'county' as OrganId,
  receivedOn: day('2026-01-05'),
  filedOn: day('2026-01-05'),
  respondents: ['police' as OrganId],
  applicants: [{ name: '李某', idNumber: '' }],
  representatives: 0,
  hasRequests: true,
  hasGrounds: true,
  suit: 'none',
  ...over,
  act: {
    name: '行政处罚决定',
    number: '云公罚决字〔2025〕318号',
    matter: 'penalty',
    category: null,
    content: '罚款五千元',
    amount: 500_000,
    madeOn: day('2025-12-01'),
    madeOnTheSpot: false,
    immovable: false,
    knownOn: day('2025-12-03'),
    notInformed: null,
    obstacles: [],
    inaction: null,
    ...act,
  },
});
const checked = (over: Over = {}, alike: readonly Likeness[] = []) =>
  checkApplication(application(over), { organs: tree, law, alike });
const one = (name: (typeof checkNames)[number], over: Over = {}, alike: readonly Likeness[] = []) =>
  checked(over, alike).find((c) => c.check === name);

describe('an application that lacks nothing', () => {
  it('has no warning, and what no record can tell is left to a person', () => {
    const all = checked();
    expect(warningsOf(all)).toEqual([]);
    expect(all.filter((c) => c.state !== 'ok').map((c) => c.check)).toEqual(['interest-in-act', 'simplified-eligible']);
    expect(refusalProposed(all)).toBeNull();
  });
  it('names its conditions in the order of 30(1)', () => {
    expect(checked().map((c) => c.check)).toEqual(checkNames.filter((n) => n !== 'representatives'));
  });
});

describe('an empty form', () => {
  it('is told nothing that it cannot know, and warned of nothing', () => {
    const all = checked({
      receivedOn: null,
      filedOn: null,
      respondents: [],
      applicants: [{ name: '', idNumber: '' }],
      hasRequests: false,
      hasGrounds: false,
      suit: null,
      act: { name: '', number: '', matter: null, content: '', amount: null, madeOn: null, knownOn: null },
    });
    expect(warningsOf(all)).toEqual([]);
    expect(all.filter((c) => c.state === 'ok').map((c) => c.check)).toEqual(['not-filed-before']);
  });
});

describe('jurisdiction (24-28)', () => {
  const of = (respondent: string, reviewing = 'county') =>
    one('own-jurisdiction', { respondents: [respondent as OrganId], reviewingOrganId: reviewing as OrganId });
  it.each([
    ['police', 'ok', 'own-department', 'ARL2023 24(1)(1)'],
    ['town', 'ok', 'own-lower-government', 'ARL2023 24(1)(2)'],
    ['street', 'ok', 'own-dispatched-organ', 'ARL2023 24(1)(3)'],
    ['college', 'ok', 'own-authorised', 'ARL2023 24(1)(4)'],
    ['station', 'ok', 'own-dispatched-body', 'ARL2023 24(4)'],
    ['justice', 'ok', 'own-justice-choice', 'ARL2023 28'],
    ['local-finance', 'ok', 'own-department', 'ARL2023 24(1)(1)'],
    ['tax', 'warning', 'vertical-superior', 'ARL2023 27'],
    ['sub-tax', 'warning', 'competent-elsewhere', 'ARL2023 27'],
    ['tax-office', 'warning', 'competent-elsewhere', 'ARL2023 27'],
    ['municipal-branch', 'look', 'dispatched-body-choice', 'ARL2023 24(4)'],
    ['weather', 'look', 'perhaps-vertical', 'ARL2023 27'],
    ['county', 'warning', 'competent-elsewhere', 'ARL2023 24(1)(2)'],
    ['city-police', 'warning', 'competent-elsewhere', 'ARL2023 24(1)(1)'],
    ['city-branch', 'look', 'dispatched-body-choice', 'ARL2023 24(4)'],
    ['orphan', 'unknown', 'competence-unknown', 'ARL2023 24(1)(1)'],
  ] as const)('over %s: %s, %s', (respondent, state, code, article) => {
    expect(of(respondent)).toMatchObject({ state, code, article });
  });
  it('names the competent organ, as a refusal must (30(2))', () => {
    const all = checked({ respondents: ['city-police' as OrganId] });
    expect(refusalProposed(all)).toEqual({ condition: 'own-jurisdiction', competentOrgan: '平泉市人民政府' });
    expect(of('sub-tax')?.params.organ).toBe('国家税务总局平泉市税务局');
  });
  it('a province reviews its own act (24(2)), a ministry too (25), a city does not', () => {
    expect(of('province', 'province')).toMatchObject({ state: 'ok', article: 'ARL2023 24(2)' });
    expect(of('ministry', 'ministry')).toMatchObject({ state: 'ok', article: 'ARL2023 25(1)' });
    expect(of('city', 'city')).toMatchObject({ state: 'warning', code: 'competent-elsewhere' });
  });
  it('a county below a prefecture’s office is reviewed by it (24(3)), the office by its province', () => {
    expect(of('far-county', 'prefecture')).toMatchObject({ state: 'ok', code: 'own-lower-government' });
    expect(of('far-county', 'province')).toMatchObject({ state: 'warning', params: { organ: '北山地区行政公署' } });
    expect(of('prefecture', 'province')?.state).toBe('ok');
  });
  it('over a justice department the applicant may choose that of the level above (28), no other', () => {
    expect(of('justice', 'city-justice')).toMatchObject({ state: 'ok', code: 'own-justice-choice' });
    expect(of('justice', 'city')?.state).toBe('warning');
    expect(of('police', 'city-justice')?.state).toBe('warning');
  });
  it('a tax office is reviewed by its bureau', () => {
    expect(of('tax-office', 'sub-tax')).toMatchObject({ state: 'ok', code: 'own-vertical-superior' });
  });
  it('the superior department of a vertical one is competent itself', () => {
    expect(of('sub-tax', 'city-tax')).toMatchObject({ state: 'ok', code: 'own-vertical-superior' });
  });
  it('of several respondents one elsewhere is looked at, all elsewhere is a warning', () => {
    const both = (...ids: string[]) => one('own-jurisdiction', { respondents: ids as OrganId[] });
    expect(both('police', 'city-police')).toMatchObject({ state: 'look', code: 'several-competent' });
    expect(both('tax', 'city-police')?.state).toBe('warning');
  });
  it('before 2024 the applicant could choose', () => {
    expect(one('own-jurisdiction', { receivedOn: day('2023-12-29') })).toMatchObject({
      state: 'look',
      article: 'ARL1999 12(1)',
    });
  });
  it('ends where the tree is a ring', () => {
    const ring = new Map([organ('a', { parentId: 'b' }), organ('b', { parentId: 'a' })].map((o) => [o.id, o] as const));
    expect(competenceOver(ring.get('a') as OrganToCheck, ring).organs).toEqual([]);
  });
  it('a court is no respondent (19), and no jurisdiction is said of it', () => {
    const all = checked({ respondents: ['court' as OrganId] });
    expect(warningsOf(all).map((c) => [c.check, c.article])).toEqual([['definite-parties', 'ARL2023 19(1)']]);
  });
});

describe('the limit for applying (20, 21, 30(1)(4))', () => {
  const of = (over: Over) => one('within-time-limit', over);
  it('is kept on its last day and missed on the next', () => {
    // Sixty days from 3 December 2025 end on Sunday 1 February 2026 and roll to Monday.
    expect(of({ filedOn: day('2026-02-02') })).toMatchObject({ state: 'ok', params: { due: '2026-02-02' } });
    expect(of({ filedOn: day('2026-02-03') })).toMatchObject({ state: 'warning', code: 'late', params: { days: 1 } });
  });
  it('runs on after an obstacle (20(2))', () => {
    const obstacles = [{ from: day('2025-12-10'), to: day('2025-12-20') }];
    expect(of({ filedOn: day('2026-02-10'), act: { obstacles } })?.state).toBe('ok');
  });
  it('is a year from the content at most where the rights were not told (20(3))', () => {
    const act = { notInformed: { rightsKnownOn: day('2026-01-02'), contentKnownOn: day('2024-12-01') } };
    expect(of({ filedOn: day('2026-01-05'), act })).toMatchObject({ state: 'warning', article: 'ARL2023 20(3)' });
  });
  it('names the article of its own law, and the cap where that ends it', () => {
    const old = { receivedOn: day('2023-12-04'), filedOn: day('2023-12-04') };
    expect(of({ ...old, act: { madeOn: day('2023-11-01'), knownOn: day('2023-11-02') } })).toMatchObject({
      state: 'ok',
      article: 'ARL1999 9(1)',
    });
    expect(of({ act: { madeOn: day('2020-11-01'), knownOn: day('2025-12-03') } })).toMatchObject({
      state: 'warning',
      article: 'ARL2023 21',
    });
    expect(of({})?.article).toBe('ARL2023 20(1)');
    expect(of({ ...old, act: { knownOn: null, madeOn: null } })?.article).toBe('ARL1999 9(1)');
  });
  it('cannot be told without the day of knowing', () => {
    expect(of({ act: { knownOn: null } })).toMatchObject({ state: 'unknown', code: 'limit-unknown' });
  });
  it('against an inaction has not begun before the period for acting ends (regulation 16)', () => {
    const inaction = { requestedOn: null, periodEndsOn: day('2026-02-01') };
    const act = { matter: 'inaction' as const, madeOn: null, knownOn: null, inaction };
    expect(of({ filedOn: day('2026-01-20'), act })).toMatchObject({ state: 'warning', code: 'inaction-too-early' });
    expect(of({ filedOn: day('2026-02-20'), act })?.state).toBe('ok');
  });
});

describe('scope (11, 12, 30(1)(5))', () => {
  const of = (name: string, over: Partial<ApplicationToCheck['act']> = {}) =>
    one('within-scope', { act: { name, content: '', ...over } });
  it.each([
    ['关于免职的决定', 'scope-personnel', 'ARL2023 12(3)'],
    ['治安调解协议书', 'scope-mediation', 'ARL2023 12(4)'],
    ['云岭县临时摊点管理办法', 'scope-normative', 'ARL2023 12(2)'],
    ['国防工程征用', 'scope-state-act', 'ARL2023 12(1)'],
  ])('%s is looked at, and refuses nothing by itself: %s', (name, code, article) => {
    expect(of(name)).toMatchObject({ state: 'look', code, article });
    expect(refusalProposed(checked({ act: { name } }))).toBeNull();
  });
  it('a word in what the act says is none of its name', () => {
    expect(of('责令限期拆除决定', { content: '拆除国防路12号违法建筑', matter: 'coercion' })).toMatchObject({
      state: 'ok',
      code: 'scope-listed',
    });
  });
  it('criminal justice is looked at', () => {
    expect(of('刑事拘留通知')).toMatchObject({ state: 'look', code: 'scope-criminal' });
  });
  it.each(matters)('a matter of %s is listed or looked at, never warned of', (matter) => {
    expect(['ok', 'look']).toContain(of('决定', { matter })?.state);
  });
  it('a work injury stands in its own item', () => {
    expect(of('不予认定工伤决定', { matter: 'confirmation' })).toMatchObject({ state: 'ok', article: 'ARL2023 11(7)' });
  });
});

describe('an application of before 2024', () => {
  it('is checked under the law of then', () => {
    const over = { receivedOn: day('2023-12-04'), filedOn: day('2023-12-04') };
    const act = { madeOn: day('2023-11-01'), knownOn: day('2023-11-02') };
    for (const c of checked({ ...over, act })) {
      // What the law of then did not have is said by the article that brought it.
      if (c.code !== 'simplified-not-then') expect(c.article, c.check).toMatch(/^(ARL1999|REG2007) /);
    }
    expect(one('within-scope', { ...over, act })?.article).toBe('ARL1999 6');
    expect(one('not-sued', { ...over, suit: 'accepted' })?.article).toBe('ARL1999 16');
  });
});

describe('parties, interest and request (30(1)(1)-(3), 22(4))', () => {
  it('an unnamed applicant and a missing respondent cannot be told', () => {
    expect(one('definite-parties', { applicants: [{ name: ' ', idNumber: '' }] })?.code).toBe('applicant-unnamed');
    expect(one('definite-parties', { respondents: [] })?.code).toBe('respondent-missing');
  });
  it('interest is always a person’s to weigh, a complainant’s twice', () => {
    expect(one('interest-in-act')?.state).toBe('look');
    expect(one('interest-in-act', { act: { matter: 'complaint-handling' } })?.code).toBe('interest-of-complainant');
  });
  it('two acts want two applications', () => {
    const number = '云公罚〔2025〕1号、云公罚〔2025〕2号';
    expect(one('definite-request', { act: { number } })).toMatchObject({ state: 'look', article: 'ARL2023 22(4)' });
    expect(refusalProposed(checked({ act: { number } }))).toBeNull();
    expect(one('definite-request', { act: { number: '云公（治）行罚决字〔2026〕第15号' } })?.state).toBe('ok');
  });
});

describe('the bar with a suit (29)', () => {
  it.each([
    [null, 'unknown'],
    ['none', 'ok'],
    ['filed', 'look'],
    ['accepted', 'warning'],
  ] as const)('a suit that is %s: %s', (suit, state) => {
    expect(one('not-sued', { suit })).toMatchObject({ state, article: 'ARL2023 29(2)' });
  });
  it('every answer that can be given is judged', () => {
    for (const suit of suitStates) expect(one('not-sued', { suit })?.state).not.toBe('unknown');
  });
  it('a refusal for it names 30(1)(7)', () => {
    expect(refusalProposed(checked({ suit: 'accepted' }))).toEqual({
      condition: 'not-filed-before',
      competentOrgan: null,
    });
  });
});

describe('reconsideration first (23)', () => {
  const of = (act: Partial<ApplicationToCheck['act']>, over: Over = {}) =>
    one('reconsideration-first', { ...over, act });
  it.each([
    [{ madeOnTheSpot: true }, 'ARL2023 23(1)(1)'],
    [{ matter: 'right-determination', content: '确认林地使用权' }, 'ARL2023 23(1)(2)'],
    [{ matter: 'inaction' }, 'ARL2023 23(1)(3)'],
    [{ matter: 'open-information', content: '决定不予公开' }, 'ARL2023 23(1)(4)'],
    [{ matter: 'levy', category: 'tax' }, 'ARL2023 23(1)(5)'],
    [{ matter: 'licence', inaction: { requestedOn: null, periodEndsOn: null } }, 'ARL2023 23(1)(3)'],
    [{ matter: 'licence', content: '逾期未答复' }, 'ARL2023 23(1)(3)'],
    [{ matter: 'licence' }, 'ARL2023 23(1)(3)'],
    [{ matter: 'complaint-handling' }, 'ARL2023 23(1)(3)'],
    [{ matter: 'open-information', content: '逾期未答复' }, 'ARL2023 23(1)(3)'],
    [{ matter: 'open-information', content: '公开所申请的信息' }, 'ARL2023 23(1)(4)'],
  ] as const)('%o comes under %s', (act, article) => {
    expect(of(act)).toMatchObject({ state: 'look', article });
  });
  it.each([[{}], [{ matter: 'penalty', category: 'tax' }], [{ matter: 'coercion', content: '责令停止使用' }]] as const)(
    '%o need not',
    (act) => {
      expect(of(act)).toMatchObject({ state: 'ok', code: 'not-first' });
    },
  );
  it('a spot penalty received before 2024 need not', () => {
    expect(of({ madeOnTheSpot: true }, { receivedOn: day('2023-12-29') })?.code).toBe('not-first');
  });
});

describe('the simplified procedure (53)', () => {
  const of = (act: Partial<ApplicationToCheck['act']>) => simplifiedGroundOf(application({ act }));
  it.each([
    [{ madeOnTheSpot: true }, 'made-on-the-spot'],
    [{ content: '警告', amount: null }, 'warning-or-criticism'],
    [{ content: '罚款三千元', amount: 300_000 }, 'at-most-3000-yuan'],
    [{ matter: 'open-information', amount: null, content: '' }, 'open-information'],
  ] as const)('%o opens it: %s', (act, ground) => {
    expect(of(act)).toBe(ground);
  });
  it.each([
    [{ amount: 300_001 }],
    [{ content: '吊销营业执照', amount: 0 }],
    [{ content: '警告并罚款五千元' }],
    [{ matter: 'licence', amount: null, content: '不予许可' }],
  ] as const)('%o does not', (act) => {
    expect(of(act)).toBeNull();
  });
  it('a penalty whose sum is not on record cannot be told', () => {
    expect(one('simplified-eligible', { act: { amount: null } })).toMatchObject({ state: 'unknown' });
  });
  it('otherwise all parties may agree (53(2)); before 2024 there was none', () => {
    expect(one('simplified-eligible')).toMatchObject({ state: 'look', article: 'ARL2023 53(2)' });
    expect(one('simplified-eligible', { receivedOn: day('2023-12-29'), act: { madeOnTheSpot: true } })?.code).toBe(
      'simplified-not-then',
    );
  });
});

describe('representatives (15)', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `申请人${i}`, idNumber: '' }));
  it('are asked of more than five applicants', () => {
    expect(one('representatives', { applicants: many(5) })).toBeUndefined();
    expect(one('representatives', { applicants: many(6) })).toMatchObject({ state: 'look', article: 'REG2007 8' });
    expect(one('representatives', { applicants: many(6), representatives: 5 })?.state).toBe('ok');
    expect(one('representatives', { applicants: many(6), representatives: 6 })?.state).toBe('look');
  });
});

const candidate = (over: Partial<CandidateCase> = {}): CandidateCase => ({
  id: 'case-1' as StreamId,
  number: '云政复〔2025〕40号',
  receivedOn: day('2025-12-20'),
  accepted: true,
  closedOn: null,
  respondents: ['police'],
  act: { name: '行政处罚决定', number: '云公罚决字[2025]318 号', madeOn: day('2025-12-01'), content: '罚款五千元' },
  applicants: [{ name: '李某', sameIdNumber: null }],
  ...over,
});

describe('a case that is alike', () => {
  it('same act and same applicant: perhaps applied for twice, whatever brackets the number has', () => {
    const like = likenessOf(application(), candidate());
    expect(like).toMatchObject({
      propose: 'duplicate-of',
      reasons: ['same-number', 'same-applicant', 'same-respondent'],
    });
    expect(one('not-filed-before', {}, like === null ? [] : [like])).toMatchObject({
      state: 'warning',
      code: 'filed-before',
      params: { number: '云政复〔2025〕40号' },
    });
  });
  it('not accepted then: it is looked at', () => {
    const like = likenessOf(application(), candidate({ accepted: false }));
    expect(one('not-filed-before', {}, like === null ? [] : [like])?.state).toBe('look');
  });
  it('same act, somebody else: the same dispute, and no bar', () => {
    const like = likenessOf(application(), candidate({ applicants: [{ name: '王伟', sameIdNumber: null }] }));
    expect(like?.propose).toBe('same-dispute');
    expect(one('not-filed-before', {}, like === null ? [] : [like])?.state).toBe('ok');
  });
  it('a namesake with another identity number is somebody else', () => {
    const like = likenessOf(application(), candidate({ applicants: [{ name: '李某', sameIdNumber: false }] }));
    expect(like).toMatchObject({ propose: 'same-dispute', names: [] });
    expect(like?.reasons).toContain('other-id-number');
  });
  it('same applicant and organ, another act: related; after the earlier one ended and of the same subject: one dispute', () => {
    const other = { name: '撤销摊位许可决定', number: null, madeOn: day('2025-06-01'), content: '撤销青石镇集市摊位' };
    expect(likenessOf(application(), candidate({ act: other }))?.propose).toBe('related');
    const again = application({ act: { name: '撤销摊位许可决定', number: '', content: '再次撤销青石镇集市摊位' } });
    expect(likenessOf(again, candidate({ act: other, closedOn: day('2025-11-01') }))?.propose).toBe('same-dispute');
  });
  it('a neighbouring number of the same round: a series', () => {
    const act = { ...candidate().act, number: '云公罚决字〔2025〕319号' };
    const like = likenessOf(application(), candidate({ act, applicants: [{ name: '王伟', sameIdNumber: null }] }));
    expect(like).toMatchObject({ propose: 'series', reasons: ['same-respondent', 'neighbour-number'] });
  });
  it.each([
    ['only the organ is the same', { act: { ...candidate().act, number: '云公罚决字〔2025〕900号' }, applicants: [] }],
    ['only the name is the same', { respondents: ['tax'], act: { ...candidate().act, number: '云税罚〔2025〕1号' } }],
    ['nothing is the same', { respondents: ['tax'], applicants: [], act: { ...candidate().act, number: null } }],
  ] as const)('is none where %s', (_, over) => {
    expect(likenessOf(application(), candidate(over))).toBeNull();
  });
  it('is none for a form in which nothing stands yet', () => {
    const empty = application({
      applicants: [{ name: '', idNumber: '' }],
      respondents: [],
      act: { name: '', number: '', content: '', madeOn: null },
    });
    expect(
      likenessOf(
        empty,
        candidate({
          applicants: [{ name: '', sameIdNumber: null }],
          act: { name: '', number: '', madeOn: null, content: '' },
        }),
      ),
    ).toBeNull();
  });
  it('words that every act has make no subjects alike', () => {
    expect(subjectLikeness('行政处罚决定 罚款五百元', '行政处罚决定 罚款五百元')).toBe(0);
    expect(subjectLikeness('征收青石镇东街房屋', '征收青石镇东街房屋补偿')).toBeGreaterThan(0.55);
  });
});

describe('the words', () => {
  it('every code, name, state and likeness has its own in both languages, and none leaves a hole', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const words = checkWords(language);
      for (const code of checkCodes) {
        const params = {
          respondent: 'R',
          organ: 'O',
          due: '2026-02-02',
          filed: '2026-02-01',
          days: 1,
          until: '2026-02-02',
          n: 1,
          max: 5,
          applicants: 6,
          respondents: 1,
          number: 'N',
        };
        expect(checkText(language, code, params), code).not.toMatch(/[{}]/);
        expect(words.codes[code].length).toBeGreaterThan(4);
      }
      for (const name of checkNames) expect(catalogue(language).options.applicationCheck[name]).toBe(words.names[name]);
      for (const state of checkStates) expect(words.states[state]).not.toBe('');
      for (const reason of likenessReasons) expect(words.likeness[reason]).not.toBe('');
    }
  });
  it('every check knows the condition it is about', () => {
    for (const name of checkNames)
      expect(conditionOfCheck[name] === null || conditionOfCheck[name].length > 0).toBe(true);
  });
});
