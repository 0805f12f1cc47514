import { describe, expect, it } from 'vitest';
import { civilDate } from '../../calendar/civil-date.ts';
import type { AccountId, OrganId } from '../../ids.ts';
import { CaseBuilder, countyGovernment, policeBureau } from '../../testing/builders.ts';
import { theSectionHead } from '../../testing/play.ts';
import type { ReconsiderationCase } from '../case-types.ts';
import { factsOf } from '../facts.ts';
import { positionOn } from '../position.ts';
import { documentsToPost, unservedSendings } from '../to-post.ts';
import type { Cell } from './cells.ts';
import { isImportField } from './fields.ts';
import {
  columnLetter,
  headersOf,
  type ImportMapping,
  mappingProblems,
  proposeHeader,
  proposeMapping,
  signatureText,
} from './mapping.ts';
import { directoryOf, rowKeyText } from './parse-row.ts';
import { hasError } from './problems.ts';
import { type ReplayContext, replayRow } from './replay-row.ts';
import { ownCategories, usualMeaning } from './values.ts';

const headers = [
  '案号',
  '收到日期',
  '申请方式',
  '申请人',
  '身份证号',
  '第三人',
  '被申请人',
  '行政行为',
  '文号',
  '复议事项',
  '补正通知日期',
  '补正日期',
  '受理日期',
  '审理程序',
  '不予受理日期',
  '不予受理理由',
  '发送副本日期',
  '答复日期',
  '中止日期',
  '中止原因',
  '恢复日期',
  '延期日期',
  '延长天数',
  '结案日期',
  '结案方式',
  '送达日期',
  '审限',
  '是否超期',
  '审理天数',
  '承办人',
  '备注',
] as const;
type Header = (typeof headers)[number];
type Cells = Partial<Record<Header, Cell>>;

const { law } = new CaseBuilder('case-for-law');
const context = (over: Partial<ReplayContext> = {}): ReplayContext => ({
  ...law,
  organId: countyGovernment,
  numberPrefix: '云政复',
  today: civilDate('2026-03-02'),
  source: '《台账》第 3 行',
  actor: theSectionHead,
  directory: directoryOf(
    [
      { id: policeBureau, names: ['某县公安局', '县公安局', '某县公安分局'], near: true },
      { id: 'organ-far' as OrganId, names: ['他县公安局'], near: false },
      { id: 'organ-land-1' as OrganId, names: ['某县国土所', '甲镇土地所'], near: true },
      { id: 'organ-land-2' as OrganId, names: ['乙镇土地所'], near: true },
    ],
    [{ accountId: 'account-h' as AccountId, name: '沈知微' }],
    civilDate('2026-03-02'),
  ),
  mapping: proposeMapping(headers),
  ...over,
});

const sound: Cells = {
  案号: '云政复〔2025〕7号',
  收到日期: '2025-03-03',
  申请方式: '邮寄',
  申请人: '李某',
  被申请人: '某县公安局',
  行政行为: '行政处罚决定',
  文号: '某公罚〔2025〕3号',
  复议事项: '行政处罚',
  受理日期: '2025-03-06',
  审理程序: '普通',
  发送副本日期: '2025-03-11',
  答复日期: '2025-03-19',
  结案日期: '2025-04-28',
  结案方式: '维持',
  送达日期: '2025-04-30',
  承办人: '沈知微',
};
const row = (over: Cells = {}, ctx = context()) => {
  const cells = { ...sound, ...over };
  return replayRow(
    headers.map((h) => cells[h] ?? null),
    ctx,
  );
};
const said = (over: Cells, ctx?: ReplayContext) => row(over, ctx).problems.map((p) => [p.severity, p.field, p.code]);
const errors = (over: Cells, ctx?: ReplayContext) =>
  row(over, ctx)
    .problems.filter((p) => p.severity === 'error')
    .map((p) => [p.field, p.code]);
const steps = (over: Cells) => row(over).steps.map((s) => s.type);

