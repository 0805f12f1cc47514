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
/** How long a browser's signed copy of its session is believed without asking the database. */
export const COOKIE_CACHE_SECONDS = 60;

/** A page may call us from the host it was loaded from, whatever name that has, and from `PUBLIC_URL`. */
function originsOf(request: Request | undefined, publicUrl: string | null): string[] {
  const origins = publicUrl === null ? [] : [new URL(publicUrl).origin];
  const host = request?.headers.get('host');
  return host ? [...origins, `http://${host}`, `https://${host}`] : origins;
}

function makeAuth(o: AuthOptions) {
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
    user: { additionalFields: { demo: { type: 'boolean', required: false, input: false, defaultValue: false } } },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: 3600,
      cookieCache: { enabled: true, maxAge: COOKIE_CACHE_SECONDS },
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
      cookiePrefix: 'redress',
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

export type Auth = ReturnType<typeof makeAuth>;
export const createAuth = (options: AuthOptions): Auth => makeAuth(options);

/** A session as the rest of the application knows it. */
export interface Session {
  readonly id: string;
  readonly accountId: AccountId;
  readonly demo: boolean;
}
