/** Who acts from which post on a day, and whose cases they may see. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId, PostId } from '../ids.ts';
import type { Account } from '../office/account.ts';
import type { Organ } from '../office/organ.ts';
import type { Post } from '../office/post-holder.ts';
import { holdersOf } from './holders.ts';
import { inPlaceOf } from './in-place-of.ts';
import { ownOrgans } from './own-organs.ts';
import { may, permissions, permissionsOf } from './permissions.ts';
import { type Role, roles } from './roles.ts';
import { actorOn, carriesOn, type Office, organsBelow, postsOn, predecessorsOf, scopeOf } from './scope.ts';

const begin = civilDate('2020-01-01');
const today = civilDate('2026-03-02');
const day = civilDate;

const organ = (id: string, parentId: string | null, reviews: boolean, over: Partial<Organ> = {}): Organ => ({
  id: id as OrganId,
  version: 1,
  particulars: [
    {
      from: begin,
      code: id,
      name: id,
      shortName: id,
      level: 'county',
      kind: reviews ? 'government' : 'department',
      parentId: parentId as OrganId | null,
      institution: reviews ? '司法局' : null,
      numberPrefix: reviews ? '政复' : null,
    },
  ],
  abolished: null,
  ...over,
});
const post = (id: string, accountId: string, organId: string, role: Role, over: Partial<Post> = {}): Post => ({
  id: id as PostId,
  version: 1,
  taken: { accountId: accountId as AccountId, organId: organId as OrganId, role, title: id, from: begin },
  leftOn: null,
  handOverBy: null,
  delegations: [],
  ...over,
});
const account = (id: string, over: Partial<Account> = {}): Account => ({
  id: id as AccountId,
  version: 1,
  username: id,
  name: id,
  openedOn: begin,
  suspended: [],
  ...over,
});
const byId = <K extends string, T extends { id: K }>(list: readonly T[]): ReadonlyMap<K, T> =>
  new Map(list.map((x) => [x.id, x]));
const office = (organs: readonly Organ[], posts: readonly Post[], accounts: readonly Account[]): Office => ({
  organs: byId(organs),
  posts: byId(posts),
  accounts: byId(accounts),
});

/** A city government with a county below it, and each one's police. */
const tree = [
  organ('city', null, true),
  organ('city-police', 'city', false),
  organ('county', 'city', true),
  organ('county-police', 'county', false),
];

describe('scope over the organ tree', () => {
  const of = (organId: string, role: Role) =>
    scopeOf(office(tree, [], []), { organId: organId as OrganId, role }, today).sort();

  it('shows a superior its own cases and those of the reviewing organs below it', () => {
    expect(of('city', 'handler')).toEqual(['city', 'county']);
    expect(of('county', 'handler')).toEqual(['county']);
  });

  it('shows a department its own cases only', () => {
    expect(of('county-police', 'department-liaison')).toEqual(['county-police']);
    expect(of('city', 'department-head')).toEqual(['city']);
  });

  it.each(['system-admin', 'security-admin', 'auditor'] as const)('shows a %s no case', (role) => {
    expect(of('city', role)).toEqual([]);
  });

  it('follows the tree of the day, and ends where somebody tied it into a ring', () => {
    const moved = organ('town', 'city', false, {
      particulars: [
        { ...organ('town', 'city', false).particulars[0], from: begin } as Organ['particulars'][number],
        { ...organ('town', 'county', false).particulars[0], from: day('2026-01-01') } as Organ['particulars'][number],
      ],
    });
    const all = office([...tree, moved], [], []);
    expect(organsBelow(all, 'county' as OrganId, day('2025-12-31'))).not.toContain('town');
    expect(organsBelow(all, 'county' as OrganId, day('2026-01-01'))).toContain('town');
    const ring = office([organ('a', 'b', true), organ('b', 'a', true)], [], []);
    expect(organsBelow(ring, 'a' as OrganId, today)).toEqual(['b']);
  });
});

describe('posts', () => {
  it('are held from their first day to the day before they are left', () => {
    const posts = [post('p', 'li', 'county', 'handler', { leftOn: day('2026-03-02') })];
    const all = office(tree, posts, [account('li')]);
    const held = (on: string) => postsOn(all, 'li' as AccountId, day(on)).length;
    expect([held('2019-12-31'), held('2020-01-01'), held('2026-03-01'), held('2026-03-02')]).toEqual([0, 1, 1, 0]);
  });

  it('can be several at once; the one that is wanted acts, else the first', () => {
    const posts = [post('p1', 'li', 'county', 'handler'), post('p2', 'li', 'county', 'section-head')];
    const all = office(tree, posts, [account('li')]);
    const as = (wanted: string | null) =>
      actorOn(all, 'li' as AccountId, wanted as PostId | null, today)?.acting.postId;
    expect([as('p2'), as(null), as('p-of-nobody')]).toEqual(['p2', 'p1', 'p1']);
  });

  it('are exercised by delegation on its days only, whose they are being said', () => {
    const delegated = post('p', 'zhou', 'county', 'institution-head', {
      delegations: [
        {
          seq: 2,
          to: 'gu' as AccountId,
          from: day('2026-03-02'),
          until: day('2026-03-06'),
          revokedOn: day('2026-03-05'),
        },
      ],
    });
    const all = office(tree, [delegated], [account('zhou'), account('gu')]);
    const on = (d: string) => actorOn(all, 'gu' as AccountId, null, day(d))?.acting.delegatedBy ?? null;
    expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-04'), on('2026-03-05')]).toEqual([
      null,
      'zhou',
      'zhou',
      null,
    ]);
    // The holder keeps the post meanwhile; a delegation ends with it.
    expect(actorOn(all, 'zhou' as AccountId, null, today)?.acting.delegatedBy).toBeNull();
    const left = office(tree, [{ ...delegated, leftOn: day('2026-03-03') }], [account('gu')]);
    expect(actorOn(left, 'gu' as AccountId, null, day('2026-03-04'))).toBeNull();
  });

  it('are nobody’s for an account that is unknown, suspended or without a post, or in an abolished organ', () => {
    const posts = [post('p', 'li', 'county', 'handler')];
    const suspended = account('li', { suspended: [{ from: day('2026-03-01'), until: day('2026-03-03') }] });
    const all = office(tree, posts, [suspended, account('idle')]);
    const who = (id: string, on: string) => actorOn(all, id as AccountId, null, day(on));
    expect(who('nobody', '2026-03-02')).toBeNull();
    expect(who('idle', '2026-03-02')).toBeNull();
    expect(who('li', '2026-03-02')).toBeNull();
    expect(who('li', '2026-03-03')).not.toBeNull();
    const gone = organ('county', 'city', true, { abolished: { on: day('2026-02-01'), successorId: null } });
    expect(actorOn(office([gone], posts, [account('li')]), 'li' as AccountId, null, today)).toBeNull();
  });
});

