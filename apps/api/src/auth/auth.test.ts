/** Signing in, being locked out, sessions that end. */
import type { InstantMs } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassword, demoPeople } from '../modules/demo/demo-office.ts';
import { type Api, type Browser, testApi } from '../testing/api.ts';
import { LOCK_MINUTES, MAX_ATTEMPTS } from './lockout.ts';

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
    browser.forgetCopy();
    expect(await browser.query('session', 'me')).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
  });

  it('believes no altered cookie', async () => {
    const browser = api.browser();
    await browser.signIn(demoPeople.labourLiaison.username);
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

describe('open to the network', () => {
  it('refuses the demonstration’s accounts, and shows none', async () => {
    const outside = await testApi({ openToNetwork: true });
    const answer = await outside.browser().signIn(username);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'DEMO_ACCOUNT_REFUSED' });
    expect(await outside.browser().query('session', 'info')).toMatchObject({ ok: true, data: { demo: null } });
  });
});
