/** Who is told of a limit: whose it is, and once it is overdue who answers for it. */
import { describe, expect, it } from 'vitest';
import type { AccountId, OrganId } from '../ids.ts';
import { obligors } from '../law/vocabulary.ts';
import { type DueClock, toldOfRung } from './recipients.ts';
import { rungCodes } from './rungs.ts';

const county = 'organ-county' as OrganId;
const police = 'organ-police' as OrganId;
const handler = 'account-handler' as AccountId;
const clock = (over: Partial<DueClock>): DueClock => ({
  ruleId: 'reconsideration.decide-ordinary',
  obligor: 'reconsideration-organ',
  subject: 'case',
  organId: county,
  handlers: [handler],
  subjectInformed: false,
  ...over,
});
const reply = clock({
  ruleId: 'reconsideration.reply-ordinary',
  obligor: 'respondent',
  subject: police,
  subjectInformed: true,
});
const handlers = { is: 'accounts', accounts: [handler] };

describe('the office’s own limit', () => {
  it.each(rungCodes.filter((rung) => rung !== 'overdue'))('on %s is its handlers’', (rung) => {
    expect(toldOfRung(clock({}), rung)).toEqual([handlers]);
  });
  it('overdue goes up to the section head and the head of the institution', () => {
    expect(toldOfRung(clock({}), 'overdue')).toEqual([
      handlers,
      { is: 'roles', organId: county, roles: ['section-head', 'institution-head'] },
    ]);
  });
});

describe('a respondent’s limit', () => {
  it('is its liaisons’, and nobody’s of the office', () => {
    expect(toldOfRung(reply, 'left-3')).toEqual([{ is: 'roles', organId: police, roles: ['department-liaison'] }]);
  });
  it('from the last working day on is its head’s, too', () => {
    const both = { is: 'roles', organId: police, roles: ['department-liaison', 'department-head'] };
    expect(toldOfRung(reply, 'left-1')).toEqual([both]);
    expect(toldOfRung(reply, 'today')).toEqual([both]);
    expect(toldOfRung(reply, 'overdue')).toEqual([both, handlers]);
  });
  it('is not told to one that has not been told of the case', () => {
    const unknown = { ...reply, subjectInformed: false };
    expect(toldOfRung(unknown, 'left-1')).toEqual([]);
    expect(toldOfRung(unknown, 'overdue')).toEqual([handlers]);
  });
});

describe('a limit of people outside', () => {
  it('is told once it is over: the next step is the handlers’', () => {
    const correct = clock({ ruleId: 'reconsideration.correct', obligor: 'applicant', subject: 'applicant' });
    expect(toldOfRung(correct, 'left-1')).toEqual([]);
    expect(toldOfRung(correct, 'overdue')).toEqual([handlers]);
  });
  it('that is a right runs out without a word', () => {
    for (const ruleId of ['litigation.sue-after-reconsideration', 'reconsideration.apply']) {
      for (const obligor of obligors) {
        for (const rung of rungCodes) expect(toldOfRung(clock({ ruleId, obligor }), rung)).toEqual([]);
      }
    }
  });
});
