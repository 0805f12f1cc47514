/** Organs, posts and accounts as ledgers: dated, corrected like any other, kept by the system administrator. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../access/roles.ts';
import { civilDate } from '../calendar/civil-date.ts';
import type { AccountId, CommandId, InstantMs, OrganId, PostId, Sha256, StreamId } from '../ids.ts';
import { chainOnto, emptyHead } from '../ledger/chain.ts';
import type { Envelope, NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision, Kind } from '../ledger/kinds.ts';
import { replay } from '../ledger/replay.ts';
import { categories } from '../reconsideration/categories.ts';
import { shippedLaw, testHash } from '../testing/builders.ts';
import { accountKind, isOpenOn } from './account.ts';
import { existsOn, organKind, organOn } from './organ.ts';
import { delegatesOn, isHeldOn, postHolderKind } from './post-holder.ts';
import { isOfferedOn, type ReferenceList, referenceListKind, referenceRows, shippedList } from './reference-list.ts';

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

/** Who keeps a kind of ledger: accounts are the security administrator's, all else the system administrator's. */
const keeperOf = (kind: string): Role => (kind === 'account' ? 'security-admin' : 'system-admin');

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
  ask(type: string, input: unknown, ctx = contextOf(keeperOf(this.kind.kind))): Decision {
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
    expect(organ().refusal('change-organ', { ...bureau, occurredOn: '2019-12-31' })).toBe('before-established');
    expect(organ().refusal('change-organ', { ...bureau, institution: '司法局' })).toBe('institution-and-prefix');
    const abolish = { occurredOn: '2025-01-01', successorId: 'stream-1', why: '' };
    expect(organ().refusal('abolish-organ', abolish)).toBe('own-successor');
    const gone = () => organ().do('abolish-organ', { ...abolish, successorId: null });
    expect(gone().refusal('abolish-organ', abolish)).toBe('organ-abolished');
    expect(gone().refusal('change-organ', bureau)).toBe('organ-abolished');
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

  it('of a leader says the rank and the charge; a rank that never counts is none of a post', () => {
    const leader = { ...taken, role: 'leader', title: '副局长', rank: 'deputy', charge: '治安管理' };
    const { state } = new Writer(postHolderKind).do('take-post', leader);
    expect(state.taken).toMatchObject({ rank: 'deputy', charge: '治安管理' });
    expect(post().state.taken?.rank).toBeUndefined();
    const lower = { ...leader, rank: 'lower-organ' };
    expect(new Writer(postHolderKind).refusal('take-post', lower)).toBe('invalid-input');
  });

  it('says who hands over the cases that stay behind when it is left', () => {
    const left = { occurredOn: '2026-01-01', why: '调任' };
    expect(post().do('leave-post', left).state.handOverBy).toBeNull();
    const p = post().do('leave-post', { ...left, handOver: { cases: 3, by: 'account-gu' } }).state;
    expect(p.handOverBy).toBe('account-gu');
    expect(post().refusal('leave-post', { ...left, handOver: { cases: 0, by: 'account-gu' } })).toBe('invalid-input');
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

  it('keeps what an administrator did to it, and never a password', () => {
    const w = account();
    for (const step of ['reset-password', 'unlock-account', 'sign-out-everywhere']) {
      w.do(step, { occurredOn: '2026-01-10', why: '本人到场申请' });
    }
    expect(w.entries.slice(1).map((e) => [e.type, e.payload])).toEqual([
      ['password-reset', { why: '本人到场申请' }],
      ['account-unlocked', { why: '本人到场申请' }],
      ['signed-out-everywhere', { why: '本人到场申请' }],
    ]);
    expect(isOpenOn(w.state, day('2026-01-10'))).toBe(true);
  });

  it('is kept by the security administrator alone, and never by its own holder', () => {
    const opening = { occurredOn: '2025-01-01', username: 'abc', name: '甲' };
    for (const role of ['system-admin', 'auditor', 'handler', 'institution-head'] as const) {
      expect(new Writer(accountKind).refusal('open-account', opening, contextOf(role))).toBe('not-permitted');
    }
    const own = contextOf('security-admin', 'stream-1');
    const why = { occurredOn: '2026-01-10', why: '无' };
    for (const step of ['suspend-account', 'reset-password', 'sign-out-everywhere']) {
      expect(account().refusal(step, why, own)).toBe('own-account');
    }
    expect(account().refusal('reset-password', { ...why, occurredOn: '2026-03-03' })).toBe('day-in-future');
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

describe('a reference list', () => {
  const kind: Kind<ReferenceList> = {
    ...referenceListKind,
    fold: (_id, entries, law) => referenceListKind.fold('reference-category' as StreamId, entries, law),
  };
  const list = () => new Writer(kind);
  const drones = {
    occurredOn: '2025-01-01',
    key: 'drones',
    zh: '低空管理',
    en: 'Low-altitude flight',
    mapsTo: 'transport',
  };
  const rowOn = (w: Writer<ReferenceList>, key: string, on: string) =>
    referenceRows(w.state, day(on)).find((row) => row.key === key);

  it('begins as the program ships it', () => {
    const rows = referenceRows(shippedList('category'), day('2026-01-01'));
    expect(rows.map((row) => row.key)).toEqual([...categories]);
    expect(rows.every((row) => row.shipped && row.until === null && row.mapsTo === row.key)).toBe(true);
  });

  it('takes an item of the office’s own from its day on, in a row of the statistical form', () => {
    const w = list().do('add-item', drones);
    expect(rowOn(w, 'drones', '2025-01-01')).toMatchObject({ zh: '低空管理', from: '2025-01-01', mapsTo: 'transport' });
    const item = w.state.items.get('drones');
    expect(item && [isOfferedOn(item, day('2024-12-31')), isOfferedOn(item, day('2025-01-01'))]).toEqual([false, true]);
    expect(w.refusal('add-item', drones)).toBe('item-exists');
    expect(list().refusal('add-item', { ...drones, mapsTo: 'drones' })).toBe('item-maps-nowhere');
  });

  it('shows on each day the name an item bore then', () => {
    const w = list().do('add-item', drones);
    w.do('rename-item', { occurredOn: '2026-01-01', key: 'drones', zh: '无人驾驶航空器管理', en: 'Drones' });
    expect([rowOn(w, 'drones', '2025-12-31')?.zh, rowOn(w, 'drones', '2026-01-01')?.zh]).toEqual([
      '低空管理',
      '无人驾驶航空器管理',
    ]);
  });

  it('offers a retired item for no new case, and keeps it readable', () => {
    const w = list().do('retire-item', { occurredOn: '2026-01-01', key: 'tobacco', why: '' });
    const item = () => w.state.items.get('tobacco');
    const offered = (on: string) => isOfferedOn(item() ?? expect.fail('gone'), day(on));
    expect([offered('2025-12-31'), offered('2026-01-01')]).toEqual([true, false]);
    expect(rowOn(w, 'tobacco', '2026-02-01')?.until).toBe('2026-01-01');
    expect(w.refusal('retire-item', { occurredOn: '2026-01-02', key: 'tobacco', why: '' })).toBe('item-retired');
    w.do('restore-item', { occurredOn: '2026-02-01', key: 'tobacco', why: '' });
    expect([offered('2026-01-31'), offered('2026-02-01')]).toEqual([false, true]);
    expect(w.refusal('restore-item', { occurredOn: '2026-02-02', key: 'tobacco', why: '' })).toBe('item-not-retired');
  });

  it('refuses what is not in it, and everybody but the system administrator', () => {
    expect(list().refusal('rename-item', { occurredOn: '2026-01-01', key: 'nothing', zh: '无', en: 'no' })).toBe(
      'no-item',
    );
    expect(
      list().do('add-item', drones).refusal('retire-item', { occurredOn: '2024-01-01', key: 'drones', why: '' }),
    ).toBe('before-added');
    expect(list().refusal('add-item', drones, contextOf('security-admin'))).toBe('not-permitted');
  });
});
