/** Signing in, being locked out, sessions that end. */
import type { InstantMs } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassword, demoPeople } from '../modules/demo/demo-office.ts';
import { type Api, type Browser, testApi } from '../testing/api.ts';
import { LOCK_MINUTES, MAX_ATTEMPTS } from './lockout.ts';
import { SESSION_MEMORY_SECONDS } from './sessions.ts';

let api: Api;
let now = Date.UTC(2026, 2, 2, 1) as InstantMs;
beforeAll(async () => {
  api = await testApi({ now: () => now });
});

const isSignedIn = async (browser: Browser) => (await browser.query('session', 'me')).ok;
const { username } = demoPeople.handler;

describe('signing in', () => {
  it('opens a session with the right password, whatever the case of the name', async () => {
    const browser = api.browser();
    expect((await browser.signIn(username.toUpperCase())).status).toBe(200);
    const me = await browser.query('session', 'me');
    expect(me).toMatchObject({ ok: true, data: { account: { name: '沈知微', username }, today: '2026-03-02' } });
  });

  it('keeps the session’s token in the cookie, out of the answer that a page can read', async () => {
    const browser = api.browser();
    const answer = await browser.signIn(username);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    const cookie = decodeURIComponent(browser.cookies.get('redress.session_token') ?? '');
    const [token = ''] = cookie.split('.');
    expect(token).not.toBe('');
    expect(text).not.toContain(token);
    expect(JSON.parse(text)).toMatchObject({ user: { username } });
    expect(JSON.parse(text)).not.toHaveProperty('token');
    expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly/i);
  });

  it('refuses a wrong password and an unknown name with one and the same answer', async () => {
    const wrong = await api.browser().signIn(username, 'not-the-password');
    const unknown = await api.browser().signIn('nobody.here', 'not-the-password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  it('asks for both fields, and takes nothing that is no form', async () => {
    for (const body of [{ username }, { username: '', password: demoPassword }, 'text', null]) {
      const answer = await api.browser().json('/api/auth/sign-in/username', body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('works under localhost, 127.0.0.1 and the machine’s own address alike, and from no other origin', async () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '192.0.2.7:3000']) {
      const answer = await api.app.request(`http://${host}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: {
          host,
          origin: `http://${host}`,
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
        },
        body: JSON.stringify({ username, password: demoPassword }),
      });
      expect(answer.status, host).toBe(200);
    }
    const foreign = await api.app.request('http://localhost/api/auth/sign-in/username', {
      method: 'POST',
      headers: { host: 'localhost', origin: 'http://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: demoPassword }),
    });
    expect(foreign.status).toBe(403);
  });

  it('opens no way to make an account, nor any other path of the library', async () => {
    for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'is-username-available', 'delete-user']) {
      const answer = await api
        .browser()
        .json(`/api/auth/${path}`, { username: 'x', email: 'x@x.invalid', password: demoPassword });
      expect(answer.status, path).toBe(404);
    }
  });

  it('keeps passwords as argon2id hashes only', async () => {
    const rows = await api.database.sql<{ password: string }>('select password from auth_account');
    expect(rows.length).toBeGreaterThan(10);
    for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$/);
  });
});

describe('lockout', () => {
  const victim = demoPeople.secondHandler.username;

  it('locks a name after several wrong passwords in a row, says for how long, and opens it again', async () => {
    const answers: number[] = [];
    for (let i = 0; i < MAX_ATTEMPTS; i += 1)
      answers.push((await api.browser().signIn(victim, 'wrong-password')).status);
    expect(answers).toEqual(answers.map(() => 401));
    const locked = await api.browser().signIn(victim);
    expect(locked.status).toBe(423);
    expect(await locked.json()).toMatchObject({ code: 'ACCOUNT_LOCKED', minutes: LOCK_MINUTES });
    now = (now + (LOCK_MINUTES + 1) * 60_000) as InstantMs;
    expect((await api.browser().signIn(victim)).status).toBe(200);
  });

  it('counts attempts made at once', async () => {
    const many = await Promise.all(
      Array.from({ length: MAX_ATTEMPTS * 2 }, () => api.browser().signIn('guessed.name', 'wrong-password')),
    );
    const codes = many.map((answer) => answer.status).sort();
    expect(codes.filter((code) => code === 401)).toHaveLength(MAX_ATTEMPTS);
    expect(codes.filter((code) => code === 423)).toHaveLength(MAX_ATTEMPTS);
  });

  it('does not lock out an office behind one address, nor somebody who signs in often', async () => {
    for (let i = 0; i < MAX_ATTEMPTS + 3; i += 1) {
      expect((await api.browser().signIn(demoPeople.sectionHead.username)).status).toBe(200);
    }
  });
});

