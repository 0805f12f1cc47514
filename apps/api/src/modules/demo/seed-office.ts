/** Makes the demonstration's office by the steps its system administrator would take. */
import type { Actor } from '@redress/domain/access/actor';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { CommandId, InstantMs, StreamId } from '@redress/domain/ids';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { executeStep } from '../../case-store/execute.ts';
import type { Kinds } from '../../case-store/kinds.ts';
import { instantAt } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { type DemoPerson, demoOrgans, demoPeople, everyDemoPerson, governmentId, officeBegins } from './demo-office.ts';

export interface SeedOptions {
  readonly db: Database;
  readonly kinds: Kinds;
  readonly law: LawContext;
  /** The demonstration's cases stand as they would on this day. */
  readonly today: CivilDate;
}

/** Every command of the seed names its day: one that was interrupted goes on where it stopped, as of the same day. */
export const seedCommand = (today: CivilDate, what: string): CommandId => `seed-${today}-${what}` as CommandId;

/** The office is set up by its administrators, whose own posts are among the first entries. */
const inPost = ({ accountId, name, postId, role }: DemoPerson): Actor => {
  const acting = { postId, organId: governmentId, role, delegatedBy: null };
  return { accountId, name, acting, posts: [acting], scope: [] };
};
const setup = inPost(demoPeople.systemAdmin);
const accountKeeper = inPost(demoPeople.securityAdmin);

/** Writes organs, accounts and posts as steps. Asked again it changes nothing: every command is known by its id. */
export async function seedOffice(store: SeedOptions): Promise<void> {
  const recordedAt: InstantMs = instantAt(officeBegins, 9);
  const make = (id: string, kind: string, type: string, input: Record<string, unknown>) =>
    executeStep(store.db, {
      streams: [{ id: id as StreamId, kind, expectedVersion: null }],
      step: { type, input: { ...input, occurredOn: officeBegins } },
      commandId: seedCommand(store.today, id),
      actor: kind === 'account' ? accountKeeper : setup,
      clock: () => recordedAt,
      law: store.law,
      kinds: store.kinds,
    });
  for (const { id, ...particulars } of demoOrgans) await make(id, 'organ', 'establish-organ', particulars);
  for (const p of everyDemoPerson) {
    await make(p.accountId, 'account', 'open-account', { username: p.username, name: p.name });
    const { accountId, organId, role, title, rank, charge } = p;
    const leads = rank === undefined ? {} : { rank, charge };
    await make(p.postId, 'post-holder', 'take-post', { accountId, organId, role, title, ...leads });
  }
}
