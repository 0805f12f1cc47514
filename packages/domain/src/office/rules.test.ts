/** What holds between the office's ledgers, and what must not. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../access/roles.ts';
import type { Office } from '../access/scope.ts';
import { civilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId, PostId } from '../ids.ts';
import type { Account } from './account.ts';
import type { Organ, OrganParticulars } from './organ.ts';
import type { Post } from './post-holder.ts';
import {
  againstAbolishing,
  againstDelegating,
  againstLeaving,
  againstOrgan,
  againstPost,
  assignersOf,
  organsWithoutHandler,
} from './rules.ts';

const begin = civilDate('2020-01-01');
const today = civilDate('2026-03-02');
const particulars = (id: string, parentId: string | null, prefix: string | null): OrganParticulars => ({
  code: id,
  name: id,
  shortName: id,
  level: 'county',
  kind: prefix === null ? 'department' : 'government',
  parentId: parentId as OrganId | null,
  institution: prefix === null ? null : '司法局',
  numberPrefix: prefix,
});
const organ = (id: string, parentId: string | null, prefix: string | null = null): Organ => ({
  id: id as OrganId,
  version: 1,
  particulars: [{ ...particulars(id, parentId, prefix), from: begin }],
  abolished: null,
});
const post = (accountId: string, organId: string, role: Role): Post => ({
  id: `post-${accountId}-${organId}-${role}` as PostId,
  version: 1,
  taken: { accountId: accountId as AccountId, organId: organId as OrganId, role, title: role, from: begin },
  leftOn: null,
  handOverBy: null,
  delegations: [],
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
const office = (posts: readonly Post[]): Office => ({
  organs: new Map(
    [
      organ('county', null, '云政复'),
      organ('police', 'county'),
      organ('station', 'police'),
      organ('city', null, '市政复'),
    ].map((o) => [o.id, o]),
  ),
  posts: new Map(posts.map((p) => [p.id, p])),
  accounts: new Map(
    [
      ...['lin', 'gu', 'sys', 'sec', 'new'].map((id) => account(id)),
      account('gone', { suspended: [{ from: begin, until: null }] }),
    ].map((a) => [a.id, a]),
  ),
});
const standing = office([
  post('lin', 'county', 'handler'),
  post('gu', 'county', 'section-head'),
  post('sys', 'county', 'system-admin'),
  post('sec', 'county', 'security-admin'),
]);
const id = <T extends string>(text: string) => text as T;

describe('an organ among the others', () => {
  const ask = (organId: string, p: OrganParticulars) => againstOrgan(standing, id<OrganId>(organId), p, today)?.code;
  it('has a code and a number prefix of its own', () => {
    expect(ask('new', particulars('police', 'county', null))).toBe('code-taken');
    expect(ask('new', particulars('new', 'county', '云政复'))).toBe('prefix-taken');
    expect(ask('police', particulars('police', 'county', null))).toBeUndefined();
  });
  it('stands below an organ that exists, and not below its own', () => {
    expect(ask('new', particulars('new', 'nowhere', null))).toBe('no-such-organ');
    expect(ask('police', particulars('police', 'station', null))).toBe('organ-below-itself');
  });
});

describe('abolishing an organ', () => {
  const ask = (organId: string, successor: string | null, asReviewing: number, asRespondent: number) =>
    againstAbolishing(standing, id<OrganId>(organId), successor as OrganId | null, today, { asReviewing, asRespondent })
      ?.code;
  it('needs somebody who carries on its running cases, as article 19(4) has it', () => {
    expect(ask('station', null, 0, 0)).toBeUndefined();
    expect(ask('station', null, 0, 1)).toBe('successor-needed');
    expect(ask('station', 'police', 0, 1)).toBeUndefined();
    expect(ask('station', 'nowhere', 0, 1)).toBe('no-such-organ');
  });
  it('of a reviewing organ needs a successor that reviews', () => {
    expect(ask('city', 'police', 2, 0)).toBe('successor-does-not-review');
    expect(ask('city', 'county', 2, 0)).toBeUndefined();
  });
  it('minds what has arrived, and a letter nobody has answered', () => {
    const also = (successor: string | null, more: { arrivals?: number; asAddressed?: number }) =>
      againstAbolishing(standing, id<OrganId>('city'), successor as OrganId | null, today, {
        asReviewing: 0,
        asRespondent: 0,
        ...more,
      })?.code;
    expect(also(null, { arrivals: 1 })).toBe('successor-needed');
    expect(also('police', { arrivals: 1 })).toBe('successor-does-not-review');
    expect(also('county', { arrivals: 1 })).toBeUndefined();
    expect(also(null, { asAddressed: 1 })).toBe('successor-needed');
    expect(also('police', { asAddressed: 1 })).toBeUndefined();
    expect(also(null, {})).toBeUndefined();
  });
  it('leaves none below it without a parent', () => {
    expect(ask('police', 'county', 0, 0)).toBe('organs-below');
  });
});

describe('taking a post', () => {
  const ask = (accountId: string, organId: string, role: Role) =>
    againstPost(standing, { accountId: id(accountId), organId: id(organId), role, title: role }, today)?.code;
  it('is for an account in use, in an organ that has such posts', () => {
    expect(ask('new', 'county', 'handler')).toBeUndefined();
    expect(ask('new', 'police', 'department-liaison')).toBeUndefined();
    expect(ask('gone', 'county', 'handler')).toBe('account-closed');
    expect(ask('nobody', 'county', 'handler')).toBe('account-closed');
    expect(ask('new', 'police', 'handler')).toBe('post-needs-reviewing-organ');
    expect(ask('lin', 'county', 'handler')).toBe('post-already-held');
  });
  it('keeps the three administrators apart, from one another and from every case', () => {
    expect(ask('lin', 'county', 'section-head')).toBeUndefined();
    expect(ask('lin', 'county', 'auditor')).toBe('administrators-apart');
    expect(ask('sys', 'county', 'handler')).toBe('administrators-apart');
    expect(ask('sys', 'county', 'security-admin')).toBe('administrators-apart');
    const [handler, system] = [post('lin', 'county', 'handler'), post('sys', 'county', 'system-admin')];
    expect(againstDelegating(standing, handler, id('sys'), today, today)?.code).toBe('administrators-apart');
    expect(againstDelegating(standing, system, id('lin'), today, today)?.code).toBe('administrators-apart');
    expect(againstDelegating(standing, handler, id('gu'), today, today)).toBeNull();
    expect(againstDelegating(standing, handler, id('gone'), today, today)?.code).toBe('account-closed');
  });
});

describe('what was delegated', () => {
  const day = (d: string) => civilDate(`2026-03-${d}`);
  const lent = (p: Post, to: string, from: string, until: string, revokedOn: string | null = null): Post => ({
    ...p,
    delegations: [
      {
        seq: p.delegations.length + 2,
        to: id(to),
        from: day(from),
        until: day(until),
        revokedOn: revokedOn === null ? null : day(revokedOn),
      },
    ],
  });
  const system = post('sys', 'county', 'system-admin');
  const security = post('sec', 'county', 'security-admin');
  const handler = post('lin', 'county', 'handler');
  const lending = (p: Post, at: Office, from = '10', until = '20') =>
    againstDelegating(at, p, id('new'), day(from), day(until))?.code;
  const taking = (at: Office, from: string, role: Role) =>
    againstPost(at, { accountId: id('new'), organId: id('county'), role, title: role }, day(from))?.code;

  it('keeps the three apart as a post of one’s own does', () => {
    const at = office([lent(system, 'new', '05', '15'), security, handler]);
    expect(lending(security, at)).toBe('administrators-apart');
    expect(lending(handler, at)).toBe('administrators-apart');
    expect(taking(at, '02', 'handler')).toBe('administrators-apart');
    expect(taking(at, '15', 'security-admin')).toBe('administrators-apart');
    expect(lending(security, office([system, security, lent(handler, 'new', '05', '15')]))).toBe(
      'administrators-apart',
    );
  });
  it('binds in its time only, and where it was not taken back', () => {
    const at = office([lent(system, 'new', '05', '15'), security, handler]);
    expect(lending(security, at, '16', '20')).toBeUndefined();
    expect(lending(security, at, '02', '04')).toBeUndefined();
    expect(taking(at, '16', 'handler')).toBeUndefined();
    expect(lending(security, office([lent(system, 'new', '05', '15', '09'), security]))).toBeUndefined();
    expect(lending(security, office([lent(system, 'new', '05', '15', '12'), security]))).toBe('administrators-apart');
    const left = { ...lent(system, 'new', '05', '15'), leftOn: day('08') };
    expect(lending(security, office([left, security]))).toBeUndefined();
    expect(lending(system, at)).toBeUndefined();
    expect(
      lending(lent(handler, 'gu', '05', '15'), office([lent(handler, 'gu', '05', '15'), security])),
    ).toBeUndefined();
  });
});

describe('leaving a post', () => {
  it('counts on nobody who is to leave, to be suspended or yet to come', () => {
    const sys = post('sys', 'county', 'system-admin');
    const other = post('new', 'county', 'system-admin');
    const later = civilDate('2026-05-01');
    const ask = (second: Post, day: typeof today, closed: Account['suspended'] = [], of: Post = sys) => {
      const at = office([of, second]);
      const accounts = new Map(at.accounts).set(id('new'), account('new', { suspended: closed }));
      return againstLeaving({ ...at, accounts }, [of], day)?.code;
    };
    expect(ask({ ...other, leftOn: later }, today)).toBe('last-administrator');
    expect(ask({ ...other, leftOn: later }, civilDate('2026-04-01'))).toBe('last-administrator');
    expect(ask(other, today, [{ from: later, until: null }])).toBe('last-administrator');
    expect(ask(other, today, [{ from: later, until: civilDate('2026-05-02') }])).toBe('last-administrator');
    const from = civilDate('2026-02-01');
    const coming = { ...other, taken: other.taken && { ...other.taken, from } };
    expect(ask(coming, civilDate('2026-01-15'))).toBe('last-administrator');
    expect(ask(coming, from)).toBeUndefined();
    expect(ask(other, today, [{ from: begin, until: today }])).toBeUndefined();
    // Whoever is to leave before the other does leaves nothing empty that would not be anyway.
    expect(ask({ ...other, leftOn: later }, today, [], { ...sys, leftOn: later })).toBeUndefined();
  });

  it('never empties an administrator’s seat', () => {
    expect(againstLeaving(standing, [post('sys', 'county', 'system-admin')], today)?.code).toBe('last-administrator');
    const two = office([post('sys', 'county', 'system-admin'), post('new', 'county', 'system-admin')]);
    expect(againstLeaving(two, [post('sys', 'county', 'system-admin')], today)).toBeNull();
    expect(againstLeaving(standing, [post('lin', 'county', 'handler')], today)).toBeNull();
  });
  it('leaves cases behind only where no other casework post of that organ remains', () => {
    const handler = post('lin', 'county', 'handler');
    expect(organsWithoutHandler(standing, id('lin'), [handler], today)).toEqual(['county']);
    const both = office([handler, post('lin', 'county', 'section-head')]);
    expect(organsWithoutHandler(both, id('lin'), [handler], today)).toEqual([]);
  });
  it('leaves the handing over to those who give cases out', () => {
    expect(assignersOf(standing, [id('county')], today)).toEqual(['gu']);
    expect(assignersOf(standing, [id('city')], today)).toEqual([]);
  });
});
