/** Three administrators, who see no case, and what they do to the office. */
import { randomUUID } from 'node:crypto';
import type { AccountId, OrganId, PostId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Api,
  type Browser,
  demoOrgans,
  demoPeople,
  governmentId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';

let api: Api;
let system: Browser;
let security: Browser;
let auditor: Browser;
beforeAll(async () => {
  api = await testApi();
  system = await api.as(demoPeople.systemAdmin);
  security = await api.as(demoPeople.securityAdmin);
  auditor = await api.as(demoPeople.auditor);
});

const organ = (key: string): OrganId => {
  const found = demoOrgans.find((o) => o.id === `organ-yunling-${key}`);
  if (found === undefined) throw new Error(`no organ ${key}`);
  return found.id;
};
const reasonOf = (answer: { ok: boolean; failure?: unknown }): string => {
  const failure = answer.failure as { code: string; reason?: { code: string } } | undefined;
  return answer.ok ? 'done' : (failure?.reason?.code ?? failure?.code ?? '');
};
const newAccount = () => `account-${randomUUID()}` as AccountId;
const newPost = () => `post-${randomUUID()}` as PostId;

/** An account with a first password, opened by the security administrator. */
async function opened(username: string, name = '桑榆') {
  const id = newAccount();
  const answer = await security.mutate('office', 'actOnAccount', {
    commandId: newCommandId(),
    id,
    expectedVersion: null,
    type: 'open-account',
    input: { occurredOn: today, username, name },
  });
  if (!answer.ok || answer.data.password === null) throw new Error(JSON.stringify(answer));
  return { id, username, password: answer.data.password };
}

/** A post for it, given by the system administrator. */
async function posted(
  accountId: AccountId,
  role: 'handler' | 'section-head' | 'department-liaison',
  at = governmentId,
) {
  const id = newPost();
  const answer = await system.mutate('office', 'actOnPost', {
    commandId: newCommandId(),
    id,
    expectedVersion: null,
    type: 'take-post',
    input: { occurredOn: today, accountId, organId: at, role, title: '承办人' },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return id;
}

/** Signs in with a one-time password and changes it. */
async function settledIn(
  person: { username: string; password: string },
  chosen = 'a password of my own',
): Promise<Browser> {
  const browser = api.browser();
  expect((await browser.signIn(person.username, person.password)).status).toBe(200);
  const changed = await browser.json('/api/auth/change-password', {
    currentPassword: person.password,
    newPassword: chosen,
    revokeOtherSessions: true,
  });
  expect(changed.status).toBe(200);
  return browser;
}

const accountRow = async (username: string) => {
  const answer = await security.query('office', 'accounts', { q: username });
  const row = answer.ok ? answer.data.rows.find((r) => r.username === username) : undefined;
  if (row === undefined) throw new Error(`no account ${username}`);
  return row;
};
const postRow = async (id: PostId) => {
  const answer = await system.query('office', 'posts', { past: true, limit: 100 });
  const row = answer.ok ? answer.data.rows.find((r) => r.id === id) : undefined;
  if (row === undefined) throw new Error(`no post ${id}`);
  return row;
};

describe('a new colleague', () => {
  it('signs in with a password that opens nothing but the page on which it is changed', async () => {
    const person = await opened('sang.yu');
    await posted(person.id, 'handler');
    const browser = api.browser();
    await browser.signIn(person.username, person.password);
    const before = await browser.query('session', 'me');
    expect(reasonOf(before)).toBe('password-must-change');
    expect(reasonOf(await browser.query('cases', 'list', {}))).toBe('password-must-change');
    const same = await browser.json('/api/auth/change-password', {
      currentPassword: person.password,
      newPassword: person.password,
    });
    expect([same.status, await same.json()]).toEqual([400, expect.objectContaining({ code: 'PASSWORD_UNCHANGED' })]);
    await browser.json('/api/auth/change-password', {
      currentPassword: person.password,
      newPassword: 'a password of my own',
      revokeOtherSessions: true,
    });
    const me = await browser.query('session', 'me');
    expect(me.ok && me.data.account.name).toBe('桑榆');
    expect((await api.browser().signIn(person.username, person.password)).status).toBe(401);
  });

  it('gets one account of a name, and the same answer’s lost password once more', async () => {
    const id = newAccount();
    const act = {
      commandId: newCommandId(),
      id,
      expectedVersion: null,
      type: 'open-account' as const,
      input: { occurredOn: today, username: 'lost.answer', name: '阮听雨' },
    };
    const first = await security.mutate('office', 'actOnAccount', act);
    const again = await security.mutate('office', 'actOnAccount', act);
    const passwords = [first, again].map((a) => (a.ok ? a.data.password : null));
    expect(passwords[0]).not.toBe(passwords[1]);
    expect((await api.browser().signIn('lost.answer', passwords[0] ?? '')).status).toBe(401);
    expect((await api.browser().signIn('lost.answer', passwords[1] ?? '')).status).toBe(200);
    const other = await security.mutate('office', 'actOnAccount', {
      ...act,
      commandId: newCommandId(),
      id: newAccount(),
    });
    expect(reasonOf(other)).toBe('username-taken');
  });

  it('has no work before somebody gives them a post', async () => {
    const person = await opened('no.post');
    const browser = await settledIn(person);
    expect(reasonOf(await browser.query('cases', 'list', {}))).toBe('not-permitted');
  });
});

describe('three separate administrators', () => {
  const organInput = {
    occurredOn: today,
    code: 'YL88',
    name: '云岭县新设局',
    shortName: '新设局',
    level: 'county' as const,
    kind: 'department' as const,
    parentId: governmentId,
    institution: null,
    numberPrefix: null,
  };
  it('keep organs and posts, accounts, and the record: each only their own', async () => {
    const establish = {
      commandId: newCommandId(),
      id: `organ-${randomUUID()}` as OrganId,
      expectedVersion: null,
      type: 'establish-organ' as const,
      input: organInput,
    };
    expect(reasonOf(await security.mutate('office', 'actOnOrgan', establish))).toBe('not-permitted');
    expect(reasonOf(await auditor.mutate('office', 'actOnOrgan', establish))).toBe('not-permitted');
    expect(reasonOf(await system.mutate('office', 'actOnOrgan', establish))).toBe('done');
    const open = {
      commandId: newCommandId(),
      id: newAccount(),
      expectedVersion: null,
      type: 'open-account' as const,
      input: { occurredOn: today, username: 'by.system', name: '甲' },
    };
    expect(reasonOf(await system.mutate('office', 'actOnAccount', open))).toBe('not-permitted');
    expect(reasonOf(await system.query('office', 'record', {}))).toBe('not-permitted');
    for (const browser of [system, security, auditor]) {
      expect(reasonOf(await browser.query('cases', 'list', {}))).toBe('not-permitted');
    }
  });

  it('are never one person, and never hold a post among the cases', async () => {
    const person = await opened('both.hats');
    await posted(person.id, 'handler');
    const take = (accountId: AccountId, role: 'auditor' | 'handler') =>
      system.mutate('office', 'actOnPost', {
        commandId: newCommandId(),
        id: newPost(),
        expectedVersion: null,
        type: 'take-post',
        input: { occurredOn: today, accountId, organId: governmentId, role, title: '兼任' },
      });
    expect(reasonOf(await take(person.id, 'auditor'))).toBe('administrators-apart');
    expect(reasonOf(await take(demoPeople.auditor.accountId, 'handler'))).toBe('administrators-apart');
  });

  it('cannot leave their seat empty, nor shut themselves out', async () => {
    const leave = await system.mutate('office', 'actOnPost', {
      commandId: newCommandId(),
      id: demoPeople.auditor.postId,
      expectedVersion: 1,
      type: 'leave-post',
      input: { occurredOn: today, why: '' },
    });
    expect(reasonOf(leave)).toBe('last-administrator');
    const own = await security.mutate('office', 'actOnAccount', {
      commandId: newCommandId(),
      id: demoPeople.securityAdmin.accountId,
      expectedVersion: 1,
      type: 'reset-password',
      input: { occurredOn: today, why: '试' },
    });
    expect(reasonOf(own)).toBe('own-account');
  });
});

describe('a password that was forgotten', () => {
  it('is reset: every sign-in ends, the new one works once, and the record says who did it and why', async () => {
    const person = await opened('forgetful', '易忘之');
    await posted(person.id, 'handler');
    const browser = await settledIn(person);
    expect((await browser.query('session', 'me')).ok).toBe(true);
    const reset = await security.mutate('office', 'actOnAccount', {
      commandId: newCommandId(),
      id: person.id,
      expectedVersion: 1,
      type: 'reset-password',
      input: { occurredOn: today, why: '本人到场，忘记密码' },
    });
    expect(reasonOf(await browser.query('session', 'me'))).toBe('not-signed-in');
    const password = reset.ok ? (reset.data.password ?? '') : '';
    expect((await accountRow('forgetful')).mustChange).toBe(true);
    await settledIn({ ...person, password }, 'another one of my own');
    const record = await auditor.query('office', 'record', { kind: 'account', about: person.id as never });
    const rows = record.ok ? record.data.rows : [];
    expect(rows.map((row) => [row.type, row.byName, row.about])).toEqual([
      ['password-reset', demoPeople.securityAdmin.name, '易忘之'],
      ['account-opened', demoPeople.securityAdmin.name, '易忘之'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(password);
  });

  it('whose reset is sent again stays what its owner chose since; unchanged it is given anew', async () => {
    const person = await opened('sent.again', '再寄之');
    await posted(person.id, 'handler');
    const reset = {
      commandId: newCommandId(),
      id: person.id,
      expectedVersion: 1,
      type: 'reset-password' as const,
      input: { occurredOn: today, why: '本人到场，忘记密码' },
    };
    const passwordOf = async () => {
      const answer = await security.mutate('office', 'actOnAccount', reset);
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
      return answer.data.password;
    };
    // The answer was lost on its way: whoever asks again gets one that works.
    await passwordOf();
    const given = await passwordOf();
    const browser = await settledIn({ ...person, password: given ?? '' }, 'chosen by its owner');
    expect(await passwordOf()).toBeNull();
    expect((await accountRow('sent.again')).mustChange).toBe(false);
    expect((await browser.query('session', 'me')).ok).toBe(true);
    expect((await api.browser().signIn(person.username, 'chosen by its owner')).status).toBe(200);
    const record = await auditor.query('office', 'record', { kind: 'account', about: person.id as never });
    expect(record.ok && record.data.rows.map((row) => row.type)).toEqual(['password-reset', 'account-opened']);
  });

  it('is no more disturbed than a sign-in is by an act that was done before', async () => {
    const person = await opened('done.before', '旧事');
    await posted(person.id, 'handler');
    let browser = await settledIn(person, 'chosen by its owner');
    const act = { id: person.id, input: { occurredOn: today, why: '试' } };
    const signOut = {
      ...act,
      commandId: newCommandId(),
      expectedVersion: 1,
      type: 'sign-out-everywhere' as const,
    };
    const suspend = { ...act, commandId: newCommandId(), expectedVersion: 2, type: 'suspend-account' as const };
    const restore = { ...act, commandId: newCommandId(), expectedVersion: 3, type: 'restore-account' as const };
    expect((await security.mutate('office', 'actOnAccount', signOut)).ok).toBe(true);
    expect(reasonOf(await browser.query('session', 'me'))).toBe('not-signed-in');
    for (const done of [suspend, restore])
      expect((await security.mutate('office', 'actOnAccount', done)).ok).toBe(true);
    browser = api.browser();
    expect((await browser.signIn(person.username, 'chosen by its owner')).status).toBe(200);
    for (const done of [signOut, suspend])
      expect((await security.mutate('office', 'actOnAccount', done)).ok).toBe(true);
    expect((await browser.query('session', 'me')).ok).toBe(true);
  });

  it('that was tried too often is unlocked', async () => {
    const person = await opened('too.often');
    for (let i = 0; i < 9; i += 1) await api.browser().signIn(person.username, 'wrong');
    expect((await accountRow('too.often')).locked).toBe(true);
    const summary = await auditor.query('office', 'signIns');
    expect(summary.ok && summary.data.locked).toBe(1);
    await security.mutate('office', 'actOnAccount', {
      commandId: newCommandId(),
      id: person.id,
      expectedVersion: 1,
      type: 'unlock-account',
      input: { occurredOn: today, why: '本人申请' },
    });
    expect((await accountRow('too.often')).locked).toBe(false);
    expect((await api.browser().signIn(person.username, person.password)).status).toBe(200);
  });
});

describe('a handler who leaves with open cases', () => {
  it('is kept until somebody hands them over, and the cases stay in sight', async () => {
    const person = await opened('leaving', '向晚舟');
    const post = await posted(person.id, 'handler');
    const view = await api.aCase();
    const head = await api.as(demoPeople.sectionHead);
    await head.step(view, 'assign-handlers', {
      occurredOn: today,
      accounts: [person.id, demoPeople.handler.accountId],
      why: '',
    });
    const work = await system.query('office', 'openWork', { accountId: person.id });
    expect(work.ok && work.data).toEqual({
      cases: 1,
      leftBehind: 1,
      assigners: expect.arrayContaining([
        { accountId: demoPeople.sectionHead.accountId, name: demoPeople.sectionHead.name },
      ]),
    });
    const leave = (by: AccountId | null) =>
      system.mutate('office', 'actOnPost', {
        commandId: newCommandId(),
        id: post,
        expectedVersion: 1,
        type: 'leave-post',
        input: { occurredOn: today, why: '调任', handOverBy: by },
      });
    const refused = await leave(null);
    expect(refused).toMatchObject({ ok: false, failure: { reason: { code: 'open-cases', params: { n: 1 } } } });
    expect(reasonOf(await leave(demoPeople.handler.accountId))).toBe('not-an-assigner');
    const suspend = await security.mutate('office', 'actOnAccount', {
      commandId: newCommandId(),
      id: person.id,
      expectedVersion: 1,
      type: 'suspend-account',
      input: { occurredOn: today, why: '离岗' },
    });
    expect(reasonOf(suspend)).toBe('open-cases');
    expect(reasonOf(await leave(demoPeople.sectionHead.accountId))).toBe('done');
    const left = await head.query('office', 'leftWork');
    expect(left.ok && left.data).toEqual([
      {
        accountId: person.id,
        name: '向晚舟',
        cases: 1,
        why: 'left',
        on: today,
        handOverBy: demoPeople.sectionHead.name,
        mine: true,
      },
    ]);
    // Who was asked is told so, once, with the way there; nobody else is.
    const told = await head.query('notices', 'list', { unread: true });
    expect(told.ok && told.data.rows).toMatchObject([
      { kind: 'hand-over-asked', params: { from: person.id, cases: 1 }, byName: '向晚舟', caseId: null },
    ]);
    const everybody = await api.database.sql<{ account: string }>(
      "select account_id as account from notice where kind = 'hand-over-asked'",
    );
    expect(everybody.map((n) => n.account)).toEqual([demoPeople.sectionHead.accountId]);
    expect((await postRow(post)).leftOn).toBe(today);
    // The case is where it was, under their name.
    expect((await head.view(view.id)).handlers.map((h) => h.name)).toContain('向晚舟');
  });

  it('with none leaves at once', async () => {
    const person = await opened('nothing.open');
    const post = await posted(person.id, 'handler');
    const answer = await system.mutate('office', 'actOnPost', {
      commandId: newCommandId(),
      id: post,
      expectedVersion: 1,
      type: 'leave-post',
      input: { occurredOn: today, why: '' },
    });
    expect(reasonOf(answer)).toBe('done');
  });
});

describe('an organ merged away while cases run', () => {
  it('needs a successor, whose people go on with them as its own did', async () => {
    const view = await api.aCase();
    const handler = await api.as(demoPeople.handler);
    const accepted = await handler.step(view, 'accept', {});
    const toPolice = {
      addressee: { is: 'organ' as const, organId: organ('police') },
      method: 'exchange' as const,
      sentOn: today,
      servedOn: today,
    };
    const copied = await handler.step(accepted, 'issue-copy', { document: { sendings: [toPolice] } });
    const market = await api.as(demoPeople.marketLiaison);
    expect(reasonOf(await market.query('cases', 'view', { id: view.id }))).toBe('not-found');
    const impact = await system.query('office', 'organImpact', { id: organ('police') });
    const running = impact.ok ? impact.data.asRespondent : 0;
    const posts = Object.values(demoPeople).filter((p) => p.organId === organ('police')).length;
    expect(impact.ok && impact.data).toMatchObject({ asReviewing: 0, posts, below: 0 });
    expect(running).toBeGreaterThan(0);
    const abolish = (successorId: OrganId | null) =>
      system.mutate('office', 'actOnOrgan', {
        commandId: newCommandId(),
        id: organ('police'),
        expectedVersion: 1,
        type: 'abolish-organ',
        input: { occurredOn: today, successorId, why: '机构改革' },
      });
    const alone = await abolish(null);
    expect(alone).toMatchObject({
      ok: false,
      failure: { reason: { code: 'successor-needed', article: 'ARL2023 19(4)' } },
    });
    expect(reasonOf(await abolish(organ('police')))).toBe('own-successor');
    expect(reasonOf(await abolish(organ('market')))).toBe('done');
    // Its own people have no post left; the successor's see the case and act in it.
    const police = await api.as(demoPeople.policeLiaison);
    expect(reasonOf(await police.query('cases', 'view', { id: view.id }))).toBe('not-permitted');
    const seen = await market.view(view.id);
    expect(seen.audience).toBe('respondent');
    const replied = await market.step(seen, 'file-reply', {
      respondentId: organ('police'),
      materials: ['行政复议答复书'],
    } as never);
    expect(replied.version).toBe(copied.version + 1);
    const other = await api.as(demoPeople.landLiaison);
    expect(reasonOf(await other.query('cases', 'view', { id: view.id }))).toBe('not-found');
  });

  it('with organs below it is not abolished', async () => {
    const answer = await system.mutate('office', 'actOnOrgan', {
      commandId: newCommandId(),
      id: governmentId,
      expectedVersion: 1,
      type: 'abolish-organ',
      input: { occurredOn: today, successorId: null, why: '' },
    });
    expect(reasonOf(answer)).toBe('organs-below');
  });
});

describe('a delegation', () => {
  it('is made by the holder, seen by the deputy, and revoked', async () => {
    const head = await api.as(demoPeople.institutionHead);
    const own = await head.query('office', 'ownPosts');
    const post = own.ok ? own.data[0] : undefined;
    if (post === undefined) throw new Error('no post');
    const lend = (to: AccountId, browser = head) =>
      browser.mutate('office', 'actOnDelegation', {
        commandId: newCommandId(),
        id: post.id,
        expectedVersion: post.version,
        type: 'delegate-post',
        input: { occurredOn: today, to, until: today, why: '出差' },
      });
    expect(reasonOf(await lend(demoPeople.auditor.accountId))).toBe('administrators-apart');
    expect(reasonOf(await lend(demoPeople.sectionHead.accountId, await api.as(demoPeople.handler)))).toBe(
      'not-permitted',
    );
    expect(reasonOf(await lend(demoPeople.sectionHead.accountId))).toBe('done');
    const deputy = await api.as(demoPeople.sectionHead);
    const me = await deputy.query('session', 'me');
    expect(me.ok && me.data.posts.map((p) => p.role)).toEqual(['section-head', 'institution-head']);
    const revoked = await head.mutate('office', 'actOnDelegation', {
      commandId: newCommandId(),
      id: post.id,
      expectedVersion: post.version + 1,
      type: 'revoke-delegation',
      input: { occurredOn: today, seq: post.version + 1, why: '已返回' },
    });
    expect(reasonOf(revoked)).toBe('done');
    const after = await deputy.query('session', 'me');
    expect(after.ok && after.data.posts.map((p) => p.role)).toEqual(['section-head']);
  });
});

describe('a reference list', () => {
  it('grows and retires from a day on, and tells everybody', async () => {
    const act = (type: 'add-item' | 'retire-item', input: unknown, expectedVersion: number | null) =>
      system.mutate('office', 'actOnList', {
        commandId: newCommandId(),
        list: 'category',
        expectedVersion,
        type,
        input,
      });
    const drones = { occurredOn: today, key: 'drones', zh: '低空管理', en: 'Low-altitude flight', mapsTo: 'transport' };
    const added = await act('add-item', drones, null);
    expect(added.ok && added.data.version).toBe(1);
    expect(reasonOf(await act('retire-item', { occurredOn: today, key: 'tobacco', why: '' }, 1))).toBe('done');
    const handler = await api.as(demoPeople.handler);
    const list = await handler.query('office', 'referenceList', { list: 'category' });
    const rowOf = (key: string) => (list.ok ? list.data.find((row) => row.key === key) : undefined);
    expect(rowOf('drones')).toMatchObject({ zh: '低空管理', from: today, until: null, mapsTo: 'transport' });
    expect(rowOf('tobacco')).toMatchObject({ until: today, shipped: true });
    expect(rowOf('land')).toMatchObject({ zh: null, until: null });
  });
});

describe('long lists', () => {
  it('come in pages that lose and repeat nobody', async () => {
    const seen: string[] = [];
    const pageAfter = async (cursor: string | null) => {
      const answer = await auditor.query('office', 'accounts', { limit: 5, cursor });
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.data;
    };
    for (let page = await pageAfter(null); ; page = await pageAfter(page.nextCursor)) {
      seen.push(...page.rows.map((row) => row.username));
      if (page.nextCursor === null) break;
    }
    const everybody = await auditor.query('office', 'accounts', { limit: 100 });
    expect(seen).toEqual(everybody.ok ? everybody.data.rows.map((row) => row.username) : []);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('so does the record, the latest first', async () => {
    const first = await auditor.query('office', 'record', { limit: 7 });
    if (!first.ok || first.data.nextCursor === null) throw new Error('one page only');
    const second = await auditor.query('office', 'record', { limit: 7, cursor: first.data.nextCursor });
    const all = await auditor.query('office', 'record', { limit: 14 });
    const key = (row: { streamId: string; seq: number }) => `${row.streamId} ${row.seq}`;
    expect([...first.data.rows, ...(second.ok ? second.data.rows : [])].map(key)).toEqual(
      all.ok ? all.data.rows.map(key) : [],
    );
    const at = all.ok ? all.data.rows.map((row) => row.recordedAt) : [];
    expect(at).toEqual(at.toSorted((a, b) => b - a));
    const nobody = await auditor.query('office', 'record', { by: newAccount() });
    expect(nobody.ok && nobody.data.rows).toEqual([]);
  });
});
