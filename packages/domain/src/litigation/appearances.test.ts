/** 法释〔2020〕3号: who counts as the leader of the organ sued, what discharges the duty, and what the court advises upon. */
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import { articleText } from '../law/article-text.ts';
import { byLegalOrder } from '../ledger/correction.ts';
import { countyGovernment as county, day, policeBureau as police, theClerk } from '../testing/builders.ts';
import {
  appearancesOf,
  articleOfDuty,
  articleOfNotCounting,
  articleOfTrigger,
  type SessionFacts,
} from './appearances.ts';
import type { AnyEntry } from './case-types.ts';
import { leaderRanks } from './codes.ts';
import { type Leader, type LitigationEntryType, type LitigationPayload, litigationEntries } from './entries.ts';

const market = 'organ-market' as OrganId;

/** One instance told entry by entry; sessions are told as they came to stand. */
function aTrial() {
  let seq = 0;
  const entries: AnyEntry[] = [];
  const sessions = new Map<string, SessionFacts>();
  const write = <T extends LitigationEntryType>(type: T, on: string, payload: object): AnyEntry => {
    seq += 1;
    const entry = {
      streamId: 'suit',
      seq,
      type,
      typeVersion: 1,
      occurredOn: on as CivilDate,
      occurredTime: null,
      recordedAt: seq,
      recordedBy: theClerk,
      doneBy: null,
      documentIds: [],
      commandId: `c${seq}`,
      prevHash: '',
      hash: '',
      standing: { is: 'original' },
      payload: litigationEntries[type].parse(payload) as LitigationPayload<T>,
    } as unknown as AnyEntry;
    entries.push(entry);
    return entry;
  };
  const told = {
    /** A session on a day; notified = what the court told each organ's leader. */
    session(
      id: string,
      on: string,
      o: { notified?: Record<string, 'shall' | 'may'>; kind?: 'trial' | 'inquiry' } = {},
    ) {
      const notices = Object.entries(o.notified ?? {}).map(([organId, leader]) => ({
        organId,
        leader,
        servedOn: null,
      }));
      const { notified: _n, kind = 'trial' } = o;
      const set = write('session-set', '2026-03-01', {
        instanceId: 'i1',
        sessionId: id,
        kind,
        on,
        time: '09:30',
        minutes: 120,
        place: '第三法庭',
        isPublic: true,
        online: false,
        notices,
        fileIds: [],
      });
      sessions.set(id, {
        sessionId: id,
        instanceId: 'i1',
        set: set as SessionFacts['set'],
        moves: [],
        on: day(on),
        time: '09:30',
        minutes: 120,
        place: '第三法庭',
        isPublic: true,
        notices: notices as unknown as SessionFacts['notices'],
        cancelled: null,
        held: null,
        observation: null,
      });
      return told;
    },
    move(id: string, told_on: string, on: string) {
      const s = sessions.get(id);
      const moved = write('session-moved', told_on, {
        sessionId: id,
        on,
        time: '09:30',
        place: '第三法庭',
        why: '',
        notices: [],
      });
      if (s) sessions.set(id, { ...s, on: day(on), moves: [...s.moves, moved as SessionFacts['moves'][number]] });
      return told;
    },
    held(id: string, adjourned = false) {
      const s = sessions.get(id);
      if (!s) throw new Error(id);
      const held = write('session-held', s.on, { sessionId: id, adjourned, note: '', fileIds: [] });
      sessions.set(id, { ...s, held: held as SessionFacts['held'] });
      return told;
    },
    write(type: LitigationEntryType, on: string, payload: object) {
      write(type, on, payload);
      return told;
    },
    proof(id: string, on: string, leaderName: string, over: object = {}, organId = police) {
      const whole = { hasName: true, hasTitle: true, sealed: true, fileIds: [] };
      return told.write('identity-proof-submitted', on, { sessionId: id, organId, leaderName, ...whole, ...over });
    },
    checked(id: string, on: string, result: string, organId = police) {
      return told.write('identity-proof-checked', on, { sessionId: id, organId, result, why: '' });
    },
    came(id: string, on: string, leader: Leader | null, over: object = {}, organId = police) {
      const plain = { spoke: true, leftEarly: false, refusedToExplain: false, staff: [], lawyers: 0, fileIds: [] };
      return told.write('appearance-recorded', on, { sessionId: id, organId, leader, ...plain, ...over });
    },
    explained(id: string, on: string, over: object = {}, organId = police) {
      const good = { ground: 'irreplaceable-duty', reason: '防汛', proof: 'sealed', askedAdjournment: false };
      return told.write('absence-explained', on, {
        sessionId: id,
        organId,
        ...good,
        delegates: [],
        fileIds: [],
        ...over,
      });
    },
    fold(organs: readonly OrganId[] = [police]) {
      const result = appearancesOf(
        'i1',
        entries.toSorted(byLegalOrder),
        organs.map((organId) => ({ organId })),
        [...sessions.values()],
      );
      const at = (id: string, organId = police) => {
        const found = result.appearances.find((a) => a.sessionId === id && a.organId === organId);
        if (!found) throw new Error(`nothing of ${organId} at ${id}`);
        return found;
      };
      const duty = (organId = police) => {
        const found = result.duties.find((d) => d.organId === organId);
        if (!found) throw new Error(`no duty of ${organId}`);
        return found;
      };
      return { ...result, at, duty };
    },
  };
  return told;
}

