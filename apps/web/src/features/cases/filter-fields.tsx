import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { channels, lawVersions, matters, procedures, stages, waitedFor } from '@redress/domain/reconsideration/codes';
import { useQuery } from '@tanstack/react-query';
import { useCategories } from '../../lib/category-name.ts';
import { type Choice, DayField, SelectField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { type CaseSearch, outcomes } from './case-filter.ts';

type Part = { readonly [K in keyof CaseSearch]?: CaseSearch[K] | undefined };

interface FilterFieldsProps {
  search: CaseSearch;
  onSet: (part: Part) => void;
}

/** The filters that have too many values to be seen all at once. */
export function FilterFields({ search, onSet }: FilterFieldsProps) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const w = { ...words.list.filters, ...words.lists.filters };
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));
  const people = useQuery(trpc.office.handlers.queryOptions(undefined, { staleTime: 600_000 }));
  const categories = useCategories();
  const choices = (values: readonly string[], label: (value: string) => string): Choice[] =>
    values.map((value) => ({ value, label: label(value) }));
  const select = (name: keyof CaseSearch & string, label: string, options: readonly Choice[]) => (
    <SelectField
      label={label}
      value={(search[name] as string | undefined) ?? null}
      options={options}
      onChange={(value) => onSet({ [name]: value ?? undefined } as Part)}
    />
  );
  const day = (name: DayName, label: string, bounds: { min?: CivilDate | undefined; max?: CivilDate | undefined }) => (
    <DayField
      label={label}
      value={search[name] ?? null}
      min={bounds.min}
      max={bounds.max}
      onChange={(value) => onSet({ [name]: value ?? undefined } as Part)}
    />
  );
  return (
    <div className="rw-filter-fields">
      {select('stage', w.stage, choices(stages, labels.stage))}
      {select('waitingFor', w.waitingFor, choices(waitedFor, labels.waitedFor))}
      {select(
        'handler',
        w.handler,
        (people.data ?? []).map((one) => ({ value: one.accountId, label: one.name })),
      )}
      {select(
        'respondent',
        w.respondent,
        (organs.data ?? []).map((organ) => ({ value: organ.id, label: organ.name })),
      )}
      {select('matter', w.matter, choices(matters, labels.matter))}
      {select('category', w.category, categories.all)}
      {select('procedure', w.procedure, choices(procedures, labels.procedure))}
      {select('outcome', w.outcome, choices(outcomes, labels.outcome))}
      {select('channel', w.channel, choices(channels, labels.channel))}
      {select('lawVersion', w.law, choices(lawVersions, labels.law))}
      {day('from', w.receivedFrom, { max: search.to })}
      {day('to', w.receivedTo, { min: search.from })}
      {day('acceptedFrom', w.acceptedFrom, { max: search.acceptedTo })}
      {day('acceptedTo', w.acceptedTo, { min: search.acceptedFrom })}
      {day('closedFrom', w.closedFrom, { max: search.closedTo })}
      {day('closedTo', w.closedTo, { min: search.closedFrom })}
    </div>
  );
}

type DayName = 'from' | 'to' | 'acceptedFrom' | 'acceptedTo' | 'closedFrom' | 'closedTo';
