/**
 * The whole application over a real database, without a network: the invented office, its people signing in,
 * and procedures called over HTTP as the page calls them.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { civilDate } from '@redress/domain/calendar/civil-date';
import type { Failure } from '@redress/domain/errors';
import type { CommandId, StreamId } from '@redress/domain/ids';
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';
import type { StepType } from '@redress/domain/reconsideration/steps';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { createAuth } from '../auth/auth.ts';
import { Sessions } from '../auth/sessions.ts';
import { type Clock, instantAt, systemClock } from '../clock.ts';
import { kinds, shippedLaw } from '../data.ts';
import { folderFileStore } from '../files/store.ts';
import { createApp } from '../http.ts';
import { openDemoAccounts } from '../modules/demo/demo-accounts.ts';
import { type DemoPerson, demoPassword, demoPeople, governmentId } from '../modules/demo/demo-office.ts';
import { actOf } from '../modules/demo/invented-acts.ts';
import { seedOffice } from '../modules/demo/seed-office.ts';
import { OfficeDirectory } from '../modules/office/directory.ts';
import { postHeader, type Services } from '../trpc/context.ts';
import type { AppRouter } from '../trpc/root.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** The invented office, for the tests of every module. */
export { demoOrgans, demoPeople, everyDemoPerson, governmentId } from '../modules/demo/demo-office.ts';

/** The office's today in these tests, whatever the machine's: a Monday. */
export const today = civilDate('2026-03-02');
const origin = 'http://localhost';

export interface ApiOptions {
  readonly openToNetwork?: boolean;
  readonly publicUrl?: string;
  readonly maxFileBytes?: number;
  /** A function that the clock of sign-in is read from; the machine's unless a test moves it. */
  readonly now?: Services['now'];
  /** The office's clock, for a test that moves it; else every instant is on the morning of `today`. */
  readonly clock?: Clock;
  readonly log?: Services['log'];
  /** No mail is sent unless a test has a server for it. */
  readonly mail?: Services['operations']['mail'];
  readonly backup?: Partial<Services['operations']['backup']>;
}

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly status: number; readonly failure: Failure };

/** A browser: it keeps the cookies it is given. */
export class Browser {
  readonly #app: Hono;
  readonly #origin: string;
  readonly cookies = new Map<string, string>();
  post: string | null = null;

  /** `at`: the origin in its address bar. */
  constructor(app: Hono, at: string = origin) {
    this.#app = app;
    this.#origin = at;
  }