const leader = (over: Partial<Leader> = {}): Leader => ({
  postId: null,
  accountId: null,
  name: '顾长风',
  title: '局长',
  rank: 'head',
  organId: police,
  from: null,
  until: null,
  inCharge: false,
  ...over,
});
const deputy = leader({ name: '江晚晴', title: '副局长', rank: 'deputy' });
const staff = (actsInPower = true) => ({ staff: [{ name: '周岚', title: '法制大队教导员', actsInPower }] });
const codesAt = (t: ReturnType<typeof aTrial>, id: string) =>
  t
    .fold()
    .at(id)
    .notCounting.map((n) => n.code);

describe('who counts as the leader of the organ sued', () => {
  /** The allowed list by hand: rank × in charge; everybody else does not count. */
  const counting: readonly string[] = [
    'head/no',
    'head/yes',
    'deputy/no',
    'deputy/yes',
    'deputy-level-in-charge/yes',
    'other-in-charge/yes',
  ];
  it.each(leaderRanks.flatMap((rank) => [true, false].map((inCharge) => [rank, inCharge] as const)))(
    '%s, in charge of the act: %s',
    (rank, inCharge) => {
      const who = leader({ rank, inCharge });
      const t = aTrial()
        .session('s1', '2026-04-01')
        .held('s1')
        .proof('s1', '2026-03-30', who.name)
        .came('s1', '2026-04-01', who);
      expect(t.fold().at('s1').counts).toBe(counting.includes(`${rank}/${inCharge ? 'yes' : 'no'}`));
    },
  );

  it('a lower organ’s leader never counts, whatever the rank; nor that of an entrusted organisation', () => {
    const lower = leader({ organId: 'organ-station' as OrganId, title: '派出所所长' });
    const t = (who: Leader) =>
      aTrial().session('s1', '2026-04-01').held('s1').proof('s1', '2026-03-30', who.name).came('s1', '2026-04-01', who);
    expect(codesAt(t(lower), 's1')).toEqual(['lower-organ']);
    expect(codesAt(t(leader({ rank: 'lower-organ' })), 's1')).toEqual(['lower-organ']);
    const entrusted = leader({ rank: 'entrusted-organisation', organId: 'organ-x' as OrganId });
    expect(codesAt(t(entrusted), 's1')).toEqual(['entrusted-organisation']);
    expect(t(lower).fold().at('s1').notCounting[0]?.article).toBe('LEAD2020 2(2)');
  });

  it('the post must cover the session’s day: its first day counts, the day it was left does not', () => {
    const t = (from: string | null, until: string | null) => {
      const who = leader({ from: from as CivilDate | null, until: until as CivilDate | null });
      return aTrial()
        .session('s1', '2026-04-01')
        .held('s1')
        .proof('s1', '2026-03-30', who.name)
        .came('s1', '2026-04-01', who);
    };
    expect(t('2026-04-01', null).fold().at('s1').counts).toBe(true);
    expect(t('2020-01-01', '2026-04-02').fold().at('s1').counts).toBe(true);
    expect(codesAt(t('2026-04-02', null), 's1')).toEqual(['not-in-office']);
    expect(codesAt(t('2020-01-01', '2026-04-01'), 's1')).toEqual(['not-in-office']);
  });

  it('everything that speaks against somebody is said, with its article', () => {
    const who = leader({ rank: 'other-in-charge', until: day('2026-01-01') });
    const t = aTrial().session('s1', '2026-04-01').held('s1').came('s1', '2026-04-01', who);
    expect(t.fold().at('s1').notCounting).toEqual([
      { code: 'not-in-charge', article: 'LEAD2020 2(1)' },
      { code: 'not-in-office', article: 'LEAD2020 2(1)' },
      { code: 'proof-missing', article: 'LEAD2020 6(1)' },
    ]);
  });
});

