/** What a worklist says: what must be posted by when, how many days are used, since when a case waits, what is missing. */
import { describe, expect, it } from 'vitest';
import { aCase, aParty, marketBureau, policeBureau, shippedLaw } from '../testing/builders.ts';
import { play, theHandler } from '../testing/play.ts';
import { factsOf } from './facts.ts';
import { documentsToPost, mustBePostedBy, unservedSendings } from './to-post.ts';
import { decisionDays, deemedAcceptanceOn, effectOfProposal, unknownLimits, waitedOn } from './worklist.ts';

type Case = ReturnType<typeof aCase>;
const { calendar } = shippedLaw();
const posts = (b: Case, on: string) =>
  mustBePostedBy(b.fold(), b.on(on)).map(({ document, by, state }) => [document, by, state].join(' '));
const facts = (b: Case, name: string) => factsOf(b.fold()).filter((fact) => fact.name === name);

describe('须在某日前寄出', () => {
  it('a refusal, while the application is examined: by the end of the five working days', () => {
    const b = aCase().received('2026-03-02');
    expect(posts(b, '2026-03-03')).toEqual(['refusal-decision 2026-03-09 to-make']);
    expect(mustBePostedBy(b.fold(), b.on('2026-03-03'))[0]?.article).toBe('ARL2023 30(1)');
    // Silence has accepted it: nothing can be refused any more, and the copy must leave.
    expect(posts(b, '2026-03-10')).toEqual(['reply-notice 2026-03-18 to-make']);
  });

  it('a refusal that is made and has not left: by the same day, and until it leaves', () => {
    const b = aCase().received('2026-03-02').refused('2026-03-05');
    const [one] = documentsToPost(b.fold());
    expect(one).toMatchObject({ by: '2026-03-09', ruleId: 'reconsideration.examine' });
    expect(posts(b, '2026-03-05')).toEqual(['refusal-decision 2026-03-09 made']);
    expect(posts(b, '2026-03-04')).not.toContain('refusal-decision 2026-03-09 made');
    expect(facts(b, 'to-post')).toMatchObject([
      { on: '2026-03-09', value: 'refusal-decision', visibleFrom: '2026-03-05' },
    ]);
    const sent = aCase().received('2026-03-02').refused('2026-03-05', 'within-scope', { sent: '2026-03-06' });
    expect([documentsToPost(sent.fold()), facts(sent, 'to-post')].flat()).toEqual([]);
    const served = aCase().received('2026-03-02').refused('2026-03-05', 'within-scope', { served: '2026-03-06' });
    expect(documentsToPost(served.fold())).toEqual([]);
  });

  it('a correction notice: by the end of the five days for asking', () => {
    const b = aCase().received('2026-03-02').correctionNotified('2026-03-04');
    expect(posts(b, '2026-03-04')).toEqual(['correction-notice 2026-03-09 made']);
    const sent = aCase().received('2026-03-02').correctionNotified('2026-03-04', { sent: '2026-03-05' });
    expect(posts(sent, '2026-03-05')).toEqual([]);
  });

  it('the copy with its reply notice: seven working days after acceptance, until it is out', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    expect(posts(b, '2026-03-05')).toEqual(['reply-notice 2026-03-13 to-make']);
    expect(posts(b.copied('2026-03-06', { sent: '2026-03-06' }), '2026-03-06')).toEqual([]);
  });

  it('an extension: before the end that it moves', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-06', { sent: '2026-03-06' });
    const end = b.due('reconsideration.decide-ordinary');
    b.extended('2026-04-20', 30, {});
    expect(posts(b, '2026-04-20')).toEqual([`extension-notice ${end} made`]);
    const sent = aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-06', { sent: '2026-03-06' });
    expect(posts(sent.extended('2026-04-20', 30, { sent: '2026-04-21' }), '2026-04-21')).toEqual([]);
  });

  it('an extension, or a notice to correct, until it has left for every applicant; and for whom it has not', () => {
    const parties = [aParty('party-li'), aParty('party-wu')];
    const two = () => aCase().received('2026-03-02', { parties });
    const extended = (sendings: readonly { readonly party: string; readonly sent: string }[]) => {
      const b = two().accepted('2026-03-04').copied('2026-03-06', { sent: '2026-03-06' });
      const d = b.document('extension-notice', '2026-04-20', sendings);
      return b.write([d.entry, b.entry('extended', '2026-04-20', { days: 30, reason: '案情复杂', documentId: d.id })]);
    };
    const toLi = { party: 'party-li', sent: '2026-04-20' };
    const toWu = { party: 'party-wu', sent: '2026-04-20' };
    expect(mustBePostedBy(extended([toLi]).fold(), extended([toLi]).on('2026-04-20'))).toMatchObject([
      { document: 'extension-notice', by: '2026-05-06', state: 'made', missing: ['party-wu'] },
    ]);
    expect(facts(extended([toLi]), 'to-post')).toMatchObject([{ value: 'extension-notice' }]);
    // Nobody has been sent it: it is the document that waits, not this one or that.
    expect(documentsToPost(extended([]).fold())).toMatchObject([{ missing: [] }]);
    expect(documentsToPost(extended([toLi, toWu]).fold())).toEqual([]);

    const notified = two().correctionNotified('2026-03-04', { sent: '2026-03-05' });
    expect(documentsToPost(notified.fold())).toMatchObject([
      { document: { kind: 'correction-notice' }, by: '2026-03-09', missing: ['party-wu'] },
    ]);
  });

  it('a copy that is on record and has not left: it meets no limit, and asks nothing of the respondent', () => {
    const accepted = () => aCase().received('2026-03-02').accepted('2026-03-04');
    const unsent = accepted().copied('2026-03-06', {});
    const copyOf = (b: Case) => b.clock('reconsideration.send-copy-ordinary')?.end;
    expect(copyOf(unsent)).toEqual({ is: 'open' });
    expect(unsent.fold().clocks.some((k) => k.ruleId === 'reconsideration.reply-ordinary')).toBe(false);
    expect(unsent.on('2026-03-06').waiting).toMatchObject({ who: 'institution', what: 'send-copy' });
    expect(posts(unsent, '2026-03-06')).toEqual(['reply-notice 2026-03-13 made']);
    expect(facts(unsent, 'to-post')).toMatchObject([{ value: 'reply-notice', on: '2026-03-13' }]);
    // Sent, or served, it is out: and it is the respondent who is waited for.
    for (const out of [{ sent: '2026-03-09' }, { served: '2026-03-09' }]) {
      const gone = accepted().copied('2026-03-06', out);
      expect(copyOf(gone)).toMatchObject({ is: 'met', on: '2026-03-09' });
      expect(posts(gone, '2026-03-09')).toEqual([]);
      expect(gone.on('2026-03-10').waiting.what).not.toBe('send-copy');
    }
    // An old history knows the day and no sending: that stays as it was.
    const old = accepted().copied('2026-03-06', {}, []);
    expect(copyOf(old)).toMatchObject({ is: 'met', on: '2026-03-06' });
    expect(posts(old, '2026-03-06')).toEqual([]);
  });

  it('a copy for the respondent it has not left for, where the other has it', () => {
    const respondents = [policeBureau, marketBureau];
    const b = aCase().received('2026-03-02', { respondents }).accepted('2026-03-04');
    const d = b.document('reply-notice', '2026-03-06', [
      { organ: policeBureau, sent: '2026-03-06' },
      { organ: marketBureau },
    ]);
    b.write([d.entry, b.entry('copy-issued', '2026-03-06', { documentId: d.id })]);
    expect(b.clock('reconsideration.send-copy-ordinary')?.end).toEqual({ is: 'open' });
    expect(documentsToPost(b.fold())).toMatchObject([{ document: { kind: 'reply-notice' }, missing: [marketBureau] }]);
  });

  it('a decision: by the end of the decision limit', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-06', { sent: '2026-03-06' });
    const end = b.due('reconsideration.decide-ordinary');
    expect(posts(b.decided('2026-04-20'), '2026-04-20')).toEqual([`decision ${end} made`]);
  });
});

