/** What a step would change is said before it is saved, by the same decision that saves it. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { AccountId, PostId } from '../ids.ts';
import type { DecideContext } from '../ledger/kinds.ts';
import { aCase, type CaseBuilder, countyGovernment, day, policeBureau } from '../testing/builders.ts';
import { previewStep } from './preview.ts';

const context = (b: CaseBuilder, today: string): DecideContext => {
  const acting = { postId: 'post-1' as PostId, organId: countyGovernment, role: 'handler' as const, delegatedBy: null };
  const actor: Actor = {
    accountId: 'account-1' as AccountId,
    name: '承办人',
    acting,
    posts: [acting],
    scope: [countyGovernment],
  };
  let n = 0;
  const saltedHash = 'a'.repeat(64) as never;
  return {
    ...b.law,
    actor,
    today: day(today),
    newId: () => {
      n += 1;
      return `new-${n}`;
    },
    keep: {
      narrative: () => ({ narrativeId: 'narrative-new' as never, saltedHash }),
      person: () => ({ personRecordId: 'person-new' as never, saltedHash }),
    },
  };
};
const names = { organ: (id: string) => `机关${id}`, person: () => null };
const preview = (b: CaseBuilder, today: string, type: string, input: Record<string, unknown>) =>
  previewStep(b.fold(), { type, input }, context(b, today), names);
const change = (p: ReturnType<typeof preview>, ruleId: string) => p.changes.find((x) => x.ruleId === ruleId);

describe('the preview of a step', () => {
  const accepted = () =>
    aCase()
      .received('2026-03-02')
      .accepted('2026-03-04')
      .copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' });

  it('acceptance meets the examination and starts the decision limit', () => {
    const p = preview(aCase().received('2026-03-02'), '2026-03-05', 'accept', { procedure: 'ordinary' });
    expect(p).toMatchObject({ ok: true, verdict: 'allowed', stageAfter: 'accepted' });
    expect(change(p, 'reconsideration.examine')).toMatchObject({ change: 'meets' });
    expect(change(p, 'reconsideration.decide-ordinary')?.after?.due).toBe('2026-05-06');
  });

  it('a suspension stops the decision limit and leaves the reply running', () => {
    const p = preview(accepted(), '2026-03-10', 'suspend', { ground: 'other-case', reason: '等待另案结果' });
    expect(change(p, 'reconsideration.decide-ordinary')).toMatchObject({
      change: 'stops',
      before: { due: '2026-05-06' },
      after: { due: null, status: 'stopped' },
    });
    expect(change(p, 'reconsideration.reply-ordinary')).toBeUndefined();
    expect(p.stageAfter).toBe('suspended');
  });

  it('a resumption runs it on with its new end', () => {
    const p = preview(accepted().suspended('2026-03-10'), '2026-03-20', 'resume', { reason: '原因消除' });
    expect(change(p, 'reconsideration.decide-ordinary')).toMatchObject({
      change: 'resumes',
      before: { due: null },
      after: { due: '2026-05-13' },
    });
  });

  it('a reply meets its clock, named by its respondent', () => {
    const p = preview(accepted(), '2026-03-12', 'file-reply', { respondentId: policeBureau });
    expect(change(p, 'reconsideration.reply-ordinary')).toMatchObject({
      change: 'meets',
      subjectName: `机关${policeBureau}`,
    });
  });

  it('an extension that needs approval shows what it would move once approved, and writes nothing', () => {
    const b = accepted();
    const before = b.head.version;
    const toLi = { addressee: { is: 'party', partyId: 'party-li' }, method: 'post', sentOn: '2026-04-20' };
    const p = preview(b, '2026-04-20', 'extend', {
      days: 30,
      reason: '案情复杂',
      document: { madeOn: '2026-04-20', sendings: [toLi] },
    });
    expect(p.ok).toBe(true);
    expect(p.reason).not.toBeNull();
    expect(change(p, 'reconsideration.decide-ordinary')).toMatchObject({
      change: 'moves',
      after: { due: '2026-06-02' },
    });
    expect(b.head.version).toBe(before);
  });

  it('a suspension on no listed ground asks for a reason and says that no date moves', () => {
    const p = preview(accepted(), '2026-03-10', 'suspend', { ground: null, reason: '领导出差' });
    expect(p).toMatchObject({ ok: true, verdict: 'irregular' });
    expect(p.contradictions.map((x) => x.code)).toEqual(['suspended-on-no-ground']);
    expect(p.changes).toEqual([]);
  });

  it('the correction of an entry says every date that moves', () => {
    const b = aCase().received('2026-03-23').accepted('2026-03-25');
    const entry = b.entries.find((e) => e.type === 'accepted');
    const p = preview(b, '2026-04-01', 'correct-entry', {
      seq: entry?.seq,
      payload: entry?.payload,
      occurredOn: '2026-03-27',
      why: '日期录入有误',
    });
    expect(p.ok).toBe(true);
    expect(change(p, 'reconsideration.decide-ordinary')).toMatchObject({
      change: 'moves',
      before: { due: '2026-05-25' },
      after: { due: '2026-05-26' },
    });
  });

  it('what is refused says why and changes nothing', () => {
    const p = preview(aCase().received('2026-03-02'), '2026-03-05', 'accept', {
      procedure: 'ordinary',
      occurredOn: '2026-03-06',
    });
    expect(p).toMatchObject({ ok: false, verdict: 'refused', changes: [], stageAfter: null });
  });

  it('leaves out what only a silence that has not happened would start', () => {
    const b = aCase().received('2026-03-02');
    const noted = preview(b, '2026-03-05', 'notify-correction', { items: ['身份证明'] });
    expect(noted.ok).toBe(true);
    expect(noted.changes.map((x) => x.ruleId)).not.toContain('reconsideration.decide-ordinary');
    // Acceptance starts the decision limit; it does not move one that nobody has yet seen.
    const taken = preview(b, '2026-03-05', 'accept', { procedure: 'ordinary' });
    expect(change(taken, 'reconsideration.decide-ordinary')).toMatchObject({ change: 'starts', before: null });
    expect(taken.changes.map((x) => x.ruleId)).not.toContain('litigation.sue-after-overdue-reconsideration');
    // Once the silence has happened its limit is there, and moves.
    const late = preview(b, '2026-03-20', 'correct-entry', { seq: 1, occurredOn: '2026-03-03', why: '录入有误' });
    expect(change(late, 'reconsideration.decide-ordinary')).toMatchObject({ change: 'moves' });
  });

  it('a corrected receipt says that the application no longer stands accepted by silence, or that it now does', () => {
    const b = aCase().received('2026-03-02');
    const receipt = (today: string, occurredOn: string) =>
      preview(b, today, 'correct-entry', { seq: 1, occurredOn, why: '录入有误' });
    // Five working days from 2026-03-02 end on 2026-03-09; from 2026-03-06 on 2026-03-13.
    expect(receipt('2026-03-11', '2026-03-06')).toMatchObject({
      ok: true,
      stageAfter: 'received',
      deemedAcceptance: { before: '2026-03-09', after: null },
    });
    expect(receipt('2026-03-16', '2026-03-06')).toMatchObject({
      stageAfter: 'accepted',
      deemedAcceptance: { before: '2026-03-09', after: '2026-03-13' },
    });
    expect(receipt('2026-03-09', '2026-03-03').deemedAcceptance).toBeNull();
  });

  it('a correction that cannot be says at which field; one that contradicts lists what', () => {
    const b = aCase().received('2026-03-02', { filed: '2026-03-01' }).accepted('2026-03-04');
    expect(preview(b, '2026-03-20', 'correct-entry', { seq: 1, occurredOn: '2026-02-27', why: '-' })).toMatchObject({
      ok: false,
      verdict: 'refused',
      fields: [{ field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-03-01' } }],
    });
    const accepted = b.entries.find((e) => e.type === 'accepted')?.seq;
    const late = preview(b, '2026-03-20', 'correct-entry', { seq: accepted, occurredOn: '2026-03-12', why: '-' });
    expect(late).toMatchObject({ ok: true, verdict: 'irregular' });
    expect(late.contradictions.map((x) => x.code)).toEqual(['stands-accepted']);
  });
});