describe('the identity proof', () => {
  const held = () => aTrial().session('s1', '2026-04-01').held('s1');
  const came = (t: ReturnType<typeof aTrial>) => t.came('s1', '2026-04-01', leader());

  it('without one the leader did not appear; one handed in after the session is none', () => {
    expect(codesAt(came(held()), 's1')).toEqual(['proof-missing']);
    expect(codesAt(came(held().proof('s1', '2026-04-02', '顾长风')), 's1')).toEqual(['proof-missing']);
    expect(
      came(held().proof('s1', '2026-04-01', '顾长风'))
        .fold()
        .at('s1').counts,
    ).toBe(true);
  });

  it('one made out for somebody else is none', () => {
    expect(codesAt(came(held().proof('s1', '2026-03-30', '江晚晴')), 's1')).toEqual(['proof-missing']);
  });

  it('turned down, or to be cured and not cured: as if not appeared', () => {
    const rejected = came(held().proof('s1', '2026-03-30', '顾长风').checked('s1', '2026-04-01', 'rejected')).fold();
    expect(rejected.at('s1').notCounting).toEqual([{ code: 'proof-rejected', article: 'LEAD2020 6(2)' }]);
    expect(rejected.duty()).toMatchObject({ result: 'not-counting', dischargedOn: null });
    const uncured = came(held().proof('s1', '2026-03-30', '顾长风').checked('s1', '2026-03-31', 'to-cure'));
    expect(codesAt(uncured, 's1')).toEqual(['proof-rejected']);
    const cured = came(
      held()
        .proof('s1', '2026-03-30', '顾长风')
        .checked('s1', '2026-03-31', 'to-cure')
        .proof('s1', '2026-03-31', '顾长风'),
    );
    expect(cured.fold().at('s1').counts).toBe(true);
  });

  it('without the seal it counts only where the court accepted it', () => {
    const unsealed = held().proof('s1', '2026-03-30', '顾长风', { sealed: false });
    expect(codesAt(came(unsealed), 's1')).toEqual(['proof-missing']);
    const accepted = held()
      .proof('s1', '2026-03-30', '顾长风', { sealed: false })
      .checked('s1', '2026-04-01', 'accepted');
    expect(came(accepted).fold().at('s1').counts).toBe(true);
  });

  it('a check is of the proof handed in last before it, whoever comes in the end (6(2))', () => {
    const both = () =>
      held()
        .proof('s1', '2026-03-27', '顾长风')
        .checked('s1', '2026-03-28', 'accepted')
        .proof('s1', '2026-03-29', '江晚晴')
        .checked('s1', '2026-03-30', 'rejected');
    expect(came(both()).fold().at('s1').counts).toBe(true);
    const substitute = both().came('s1', '2026-04-01', leader({ name: '江晚晴' }));
    expect(codesAt(substitute, 's1')).toEqual(['proof-rejected']);
  });

  it('only missing on record it gives the court nothing to advise upon; turned down by the court it does (12(1)(1))', () => {
    const missing = came(held()).fold();
    expect(missing.at('s1')).toMatchObject({ counts: false, triggers: [] });
    const rejected = came(held().proof('s1', '2026-03-30', '顾长风').checked('s1', '2026-04-01', 'rejected')).fold();
    expect(rejected.at('s1').triggers).toEqual(['absent-without-reason']);
  });

  it('accepted once, it serves the same leader at the next session', () => {
    const t = came(held().proof('s1', '2026-03-30', '顾长风').checked('s1', '2026-04-01', 'accepted'))
      .session('s2', '2026-04-20', { notified: { [police]: 'shall' } })
      .held('s2')
      .came('s2', '2026-04-20', leader());
    expect(t.fold().at('s2').counts).toBe(true);
  });
});

