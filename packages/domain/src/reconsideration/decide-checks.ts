/** What several steps ask of the record before they write. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { ReconsiderationCase } from './case-types.ts';
import type { Building } from './decide.ts';
import type { ReconsiderationEntryType } from './entries.ts';

export const knownRespondent = ({ c, d }: Building, id: string, field = 'respondentId'): void => {
  if (!(c.respondents as readonly string[]).includes(id)) d.wrong(field, 'unknown-respondent');
};
export const knownParty = ({ c, d }: Building, id: string, field = 'partyId'): void => {
  if (!c.parties.some((p) => p.partyId === id)) d.wrong(field, 'unknown-party');
};
/** The step's day may not lie before the day of what it answers. */
export const notBefore = ({ d, day }: Building, from: CivilDate | undefined): void => {
  if (from !== undefined && day < from) d.wrong('occurredOn', 'day-before-trigger', { from });
};
export const lastOf = (c: ReconsiderationCase, ...types: readonly ReconsiderationEntryType[]): CivilDate | undefined =>
  c.entries.findLast((e) => (types as readonly string[]).includes(e.type))?.occurredOn;