describe('a sound row', () => {
  it('becomes its steps in the order of their days, and a note of where it came from', () => {
    const replayed = row();
    expect(replayed.problems).toEqual([]);
    expect(replayed.steps.map((s) => [s.type, s.day])).toEqual([
      ['register-application', '2025-03-03'],
      ['accept', '2025-03-06'],
      ['issue-copy', '2025-03-11'],
      ['file-reply', '2025-03-19'],
      ['decide', '2025-04-28'],
      ['make-note', '2026-03-02'],
    ]);
    const c = replayed.case;
    expect([c?.number, c?.acceptance?.on, c?.closing?.on, c?.handlers, c?.respondents]).toEqual([
      '云政复〔2025〕7号',
      '2025-03-06',
      '2025-04-28',
      ['account-h'],
      [policeBureau],
    ]);
  });

  it('is irregular only where the register itself holds nothing, with the import as its reason', () => {
    const reasons = row().case?.entries.flatMap((e) => (e.irregular === null ? [] : [e.irregular]));
    expect(reasons).toEqual([{ codes: ['decided-before-heard'], reason: '据原台账导入' }]);
  });

  it('stays open where it has no end', () => {
    const open = row({ 结案日期: '', 结案方式: '', 送达日期: '' });
    expect([open.problems, open.case?.closing]).toEqual([[], null]);
  });

  it.each([
    ['撤销', ['decide']],
    ['调解', ['make-mediation-letter']],
    ['撤回申请', ['request-withdrawal', 'terminate']],
    ['和解', ['record-settlement', 'request-withdrawal', 'terminate']],
  ])('closed by %s becomes %j', (outcome, last) => {
    const all = steps({ 结案方式: outcome });
    expect(hasError(row({ 结案方式: outcome }).problems)).toBe(false);
    expect(all.slice(4, -1)).toEqual(last);
  });

  it('by mediation was signed and sealed on the day it ended; its service is only service', () => {
    const mediated = row({ 结案方式: '调解', 结案日期: '2025-04-28', 送达日期: '2025-05-12' });
    expect(mediated.case?.closing).toMatchObject({ on: '2025-04-28', how: { is: 'mediated' } });
    expect(mediated.case?.mediation.letter?.payload).toMatchObject({
      lastSignedOn: '2025-04-28',
      sealedOn: '2025-04-28',
    });
    expect(mediated.case?.documents.find((d) => d.kind === 'mediation-letter')?.sendings[0]?.servedOn).toBe(
      '2025-05-12',
    );
    expect(row({ 结案方式: '调解', 送达日期: '' }).case?.closing?.on).toBe('2025-04-28');
  });

  it('gives no paper a number that stood on none', () => {
    const { case: c } = row();
    expect(c?.number).toBe('云政复〔2025〕7号');
    expect(c?.documents.map((d) => [d.kind, d.number])).toEqual([
      ['reply-notice', null],
      ['decision', null],
    ]);
  });

  it('that is over leaves nothing to be posted, signed for or waited for; what it does not say stays unknown', () => {
    const today = civilDate('2026-03-02');
    const work = (c: ReconsiderationCase | null) =>
      c === null
        ? null
        : [
            documentsToPost(c).map(({ document }) => document.kind),
            unservedSendings(c).map(({ document }) => document.kind),
            positionOn(c, today).waiting.what,
          ];
    const unserved = row({ 送达日期: '' }).case;
    expect(work(unserved)).toEqual([[], [], 'nothing']);
    expect(unserved === null ? null : positionOn(unserved, today).stage).toBe('decided');
    expect(unserved === null ? [] : factsOf(unserved).map((f) => f.name)).not.toContain('effective');
    // One that is still open goes on: its copy is out, and nobody has signed for it.
    const open = row({ 结案日期: '', 结案方式: '', 送达日期: '', 答复日期: '' }).case;
    expect(work(open)).toEqual([[], ['reply-notice'], 'serve-copy']);
  });

  it('of an application refused ends there', () => {
    const over = {
      受理日期: '',
      发送副本日期: '',
      答复日期: '',
      结案日期: '',
      结案方式: '',
      送达日期: '',
      不予受理日期: '2025-03-06',
      不予受理理由: '超过法定申请期限',
    };
    expect(steps(over)).toEqual(['register-application', 'refuse', 'make-note']);
    expect(row(over).case?.closing?.how).toEqual({ is: 'refused', condition: 'within-time-limit' });
  });

  it('tells of a correction, a stop and an extension', () => {
    const over = {
      补正通知日期: '2025-03-06',
      补正日期: '2025-03-13',
      受理日期: '2025-03-17',
      发送副本日期: '2025-03-18',
      答复日期: '2025-03-26',
      中止日期: '2025-04-01',
      中止原因: '进行调解',
      恢复日期: '2025-04-15',
      延期日期: '2025-05-20',
      延长天数: '30日',
      结案日期: '2025-06-20',
      送达日期: '2025-06-23',
    };
    const replayed = row(over);
    expect(replayed.problems).toEqual([]);
    expect(replayed.case?.spans).toHaveLength(1);
    expect(replayed.case?.extensions.map((e) => [e.days, e.effective])).toEqual([[30, true]]);
  });

  it('whose notice of extension has no day leaves its sending unknown', () => {
    const over = { 延期日期: '2025-04-20', 延长天数: '30日', 结案日期: '2025-06-03', 送达日期: '2025-06-05' };
    const told = (headings: readonly string[], sent: string) => {
      const all = { ...sound, ...over, 延期通知发送日期: sent } as Record<string, Cell>;
      const ctx = context({ mapping: proposeMapping(headings) });
      return replayRow(
        headings.map((h) => all[h] ?? null),
        ctx,
      ).case;
    };
    const withDay = [...headers, '延期通知发送日期'];
    const sendingsOf = (c: ReconsiderationCase | null) =>
      c?.documents.filter((d) => d.kind === 'extension-notice').flatMap((d) => d.sendings.map((s) => s.sentOn));
    expect(sendingsOf(told(withDay, '2025-04-21'))).toEqual(['2025-04-21']);
    for (const c of [told(withDay, ''), told(headers, '')]) {
      expect(sendingsOf(c)).toEqual([]);
      expect(c?.extensions).toMatchObject([{ days: 30, ineffectiveBecause: null, sentOn: null }]);
    }
  });

  it('of before 2024 is judged by the law of then', () => {
    const old = row({
      案号: '云政复〔2023〕7号',
      收到日期: '2023-03-06',
      受理日期: '2023-03-08',
      发送副本日期: '2023-03-09',
      答复日期: '2023-03-17',
      结案日期: '2023-04-28',
      送达日期: '2023-05-04',
      文号: '某公罚〔2023〕3号',
    });
    expect(old.problems).toEqual([]);
    expect([old.case?.law, old.case?.acceptance?.by]).toEqual(['ARL1999', 'law']);
    // The register's day of acceptance is that of the notice: it says nothing against the law's.
    expect(old.differences).toEqual([]);
  });
});

