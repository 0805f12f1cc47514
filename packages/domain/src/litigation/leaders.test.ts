/** Who may be arranged to appear: out of the office's posts, with the reason against everybody else, and free that hour. */
import { describe, expect, it } from 'vitest';
import { emptyOffice, type Office } from '../access/scope.ts';
import type { AccountId, OrganId, PostId } from '../ids.ts';
import type { Organ } from '../office/organ.ts';
import type { Post, PostTaken } from '../office/post-holder.ts';
import { day } from '../testing/builders.ts';
import { clashesOf, leadersOf, minuteOf, overlaps, sessionSpan, substitutesAmong } from './leaders.ts';

const police = 'organ-police' as OrganId;
const station = 'organ-station' as OrganId;
const old = 'organ-old' as OrganId;
const today = day('2026-03-02');
const on = day('2026-04-01');

const post = (id: string, taken: Partial<PostTaken>, from = '2020-01-01', leftOn: string | null = null): Post => ({
  id: `post-${id}` as PostId,
  version: 1,
  taken: {
    accountId: `account-${id}` as AccountId,
    organId: police,
    role: 'leader',
    title: '副局长',
    ...taken,
    from: day(from),
  },
  leftOn: leftOn === null ? null : day(leftOn),
  handOverBy: null,
  delegations: [],
});
const organ = (id: OrganId, over: Partial<Organ> = {}): Organ =>
  ({ id, version: 1, particulars: [], abolished: null, ...over }) as Organ;

function officeOf(posts: readonly Post[], organs: readonly Organ[] = [organ(police), organ(station)]): Office {
  return {
    ...emptyOffice,
    posts: new Map(posts.map((p) => [p.id, p])),
    organs: new Map(organs.map((o) => [o.id, o])),
  };
}
const names = (options: ReturnType<typeof leadersOf>) =>
  options.map((o) => [o.leader.postId, o.problems.map((p) => p.code).join(',')]);

describe('the leaders of an organ', () => {
  it('are those whose post says so; the others of the organ are not named', () => {
    const office = officeOf([
      post('chief', { role: 'department-head' }),
      post('liaison', { role: 'department-liaison' }),
      post('charge', { rank: 'deputy-level-in-charge', charge: '法制' }),
      post('ranked', { role: 'department-liaison', rank: 'other-in-charge', charge: '执法' }),
    ]);
    expect(names(leadersOf(office, police, { on, today }))).toEqual([
      ['post-charge', ''],
      ['post-ranked', ''],
      ['post-chief', ''],
    ]);
  });

  it('a rank that counts only in charge of the act does not without a charge', () => {
    const office = officeOf([post('idle', { rank: 'other-in-charge' })]);
    expect(names(leadersOf(office, police, { on, today }))).toEqual([['post-idle', 'not-in-charge']]);
  });

  it('who leaves before the session, and who takes the post after it, are shown with the reason', () => {
    const office = officeOf([
      post('leaving', {}, '2020-01-01', '2026-03-20'),
      post('leaving-that-day', {}, '2020-01-01', '2026-04-01'),
      post('long-gone', {}, '2020-01-01', '2025-01-01'),
      post('coming', {}, '2026-04-01'),
    ]);
    expect(names(leadersOf(office, police, { on, today }))).toEqual([
      ['post-coming', ''],
      ['post-leaving', 'not-in-office'],
      ['post-leaving-that-day', 'not-in-office'],
    ]);
  });

  it('the leaders of the organ that took its place are its own; those of the department that answers do not count', () => {
    const gone = organ(old, { abolished: { on: day('2025-12-31'), successorId: police } } as Partial<Organ>);
    const office = officeOf(
      [post('chief', {}), post('below', { organId: station })],
      [gone, organ(police), organ(station)],
    );
    const options = leadersOf(office, old, { on, today }, station);
    expect(names(options)).toEqual([
      ['post-chief', ''],
      ['post-below', 'lower-organ'],
    ]);
    expect(options[0]?.leader.organId).toBe(old);
  });
});

describe('a clash', () => {
  const span = { on, ...sessionSpan({ time: '09:30', minutes: 90 }) };
  const busy = (from: string, until: string, account = 'account-chief', at = on) => ({
    accountId: account as AccountId,
    on: at,
    from: minuteOf(from),
    until: minuteOf(until),
  });

  it('is an overlap on the same day; one that ends as the other begins is none', () => {
    expect(span).toMatchObject({ from: 570, until: 660 });
    expect(overlaps(span, busy('10:59', '12:00'))).toBe(true);
    expect(overlaps(span, busy('11:00', '12:00'))).toBe(false);
    expect(overlaps(span, busy('08:00', '09:30'))).toBe(false);
    expect(overlaps(span, busy('09:00', '12:00', 'account-chief', day('2026-04-02')))).toBe(false);
  });

  it('is the leader’s own, and nobody without an account has one', () => {
    const chief = { accountId: 'account-chief' as AccountId };
    const spans = [busy('10:00', '11:00'), busy('10:00', '11:00', 'account-other')];
    expect(clashesOf(chief, span, spans)).toHaveLength(1);
    expect(clashesOf({ accountId: null }, span, spans)).toEqual([]);
  });

  it('the substitute is eligible, free, and somebody else', () => {
    const office = officeOf([
      post('chief', { rank: 'head' }),
      post('busy', { rank: 'deputy' }),
      post('free', { rank: 'deputy' }),
      post('idle', { rank: 'other-in-charge' }),
    ]);
    const options = leadersOf(office, police, { on, today });
    const chief = { accountId: 'account-chief' as AccountId, name: 'x' };
    const found = substitutesAmong(options, span, [busy('09:00', '10:00', 'account-busy')], chief);
    expect(found.map((o) => o.leader.postId)).toEqual(['post-free']);
  });
});