describe('the duty', () => {
  it('arises only when a trial session is held', () => {
    const none = aTrial().session('s1', '2026-04-01').fold().duty();
    expect(none).toMatchObject({ arisesOn: null, result: null });
    const inquiry = aTrial().session('s1', '2026-04-01', { kind: 'inquiry' }).held('s1').fold().duty();
    expect(inquiry).toMatchObject({ arisesOn: null, result: null });
    expect(aTrial().session('s1', '2026-04-01').held('s1').fold().duty()).toMatchObject({
      arisesOn: '2026-04-01',
      result: 'unrecorded',
    });
  });

  it('is discharged by one appearance for all sessions of the instance', () => {
    const t = aTrial()
      .session('s1', '2026-04-01')
      .held('s1', true)
      .proof('s1', '2026-03-30', '顾长风')
      .came('s1', '2026-04-01', leader())
      .session('s2', '2026-04-20')
      .held('s2')
      .came('s2', '2026-04-20', null, staff())
      .fold();
    expect(t.duty()).toMatchObject({ result: 'appeared', dischargedOn: '2026-04-01', dischargedIn: 's1', again: [] });
    expect(t.at('s2')).toMatchObject({ counts: false, triggers: [], satInstead: 'staff' });
  });

  it.each([
    ['days before the second session', '2026-04-18'],
    ['on the very day of the first', '2026-04-01'],
  ])(
    'a rejected proof at the first session, a better one %s: the second discharges it, the first never counts',
    (_, on) => {
      const t = aTrial()
        .session('s1', '2026-04-01')
        .held('s1', true)
        .proof('s1', '2026-03-30', '顾长风')
        .checked('s1', '2026-04-01', 'rejected')
        .came('s1', '2026-04-01', leader())
        .session('s2', '2026-04-20')
        .held('s2')
        .proof('s2', on, '顾长风')
        .checked('s2', '2026-04-20', 'accepted')
        .came('s2', '2026-04-20', leader())
        .fold();
      expect(t.at('s1').counts).toBe(false);
      expect(t.duty()).toMatchObject({ arisesOn: '2026-04-01', dischargedOn: '2026-04-20', result: 'appeared' });
    },
  );

  it('stands again where the court notifies again', () => {
    const again = (t: ReturnType<typeof aTrial>) =>
      t
        .session('s1', '2026-04-01')
        .held('s1', true)
        .proof('s1', '2026-03-30', '顾长风')
        .came('s1', '2026-04-01', leader())
        .session('s2', '2026-04-20', { notified: { [police]: 'shall' } })
        .held('s2');
    const absent = again(aTrial()).came('s2', '2026-04-20', null, staff()).fold();
    expect(absent.duty()).toMatchObject({ result: 'absent', dischargedOn: null, again: ['s2'] });
    expect(absent.at('s2').triggers).toEqual(['absent-without-reason']);
    const other = again(aTrial()).proof('s2', '2026-04-19', '江晚晴').came('s2', '2026-04-20', deputy).fold();
    expect(other.at('s2').counts).toBe(true);
    expect(other.duty()).toMatchObject({ result: 'appeared', dischargedOn: '2026-04-20' });
  });

  it('two leaders for one duty: the second is recorded and does not count', () => {
    const later = aTrial()
      .session('s1', '2026-04-01')
      .held('s1', true)
      .proof('s1', '2026-03-30', '顾长风')
      .came('s1', '2026-04-01', leader())
      .session('s2', '2026-04-20')
      .held('s2')
      .proof('s2', '2026-04-18', '江晚晴')
      .came('s2', '2026-04-20', deputy)
      .fold();
    expect(later.at('s2')).toMatchObject({
      counts: false,
      notCounting: [{ code: 'second-leader', article: 'LEAD2020 7(1)' }],
      satInstead: null,
    });
    const together = aTrial()
      .session('s1', '2026-04-01')
      .held('s1')
      .proof('s1', '2026-03-30', '顾长风')
      .proof('s1', '2026-03-30', '江晚晴')
      .came('s1', '2026-04-01', leader())
      .came('s1', '2026-04-01', deputy)
      .fold();
    expect(together.at('s1')).toMatchObject({ counts: true, recorded: { payload: { leader: { name: '顾长风' } } } });
    expect(together.at('s1').further).toMatchObject([{ leader: { name: '江晚晴' }, notCounting: ['second-leader'] }]);
  });

  it('excused with a sealed or signed proof, until the court looked at it', () => {
    const held = () => aTrial().session('s1', '2026-04-01').held('s1').came('s1', '2026-04-01', null, staff());
    const result = (t: ReturnType<typeof aTrial>) => t.fold().duty().result;
    expect(result(held())).toBe('absent');
    expect(result(held().explained('s1', '2026-03-30'))).toBe('excused');
    expect(result(held().explained('s1', '2026-03-30', { proof: 'signed-by-chief' }))).toBe('excused');
    expect(result(held().explained('s1', '2026-03-30', { proof: 'missing' }))).toBe('absent');
    expect(result(held().explained('s1', '2026-03-30', { ground: 'none' }))).toBe('absent');
    const ruled = (accepted: boolean) =>
      held()
        .explained('s1', '2026-03-30')
        .write('absence-ruled', '2026-04-01', { sessionId: 's1', organId: police, accepted, why: '' });
    expect(result(ruled(true))).toBe('excused');
    expect(result(ruled(false))).toBe('absent');
  });

  it('what excused the day before a move does not excuse the day after it, and who confirmed must confirm anew', () => {
    const t = aTrial()
      .session('s1', '2026-04-01')
      .write('leader-planned', '2026-03-10', { sessionId: 's1', organId: police, leader: leader(), staff: [] })
      .write('leader-confirmed', '2026-03-12', { sessionId: 's1', organId: police })
      .explained('s1', '2026-03-20', { askedAdjournment: true })
      .move('s1', '2026-03-25', '2026-04-28')
      .held('s1')
      .came('s1', '2026-04-28', null, staff())
      .fold();
    expect(t.at('s1')).toMatchObject({ confirmed: null, explained: null, leader: { name: '顾长风' } });
    expect(t.at('s1').triggers).toEqual(['absent-after-adjournment']);
  });
});