describe('sessions', () => {
  it('lists one’s own sessions and ends another one at once', async () => {
    const [office, home] = [api.browser(), api.browser()];
    const person = demoPeople.policeLiaison.username;
    await office.signIn(person);
    await home.signIn(person);
    const list = (await (await office.fetch('/api/auth/list-sessions')).json()) as { token: string }[];
    expect(list).toHaveLength(2);
    expect(await isSignedIn(home)).toBe(true);
    const other = await api.browser().fetch('/api/auth/list-sessions');
    expect(other.status).toBe(401);
    const homeToken = decodeURIComponent(home.cookies.get('redress.session_token') ?? '').split('.')[0];
    expect(list.map((s) => s.token)).toContain(homeToken);
    await office.json('/api/auth/revoke-session', { token: homeToken });
    expect(await isSignedIn(home)).toBe(false);
    expect(await isSignedIn(office)).toBe(true);
  });

  it('ends all others at once when one’s password changes', async () => {
    const person = demoPeople.labourLiaison.username;
    const [office, home] = [api.browser(), api.browser()];
    await office.signIn(person);
    await home.signIn(person);
    expect([await isSignedIn(office), await isSignedIn(home)]).toEqual([true, true]);
    const newPassword = 'another-password-2026';
    const changed = await office.json('/api/auth/change-password', {
      currentPassword: demoPassword,
      newPassword,
      revokeOtherSessions: true,
    });
    expect(changed.status).toBe(200);
    expect(await changed.json()).not.toHaveProperty('token');
    expect([await isSignedIn(office), await isSignedIn(home)]).toEqual([true, false]);
    expect((await api.browser().signIn(person)).status).toBe(401);
    expect((await api.browser().signIn(person, newPassword)).status).toBe(200);
  });

  it('is over after signing out, for copies of its cookies too', async () => {
    const browser = api.browser();
    await browser.signIn(demoPeople.marketLiaison.username);
    const copy = api.browser();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    await browser.json('/api/auth/sign-out', {});
    expect(await isSignedIn(browser)).toBe(false);
    expect(await isSignedIn(copy)).toBe(false);
  });

  it('is over when it has expired', async () => {
    const browser = api.browser();
    await browser.signIn(demoPeople.landLiaison.username);
    expect(await isSignedIn(browser)).toBe(true);
    await api.database.sql(`update auth_session set expires_at = now() - interval '1 minute' where user_id = $1`, [
      demoPeople.landLiaison.accountId,
    ]);
    now = (now + SESSION_MEMORY_SECONDS * 1000) as InstantMs;
    expect(await browser.query('session', 'me')).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
  });

  it('lasts no longer than a working day, and its cookie no longer than it', async () => {
    const browser = api.browser();
    const answer = await browser.signIn(demoPeople.organHead.username);
    const maxAges = answer.headers.getSetCookie().map((cookie) => Number(/Max-Age=(\d+)/i.exec(cookie)?.[1]));
    expect(maxAges).toEqual([12 * 3600]);
    const [row] = await api.database.sql<{ hours: number }>(
      `select round(extract(epoch from expires_at - created_at) / 3600)::int as hours from auth_session where user_id = $1`,
      [demoPeople.organHead.accountId],
    );
    expect(row).toEqual({ hours: 12 });
  });

  it('is asked of the database again after seconds, whoever ended it', async () => {
    const browser = api.browser();
    await browser.signIn(demoPeople.sectionHead.username);
    expect(await isSignedIn(browser)).toBe(true);
    await api.database.sql('delete from auth_session where user_id = $1', [demoPeople.sectionHead.accountId]);
    expect(await isSignedIn(browser)).toBe(true);
    now = (now + SESSION_MEMORY_SECONDS * 1000) as InstantMs;
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('leaves nothing about the account in the browser', async () => {
    const browser = api.browser();
    const { username: name, accountId } = demoPeople.auditor;
    const answer = await browser.signIn(name);
    await browser.query('session', 'me');
    expect([...browser.cookies.keys()]).toEqual(['redress.session_token']);
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly.*; SameSite=Lax/);
    const value = decodeURIComponent(browser.cookies.get('redress.session_token') ?? '');
    // A random token and its signature; nothing in them can be read.
    expect(value).toMatch(/^[A-Za-z0-9]{32}\.[A-Za-z0-9+/]{43}=$/);
    const readable = [value, ...value.split('.').map((part) => Buffer.from(part, 'base64').toString())].join(' ');
    for (const word of [name, accountId, demoPeople.auditor.name]) expect(readable).not.toContain(word);
  });

  it('believes no altered cookie', async () => {
    const browser = api.browser();
    await browser.signIn(demoPeople.policeLiaison.username);
    expect(await isSignedIn(browser)).toBe(true);
    for (const [name, value] of browser.cookies) browser.cookies.set(name, `${value.slice(0, -3)}AAA`);
    expect(await isSignedIn(browser)).toBe(false);
  });
});

describe('posts', () => {
  it('writes nothing from a post that is not held', async () => {
    const browser = api.browser();
    await browser.signIn(username);
    browser.post = demoPeople.organHead.postId;
    const answer = await browser.mutate('drafts', 'put', { key: 'case:new', body: {} });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'not-permitted' } });
  });
});

