/**
 * The office (organs, posts, accounts) is the fold of its own ledgers, kept in memory and refreshed when they grew:
 * a few thousand short streams, read at every request. It has no read tables that could disagree with them.
 */
import { emptyOffice, type Office } from '@redress/domain/access/scope';
import type { AccountId, OrganId, PostId } from '@redress/domain/ids';
import type { Kind, LawContext } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import { type Account, accountKind } from '@redress/domain/office/account';
import { type Organ, organKind } from '@redress/domain/office/organ';
import { type Post, postHolderKind } from '@redress/domain/office/post-holder';
import { type ReferenceList, referenceListKind } from '@redress/domain/office/reference-list';
import { officeEntries, officeHeads, officeToken } from '../../case-store/office-ledgers.ts';
import type { Database } from '../../db/database.ts';

export const officeKinds = [organKind, postHolderKind, accountKind, referenceListKind] as const;
export const officeStreams = [
  { prefix: 'organ', kind: organKind.kind },
  { prefix: 'post', kind: postHolderKind.kind },
  { prefix: 'account', kind: accountKind.kind },
  { prefix: 'reference', kind: referenceListKind.kind },
] as const;

/** Other processes' changes are seen after this long; one's own at once. */
const FRESH_MS = 2000;

export class OfficeDirectory {
  readonly #db: Database;
  readonly #law: LawContext;
  readonly #elapsed: () => number;
  #office: Office = emptyOffice;
  #lists: ReadonlyMap<string, ReferenceList> = new Map();
  #versions = new Map<string, number>();
  #token = '';
  #checkedAt = Number.NEGATIVE_INFINITY;
  #loading: Promise<Office> | null = null;

  /** `elapsed`: ms of a clock that only runs forward. */
  constructor(db: Database, law: LawContext, elapsed: () => number) {
    this.#db = db;
    this.#law = law;
    this.#elapsed = elapsed;
  }

  /** The office as its ledgers now tell it. */
  async current(): Promise<Office> {
    if (this.#elapsed() - this.#checkedAt < FRESH_MS) return this.#office;
    this.#loading ??= this.#refresh().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /** The reference lists the office has said something about, by the id of their streams. */
  async lists(): Promise<ReadonlyMap<string, ReferenceList>> {
    await this.current();
    return this.#lists;
  }

  /** As it stands in the database at this very moment: for whoever holds the lock under which the office is changed. */
  async fresh(): Promise<Office> {
    await this.#loading?.catch(() => undefined);
    this.forget();
    return this.current();
  }

  /** Call after writing an office ledger. */
  forget(): void {
    this.#checkedAt = Number.NEGATIVE_INFINITY;
  }

  async #refresh(): Promise<Office> {
    const asked = this.#elapsed();
    const token = await officeToken(this.#db, officeStreams);
    if (token !== this.#token) {
      await this.#load();
      this.#token = token;
    }
    this.#checkedAt = asked;
    return this.#office;
  }

  async #load(): Promise<void> {
    const heads = await officeHeads(this.#db, officeStreams);
    const grown = heads.filter((h) => this.#versions.get(h.id) !== h.version);
    const organs = new Map(this.#office.organs);
    const posts = new Map(this.#office.posts);
    const accounts = new Map(this.#office.accounts);
    const lists = new Map(this.#lists);
    for (let i = 0; i < grown.length; i += 1000) {
      const part = grown.slice(i, i + 1000);
      const ledgers = await officeEntries(this.#db, part);
      for (const head of part) {
        const streamId = head.id;
        const entries = ledgers.get(streamId) ?? [];
        const fold = <C>(kind: Kind<C>): C => replay(kind, { streamId, kind: head.kind, entries }, this.#law);
        if (head.kind === 'organ') organs.set(head.id as string as OrganId, fold<Organ>(organKind));
        else if (head.kind === 'post-holder') posts.set(head.id as string as PostId, fold<Post>(postHolderKind));
        else if (head.kind === 'reference-list') lists.set(head.id, fold<ReferenceList>(referenceListKind));
        else accounts.set(head.id as string as AccountId, fold<Account>(accountKind));
        this.#versions.set(head.id, head.version);
      }
    }
    this.#office = { organs, posts, accounts };
    this.#lists = lists;
  }
}