describe('待签收', () => {
  it('is every sending without its service, until somebody signs', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-06', { sent: '2026-03-06' });
    // The acceptance notice to the applicant, and the copy.
    const subjects = () => unservedSendings(b.fold()).map(({ document, subject }) => `${document.kind} ${subject}`);
    expect(subjects()).toEqual(['acceptance-notice party-li', `reply-notice ${policeBureau}`]);
    expect(facts(b, 'awaiting-service').map((fact) => `${fact.on} ${fact.value}`)).toEqual([
      '2026-03-04 acceptance-notice',
      '2026-03-06 reply-notice',
    ]);
    const sending = unservedSendings(b.fold())[1]?.sending.id as string;
    b.served('2026-03-09', sending);
    expect(subjects()).toEqual(['acceptance-notice party-li']);
    expect(facts(b, 'awaiting-service')).toMatchObject([{ value: 'acceptance-notice' }]);
  });
});

describe('days used of the decision', () => {
  const accepted = () => aCase().received('2026-03-02').accepted('2026-03-04');

  it('are told with the marks at forty and fifty of sixty', () => {
    const on = (day: string) => decisionDays(accepted().on(day));
    expect(on('2026-04-12')).toEqual({
      used: 39,
      of: 60,
      marks: [
        { at: 40, reached: false },
        { at: 50, reached: false },
      ],
      stopped: false,
    });
    expect(on('2026-04-13')).toMatchObject({ used: 40, marks: [{ reached: true }, { reached: false }] });
    expect(on('2026-04-23')).toMatchObject({ used: 50, marks: [{ reached: true }, { reached: true }] });
    expect(decisionDays(aCase().received('2026-03-02').on('2026-03-03'))).toBeNull();
  });

  it('have the same marks in an extended limit, none in a simplified one; rows and counters mean the same days', () => {
    const longer = accepted().extended('2026-04-20', 30, { sent: '2026-04-21', served: '2026-04-22' });
    const marks = [
      { at: 40, reached: true },
      { at: 50, reached: true },
    ];
    expect(decisionDays(longer.on('2026-04-23'))).toMatchObject({ used: 50, of: 90, marks });
    expect(facts(longer, 'days-used').map((f) => [f.value, f.on])).toEqual([
      ['40', '2026-04-13'],
      ['50', '2026-04-23'],
    ]);
    const shorter = aCase().received('2026-03-02').accepted('2026-03-04', 'simplified', 'made-on-the-spot');
    expect(decisionDays(shorter.on('2026-03-15'))).toMatchObject({
      used: 11,
      of: 30,
      marks: [],
    });
    expect(facts(shorter, 'days-used')).toEqual([]);
  });

  it('stand still while the case is suspended, and the days of forty and fifty move', () => {
    const b = accepted();
    const marks = () => facts(b, 'days-used').map((fact) => [fact.value, fact.on].join(' '));
    expect(marks()).toEqual(['40 2026-04-13', '50 2026-04-23']);
    b.suspended('2026-04-20', 'other-case', { sent: '2026-04-20' });
    expect(marks()).toEqual(['40 2026-04-13']);
    expect(decisionDays(b.on('2026-05-20'))).toMatchObject({ used: 46, stopped: true });
    b.resumed('2026-04-30', { sent: '2026-04-30' });
    expect(marks()).toEqual(['40 2026-04-13', '50 2026-05-03']);
  });
});

