/**
 * Who somebody is: username and password, sessions in the database. What they may do is not decided here
 * but by their posts (`domain/access`).
 */
import type { AccountId } from '@redress/domain/ids';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { username } from 'better-auth/plugins/username';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { authAccount } from '../db/schema/auth-account.ts';
import { authSession } from '../db/schema/auth-session.ts';
import { authUser } from '../db/schema/auth-user.ts';
import { authVerification } from '../db/schema/auth-verification.ts';
import { hashPassword, isPassword } from './passwords.ts';

export interface AuthOptions {
  readonly db: NodePgDatabase;
  readonly secret: string;
  /** The outside address behind a proxy. */
  readonly publicUrl: string | null;
  /** For messages that cannot be shown otherwise; never personal data. */
  readonly log: (level: 'error' | 'warn', message: string) => void;
}

const SESSION_SECONDS = 12 * 3600;
const COOKIE_PREFIX = 'redress';
const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;

/** A page may call us from the host it was loaded from, whatever name that has, and from `PUBLIC_URL`. */
function originsOf(request: Request | undefined, publicUrl: string | null): string[] {
  const origins = publicUrl === null ? [] : [new URL(publicUrl).origin];
  const host = request?.headers.get('host');
  return host ? [...origins, `http://${host}`, `https://${host}`] : origins;
}

function makeLibrary(o: AuthOptions, secureCookies: boolean) {
  return betterAuth({
    appName: 'Redress',
    secret: o.secret,
    baseURL: o.publicUrl ?? 'http://localhost',
    basePath: '/api/auth',
    telemetry: { enabled: false },
    trustedOrigins: (request) => originsOf(request, o.publicUrl),
    database: drizzleAdapter(o.db, {
      provider: 'pg',
      schema: { user: authUser, session: authSession, account: authAccount, verification: authVerification },
    }),
    user: {
      additionalFields: {
        demo: { type: 'boolean', required: false, input: false, defaultValue: false },
        mustChange: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: 3600,
      // A browser keeps nothing of the account, not even signed: what is read is remembered here (`sessions.ts`).
      cookieCache: { enabled: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 30 })],
    /** Ours counts failures only (`sign-in.ts`): the library's counts good sign-ins and would lock out an office behind one address. */
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: secureCookies,
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: ['x-redress-address'] },
    },
    logger: {
      disabled: false,
      level: 'error',
      // The library's details can hold usernames and addresses: only its own sentence goes on.
      log: (level, message) => o.log(level === 'error' ? 'error' : 'warn', message.split('\n')[0]?.slice(0, 120) ?? ''),
    },
  });
}

type Library = ReturnType<typeof makeLibrary>;

export interface Auth {
  /**
   * The library as this request has to meet it. Under an https `PUBLIC_URL` cookies are `Secure` and named so; a browser
   * keeps no such cookie of http://localhost or of the machine's own address, which stay usable beside it.
   */
  for(headers: Headers): Library;
  /** The signed value of this request's session cookie; null where it brings none. */
  sessionCookieOf(headers: Headers): string | null;
}

/** Did the browser come by the https address, as far as the proxy in front says? */
function cameByHttps(headers: Headers, publicHost: string): boolean {
  const first = (name: string) => headers.get(name)?.split(',')[0]?.trim().toLowerCase();
  return (first('x-forwarded-host') ?? first('host')) === publicHost || first('x-forwarded-proto') === 'https';
}

/** One table of sessions and one secret; only the cookies differ with the address the browser uses. */
export function createAuth(o: AuthOptions): Auth {
  const plain = makeLibrary(o, false);
  const outside = o.publicUrl === null ? null : new URL(o.publicUrl);
  const secure = outside?.protocol === 'https:' ? { host: outside.host, library: makeLibrary(o, true) } : null;
  const isSecure = (headers: Headers) => secure !== null && cameByHttps(headers, secure.host);
  return {
    for: (headers) => (secure !== null && isSecure(headers) ? secure.library : plain),
    sessionCookieOf: (headers) => {
      const name = isSecure(headers) ? `__Secure-${SESSION_COOKIE}` : SESSION_COOKIE;
      for (const pair of (headers.get('cookie') ?? '').split(';')) {
        const at = pair.indexOf('=');
        if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
      }
      return null;
    },
  };
}

/** A session as the rest of the application knows it. */
export interface Session {
  readonly id: string;
  readonly accountId: AccountId;
  readonly demo: boolean;
  /** The password was made up by somebody else: nothing may be done before it is changed. */
  readonly mustChange?: boolean;
}