describe('co-defendants', () => {
  const both = [police, county];
  const agreed = (on: string) =>
    aTrial()
      .write('appearance-agreed', on, {
        instanceId: 'i1',
        organIds: both,
        byOrganId: police,
        how: 'agreed',
        fileIds: [],
      })
      .session('s1', '2026-04-01')
      .held('s1')
      .proof('s1', '2026-03-30', '顾长风')
      .came('s1', '2026-04-01', leader())
      .came('s1', '2026-04-01', null, staff(), county);

  it('one leader covers the other organ’s duty; it is not missed (LEAD2020 3)', () => {
    const t = agreed('2026-03-20').fold(both);
    expect(t.duty(police).result).toBe('appeared');
    expect(t.duty(county)).toMatchObject({ result: 'covered', coveredBy: police, dischargedOn: '2026-04-01' });
    expect(t.at('s1', county).triggers).toEqual([]);
  });

  it('agreed only after the session, it covers nothing', () => {
    const t = agreed('2026-04-02').fold(both);
    expect(t.duty(county)).toMatchObject({ result: 'absent', coveredBy: null });
    expect(t.at('s1', county).triggers).toEqual(['absent-without-reason']);
  });

  it('where the one who was to come for both does not, both stand as that one does', () => {
    const t = aTrial()
      .write('appearance-agreed', '2026-03-20', {
        instanceId: 'i1',
        organIds: both,
        byOrganId: police,
        how: 'court',
        fileIds: [],
      })
      .session('s1', '2026-04-01')
      .held('s1')
      .explained('s1', '2026-03-30')
      .came('s1', '2026-04-01', null, staff())
      .came('s1', '2026-04-01', null, staff(), county)
      .fold(both);
    expect(t.duty(police).result).toBe('excused');
    expect(t.duty(county).result).toBe('excused');
  });

  it('each organ has its own duty: another organ’s leader discharges it only under article 3', () => {
    const t = aTrial()
      .session('s1', '2026-04-01')
      .held('s1')
      .proof('s1', '2026-03-30', '顾长风')
      .came('s1', '2026-04-01', leader())
      .fold([police, market]);
    expect(t.duty(police).result).toBe('appeared');
    expect(t.duty(market).result).toBe('unrecorded');
  });
});

