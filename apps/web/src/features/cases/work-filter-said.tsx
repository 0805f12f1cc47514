import { Chip } from '@redress/ui/chip';
import { useQuery } from '@tanstack/react-query';
import { dayInList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import type { CaseSearch } from './case-filter.ts';

/** By what the list was narrowed from elsewhere: a counter of the workbench, a search, a colleague's desk. */
export function WorkFilterSaid({ search }: { search: CaseSearch }) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const { today } = useSession();
  const w = words.workbench.filter;
  const people = useQuery(
    trpc.office.handlers.queryOptions(undefined, { enabled: search.handler !== undefined, staleTime: 600_000 }),
  );
  const day = (on: NonNullable<CaseSearch['dueTo']>) => dayInList(on, today, language);
  const { dueFrom, dueTo, hearingFrom, hearingTo, deemedFrom, deemedTo, act, daysUsedFrom, handler } = search;
  const said: string[] = [];
  if (search.q !== undefined) said.push(words.list.filters.search(search.q));
  if (handler !== undefined) said.push(people.data?.find((p) => p.accountId === handler)?.name ?? handler);
  if (dueFrom !== undefined && dueTo !== undefined) said.push(w.due(day(dueFrom), day(dueTo)));
  else if (dueFrom !== undefined) said.push(w.dueFrom(day(dueFrom)));
  else if (dueTo !== undefined) said.push(w.dueTo(day(dueTo)));
  if (act !== undefined) said.push(w.act[act]);
  if (daysUsedFrom !== undefined) said.push(w.daysUsedFrom(daysUsedFrom));
  if (hearingFrom !== undefined && hearingTo !== undefined) said.push(w.hearing(day(hearingFrom), day(hearingTo)));
  if (deemedFrom !== undefined && deemedTo !== undefined) said.push(w.deemed(day(deemedFrom), day(deemedTo)));
  if (search.waits !== undefined) said.push(w.waits);
  if (search.unknown !== undefined) said.push(w.unknown);
  if (search.toPost !== undefined) said.push(w.toPost);
  if (search.unsigned !== undefined) said.push(w.unsigned);
  if (search.unassigned !== undefined) said.push(w.unassigned);
  if (search.all !== undefined) said.push(w.all);
  if (said.length === 0) return null;
  return (
    <p className="rw-filter-said">
      {said.map((one) => (
        <Chip key={one}>{one}</Chip>
      ))}
    </p>
  );
}
