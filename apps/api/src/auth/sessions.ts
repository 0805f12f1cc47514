/** From a request's cookies to its session, remembered here for seconds: a page asks many things at once. */
import type { AccountId, InstantMs } from '@redress/domain/ids';
import type { Auth, Session } from './auth.ts';

/** How long a session that was read is believed without asking the database again. */
export const SESSION_MEMORY_SECONDS = 10;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly session: Session;
  readonly until: InstantMs;
}

export interface SessionFound {
  readonly session: Session | null;
  /** To send back with the answer. */
  readonly cookies: readonly string[];
}

export class Sessions {
  readonly #auth: Auth;
  readonly #now: () => InstantMs;
  readonly #askDatabase: () => Promise<unknown>;
  /** By the signed value of the session's cookie, which only a true one brings in here. */
  readonly #remembered = new Map<string, Remembered>();
  /** Counts what was forgotten: a session read before is not remembered after. */
  #forgotten = 0;

  /** `askDatabase` rejects where the database cannot be reached: the library hides that behind an error of its own. */
  constructor(auth: Auth, now: () => InstantMs, askDatabase: () => Promise<unknown>) {
    this.#auth = auth;
    this.#now = now;
    this.#askDatabase = askDatabase;
  }

  /** The session of these headers; null where there is none or it has ended. */
  async of(headers: Headers): Promise<SessionFound> {
    const cookie = this.#auth.sessionCookieOf(headers);
    if (cookie === null) return { session: null, cookies: [] };
    const known = this.#remembered.get(cookie);
    if (known !== undefined && this.#now() < known.until) return { session: known.session, cookies: [] };
    this.#remembered.delete(cookie);
    return this.#read(headers, cookie);
  }

  /** One of this account's sessions may have ended: they are read from the database from now on. */
  forget(accountId: AccountId): void {
    this.#forgotten += 1;
    for (const [cookie, { session }] of this.#remembered) {
      if (session.accountId === accountId) this.#remembered.delete(cookie);
    }
  }

  async #read(headers: Headers, cookie: string): Promise<SessionFound> {
    const forgottenBefore = this.#forgotten;
    const answer = await this.#auth
      .for(headers)
      .api.getSession({ headers, returnHeaders: true })
      .catch(async (error: unknown) => {
        await this.#askDatabase();
        throw error;
      });
    const cookies = answer.headers.getSetCookie();
    if (answer.response === null) return { session: null, cookies };
    const { user, session: found } = answer.response;
    const session: Session = {
      id: found.id,
      accountId: user.id as AccountId,
      demo: user.demo === true,
      mustChange: user.mustChange === true,
    };
    if (this.#forgotten === forgottenBefore) {
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
      const memory = this.#now() + SESSION_MEMORY_SECONDS * 1000;
      this.#remembered.set(cookie, { session, until: Math.min(memory, found.expiresAt.getTime()) as InstantMs });
    }
    return { session, cookies };
  }
}