describe('permissions', () => {
  it('are somebody’s each, and keep the three administrators apart and away from cases', () => {
    for (const permission of permissions) {
      expect(
        roles.some((role) => permissionsOf(role).includes(permission)),
        permission,
      ).toBe(true);
    }
    const admins = ['system-admin', 'security-admin', 'auditor'] as const;
    const held = admins.flatMap((role) => permissionsOf(role));
    expect(new Set(held).size).toBe(held.length);
    expect(held.some((p) => p.startsWith('cases.') || p.startsWith('files.'))).toBe(false);
    expect(may({ acting: { role: 'auditor' } as never }, 'cases.read')).toBe(false);
    expect(may({ acting: { role: 'handler' } as never }, 'cases.read')).toBe(true);
  });
});

describe('an abolished organ and its successor', () => {
  const merged = (id: string, into: string, on: string) =>
    organ(id, 'county', false, { abolished: { on: day(on), successorId: into as OrganId } });
  const after = office(
    [
      organ('county', null, true),
      merged('food', 'trade', '2021-01-01'),
      merged('trade', 'market', '2024-01-01'),
      organ('market', 'county', false),
    ],
    [
      post('p-market', 'liaison', 'market', 'department-liaison'),
      post('p-food', 'former', 'food', 'department-liaison'),
    ],
    [account('liaison'), account('former')],
  );
  const market = 'market' as OrganId;

  it('hands its cases to the successor, and on to the successor’s own', () => {
    expect(predecessorsOf(after, market, day('2023-12-31'))).toEqual([]);
    expect(predecessorsOf(after, 'trade' as OrganId, day('2023-12-31'))).toEqual(['food']);
    expect([...predecessorsOf(after, market, day('2024-01-01'))].sort()).toEqual(['food', 'trade']);
    expect([...scopeOf(after, { organId: market, role: 'department-liaison' }, today)].sort()).toEqual([
      'food',
      'market',
      'trade',
    ]);
    expect(scopeOf(after, { organId: market, role: 'system-admin' }, today)).toEqual([]);
  });

  it('leaves its own people without a post', () => {
    expect(actorOn(after, 'former' as AccountId, null, day('2020-06-01'))?.acting.organId).toBe('food');
    expect(actorOn(after, 'former' as AccountId, null, today)).toBeNull();
  });

  it('is stood for in its cases by the successor’s people, who else act for their own organ', () => {
    const actor = actorOn(after, 'liaison' as AccountId, null, today) ?? expect.fail('nobody');
    const acting = (...organs: string[]) => inPlaceOf(actor, organs as OrganId[]).acting.organId;
    expect([acting('county', 'food'), acting('county', 'market'), acting('county', 'police')]).toEqual([
      'food',
      'market',
      'market',
    ]);
    // Both in one case: one's own part comes first.
    expect(acting('food', 'market')).toBe('market');
  });

  it('is told of through the successor’s people, and its own are told nothing any more', () => {
    const told = (id: string, on: string) =>
      holdersOf(after, id as OrganId, ['department-liaison', 'department-head'], day(on));
    expect(told('food', '2020-06-01')).toEqual(['former']);
    expect(told('food', '2023-06-01')).toEqual([]);
    expect([told('food', '2026-03-02'), told('trade', '2026-03-02'), told('market', '2026-03-02')]).toEqual([
      ['liaison'],
      ['liaison'],
      ['liaison'],
    ]);
    expect(told('county', '2026-03-02')).toEqual([]);
    const ring = office([merged('a', 'b', '2021-01-01'), merged('b', 'a', '2021-01-01')], [], []);
    expect(carriesOn(ring, 'a' as OrganId, today)).toBeNull();
    const ended = office([organ('a', null, true, { abolished: { on: today, successorId: null } })], [], []);
    expect(carriesOn(ended, 'a' as OrganId, today)).toBeNull();
  });

  it('counts among the own organs of the successor’s people', () => {
    const actor = actorOn(after, 'liaison' as AccountId, null, today) ?? expect.fail('nobody');
    expect([...ownOrgans(actor)].sort()).toEqual(['food', 'market', 'trade']);
  });

  it('ends the walk where two organs name one another', () => {
    const ring = office([merged('a', 'b', '2021-01-01'), merged('b', 'a', '2021-01-01')], [], []);
    expect(predecessorsOf(ring, 'a' as OrganId, today)).toEqual(['b']);
  });
});