describe('silence', () => {
  it('accepts at the end of the examination, and is told until then', () => {
    const b = aCase().received('2026-03-02');
    expect(deemedAcceptanceOn(b.on('2026-03-09'))).toBe('2026-03-09');
    expect(deemedAcceptanceOn(b.on('2026-03-10'))).toBeNull();
    expect(deemedAcceptanceOn(aCase().received('2026-03-02').accepted('2026-03-04').on('2026-03-04'))).toBeNull();
  });

  it('accepts a corrected application, too, but not one received under the law before 2024', () => {
    const corrected = aCase()
      .received('2026-03-02')
      .correctionNotified('2026-03-04', { sent: '2026-03-04', served: '2026-03-05' })
      .corrected('2026-03-10');
    expect(deemedAcceptanceOn(corrected.on('2026-03-11'))).toBe('2026-03-17');
    expect(deemedAcceptanceOn(aCase().received('2023-03-02').on('2023-03-03'))).toBeNull();
  });
});

describe('waiting', () => {
  const copied = (served?: string) =>
    aCase()
      .received('2026-03-02')
      .accepted('2026-03-04')
      .copied('2026-03-06', { sent: '2026-03-06', ...(served === undefined ? {} : { served }) });
  const waited = (b: Case, on: string) => waitedOn(b.fold(), b.on(on), calendar);

  it('for a reply is counted from its receipt, in working days, and goes on after the end', () => {
    expect(waited(copied('2026-03-06'), '2026-03-16')).toMatchObject({
      who: 'respondent',
      what: 'reply',
      since: '2026-03-06',
      workingDays: 6,
      due: '2026-03-20',
      consequence: 'act-without-evidence-or-basis',
      article: 'ARL2023 48',
    });
  });

  it('for a service is counted from the sending', () => {
    expect(waited(copied(), '2026-03-11')).toMatchObject({ who: 'service', since: '2026-03-06', workingDays: 3 });
  });

  it('for another case is counted from the stop', () => {
    const b = copied('2026-03-06').suspended('2026-03-10', 'other-case', { sent: '2026-03-10' });
    expect(waited(b, '2026-03-12')).toMatchObject({
      who: 'other-case',
      since: '2026-03-10',
      workingDays: 2,
      due: null,
    });
  });
});

