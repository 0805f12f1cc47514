/** A lawsuit by its steps, from the summons to performance. */
import { describe, expect, it } from 'vitest';
import { countyGovernment, policeBureau } from '../testing/builders.ts';
import { theLiaison } from '../testing/play.ts';
import { aDeputy, aPlayedSuit, aSummonsInput, playSuit, theDepartmentHead } from '../testing/play-lawsuit.ts';

const session = { on: '2026-04-10', time: '09:00', place: '第三审判庭' };

describe('a lawsuit by its steps', () => {
  it('goes from the summons to performance', () => {
    const p = aPlayedSuit();
    expect(p.suit.number).toBe('云政应〔2026〕12号');
    expect(p.due('litigation.answer')).toBe('2026-03-17');
    p.do('acknowledge', { name: '陶某' }, '2026-03-03', theLiaison);
    const answer = { opinion: '请求驳回。', evidence: [{ name: '询问笔录' }] };
    p.do('propose', { step: { type: 'file-answer', input: answer } }, '2026-03-10', theLiaison);
    const proposalId = p.suit.proposals[0]?.proposalId ?? '';
    p.do('approve', { proposalId }, '2026-03-11', theDepartmentHead);
    expect(p.suit.instances[0]?.answers[0]?.payload.organId).toBe(policeBureau);
    p.do('set-session', session, '2026-03-20');
    p.do('plan-leader', { leader: aDeputy() }, '2026-03-23', theLiaison);
    p.do('confirm-leader', {}, '2026-03-24', theLiaison);
    p.do('submit-identity-proof', { sealed: false }, '2026-04-08', theLiaison);
    p.do('check-identity-proof', { result: 'rejected' }, '2026-04-10');
    p.do('hold-session', { adjourned: true }, '2026-04-10');
    p.do('record-appearance', { leader: aDeputy(), spoke: true }, '2026-04-10', theLiaison);
    expect(p.suit.instances[0]?.duties[0]).toMatchObject({ result: 'not-counting' });
    p.do('set-session', { ...session, on: '2026-04-24' }, '2026-04-10');
    p.do('plan-leader', { leader: aDeputy() }, '2026-04-12', theLiaison);
    p.do('submit-identity-proof', {}, '2026-04-22', theLiaison);
    p.do('hold-session', {}, '2026-04-24');
    const second = p.sessionId;
    p.do('record-appearance', { sessionId: second, leader: aDeputy(), spoke: true }, '2026-04-24', theLiaison);
    expect(p.suit.instances[0]?.duties[0]).toMatchObject({ result: 'appeared', dischargedOn: '2026-04-24' });
    p.do('record-judgment', { outcomes: ['revoke'], redo: { days: 60 }, operative: '撤销。' }, '2026-05-20');
    p.do('record-service', { to: { is: 'organ', organId: policeBureau } }, '2026-05-22');
    p.do('record-service', { to: [{ is: 'party', partyId: p.plaintiff }] }, '2026-05-25');
    p.do('record-appeal', { organs: [policeBureau] }, '2026-06-01');
    p.do(
      'open-instance',
      { level: 'second', court: '云山市中级人民法院', courtNumber: '（2026）云04行终5号', docketedOn: '2026-06-20' },
      '2026-06-24',
    );
    expect(p.suit.instances).toHaveLength(2);
    p.do('receive-papers', { papers: ['summons'] }, '2026-06-24');
    p.do('set-session', { ...session, on: '2026-07-10' }, '2026-06-25');
    p.do('record-appearance', { staff: [{ name: '陶某', actsInPower: true }] }, '2026-07-10', theLiaison);
    p.do('record-judgment', { outcomes: ['uphold'], operative: '维持原判。' }, '2026-07-30');
    for (const to of [
      { is: 'organ' as const, organId: policeBureau },
      { is: 'party' as const, partyId: p.plaintiff },
    ]) {
      p.do('record-service', { to }, '2026-08-03');
    }
    expect(p.suit.obligations).toHaveLength(1);
    p.do(
      'record-defects',
      { elements: ['procedure'], what: '未告知听证权利。', instanceId: p.suit.instances[0]?.instanceId },
      '2026-08-05',
    );
    p.do('read-defects', { name: '陶某', measures: '完善流程。' }, '2026-08-06', theLiaison);
    p.do('record-performance', { proof: '重新作出处罚决定' }, '2026-09-01', theLiaison);
    expect(p.suit.closing?.on).toBe('2026-09-01');
    expect(p.suit.contradictions).toEqual([]);
  });

  it('is registered by the office alone, with who is defendant after the reconsideration', () => {
    const p = playSuit();
    expect(p.refusal('register-summons', aSummonsInput(), '2026-03-02', theLiaison).reason?.code).toBe(
      'not-this-actor',
    );
    const odd = aSummonsInput({ organs: [{ organId: countyGovernment, role: 'reconsideration-organ' }] });
    expect(
      p.refusal(
        'register-summons',
        { ...odd, papers: [{ organId: countyGovernment, papers: ['complaint-copy'] }] },
        '2026-03-02',
      ),
    ).toMatchObject({ code: 'needs-reason', contradictions: [{ code: 'role-not-of-result' }] });
  });
});