  async fetch(url: string, init: RequestInit & { readonly duplex?: 'half' } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', new URL(this.#origin).host);
    if (this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    if (init.method !== undefined && init.method !== 'GET' && !headers.has('origin'))
      headers.set('origin', this.#origin);
    if (this.post !== null) headers.set(postHeader, this.post);
    const answer = await this.#app.request(`${this.#origin}${url}`, { ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      // As a browser does: nothing marked secure is kept of an address that is not.
      if (/; Secure/i.test(cookie) && this.#origin.startsWith('http:')) continue;
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /Max-Age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  json(url: string, body: unknown, method = 'POST'): Promise<Response> {
    return this.fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  signIn(username: string, password: string = demoPassword): Promise<Response> {
    return this.json('/api/auth/sign-in/username', { username, password });
  }

  async #answer<T>(response: Response): Promise<Answer<T>> {
    const body = (await response.json()) as {
      result?: { data: T };
      error?: { data: { failure: Failure } };
      failure?: Failure;
    };
    if (body.error !== undefined) return { ok: false, status: response.status, failure: body.error.data.failure };
    if (body.failure !== undefined) return { ok: false, status: response.status, failure: body.failure };
    return { ok: true, data: body.result?.data as T };
  }

  /** Calls a procedure by its path, with whatever input. */
  async call(procedure: string, type: 'query' | 'mutation', input?: unknown): Promise<Answer<unknown>> {
    const url = `/api/trpc/${procedure}`;
    if (type === 'mutation') return this.#answer(await this.json(url, input ?? null));
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.#answer(await this.fetch(`${url}${query}`));
  }

  query<R extends keyof Inputs & string, P extends keyof Inputs[R] & keyof Outputs[R] & string>(
    router: R,
    procedure: P,
    input?: Inputs[R][P],
  ): Promise<Answer<Outputs[R][P]>> {
    return this.call(`${router}.${procedure}`, 'query', input) as Promise<Answer<Outputs[R][P]>>;
  }

  mutate<R extends keyof Inputs & string, P extends keyof Inputs[R] & keyof Outputs[R] & string>(
    router: R,
    procedure: P,
    input: Inputs[R][P],
  ): Promise<Answer<Outputs[R][P]>> {
    return this.call(`${router}.${procedure}`, 'mutation', input) as Promise<Answer<Outputs[R][P]>>;
  }

  /** One step; a refusal fails the test. */
  async step<T extends StepType>(
    view: Pick<CaseView, 'id' | 'version'>,
    type: T,
    input: StepInputGiven<T>,
  ): Promise<CaseView> {
    const answer = await this.mutate('cases', 'execute', {
      commandId: newCommandId(),
      id: view.id,
      expectedVersion: view.version,
      step: { type, input },
    });
    if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer.failure)}`);
    return answer.data;
  }

  async view(id: StreamId): Promise<CaseView> {
    const answer = await this.query('cases', 'view', { id });
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return answer.data;
  }
}

export const newCommandId = (): CommandId => randomUUID() as CommandId;
export const newCaseId = (): StreamId => randomUUID() as StreamId;

/** An application of an invented applicant against the police, as the page sends it. */
export function anApplication(
  over: Partial<StepInputGiven<'register-application'>> = {},
): StepInputGiven<'register-application'> {
  const { respondents, act, requests, grounds, materials } = actOf('police-penalty', civilDate('2026-02-10'));
  return {
    channel: 'counter',
    filedOn: today,
    receivedOn: today,
    reviewingOrganId: governmentId,
    respondents: [...respondents],
    applicants: [
      {
        key: 'a1',
        person: {
          name: '黎向晨',
          idNumber: '99990019860401001X',
          address: '青石镇梧桐路1号',
          telephone: '0999-5551001',
        },
      },
    ],
    act,
    requests,
    grounds,
    materials: [...materials],
    ...over,
  };
}

export interface Api {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly app: Hono;
  readonly dataDir: string;
  /** A new browser, at http://localhost or at another origin. */
  browser(at?: string): Browser;
  /** A browser in which this person has signed in. */
  as(person: DemoPerson): Promise<Browser>;
  /** A case registered today by the handler. */
  aCase(over?: Partial<StepInputGiven<'register-application'>>): Promise<CaseView>;
}

/** The application over a fresh database with the invented office; gone after the test file. */
export async function testApi(options: ApiOptions = {}): Promise<Api> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'redress-api-test-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const law = shippedLaw();
  const db = database.app;
  await seedOffice({ db, kinds, law, today });
  await openDemoAccounts(db);
  let ms = 0;
  const clock: Clock = options.clock ?? {
    // Each instant is later than the one before, all of them on one morning.
    now: () => {
      ms += 1;
      return (instantAt(today, 9) + ms) as ReturnType<Clock['now']>;
    },
    today: () => today,
  };
  const log = options.log ?? pino({ level: 'silent' });
  const maxFileBytes = options.maxFileBytes ?? 64 * 1024;
  const services: Services = {
    db,
    clock,
    now: options.now ?? systemClock.now,
    law,
    kinds,
    directory: new OfficeDirectory(db, law, () => performance.now()),
    files: folderFileStore(dataDir, maxFileBytes),
    log,
    demoOffered: options.openToNetwork !== true,
    forgetSessions: (accountId) => sessions.forget(accountId),
    operations: {
      mail: options.mail ?? null,
      publicUrl: options.publicUrl ?? null,
      backup: { dir: path.join(dataDir, 'backups'), keep: 7, scheduled: true, ...options.backup },
      dataDir,
      underWay: new Set(),
    },
  };
  const publicUrl = options.publicUrl ?? null;
  const auth = createAuth({
    db: db.orm,
    secret: 'a secret of the tests, long enough to sign with',
    publicUrl,
    log: () => undefined,
  });
  const sessions = new Sessions(auth, services.now, () => db.pool.query('select 1'));
  const app = createApp({
    services,
    auth,
    sessions,
    openToNetwork: options.openToNetwork === true,
    publicUrl,
    maxFileBytes,
    webDist: null,
  });
  const browsers = new Map<string, Browser>();
  const api: Api = {
    database,
    services,
    app,
    dataDir,
    browser: (at) => new Browser(app, at),
    as: async (person) => {
      const known = browsers.get(person.username);
      if (known !== undefined) return known;
      const browser = new Browser(app);
      const answer = await browser.signIn(person.username);
      if (!answer.ok) throw new Error(`${person.username} cannot sign in: ${answer.status}`);
      browsers.set(person.username, browser);
      return browser;
    },
    aCase: async (over) => {
      const handler = await api.as(demoPeople.handler);
      const id = newCaseId();
      const answer = await handler.mutate('cases', 'register', {
        commandId: newCommandId(),
        id,
        input: anApplication(over),
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
      return handler.view(id);
    },
  };
  return api;
}
