import type { Outputs } from '../../lib/trpc.ts';

type Organs = Outputs['office']['organs'];

/**
 * Whoever acts as an administrative organ may be a respondent: one that itself reviews, too, as a county's government is
 * before the city's (24(1)(2)) and a province's before its own (24(2)). A court is none.
 */
export const offeredRespondents = (organs: Organs): Organs => organs.filter((organ) => organ.kind !== 'court');
