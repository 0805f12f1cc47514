/** From a request's cookies to its session. */
import type { AccountId, InstantMs } from '@redress/domain/ids';
import { type Auth, COOKIE_CACHE_SECONDS, type Session } from './auth.ts';

/**
 * For a while after an account signed out, or ended one of its sessions, its browsers' signed copies are not believed:
 * a session that was ended ends at once.
 */
export class Sessions {
  readonly #auth: Auth;
  readonly #now: () => InstantMs;
  readonly #distrusted = new Map<string, InstantMs>();

  readonly #askDatabase: () => Promise<unknown>;

  /** `askDatabase` rejects where the database cannot be reached: the library hides that behind an error of its own. */
  constructor(auth: Auth, now: () => InstantMs, askDatabase: () => Promise<unknown>) {
    this.#auth = auth;
    this.#now = now;
    this.#askDatabase = askDatabase;
  }

  /** The session of these headers, and the cookies to send back; null where there is none or it has ended. */
  async of(headers: Headers): Promise<{ session: Session | null; cookies: string[] }> {
    if (!headers.has('cookie')) return { session: null, cookies: [] };
    const first = await this.#read(headers, false);
    const accountId = first.session?.accountId;
    if (accountId === undefined || !this.#isDistrusted(accountId)) return first;
    return this.#read(headers, true);
  }

  /** From now on, and until every copy has expired, this account's sessions are read from the database. */
  distrustCopiesOf(accountId: AccountId): void {
    const now = this.#now();
    for (const [id, until] of this.#distrusted) if (until <= now) this.#distrusted.delete(id);
    this.#distrusted.set(accountId, (now + (COOKIE_CACHE_SECONDS + 5) * 1000) as InstantMs);
  }

  #isDistrusted(accountId: string): boolean {
    const until = this.#distrusted.get(accountId);
    return until !== undefined && this.#now() < until;
  }

  async #read(headers: Headers, disableCookieCache: boolean): Promise<{ session: Session | null; cookies: string[] }> {
    const answer = await this.#auth.api
      .getSession({ headers, query: { disableCookieCache }, returnHeaders: true })
      .catch(async (error: unknown) => {
        await this.#askDatabase();
        throw error;
      });
    const found = answer.response;
    return {
      session:
        found === null
          ? null
          : { id: found.session.id, accountId: found.user.id as AccountId, demo: found.user.demo === true },
      cookies: answer.headers.getSetCookie(),
    };
  }
}