describe('what cannot be read or cannot be is said at its column', () => {
  it.each<[Cells, [string | null, string][]]>([
    [{ 收到日期: '' }, [['receivedOn', 'required']]],
    [{ 收到日期: '2025-02-30' }, [['receivedOn', 'no-such-day']]],
    [{ 申请人: '—' }, [['applicants', 'required']]],
    [{ 被申请人: '不存在局' }, [['respondents', 'unknown-organ']]],
    [{ 被申请人: '土地所' }, [['respondents', 'several-organs']]],
    [{ 复议事项: '莫名' }, [['matter', 'unknown-value']]],
    [{ 结案方式: '不知' }, [['outcome', 'unknown-value']]],
    [{ 结案日期: '2027-01-01' }, [['closedOn', 'day-in-future']]],
    [{ 结案日期: '' }, [['closedOn', 'outcome-without-day']]],
    [{ 结案方式: '' }, [['outcome', 'closed-without-outcome']]],
    [{ 受理日期: '2025-03-01' }, [['acceptedOn', 'before-receipt']]],
    [{ 中止日期: '2025-04-10', 中止原因: '调解', 恢复日期: '2025-04-01' }, [['resumedOn', 'before-that']]],
    [{ 送达日期: '2025-04-20' }, [['servedOn', 'before-that']]],
    [
      { 不予受理日期: '2025-03-06', 不予受理理由: '超期' },
      [
        ['refusalReason', 'unknown-value'],
        ['refusedOn', 'refused-and-accepted'],
      ],
    ],
    [{ 延期日期: '2025-04-20', 延长天数: '若干' }, [['extensionDays', 'not-a-count']]],
    [{ 恢复日期: '2025-04-01' }, [['resumedOn', 'no-suspension']]],
    [{ 发送副本日期: '2025-03-04' }, [['copySentOn', 'not-accepted-yet']]],
    [{ 案号: '合计' }, [[null, 'total-row']]],
  ])('%j', (over, expected) => {
    expect(errors(over)).toEqual(expected);
  });

  it('leaves the case unmade', () => {
    expect(row({ 收到日期: '' }).case).toBeNull();
  });
});

