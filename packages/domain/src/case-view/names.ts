/** What lies beside a ledger, looked up at the edge. */
import type { AccountId, OrganId } from '../ids.ts';
import type { NarrativeRef, PersonRef } from '../ledger/common-entries.ts';
import type { PersonData } from '../ledger/person.ts';

/** Names and texts by their references. Erased content answers null. */
export interface CaseNames {
  organ(id: OrganId): string;
  account(id: AccountId): string;
  person(ref: PersonRef): PersonData | null;
  narrative(ref: NarrativeRef): string | null;
}
