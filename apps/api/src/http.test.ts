/** What the application answers beside its procedures: health, headers, errors, logs. */
import { Writable } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockKeyOf } from './case-store/transaction.ts';
import { loggedPath } from './http.ts';
import { demoPassword, demoPeople } from './modules/demo/demo-office.ts';
import { type Api, anApplication, newCaseId, newCommandId, testApi } from './testing/api.ts';

let api: Api;
const lines: string[] = [];
const log = pino(
  { level: 'info', base: null },
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  }),
);
beforeAll(async () => {
  api = await testApi({ log });
});

describe('health', () => {
  it('is alive, and ready while the database answers', async () => {
    expect(await (await api.app.request('/health/live')).json()).toEqual({ live: true });
    expect(await (await api.app.request('/health/ready')).json()).toEqual({ ready: true });
  });
});

describe('headers', () => {
  it('lets a page load nothing from elsewhere, and nobody frame it', async () => {
    const { headers } = await api.app.request('/api/trpc/session.info');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('takes no writing from a page of another origin', async () => {
    const handler = await api.as(demoPeople.handler);
    const answer = await handler.fetch('/api/trpc/drafts.put', {
      method: 'POST',
      headers: { origin: 'http://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'case:new', body: {} }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('errors', () => {
  it('names the field and the rule', async () => {
    const handler = await api.as(demoPeople.handler);
    const answer = await handler.call('cases.list', 'query', { limit: 1000, filter: { stage: 'nowhere' } });
    expect(answer).toMatchObject({ ok: false, status: 400, failure: { code: 'invalid-input' } });
    const fields = answer.ok ? [] : (answer.failure.fields ?? []).map((f) => f.field).sort();
    expect(fields).toEqual(['filter.stage', 'limit']);
    const application = anApplication({ requests: '', receivedOn: '2027-01-01' });
    const registered = await handler.mutate('cases', 'register', {
      commandId: newCommandId(),
      id: newCaseId(),
      input: application,
    });
    expect(registered).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    const named = registered.ok ? [] : (registered.failure.fields ?? []).map((f) => f.field);
    expect(named).toContain('requests');
  });

  it('answers a broken body, an unknown procedure and an unknown path clearly', async () => {
    const handler = await api.as(demoPeople.handler);
    const broken = await handler.fetch('/api/trpc/drafts.put', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"key":',
    });
    expect(broken.status).toBe(400);
    expect(await handler.call('cases.nothing', 'query')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect((await handler.fetch('/api/nowhere')).status).toBe(404);
  });

  it('refuses a body that is too large', async () => {
    const handler = await api.as(demoPeople.handler);
    const answer = await handler.json('/api/trpc/drafts.put', { key: 'case:new', body: 'x'.repeat(5 * 1024 * 1024) });
    expect(answer.status).toBe(413);
  });
});

describe('logs', () => {
  it('hold no name, no password and no question', async () => {
    const before = lines.length;
    const browser = api.browser();
    await browser.signIn(demoPeople.handler.username);
    await browser.signIn('李四的手机13800000000', 'secret-of-somebody');
    await browser.query('cases', 'list', { filter: { q: '黎向晨' } });
    await api.aCase();
    const text = lines.slice(before).join('');
    expect(lines.length).toBeGreaterThan(before + 3);
    expect(text).toContain('/api/trpc/cases.list');
    for (const word of [
      demoPassword,
      'secret-of-somebody',
      demoPeople.handler.username,
      '李四',
      '黎向晨',
      '沈知微',
      '%E9',
      'input=',
    ]) {
      expect(text).not.toContain(word);
    }
  });
});

describe('a database that goes away in the middle of a step', () => {
  it('gives a clear answer, leaves the data as it was, and takes the same command again', async () => {
    const handler = await api.as(demoPeople.handler);
    const view = await api.aCase();
    const command = {
      commandId: newCommandId(),
      id: view.id,
      expectedVersion: view.version,
      step: { type: 'make-note', input: { text: '写到一半' } },
    };
    const entries = async () => (await api.database.sql('select from entry where stream_id = $1', [view.id])).length;
    const holder = new pg.Client({ connectionString: api.database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select pg_advisory_xact_lock($1::bigint)', [lockKeyOf(view.id)]);
    const answer = handler.mutate('cases', 'execute', command);
    let ended = 0;
    while (ended === 0) {
      // Outside the holder's transaction: in one, the same list of connections is shown every time.
      const found = await api.database.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name like 'redress write%' and wait_event_type = 'Lock'`,
      );
      ended = found.length;
    }
    expect(await answer).toMatchObject({ ok: false, status: 503, failure: { code: 'database-away' } });
    await holder.end();
    expect(await entries()).toBe(view.version);
    expect(await handler.mutate('cases', 'execute', command)).toMatchObject({ ok: true });
    expect(await entries()).toBe(view.version + 1);
  });

  it('is not taken for a session that has ended', async () => {
    const lost = await testApi();
    const browser = await lost.as(demoPeople.handler);
    expect((await browser.fetch('/api/auth/list-sessions')).status).toBe(200);
    lost.database.app.pool.options.connectionString = 'postgres://nobody@127.0.0.1:1/nothing';
    await lost.database.sql(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const answers = {
      list: await browser.fetch('/api/auth/list-sessions'),
      session: await browser.fetch('/api/auth/get-session'),
      revoke: await browser.json('/api/auth/revoke-sessions', {}),
      signIn: await lost.browser().signIn(demoPeople.handler.username),
      files: await browser.fetch('/api/files/none'),
    };
    for (const [name, answer] of Object.entries(answers)) {
      expect([name, answer.status, await answer.json()]).toEqual([name, 503, { failure: { code: 'database-away' } }]);
    }
    expect(await browser.query('cases', 'list', {})).toMatchObject({ ok: false, failure: { code: 'database-away' } });
  });

  it('is told by the readiness check, not by the liveness check', async () => {
    const lost = await testApi();
    await lost.database.app.pool.end();
    expect((await lost.app.request('/health/ready')).status).toBe(503);
    expect((await lost.app.request('/health/live')).status).toBe(200);
  });
});

describe('the address of a calendar feed', () => {
  it('stands in no log, for whoever knows it reads the feed', () => {
    expect(loggedPath('/calendar/0123456789abcdef.ics')).toBe('/calendar/…');
    expect(loggedPath('/api/trpc/cases.view')).toBe('/api/trpc/cases.view');
  });
});
