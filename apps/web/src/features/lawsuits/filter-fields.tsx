import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { beforeSuit, instanceLevels, outcomes, stages } from '@redress/domain/litigation/codes';
import { matters } from '@redress/domain/reconsideration/codes';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCategories } from '../../lib/category-name.ts';
import { useDebounced } from '../../lib/debounced.ts';
import { type Choice, DayField, SelectField, TextField } from '../../lib/fields.tsx';
import { dayInList } from '../../lib/format.ts';
import { useLanguage, useWords } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { behindMore, type LawsuitSearch, type MoreFilter } from './lawsuit-filter.ts';

type Part = { readonly [K in keyof LawsuitSearch]?: LawsuitSearch[K] | undefined };
type DayName = 'from' | 'to' | 'closedFrom' | 'closedTo' | 'sessionFrom' | 'sessionTo';

/** What each filter is called, and how its value is said. */
function useFilterWords() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const { today } = useSession();
  const w = words.suits.filters;
  const say = useSuitCodes();
  const labels = useLabels();
  const categories = useCategories();
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));
  const people = useQuery(trpc.office.handlers.queryOptions(undefined, { staleTime: 600_000 }));
  const organ = (id: string) => organs.data?.find((one) => one.id === id)?.name ?? id;
  const day = (on: string) => dayInList(on as CivilDate, today, language);
  const said: Readonly<Record<MoreFilter, readonly [label: string, value: (code: string) => string]>> = {
    q: [w.q, (text) => text],
    stage: [w.stage, (one: string) => say('stages', one)],
    level: [w.level, (one: string) => say('levels', one)],
    court: [w.court, (text) => text],
    respondent: [w.organ, organ],
    undertaking: [w.undertaking, organ],
    before: [w.before, (one: string) => say('before', one)],
    outcome: [w.outcome, (one: string) => say('outcomes', one)],
    matter: [w.matter, labels.matter],
    category: [w.category, categories.name],
    handler: [w.handler, (id) => people.data?.find((one) => one.accountId === id)?.name ?? id],
    from: [w.receivedFrom, day],
    to: [w.receivedTo, day],
    closedFrom: [w.closedFrom, day],
    closedTo: [w.closedTo, day],
    sessionFrom: [w.sessionFrom, day],
    sessionTo: [w.sessionTo, day],
    dueFrom: [words.suits.list.columns.due, (on) => w.dueFrom(day(on))],
    dueTo: [words.suits.list.columns.due, (on) => w.dueTo(day(on))],
  };
  return { said, organs: organs.data ?? [], people: people.data ?? [], categories };
}

interface FilterFieldsProps {
  search: LawsuitSearch;
  onSet: (part: Part) => void;
}

/** The filters that have too many values to be seen all at once. */
export function FilterFields({ search, onSet }: FilterFieldsProps) {
  const words = useWords();
  const w = words.suits.filters;
  const { said, organs, people, categories } = useFilterWords();
  const choices = (name: MoreFilter, values: readonly string[]): Choice[] =>
    values.map((value) => ({ value, label: said[name][1](value) }));
  const select = (name: MoreFilter, options: readonly Choice[]) => (
    <SelectField
      label={said[name][0]}
      value={(search[name] as string | undefined) ?? null}
      options={options}
      onChange={(value) => onSet({ [name]: value ?? undefined } as Part)}
    />
  );
  const day = (name: DayName, bounds: { min?: CivilDate | undefined; max?: CivilDate | undefined }) => (
    <DayField
      label={said[name][0]}
      value={search[name] ?? null}
      min={bounds.min}
      max={bounds.max}
      onChange={(value) => onSet({ [name]: value ?? undefined } as Part)}
    />
  );
  const offices = organs.map((organ) => ({ value: organ.id as string, label: organ.name }));
  return (
    <div className="rw-filter-fields">
      <TypedFilter label={said.q[0]} placeholder={w.qPlaceholder} value={search.q} onSet={(q) => onSet({ q })} />
      {select('stage', choices('stage', stages))}
      {select('level', choices('level', instanceLevels))}
      <TypedFilter
        label={said.court[0]}
        placeholder={w.courtPlaceholder}
        value={search.court}
        onSet={(court) => onSet({ court })}
      />
      {select('respondent', offices)}
      {select('undertaking', offices)}
      {select('before', choices('before', beforeSuit))}
      {select('outcome', choices('outcome', outcomes))}
      {select('matter', choices('matter', matters))}
      {select('category', categories.all)}
      {select(
        'handler',
        people.map((one) => ({ value: one.accountId as string, label: one.name })),
      )}
      {day('from', { max: search.to })}
      {day('to', { min: search.from })}
      {day('sessionFrom', { max: search.sessionTo })}
      {day('sessionTo', { min: search.sessionFrom })}
      {day('closedFrom', { max: search.closedTo })}
      {day('closedTo', { min: search.closedFrom })}
    </div>
  );
}

/** A filter that is typed: it goes into the address when the typing pauses. */
function TypedFilter(props: {
  label: string;
  placeholder: string;
  value: string | undefined;
  onSet: (value: string | undefined) => void;
}) {
  const { label, placeholder, value, onSet } = props;
  const [typed, setTyped] = useState(value ?? '');
  const settled = useDebounced(typed, 400);
  // The address may also change beside the field: a filter is dropped, somebody goes back.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  useEffect(() => {
    const next = settled.trim() === '' ? undefined : settled.trim();
    if (settled === typed && next !== value) onSet(next);
  });
  return <TextField label={label} placeholder={placeholder} value={typed} onChange={setTyped} />;
}

/** What the list is narrowed by behind 更多筛选, each to be dropped with one press, so that no filter works unseen. */
export function FilterSaid({ search, onDrop }: { search: LawsuitSearch; onDrop: (name: MoreFilter) => void }) {
  const words = useWords();
  const { said } = useFilterWords();
  const set = behindMore.filter((name) => search[name] !== undefined);
  if (set.length === 0) return null;
  return (
    <ul className="rw-dropped" aria-label={words.list.filters.more}>
      {set.map((name) => {
        const [label, value] = said[name];
        const text = `${label}${words.colon}${value(String(search[name]))}`;
        return (
          <li key={name}>
            <button type="button" onClick={() => onDrop(name)} aria-label={`${words.remove}${words.colon}${text}`}>
              {text} <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