describe('what is taken as it is, is said', () => {
  it.each<[Cells, [string | null, string][]]>([
    [{ 案号: '' }, [['caseNumber', 'number-missing']]],
    [{ 案号: '2025-7' }, [['caseNumber', 'number-other-form']]],
    [{ 案号: '云政复〔2024〕7号' }, [['caseNumber', 'number-year-differs']]],
    [{ 承办人: '离职者' }, [['handler', 'unknown-handler']]],
    [{ 申请人: '李某等3人' }, [['applicants', 'others-not-named']]],
    [{ 申请人: '李某、王某', 身份证号: '1' }, [['idNumbers', 'counts-differ']]],
    [{ 复议事项: '' }, [['matter', 'matter-guessed']]],
    [{ 送达日期: '' }, [['servedOn', 'service-missing']]],
    [{ 结案日期: '2025-05-20', 送达日期: '2025-05-21' }, [['closedOn', 'decided-late']]],
  ])('%j', (over, expected) => {
    expect(said(over)).toEqual(expected.map(([field, code]) => ['warning', field, code]));
    expect(row(over).case).not.toBeNull();
  });

  it('what contradicts the law is recorded with the import as its reason', () => {
    const late = row({ 受理日期: '2025-03-20', 发送副本日期: '2025-03-21', 答复日期: '2025-03-31' });
    expect(late.problems.map((p) => [p.from, p.code, p.field])).toContainEqual([
      'contradiction',
      'stands-accepted',
      'acceptedOn',
    ]);
    expect(late.case?.acceptance).toMatchObject({ by: 'lapse', on: '2025-03-10' });
  });
});

describe('what the register said against what is computed', () => {
  const difference = (over: Cells) => row(over).differences.map((d) => [d.what, d.said, d.computed, d.daysLate]);
  it('agrees where both are right', () => {
    expect(difference({ 审限: '2025-05-06', 是否超期: '否', 审理天数: 53 })).toEqual([]);
  });
  it('names the day, the mark and the count that differ', () => {
    expect(difference({ 审限: '2025-05-05' })).toEqual([['due', '2025-05-05', '2025-05-06', 0]]);
    expect(difference({ 结案日期: '2025-05-20', 送达日期: '2025-05-21', 是否超期: '否' })).toEqual([
      ['late', 'in-time', 'late', 14],
    ]);
    expect(difference({ 是否超期: '是' })).toEqual([['late', 'late', 'in-time', 0]]);
    expect(difference({ 审理天数: '50' })).toEqual([['days-used', 50, 53, 0]]);
  });
  it('a stop that was forgotten moves the end', () => {
    const over = { 中止日期: '2025-03-24', 中止原因: '调解', 恢复日期: '2025-04-03', 审限: '2025-05-06' };
    expect(difference(over)).toEqual([['due', '2025-05-06', '2025-05-15', 0]]);
  });
});

describe('organs', () => {
  const respondent = (text: string, mapping?: Partial<ImportMapping>) =>
    row(
      { 被申请人: text },
      context(mapping === undefined ? {} : { mapping: { ...proposeMapping(headers), ...mapping } }),
    ).row.respondents;
  it('are found by name, short name, former name and, in short, nearby', () => {
    for (const text of ['某县公安局', '县公安局', '某县公安分局', '公安局', '某 县 公安局'])
      expect(respondent(text)).toEqual([policeBureau]);
    expect(respondent('某县公安局、他县公安局')).toEqual([policeBureau, 'organ-far']);
  });
  it('that nobody knows are those that somebody chose', () => {
    expect(respondent('治安科', { organs: { 治安科: policeBureau } })).toEqual([policeBureau]);
    expect(respondent('治安科', { organs: { 治安科: 'organ-gone' } })).toEqual([]);
  });
});

