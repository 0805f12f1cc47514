/** 等谁: whom the case waits for on a day, for what, and what follows; and which clock comes first. */
import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../ids.ts';
import { projectLedger } from '../ledger/replay.ts';
import { aCase, applicantLi, day, policeBureau } from '../testing/builders.ts';
import { reconsideration } from './kind.ts';
import { positionOn } from './position.ts';

const accepted = () => aCase().received('2026-03-02').accepted('2026-03-04');
const waits = (b: ReturnType<typeof aCase>, on: string) => {
  const { who, what } = b.on(on).waiting;
  return `${who}: ${what}`;
};

describe('waiting, step by step', () => {
  it('received: the institution examines, or silence accepts', () => {
    const b = aCase().received('2026-03-02');
    expect(b.on('2026-03-03').waiting).toMatchObject({
      who: 'institution',
      what: 'examine',
      article: 'ARL2023 30(1)',
      consequence: 'deemed-accepted-at-end',
    });
  });
  it('asked to correct, but the notice not yet served: service', () => {
    const b = aCase().received('2026-03-02').correctionNotified('2026-03-04', { sent: '2026-03-04' });
    expect(waits(b, '2026-03-05')).toBe('service: serve-correction');
  });
  it('served: the applicant, named', () => {
    const b = aCase()
      .received('2026-03-02')
      .correctionNotified('2026-03-04', { sent: '2026-03-04', served: '2026-03-06' });
    expect(b.on('2026-03-09').waiting).toMatchObject({ who: 'applicant', what: 'correct', subject: applicantLi });
  });
  it('corrected: the institution', () => {
    const b = aCase()
      .received('2026-03-02')
      .correctionNotified('2026-03-04', { sent: '2026-03-04', served: '2026-03-06' })
      .corrected('2026-03-10');
    expect(waits(b, '2026-03-10')).toBe('institution: examine-corrected');
  });
  it('accepted: first the copy goes out', () => {
    expect(waits(accepted(), '2026-03-04')).toBe('institution: send-copy');
  });
  it('copied: the respondent until its limit ends, then nobody waits for it any more', () => {
    const b = accepted().copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' });
    expect(b.on('2026-03-20').waiting).toMatchObject({ who: 'respondent', what: 'reply', subject: policeBureau });
    expect(waits(b, '2026-03-23')).toBe('institution: decide');
  });
  it('a proposal waits for the section head, endorsed for the approver the article names', () => {
    const proposalId = 'p1' as ProposalId;
    const propose = (step: string) =>
      accepted()
        .copied('2026-03-05', { served: '2026-03-06' })
        .with('step-proposed', '2026-03-10', { proposalId, step, input: {}, opinion: '' });
    expect(waits(propose('extend'), '2026-03-10')).toBe('section-head: approve');
    const endorsed = (step: string) => propose(step).with('step-endorsed', '2026-03-11', { proposalId, opinion: '' });
    expect(waits(endorsed('extend'), '2026-03-11')).toBe('institution-head: approve');
    expect(waits(endorsed('decide'), '2026-03-11')).toBe('organ-head: approve');
    const returned = endorsed('decide').with('step-returned', '2026-03-12', { proposalId, reasons: '请补充理由' });
    expect(waits(returned, '2026-03-12')).toBe('respondent: reply');
  });
  it.each([
    ['applicant-died', 'applicant: successor'],
    ['applicant-incapacitated', 'applicant: successor'],
    ['applicant-missing', 'applicant: successor'],
    ['entity-ended', 'applicant: successor'],
    ['force-majeure', 'institution: resume'],
    ['mediation', 'institution: resume'],
    ['law-application', 'competent-organ: law-application'],
    ['other-case', 'other-case: other-case'],
    ['other', 'institution: resume'],
  ] as const)('suspended on %s: %s', (ground, expected) => {
    expect(waits(accepted().suspended('2026-03-10', ground), '2026-03-11')).toBe(expected);
  });
  it('a normative review: its maker, once asked, until it replied', () => {
    const b = accepted().reviewBegun('2026-03-10');
    const d = b.document('normative-reply-notice', '2026-03-11', [{ sent: '2026-03-11', served: '2026-03-12' }]);
    b.write([d.entry, b.entry('normative-maker-asked', '2026-03-11', { documentId: d.id })]);
    expect(waits(b, '2026-03-12')).toBe('document-maker: maker-reply');
    expect(b.due('reconsideration.review-maker-reply')).toBe('2026-03-26');
    b.with('normative-maker-replied', '2026-03-20', { summary: '', fileIds: [] });
    expect(waits(b, '2026-03-20')).toBe('institution: normative-review');
  });
  it('decided: service; served: nobody, or the respondent where it must perform', () => {
    const whole = (redo: boolean) =>
      accepted()
        .copied('2026-03-05', { served: '2026-03-06' })
        .decided('2026-04-01', ['revoke'], {
          out: { sent: '2026-04-01', served: '2026-04-03' },
          ...(redo ? { redoDays: null } : {}),
        });
    expect(waits(whole(false), '2026-04-02')).toBe('service: serve-decision');
    expect(waits(whole(false), '2026-04-03')).toBe('nobody: nothing');
    expect(waits(whole(true), '2026-04-03')).toBe('respondent: perform');
  });
});

