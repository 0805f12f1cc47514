/** Organs, posts and accounts as ledgers: dated, corrected like any other, kept by the system administrator. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../access/roles.ts';
import { civilDate } from '../calendar/civil-date.ts';
import type { AccountId, CommandId, InstantMs, OrganId, PostId, Sha256, StreamId } from '../ids.ts';
import { chainOnto, emptyHead } from '../ledger/chain.ts';
import type { Envelope, NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision, Kind } from '../ledger/kinds.ts';
import { replay } from '../ledger/replay.ts';
import { shippedLaw, testHash } from '../testing/builders.ts';
import { accountKind, isOpenOn } from './account.ts';
import { existsOn, organKind, organOn } from './organ.ts';
import { delegatesOn, isHeldOn, postHolderKind } from './post-holder.ts';

const day = civilDate;
const law = shippedLaw();
const government = 'organ-1' as OrganId;

const contextOf = (role: Role, accountId = 'account-admin'): DecideContext => {
  const acting = { postId: 'post-1' as PostId, organId: government, role, delegatedBy: null };
  return {
    ...law,
    actor: { accountId: accountId as AccountId, name: '简行', acting, posts: [acting], scope: [] },
    today: day('2026-03-02'),
    newId: () => 'id',
    keep: {
      narrative: () => ({ narrativeId: 'n' as never, saltedHash: '0'.repeat(64) as Sha256 }),
      person: () => ({ personRecordId: 'p' as never, saltedHash: '0'.repeat(64) as Sha256 }),
    },
  };
};

/** A ledger that is written by deciding steps. */
class Writer<C> {
  readonly kind: Kind<C>;
  entries: Envelope[] = [];
  constructor(kind: Kind<C>) {
    this.kind = kind;
  }
  get state(): C {
    return replay(this.kind, { streamId: 'stream-1' as StreamId, kind: this.kind.kind, entries: this.entries }, law);
  }
  ask(type: string, input: unknown, ctx = contextOf('system-admin')): Decision {
    return this.kind.decide(this.state, { type, input }, ctx);
  }
  write(entries: readonly NewEntry[]): this {
    const last = this.entries.at(-1);
    const head = last ? { version: last.seq, headHash: last.hash, lastRecordedAt: last.recordedAt } : emptyHead;
    const by = {
      streamId: 'stream-1' as StreamId,
      recordedAt: 1_700_000_000_000 as InstantMs,
      recordedBy: { account: 'a' as AccountId, organ: government, post: 'p' as PostId },
      commandId: 'c' as CommandId,
    };
    this.entries = [...this.entries, ...chainOnto(head, entries, by, testHash)];
    return this;
  }
  do(type: string, input: unknown, ctx?: DecideContext): this {
    const decision = this.ask(type, input, ctx);
    if (!decision.ok) throw new Error(JSON.stringify(decision.failure));
    for (const entry of decision.entries)
      expect(this.kind.entries[entry.type]?.safeParse(entry.payload).success).toBe(true);
    return this.write(decision.entries);
  }
  refusal(type: string, input: unknown, ctx?: DecideContext): string {
    const decision = this.ask(type, input, ctx);
    if (decision.ok) throw new Error(`${type} was decided`);
    return decision.failure.reason?.code ?? decision.failure.code;
  }
}

const bureau = {
  occurredOn: '2020-01-01',
  code: 'YL11',
  name: '云岭县工商行政管理局',
  shortName: '县工商局',
  level: 'county',
  kind: 'department',
  parentId: 'organ-0',
  institution: null,
  numberPrefix: null,
} as const;

describe('an organ', () => {
  const organ = () => new Writer(organKind).do('establish-organ', bureau);

  it('bears on each day the name it had then', () => {
    const o = organ().do('change-organ', { ...bureau, occurredOn: '2024-03-01', name: '云岭县市场监督管理局' }).state;
    expect(organOn(o, day('2019-12-31'))).toBeNull();
    expect(organOn(o, day('2024-02-29'))?.name).toBe('云岭县工商行政管理局');
    expect(organOn(o, day('2024-03-01'))?.name).toBe('云岭县市场监督管理局');
  });

  it('ends on a day and names its successor; its last particulars stay readable', () => {
    const o = organ().do('abolish-organ', { occurredOn: '2025-01-01', successorId: 'organ-9', why: '机构改革' }).state;
    expect([existsOn(o, day('2024-12-31')), existsOn(o, day('2025-01-01'))]).toEqual([true, false]);
    expect(organOn(o, day('2026-01-01'))?.name).toBe(bureau.name);
    expect(o.abolished?.successorId).toBe('organ-9');
  });

  it('is corrected by a later entry', () => {
    const w = organ();
    const { occurredOn: _, ...particulars } = { ...bureau, name: '更正后的名称' };
    const payload = {
      seq: 1,
      payload: particulars,
      occurredOn: day('2019-01-01'),
      occurredTime: null,
      why: '录入错误',
    };
    const entry = { ...w.entries[0], type: 'replaced', payload, occurredOn: day('2026-03-02') } as unknown as NewEntry;
    expect(organOn(w.write([entry]).state, day('2019-06-01'))?.name).toBe('更正后的名称');
  });

  it('refuses what makes no sense, and everybody but the system administrator', () => {
    expect(organ().refusal('establish-organ', bureau)).toBe('organ-exists');
    expect(new Writer(organKind).refusal('change-organ', bureau)).toBe('no-organ');
    expect(organ().refusal('change-organ', { ...bureau, parentId: 'stream-1' })).toBe('organ-below-itself');
    expect(organ().refusal('establish-organ', { ...bureau, level: 'village' })).toBe('invalid-input');
    expect(organ().refusal('dissolve', {})).toBe('unknown-step');
    for (const role of ['handler', 'security-admin', 'auditor'] as const) {
      expect(new Writer(organKind).refusal('establish-organ', bureau, contextOf(role))).toBe('not-permitted');
    }
  });
});

