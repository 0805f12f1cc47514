/** The demonstration's accounts in the tables of sign-in. */
import { eq, inArray } from 'drizzle-orm';
import { hashPassword } from '../../auth/passwords.ts';
import type { Database } from '../../db/database.ts';
import { authAccount } from '../../db/schema/auth-account.ts';
import { authSession } from '../../db/schema/auth-session.ts';
import { authUser } from '../../db/schema/auth-user.ts';
import { demoPassword, everyDemoPerson } from './demo-office.ts';

/** Does this database hold the demonstration? */
export async function isDemoOffice(db: Database): Promise<boolean> {
  const found = await db.orm.select({ id: authUser.id }).from(authUser).where(eq(authUser.demo, true)).limit(1);
  return found.length > 0;
}

/** May anybody sign in at all? */
export async function hasAccounts(db: Database): Promise<boolean> {
  return (await db.orm.select({ id: authUser.id }).from(authUser).limit(1)).length > 0;
}

/** Ends every session of a demonstration account: the application is open to the network now. */
export async function refuseDemoSessions(db: Database): Promise<void> {
  const demo = db.orm.select({ id: authUser.id }).from(authUser).where(eq(authUser.demo, true));
  await db.orm.delete(authSession).where(inArray(authSession.userId, demo));
}

/** Lets the demonstration's people sign in. */
export async function openDemoAccounts(db: Database): Promise<void> {
  const password = await hashPassword(demoPassword);
  await db.orm
    .insert(authUser)
    .values(
      everyDemoPerson.map((p) => ({
        id: p.accountId,
        name: p.name,
        email: `${p.username}@redress.invalid`,
        emailVerified: true,
        username: p.username,
        displayUsername: p.username,
        demo: true,
      })),
    )
    .onConflictDoNothing();
  await db.orm
    .insert(authAccount)
    .values(
      everyDemoPerson.map((p) => ({
        id: `credential-${p.accountId}`,
        accountId: p.accountId,
        providerId: 'credential',
        userId: p.accountId,
        password,
      })),
    )
    .onConflictDoNothing();
}
