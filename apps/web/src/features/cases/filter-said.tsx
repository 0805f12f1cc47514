import { useQuery } from '@tanstack/react-query';
import { useCategories } from '../../lib/category-name.ts';
import { dayInList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { CaseSearch } from './case-filter.ts';

interface FilterSaidProps {
  search: CaseSearch;
  onDrop: (name: keyof CaseSearch) => void;
}

/** What the list is narrowed by behind 更多筛选, each to be dropped with one press, so that no filter works unseen. */
export function FilterSaid({ search, onDrop }: FilterSaidProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const { today } = useSession();
  const labels = useLabels();
  const categories = useCategories();
  const w = { ...words.list.filters, ...words.lists.filters };
  const organs = useQuery(
    trpc.office.organs.queryOptions(undefined, {
      enabled: search.respondent !== undefined || search.organ !== undefined,
      staleTime: 600_000,
    }),
  );
  const said: { name: keyof CaseSearch; text: string }[] = [];
  const say = (name: keyof CaseSearch & string, label: string, value: (code: string) => string) => {
    const code = search[name];
    if (typeof code === 'string') said.push({ name, text: `${label}${words.colon}${value(code)}` });
  };
  const day = (on: string) => dayInList(on as Parameters<typeof dayInList>[0], today, language);
  say('organ', words.workbench.below.organ, (id) => organs.data?.find((organ) => organ.id === id)?.name ?? id);
  say('stage', w.stage, labels.stage);
  say('waitingFor', w.waitingFor, labels.waitedFor);
  say('respondent', w.respondent, (id) => organs.data?.find((organ) => organ.id === id)?.name ?? id);
  say('matter', w.matter, labels.matter);
  say('category', w.category, categories.name);
  say('procedure', w.procedure, labels.procedure);
  say('outcome', w.outcome, labels.outcome);
  say('channel', w.channel, labels.channel);
  say('lawVersion', w.law, labels.law);
  say('from', w.receivedFrom, day);
  say('to', w.receivedTo, day);
  say('acceptedFrom', w.acceptedFrom, day);
  say('acceptedTo', w.acceptedTo, day);
  say('closedFrom', w.closedFrom, day);
  say('closedTo', w.closedTo, day);
  if (said.length === 0) return null;
  return (
    <ul className="rw-dropped" aria-label={words.list.filters.more}>
      {said.map(({ name, text }) => (
        <li key={name}>
          <button type="button" onClick={() => onDrop(name)} aria-label={`${words.remove}${words.colon}${text}`}>
            {text} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