describe('limits that cannot be reckoned', () => {
  it('are named with what is missing, the parties’ rights left out', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-06', { sent: '2026-03-06' });
    const found = unknownLimits(b.on('2026-03-09'));
    expect(found).toMatchObject([{ ruleId: 'reconsideration.reply-ordinary', subject: policeBureau }]);
    expect(unknownLimits(b.on('2026-03-09'), policeBureau)).toEqual(found);
    expect(unknownLimits(b.on('2026-03-09'), 'organ-another' as never)).toEqual([]);
    expect(unknownLimits(aCase().received('2026-03-02').accepted('2026-03-04').on('2026-03-05'))).toEqual([]);
    // A refusal without its service leaves the applicant's time to sue unknown: a right, not the office's work.
    expect(unknownLimits(aCase().received('2026-03-02').refused('2026-03-05').on('2026-03-06'))).toEqual([]);
  });
});

describe('an open proposal', () => {
  it('says what it would do, and by when', () => {
    const p = play()
      .do(
        'register-application',
        {
          channel: 'counter',
          filedOn: '2026-03-02',
          receivedOn: '2026-03-02',
          reviewingOrganId: 'organ-county' as never,
          respondents: [policeBureau],
          applicants: [{ key: 'a', person: { name: '李某' } }],
          act: {
            name: '行政处罚决定',
            madeOn: '2026-02-10',
            matter: 'penalty',
            knownHow: 'direct-service',
            knownOn: '2026-02-10',
          },
          requests: '撤销。',
          grounds: '认定事实不清。',
        } as never,
        '2026-03-02',
      )
      .do('accept', {}, '2026-03-04')
      .do(
        'propose',
        { step: { type: 'extend', input: { days: 30, reason: '案情复杂' } }, opinion: '拟延长。' },
        '2026-04-20',
        theHandler,
      );
    const c = p.case;
    const proposal = c.proposals[0];
    if (proposal === undefined) throw new Error('nothing is proposed');
    expect(effectOfProposal(c, proposal, p.builder.on('2026-04-20'))).toMatchObject({
      step: 'extend',
      approver: 'institution-head',
      endorsed: false,
      days: 30,
      by: p.builder.due('reconsideration.decide-ordinary'),
    });
  });
});