describe('the five cases for judicial advice (LEAD2020 12(1))', () => {
  const triggers = (came: Leader | null, over: object, before = aTrial()) =>
    before
      .session('s1', '2026-04-01')
      .held('s1')
      .proof('s1', '2026-03-30', '顾长风')
      .came('s1', '2026-04-01', came, over)
      .fold()
      .at('s1');

  it('one: absent without a reason', () => {
    expect(triggers(null, staff()).triggers).toEqual(['absent-without-reason']);
  });
  it('two: absent again after an adjournment that was asked for and granted', () => {
    const t = aTrial()
      .session('s1', '2026-04-01')
      .explained('s1', '2026-03-28', { askedAdjournment: true })
      .held('s1', true)
      .came('s1', '2026-04-01', null, staff())
      .session('s2', '2026-04-20')
      .held('s2')
      .came('s2', '2026-04-20', null, staff())
      .fold();
    expect(t.at('s1').triggers).toEqual([]);
    expect(t.at('s2').triggers).toEqual(['absent-after-adjournment']);
  });
  it('three: neither a leader nor staff who act in the power; a lawyer alone is never enough', () => {
    expect(triggers(null, { lawyers: 2 })).toMatchObject({
      triggers: ['absent-without-reason', 'nobody-appeared'],
      satInstead: 'lawyer-only',
    });
    expect(triggers(null, {})).toMatchObject({ satInstead: 'nobody' });
    expect(triggers(null, { ...staff(false), lawyers: 1 })).toMatchObject({
      triggers: ['absent-without-reason', 'nobody-appeared'],
      satInstead: 'staff-and-lawyer',
    });
  });
  it('four and five: left early, refused to explain; the appearance counts all the same', () => {
    expect(triggers(leader(), { leftEarly: true, refusedToExplain: true })).toMatchObject({
      counts: true,
      triggers: ['left-early', 'refused-to-explain'],
    });
  });
  it('none where the leader came, or nothing is recorded', () => {
    expect(triggers(leader(), {}).triggers).toEqual([]);
    const planned = aTrial()
      .session('s1', '2026-04-01')
      .write('leader-planned', '2026-03-10', { sessionId: 's1', organId: police, leader: leader(), staff: [] })
      .held('s1')
      .fold();
    expect(planned.at('s1')).toMatchObject({ counts: null, triggers: [], satInstead: null });
  });
});

describe('articles', () => {
  it('each reason, trigger and result names an article whose words are on file', () => {
    const named = [articleOfNotCounting, articleOfTrigger, articleOfDuty].flatMap((table) => Object.values(table));
    for (const article of named) {
      const [law, number] = article.split(' ') as ['LEAD2020', string];
      expect(articleText(law, number), article).not.toBeNull();
    }
  });
});
