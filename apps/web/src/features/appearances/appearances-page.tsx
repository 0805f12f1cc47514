import { PageHeader } from '@redress/ui/page-header';
import { Tabs } from '@redress/ui/tabs';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useWords } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { usePermission } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { type AppearancesSearch, type Part, type PartProps, parts } from './appearances-search.ts';
import { CalendarPart } from './calendar-part.tsx';
import { DutiesPart } from './duties-part.tsx';
import { FeedsPart } from './feeds-part.tsx';
import { MajorPart } from './major-part.tsx';
import { ObservedPart } from './observed-part.tsx';
import { RatesPart } from './rates-part.tsx';
import { UnrecordedPart } from './unrecorded-part.tsx';
import './appearances.css';

const partOf = {
  calendar: CalendarPart,
  duties: DutiesPart,
  rates: RatesPart,
  unrecorded: UnrecordedPart,
  observed: ObservedPart,
  major: MajorPart,
  feeds: FeedsPart,
} as const satisfies Record<Part, ComponentType<PartProps>>;

interface AppearancesPageProps {
  search: AppearancesSearch;
  onSearch: (search: AppearancesSearch) => void;
}

/** 出庭: who goes to which court session, who owes an appearance, and every rate with its list. */
export function AppearancesPage({ search, onSearch }: AppearancesPageProps) {
  const trpc = useTRPC();
  const words = useWords();
  const permitted = usePermission('cases.read');
  // The same number as the rail's: what the tab lists, counted.
  const counts = useQuery(trpc.lawsuits.counts.queryOptions(undefined, { enabled: permitted }));
  const w = words.appearances;
  if (!permitted) return <NotPermitted />;
  const part = search.part ?? 'calendar';
  const Content = partOf[part];
  return (
    <>
      <PageHeader title={w.title} lead={w.purposes[part]} />
      <Tabs
        label={w.tabsLabel}
        selected={part}
        // Another part begins without the filters of the one before, but for whose it is.
        onSelect={(key) =>
          onSearch({
            part: key === 'calendar' ? undefined : parts.find((one) => one === key),
            organ: search.organ,
            leader: search.leader,
          })
        }
        items={parts.map((key) => ({
          key,
          label: w.tabs[key],
          count: key === 'unrecorded' ? counts.data?.toRecord : undefined,
        }))}
      >
        <Content search={search} onSearch={(some) => onSearch({ ...search, ...some })} />
      </Tabs>
    </>
  );
}
