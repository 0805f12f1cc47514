/** The demonstration's accounts as the sign-in page offers them. */
import type { Role } from '@redress/domain/access/roles';
import type { Office } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isOpenOn } from '@redress/domain/office/account';
import { organName } from '../office/names.ts';
import { demoPassword, everyDemoPerson } from './demo-office.ts';

export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly organName: string;
  readonly role: Role;
  readonly title: string;
}

/** null where the office is not the demonstration's. */
export function demoAccountsOf(
  office: Office,
  day: CivilDate,
): { readonly password: string; readonly accounts: readonly DemoAccount[] } | null {
  const accounts = everyDemoPerson.flatMap((p): DemoAccount[] => {
    const account = office.accounts.get(p.accountId);
    if (account === undefined || !isOpenOn(account, day)) return [];
    const { username, name, role, title } = p;
    return [{ username, name, role, title, organName: organName(office, p.organId, day) }];
  });
  return accounts.length === 0 ? null : { password: demoPassword, accounts };
}