describe('the clocks that run', () => {
  it('come worst first: overdue, then by their end, then the stopped', () => {
    const b = accepted().copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' });
    const rules = (on: string) => b.on(on).running.map((k) => k.ruleId);
    expect(rules('2026-03-10')).toEqual(['reconsideration.reply-ordinary', 'reconsideration.decide-ordinary']);
    expect(rules('2026-03-23')).toEqual(['reconsideration.reply-ordinary', 'reconsideration.decide-ordinary']);
    const stopped = b.suspended('2026-03-10');
    expect(stopped.on('2026-03-12').running.map((k) => k.ruleId)).toEqual([
      'reconsideration.reply-ordinary',
      'reconsideration.decide-ordinary',
    ]);
  });
  it('what is met does not run', () => {
    const b = accepted().copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' }).replied('2026-03-12');
    expect(b.on('2026-03-13').running.map((k) => k.ruleId)).toEqual(['reconsideration.decide-ordinary']);
  });
});

describe('the read rows of a case', () => {
  const rowsOf = (b: ReturnType<typeof aCase>) => {
    const rows = projectLedger(reconsideration, b.ledger, b.law);
    if (rows === null) throw new Error('no rows');
    return rows;
  };
  it('an application nobody touches changes its row by itself on the sixth working day, with no write', () => {
    const { participants, caseIndex } = rowsOf(aCase().received('2026-01-05'));
    expect(caseIndex).toMatchObject({
      acceptedOn: '2026-01-12',
      acceptedBy: 'lapse',
      acceptedVisibleFrom: '2026-01-13',
    });
    expect(participants[0]).toMatchObject({
      fromOn: '-infinity',
      untilOn: '2026-01-13',
      stage: 'received',
      dueRule: 'reconsideration.examine',
      sortDue: '2026-01-12',
      amberOn: '2026-01-07',
      redOn: '2026-01-13',
    });
    expect(participants[1]).toMatchObject({
      fromOn: '2026-01-13',
      stage: 'accepted',
      dueRule: 'reconsideration.send-copy-ordinary',
    });
  });
  it('a respondent takes part from the copy on, with its own clock', () => {
    expect(rowsOf(accepted()).participants.some((p) => p.capacity === 'respondent')).toBe(false);
    const own = rowsOf(
      accepted().copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' }),
    ).participants.filter((p) => p.capacity === 'respondent');
    // The copy left on the 5th and arrived on the 6th: from then on its limit runs.
    expect(own.find((p) => p.fromOn === '2026-03-06')).toMatchObject({
      organId: policeBureau,
      dueRule: 'reconsideration.reply-ordinary',
      sortDue: '2026-03-20',
    });
  });
  it('a suspended case sorts last: it has no end', () => {
    const { participants } = rowsOf(
      accepted()
        .copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' })
        .replied('2026-03-09')
        .suspended('2026-03-10'),
    );
    expect(participants.find((p) => p.capacity === 'reviewing')).toMatchObject({
      stage: 'suspended',
      dueRule: 'reconsideration.decide-ordinary',
      dueStatus: 'stopped',
      sortDue: 'infinity',
      redOn: 'infinity',
    });
  });
  it('a date in 2027 is provisional and says so', () => {
    const { participants } = rowsOf(
      aCase()
        .received('2026-11-20')
        .accepted('2026-11-25')
        .copied('2026-11-26', { sent: '2026-11-26', served: '2026-11-27' })
        .replied('2026-12-01'),
    );
    expect(participants.find((p) => p.capacity === 'reviewing')).toMatchObject({
      sortDue: '2027-01-25',
      dueStatus: 'provisional',
    });
  });
  it('carries both versions on every dated row', () => {
    const b = accepted();
    const { clocks, caseIndex } = rowsOf(b);
    expect(clocks.length).toBeGreaterThan(3);
    for (const row of [...clocks, caseIndex]) {
      expect(row).toMatchObject({ lawBookVersion: b.law.lawBook.version, calendarVersion: b.law.calendar.version });
    }
  });
  it('counts an annulment in the version, though the fold never sees it', () => {
    const b = accepted();
    b.annulled(b.head.version, '2026-03-09');
    expect(rowsOf(b).caseIndex.version).toBe(b.head.version);
  });
  it('links and party names come along', () => {
    const b = accepted().with('linked', '2026-03-05', { kind: 'related', to: 'case-9' as never, why: '' });
    expect(rowsOf(b).links).toMatchObject([{ fromStreamId: 'case-1', toStreamId: 'case-9', kind: 'related' }]);
    const people = rowsOf(b).partyNames.filter((n) => n.personRecordId !== null);
    expect(people).toMatchObject([{ partyId: applicantLi, personRecordId: `person-${applicantLi}` }]);
    const gone = b.with('unlinked', '2026-03-06', { seq: b.head.version, why: '误关联' });
    expect(rowsOf(gone).links).toEqual([]);
  });
});

