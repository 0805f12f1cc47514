import { CommandPalette, type PaletteGroup, type PaletteItem } from '@redress/ui/command-palette';
import { EmptyState } from '@redress/ui/empty-state';
import { Light } from '@redress/ui/light';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useDebounced } from '../../lib/debounced.ts';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useRecentCases } from '../../lib/recent-cases.ts';
import { usePermission, useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { answersTo, placesOf, placeWords } from './places.ts';

type FoundCase = Outputs['search']['find']['rows'][number];

/** As long as somebody types without a pause, nothing is asked. */
const PAUSE_MS = 160;
/** How many organs are offered as respondents. */
const ORGANS = 3;
const shape = {
  overdue: 'overdue',
  near: 'near',
  ok: 'ok',
  none: 'unknown',
  stopped: 'stopped',
  closed: 'unknown',
} as const;

interface Target {
  readonly to: string;
  readonly search: Readonly<Record<string, string | number | boolean>>;
}

/** Ctrl-K: cases by number, people, documents and the act's words; and every page that this post may open. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const session = useSession();
  const router = useRouter();
  const navigate = useNavigate();
  const readsCases = usePermission('cases.read');
  const reviews = usePermission('cases.act');
  const say = useSuitCodes();
  const recent = useRecentCases();
  const w = words.workbench.palette;
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const asked = useDebounced(typed, PAUSE_MS);
  const found = useQuery(
    trpc.search.find.queryOptions(
      { q: asked },
      { enabled: open && readsCases && asked !== '', placeholderData: keepPreviousData, staleTime: 5_000 },
    ),
  );
  const places = useMemo(
    () => placesOf(session, (path) => Object.hasOwn(router.routesByPath, path)),
    [session, router],
  );

  const organs = useQuery(
    trpc.office.organs.queryOptions(undefined, { enabled: open && reviews && typed !== '', staleTime: 600_000 }),
  );
  // One character would be in most of their names.
  const against =
    [...typed].length < 2
      ? []
      : (organs.data ?? [])
          .filter((organ) => `${organ.name} ${organ.shortName}`.toLowerCase().includes(typed.toLowerCase()))
          .slice(0, ORGANS);

  const targets = new Map<string, Target>();
  const item = (key: string, target: Target, rest: Omit<PaletteItem, 'key'>): PaletteItem => {
    targets.set(key, target);
    return { key, ...rest };
  };
  const goTo = places.filter((place) => typed === '' || answersTo(place, typed, words));
  const rows = typed === '' || asked === '' ? [] : (found.data?.rows ?? []);
  const cases = rows.filter((row) => row.kind === 'reconsideration');
  const suits = rows.filter((row) => row.kind === 'litigation');
  const groups: readonly PaletteGroup[] = [
    {
      key: 'cases',
      title: w.cases,
      items: [
        ...cases.map((row) =>
          item(
            `case-${row.id}`,
            { to: `/cases/${row.id}`, search: {} },
            { title: <CaseTitle row={row} />, detail: <Why row={row} />, note: labels.stage(row.stage) },
          ),
        ),
        ...(cases.length > 0 && asked !== ''
          ? [item('all', { to: '/cases', search: { q: asked } }, { title: w.all(asked) })]
          : []),
      ],
    },
    {
      key: 'suits',
      title: words.suits.palette.suits,
      items: [
        ...suits.map((row) =>
          item(
            `suit-${row.id}`,
            { to: `/lawsuits/${row.id}`, search: {} },
            { title: <CaseTitle row={row} />, detail: <Why row={row} />, note: say('stages', row.stage) },
          ),
        ),
        ...(suits.length > 0 && asked !== ''
          ? [item('all-suits', { to: '/lawsuits', search: { q: asked } }, { title: w.all(asked) })]
          : []),
      ],
    },
    {
      key: 'organs',
      title: w.organs,
      items: against.map((organ) =>
        item(
          `organ-${organ.id}`,
          { to: '/cases', search: { respondent: organ.id, all: true } },
          { title: w.organCases(organ.name) },
        ),
      ),
    },
    {
      key: 'recent',
      title: w.recent,
      items:
        typed === ''
          ? recent.map((one) =>
              item(
                `recent-${one.id}`,
                { to: `/${one.kind === 'litigation' ? 'lawsuits' : 'cases'}/${one.id}`, search: {} },
                { title: `${one.number ?? words.list.unnumbered} ${one.title}` },
              ),
            )
          : [],
    },
    {
      key: 'places',
      title: w.goTo,
      items: goTo.map((place) =>
        item(`to-${place.key}`, { to: place.to, search: place.search }, { title: placeWords(place.key, words).name }),
      ),
    },
  ];

  function close() {
    setQuery('');
    onClose();
  }

  function choose(key: string, aside: boolean) {
    const target = targets.get(key);
    if (target === undefined) return;
    const { to, search } = target;
    // The addresses are made here from the application's own routes.
    const place = { to: to as '/cases', search: search as never };
    if (aside) window.open(router.buildLocation(place).href, '_blank', 'noopener');
    else {
      close();
      void navigate(place);
    }
  }

  const shown = groups.reduce((sum, group) => sum + group.items.length, 0);
  const busy = typed !== '' && readsCases && (found.isFetching || asked !== typed);
  const failed = found.isError && asked !== '';
  return (
    <CommandPalette
      open={open}
      query={query}
      groups={groups}
      busy={busy}
      status={
        failed
          ? [w.failed, labels.failure(failureOf(found.error))].join(words.because)
          : busy
            ? w.searching
            : w.found(shown)
      }
      empty={typed === '' || busy || failed ? undefined : <EmptyState title={w.none(typed)} detail={w.noneDetail} />}
      strings={{ label: w.label, placeholder: w.placeholder, help: w.help, close: words.close }}
      onQuery={setQuery}
      onChoose={choose}
      onClose={close}
    />
  );
}

function CaseTitle({ row }: { row: FoundCase }) {
  const { words } = useLanguage();
  return (
    <>
      <Light state={shape[row.light]} label={words.list.light[row.light === 'none' ? 'unknown' : row.light]} />{' '}
      {row.number ?? words.list.unnumbered} {row.title}
    </>
  );
}

/** Why it was found: by which kind of text, with what was typed marked in it. */
function Why({ row }: { row: FoundCase }) {
  const { words } = useLanguage();
  const w = words.workbench.palette;
  return (
    <>
      {row.hits.map((hit, i) => (
        <span key={`${hit.by}-${hit.before}-${hit.after}`}>
          {i > 0 && ' · '}
          {w.by[hit.by]}
          {words.because}
          {hit.before}
          <mark>{hit.found}</mark>
          {hit.after}
        </span>
      ))}
    </>
  );
}
