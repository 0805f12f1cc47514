/** What a procedure is given: the services of the composition root, and who calls, resolved for today. */
import type { Actor } from '@redress/domain/access/actor';
import { actorOn, type Office } from '@redress/domain/access/scope';
import type { AccountId, InstantMs, PostId } from '@redress/domain/ids';
import type { LawContext } from '@redress/domain/ledger/kinds';
import type { Session } from '../auth/auth.ts';
import type { Kinds } from '../case-store/kinds.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/store.ts';
import type { Log } from '../log.ts';
import type { OfficeDirectory } from '../modules/office/directory.ts';
import type { FirstStart } from '../modules/office/first-start.ts';
import type { Operations } from '../operations.ts';

export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  /** The machine's own time, for sessions and lockouts; never for a legal day. */
  readonly now: () => InstantMs;
  readonly law: LawContext;
  /** Every kind of ledger. */
  readonly kinds: Kinds;
  readonly directory: OfficeDirectory;
  readonly files: FileStore;
  readonly log: Log;
  /** Mail and backups, as the application was told about them. */
  readonly operations: Operations;
  /** The demonstration's accounts may sign in here. */
  readonly demoOffered: boolean;
  /** Ends what is remembered of an account's sessions; left out where none are. */
  readonly forgetSessions?: (accountId: AccountId) => void;
  /** What an empty database offers; left out where nobody may begin an office here. */
  readonly firstStart?: FirstStart;
}

export interface Context {
  readonly services: Services;
  readonly office: Office;
  readonly session: Session | null;
  /** null: nobody is signed in, or the account holds no post today. */
  readonly actor: Actor | null;
  /** The post the page says it acts from. */
  readonly wantedPost: PostId | null;
}

/** Header in which the page names the post it acts from. */
export const postHeader = 'x-redress-post';

/** Resolves who calls. A demonstration account is nobody where the demonstration is not offered. */
export async function makeContext(
  services: Services,
  session: Session | null,
  wanted: string | undefined,
): Promise<Context> {
  const office = await services.directory.current();
  const believed = session !== null && (!session.demo || services.demoOffered) ? session : null;
  const wantedPost = (wanted ?? null) as PostId | null;
  const today = services.clock.today();
  // A password that somebody else made up opens nothing but the page on which it is changed.
  const actor =
    believed === null || believed.mustChange === true
      ? null
      : actorOn(office, believed.accountId as AccountId, wantedPost, today);
  return { services, office, session: believed, actor, wantedPost };
}
