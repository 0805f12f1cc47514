import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { type CaseSearch, caseSearch } from './case-filter.ts';
import type { useListPreference } from './use-list-preference.ts';

const isBare = (search: CaseSearch): boolean => Object.values(search).every((value) => value === undefined);

/**
 * Opens the list with the default filter, once, and only where the address says nothing else. True as soon as the address
 * is what is to be shown: asked for before, the list would be read twice.
 */
export function useDefaultFilter(
  search: CaseSearch,
  onSearch: (search: CaseSearch) => void,
  { preference, isPending }: ReturnType<typeof useListPreference>,
): boolean {
  const trpc = useTRPC();
  const saved = useQuery(trpc.preferences.savedFilters.queryOptions(undefined, { staleTime: 300_000 }));
  const [settled, setSettled] = useState(!isBare(search));
  const led = useRef(false);
  const { defaultFilter } = preference;
  const isKnown = !isPending && (defaultFilter === null || !saved.isPending);
  const first = saved.data?.find((filter) => filter.id === defaultFilter)?.search;
  useEffect(() => {
    if (settled || !isKnown || led.current) return;
    const target = first === undefined ? {} : caseSearch.parse(first);
    led.current = !isBare(target) && isBare(search);
    if (led.current) onSearch(target);
    else setSettled(true);
  }, [settled, isKnown, first, onSearch, search]);
  // Once led there, an address emptied again stays empty.
  useEffect(() => {
    if (!isBare(search)) setSettled(true);
  }, [search]);
  return settled || !isBare(search);
}