describe('behind a proxy that speaks https', () => {
  const outside = 'https://redress.example.cn';

  it('keeps sessions at the outside address, at localhost and at the machine’s own address', async () => {
    const proxied = await testApi({ publicUrl: outside });
    const at = ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://192.0.2.7:3000', outside];
    for (const address of at) {
      const browser = proxied.browser(address);
      expect((await browser.signIn(username)).status, address).toBe(200);
      expect(await isSignedIn(browser), address).toBe(true);
      expect(await (await browser.fetch('/api/auth/list-sessions')).json(), address).toHaveLength(
        at.indexOf(address) + 1,
      );
      const name = address === outside ? '__Secure-redress.session_token' : 'redress.session_token';
      expect([...browser.cookies.keys()], address).toEqual([name]);
    }
  });

  it('gives the outside address secure cookies only, and believes no other there', async () => {
    const proxied = await testApi({ publicUrl: outside });
    const browser = proxied.browser(outside);
    for (const cookie of (await browser.signIn(username)).headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Secure-.*; HttpOnly; Secure; SameSite=Lax/);
    }
    const planted = proxied.browser(outside);
    const inside = proxied.browser();
    await inside.signIn(username);
    for (const [name, value] of inside.cookies) planted.cookies.set(name, value);
    expect(await isSignedIn(inside)).toBe(true);
    expect(await isSignedIn(planted)).toBe(false);
    await browser.json('/api/auth/sign-out', {});
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('knows the outside address by what the proxy says of it, where the proxy calls us by another name', async () => {
    const proxied = await testApi({ publicUrl: outside });
    for (const says of [{ 'x-forwarded-proto': 'https' }, { 'x-forwarded-host': 'redress.example.cn' }]) {
      const answer = await proxied.app.request('http://127.0.0.1:3000/api/auth/sign-in/username', {
        method: 'POST',
        headers: { host: '127.0.0.1:3000', origin: outside, 'content-type': 'application/json', ...says },
        body: JSON.stringify({ username, password: demoPassword }),
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Secure-/)]);
    }
  });
});

describe('open to the network', () => {
  it('refuses the demonstration’s accounts, and shows none', async () => {
    const outside = await testApi({ openToNetwork: true });
    const answer = await outside.browser().signIn(username);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'DEMO_ACCOUNT_REFUSED' });
    expect(await outside.browser().query('session', 'info')).toMatchObject({ ok: true, data: { demo: null } });
  });
});