describe('a mapping', () => {
  it('is proposed from the header, below its titles', () => {
    const rows: Cell[][] = [
      ['某县2025年台账'],
      ['填报单位：某县司法局'],
      [...headers],
      headers.map((h) => sound[h] ?? null),
    ];
    const at = proposeHeader(rows);
    expect(at).toEqual({ from: 3, to: 3 });
    const { columns } = proposeMapping(headersOf(rows, at));
    expect(Object.keys(columns).filter(isImportField)).toHaveLength(headers.length);
    expect(Object.fromEntries(Object.entries(columns).map(([f, i]) => [f, headers[i]]))).toMatchObject({
      caseNumber: '案号',
      applicants: '申请人',
      respondents: '被申请人',
      dueOn: '审限',
      refusalReason: '不予受理理由',
      extensionDays: '延长天数',
      servedOn: '送达日期',
    });
  });
  it('reads a header of two rows, the group over its columns', () => {
    const rows: Cell[][] = [
      ['当事人', null, '日期'],
      ['申请人', '被申请人', '收到'],
    ];
    expect(headersOf(rows, { from: 1, to: 2 })).toEqual(['当事人 申请人', '当事人 被申请人', '日期 收到']);
  });
  it('uses no column twice and lacks nothing that makes a case', () => {
    expect(
      mappingProblems({ columns: { applicants: 1, agents: 1 }, values: { outcome: { 甲: '乙' } }, organs: {} }),
    ).toEqual([
      { field: 'receivedOn', rule: 'required' },
      { field: 'respondents', rule: 'required' },
      { field: 'agents', rule: 'column-used-twice' },
      { field: 'outcome', rule: 'not-an-option' },
    ]);
    expect(mappingProblems(proposeMapping(headers))).toEqual([]);
  });
  it('knows the office’s own categories by their codes and by every name', () => {
    const known = [
      { code: 'drones', names: ['低空管理', 'Low altitude'] },
      { code: 'tobacco', names: ['烟草专卖'] },
      { code: 'land', names: [] },
    ];
    const own = ownCategories(known);
    expect(
      ['低空管理', 'Low altitude', 'drones', '烟草专卖'].map((text) => usualMeaning('category', text, own)),
    ).toEqual(['drones', 'drones', 'drones', 'tobacco']);
    // The words everybody uses still mean what they did; the office's are nobody else's.
    expect(usualMeaning('category', '自然资源', own)).toBe('land');
    expect(usualMeaning('category', '低空管理')).toBeNull();
    const mapping = { columns: { receivedOn: 0, applicants: 1, respondents: 2 }, organs: {} };
    const values = { category: { 无人机: 'drones' } };
    expect(mappingProblems({ ...mapping, values }, own)).toEqual([]);
    expect(mappingProblems({ ...mapping, values })).toEqual([{ field: 'category', rule: 'not-an-option' }]);
    // A name of the office is no code of another field.
    expect(mappingProblems({ ...mapping, values: { matter: { 无人机: 'drones' } } }, own)).toHaveLength(1);
  });
  it('gives words their meaning, an empty cell too', () => {
    const mapping = {
      ...proposeMapping(headers),
      values: { outcome: { 维: 'uphold' }, procedure: { '': 'ordinary' } },
    };
    const replayed = row({ 结案方式: '维', 审理程序: '' }, context({ mapping }));
    expect(replayed.problems).toEqual([]);
    expect(replayed.row.choices).toMatchObject({ outcome: 'uphold', procedure: 'ordinary' });
  });
  it('is recognised by its header, whatever the spaces', () => {
    expect(signatureText(['案 号', '收到\n日期'])).toBe(signatureText(['案号', '收到日期']));
  });
  it('names columns as the spreadsheet does', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});

describe('words that hold other words', () => {
  it.each([
    ['outcome', '经调解后撤回申请', 'withdrawn'],
    ['outcome', '调解后和解撤回', 'settled'],
    ['outcome', '制作调解书结案', 'mediated'],
    ['refusalReason', '不属于复议范围，应提起民事诉讼', 'within-scope'],
    ['refusalReason', '已向法院提起诉讼', 'not-filed-before'],
  ] as const)('%s: %s', (field, text, meaning) => {
    expect(usualMeaning(field, text)).toBe(meaning);
  });
});

it('a row is one case by its number, or by what it says', () => {
  const key = (over: Cells) => rowKeyText(row(over).row);
  expect(key({ 案号: '云政复[2025]第7号', 备注: '改过' })).toBe(key({}));
  expect(key({ 案号: '' })).toBe(key({ 案号: '', 备注: '改过', 结案方式: '撤销' }));
  expect(key({ 案号: '' })).not.toBe(key({ 案号: '', 申请人: '王某' }));
});