describe('a post', () => {
  const taken = {
    occurredOn: '2025-01-01',
    accountId: 'account-zhou',
    organId: government,
    role: 'institution-head',
    title: '局长',
  };
  const post = () => new Writer(postHolderKind).do('take-post', taken);
  const delegation = { occurredOn: '2026-03-02', to: 'account-gu', until: '2026-03-06', why: '出差' };

  it('is held until it is left', () => {
    const p = post().do('leave-post', { occurredOn: '2026-01-01', why: '调任' }).state;
    expect([isHeldOn(p, day('2024-12-31')), isHeldOn(p, day('2025-12-31')), isHeldOn(p, day('2026-01-01'))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(
      post()
        .do('leave-post', { occurredOn: '2026-01-01', why: '' })
        .refusal('leave-post', { occurredOn: '2026-02-01', why: '' }),
    ).toBe('post-not-held');
    expect(post().refusal('take-post', taken)).toBe('post-taken');
  });

  it('is delegated by its holder for days, and the delegation can be revoked', () => {
    const holder = contextOf('institution-head', 'account-zhou');
    const w = post().do('delegate-post', delegation, holder);
    const on = (d: string) => delegatesOn(w.state, day(d));
    expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-06'), on('2026-03-07')]).toEqual([
      [],
      ['account-gu'],
      ['account-gu'],
      [],
    ]);
    w.do('revoke-delegation', { occurredOn: '2026-03-04', seq: 2, why: '已返回' }, holder);
    expect([on('2026-03-03'), on('2026-03-04')]).toEqual([['account-gu'], []]);
    expect(w.refusal('revoke-delegation', { occurredOn: '2026-03-05', seq: 2, why: '' }, holder)).toBe('no-delegation');
  });

  it('is delegated by nobody else, to oneself never, and for no span that ends before it begins', () => {
    expect(post().refusal('delegate-post', delegation, contextOf('institution-head', 'account-other'))).toBe(
      'not-permitted',
    );
    expect(post().refusal('delegate-post', { ...delegation, to: 'account-zhou' })).toBe('delegated-to-self');
    expect(post().refusal('delegate-post', { ...delegation, until: '2026-03-01' })).toBe(
      'delegation-ends-before-it-begins',
    );
    expect(post().refusal('delegate-post', { ...delegation, occurredOn: '2024-01-01' })).toBe('post-not-held');
  });
});

describe('an account', () => {
  const account = () =>
    new Writer(accountKind).do('open-account', { occurredOn: '2025-01-01', username: 'Zhou.Ruoqu', name: '周若渠' });

  it('may be used from the day it was opened, not while it is suspended', () => {
    const w = account().do('suspend-account', { occurredOn: '2026-01-10', why: '离岗' });
    w.do('restore-account', { occurredOn: '2026-02-01', why: '返岗' }).do('rename-account', {
      occurredOn: '2026-02-02',
      name: '周渠',
    });
    const on = (d: string) => isOpenOn(w.state, day(d));
    expect([on('2024-12-31'), on('2025-01-01'), on('2026-01-10'), on('2026-01-31'), on('2026-02-01')]).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(w.state).toMatchObject({ username: 'zhou.ruoqu', name: '周渠' });
  });

  it('refuses what it cannot be', () => {
    expect(account().refusal('open-account', { occurredOn: '2025-01-01', username: 'abc', name: '甲' })).toBe(
      'account-exists',
    );
    expect(new Writer(accountKind).refusal('suspend-account', { occurredOn: '2025-01-01', why: '无' })).toBe(
      'no-account',
    );
    expect(account().refusal('restore-account', { occurredOn: '2025-02-01', why: '无' })).toBe('account-not-suspended');
    expect(
      new Writer(accountKind).refusal('open-account', { occurredOn: '2025-01-01', username: '周', name: '周' }),
    ).toBe('invalid-input');
  });
});