describe('facts', () => {
  it('tell the case in dated, flat words', () => {
    const b = accepted()
      .copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' })
      .replied('2026-03-12')
      .heard('2026-03-16')
      .suspended('2026-03-17')
      .resumed('2026-03-24')
      .extended('2026-04-20', 10, { sent: '2026-04-20' })
      .decided('2026-05-08', ['revoke', 'order-performance'], { out: { sent: '2026-05-09', served: '2026-05-11' } });
    const facts = reconsideration.facts(b.fold());
    const on = (name: string, subject = '') =>
      facts.find((f) => f.name === name && (subject === '' || f.subject === subject))?.on;
    expect(on('received')).toBe('2026-03-02');
    expect(facts.find((f) => f.name === 'accepted')).toMatchObject({ on: '2026-03-04', value: 'decision' });
    expect(on('copy-sent', policeBureau)).toBe('2026-03-05');
    expect(on('reply-due', policeBureau)).toBe('2026-03-20');
    expect(on('reply-filed', policeBureau)).toBe('2026-03-12');
    expect(facts.find((f) => f.name === 'suspended')).toMatchObject({ on: '2026-03-17', value: 'other-case' });
    expect(on('resumed')).toBe('2026-03-24');
    expect(facts.find((f) => f.name === 'extended')).toMatchObject({ value: '10' });
    expect(on('decide-due')).toBe('2026-05-20');
    expect(facts.filter((f) => f.name === 'outcome').map((f) => f.value)).toEqual(['revoke', 'order-performance']);
    expect(on('dispatched')).toBe('2026-05-09');
    expect(on('decision-served', applicantLi)).toBe('2026-05-11');
    expect(on('effective')).toBe('2026-05-11');
  });
  it('an extension without effect is no fact', () => {
    const b = accepted().extended('2026-06-01', 10, { sent: '2026-06-01' });
    expect(b.fold().extensions).toHaveLength(1);
    expect(reconsideration.facts(b.fold()).some((f) => f.name === 'extended')).toBe(false);
  });
  it('deemed acceptance is a fact seen from the day after', () => {
    const facts = reconsideration.facts(aCase().received('2026-01-05').fold());
    expect(facts.find((f) => f.name === 'accepted')).toEqual({
      name: 'accepted',
      subject: '',
      on: '2026-01-12',
      value: 'lapse',
      visibleFrom: '2026-01-13',
    });
  });
  it('the position on a day before anything was filed is still an answer', () => {
    expect(positionOn(accepted().fold(), day('2020-01-01')).stage).toBe('received');
  });
});
