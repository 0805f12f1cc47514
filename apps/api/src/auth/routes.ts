/**
 * The few paths of the authentication library that we open, and the guards before its sign-in:
 * lockout, address limit, and no demonstration account over the network.
 */
import type { InstantMs } from '@redress/domain/ids';
import { eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Hono } from 'hono';
import { z } from 'zod';
import { authUser } from '../db/schema/auth-user.ts';
import type { Auth, Session } from './auth.ts';
import { AddressFailures, countAttempt, forgetAttempts } from './lockout.ts';
import type { Sessions } from './sessions.ts';

const open: ReadonlySet<string> = new Set([
  'GET /api/auth/get-session',
  'GET /api/auth/list-sessions',
  'POST /api/auth/sign-out',
  'POST /api/auth/revoke-session',
  'POST /api/auth/revoke-other-sessions',
  'POST /api/auth/revoke-sessions',
  'POST /api/auth/change-password',
]);

/** Codes of the answers that refuse a sign-in; the page has their sentences. */
export type SignInRefusal =
  | 'PASSWORD_UNCHANGED'
  | 'ACCOUNT_LOCKED'
  | 'TOO_MANY_FAILURES'
  | 'DEMO_ACCOUNT_REFUSED'
  | 'INVALID_INPUT';

const words: Record<SignInRefusal, string> = {
  ACCOUNT_LOCKED: '连续输错次数过多，该账号暂时锁定。 Too many wrong attempts: this account is locked for a while.',
  TOO_MANY_FAILURES: '本地址登录失败次数过多，请稍后再试。 Too many failures from this address: try again later.',
  DEMO_ACCOUNT_REFUSED:
    '系统已向网络开放，演示账号不能登录。 The application is open to the network: demonstration accounts cannot sign in.',
  PASSWORD_UNCHANGED: '新密码不能与原密码相同。 The new password must differ from the old one.',
  INVALID_INPUT: '请填写用户名和密码。 Give a username and a password.',
};

const zCredentials = z.object({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(128),
  rememberMe: z.boolean().optional(),
});

export interface AuthRoutesOptions {
  readonly auth: Auth;
  readonly sessions: Sessions;
  readonly db: NodePgDatabase;
  readonly openToNetwork: boolean;
  readonly now: () => InstantMs;
  /** The caller's address, as far as it is known. */
  readonly addressOf: (request: Request) => string;
}

const refuse = (code: SignInRefusal, status: number, more: Record<string, number> = {}): Response =>
  Response.json({ code, message: words[code], ...more }, { status });

/**
 * The library's answer. It hides a database that is away behind "not signed in" or an error of its own: where it may
 * have done so the database is asked, and throws.
 */
async function answerOf(request: Request, o: AuthRoutesOptions): Promise<Response> {
  const answer = await o.auth.for(request.headers).handler(request);
  if (answer.status === 401 || answer.status >= 500) await o.db.execute(sql`select 1`);
  return answer;
}

/** The library's answer without the session's token: it is in the cookie, which no script of a page can read. */
async function withoutToken(answer: Response): Promise<Response> {
  const { token: _, ...body } = (await answer.json()) as Record<string, unknown>;
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return Response.json(body, { status: answer.status, headers });
}

/** Signs in by username, after the guards. */
async function signIn(request: Request, o: AuthRoutesOptions, failures: AddressFailures): Promise<Response> {
  const credentials = zCredentials.safeParse(await request.json().catch(() => null));
  if (!credentials.success) return refuse('INVALID_INPUT', 400);
  const { username } = credentials.data;
  const address = o.addressOf(request);
  const now = o.now();
  if (failures.isBlocked(address, now)) return refuse('TOO_MANY_FAILURES', 429);
  const minutes = await countAttempt(o.db, username, now);
  if (minutes !== null) {
    failures.add(address, now);
    return refuse('ACCOUNT_LOCKED', 423, { minutes });
  }
  if (o.openToNetwork) {
    const name = username.toLowerCase();
    const [user] = await o.db.select({ demo: authUser.demo }).from(authUser).where(eq(authUser.username, name));
    if (user?.demo === true) return refuse('DEMO_ACCOUNT_REFUSED', 403);
  }
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  headers.set('x-redress-address', address);
  const body = JSON.stringify(credentials.data);
  const answer = await answerOf(new Request(request.url, { method: 'POST', headers, body }), o);
  if (answer.ok) {
    await forgetAttempts(o.db, username, now);
    return withoutToken(answer);
  }
  if (answer.status === 401) failures.add(address, now);
  return answer;
}

/** A new password of one's own choosing; what somebody else had made up opens everything again once it is changed. */
async function changePassword(request: Request, o: AuthRoutesOptions, before: Session | null): Promise<Response> {
  const body = (await request
    .clone()
    .json()
    .catch(() => null)) as Readonly<Record<string, unknown>> | null;
  if (body !== null && body.newPassword !== undefined && body.newPassword === body.currentPassword) {
    return refuse('PASSWORD_UNCHANGED', 400);
  }
  const answer = await answerOf(request, o);
  if (!answer.ok) return answer;
  if (before !== null) {
    await o.db.update(authUser).set({ mustChange: false }).where(eq(authUser.id, before.accountId));
  }
  return withoutToken(answer);
}

/** Mounted at the root; answers /api/auth/*. */
export function authRoutes(o: AuthRoutesOptions): Hono {
  const failures = new AddressFailures();
  const app = new Hono();
  app.post('/api/auth/sign-in/username', (c) => signIn(c.req.raw, o, failures));
  app.all('/api/auth/*', async (c) => {
    const { pathname } = new URL(c.req.url);
    if (!open.has(`${c.req.method} ${pathname}`)) {
      return c.json({ code: 'NOT_FOUND', message: 'not found' }, 404);
    }
    const ends = c.req.method === 'POST';
    const before = ends ? (await o.sessions.of(c.req.raw.headers)).session : null;
    try {
      if (pathname === '/api/auth/change-password') return await changePassword(c.req.raw, o, before);
      return await answerOf(c.req.raw, o);
    } finally {
      if (before !== null) o.sessions.forget(before.accountId);
    }
  });
  return app;
}
