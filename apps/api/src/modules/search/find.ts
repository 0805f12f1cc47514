/**
 * The one search box: the first ten cases and lawsuits whose number, document, people or act answer to what is typed, and why. It
 * looks no further than a page needs; the list finds the rest.
 */
import { numberCapacities, wordCapacities } from '@redress/domain/ledger/projection';
import { litigation } from '@redress/domain/litigation/kind';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { searchForm } from '../../case-store/padding.ts';
import { readAs } from '../../case-store/read-as.ts';
import { searchHits } from '../../case-store/search-hits.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import type { Found, FoundBy, Hit } from './types.ts';

const SHOWN = 10;
const SUITS_SHOWN = 5;
const HITS = 2;
/** How much of a long text is told before and after what was found. */
const AROUND = 14;

const isOneOf = (list: readonly string[], capacity: string): boolean => list.includes(capacity);
const foundBy = (capacity: string): FoundBy => {
  if (isOneOf(numberCapacities, capacity)) return capacity as FoundBy;
  return isOneOf(wordCapacities, capacity) ? 'act-words' : 'party';
};

/** Where a text stands in another, both in the form in which they are compared; null: nowhere. */
export function placeOf(text: string, q: string): { readonly from: number; readonly to: number } | null {
  const characters = [...text];
  // Each character in its compared form remembers where it stood: brackets change, spaces fall away, ㈠ becomes (一).
  const form: string[] = [];
  const at: number[] = [];
  characters.forEach((character, i) => {
    for (const one of searchForm(character)) {
      form.push(one);
      at.push(i);
    }
  });
  const wanted = [...searchForm(q)];
  if (wanted.length === 0) return null;
  for (let i = 0; i + wanted.length <= form.length; i += 1) {
    if (wanted.every((one, n) => form[i + n] === one)) {
      return { from: at[i] as number, to: (at[i + wanted.length - 1] as number) + 1 };
    }
  }
  return null;
}

function hitOf(capacity: string, name: string, q: string): Hit {
  const by = foundBy(capacity);
  const place = placeOf(name, q);
  const characters = [...name];
  if (place === null) return { by, capacity, before: characters.slice(0, 2 * AROUND).join(''), found: '', after: '' };
  const { from, to } = place;
  const first = by === 'act-words' ? Math.max(0, from - AROUND) : 0;
  const last = by === 'act-words' ? Math.min(characters.length, to + AROUND) : characters.length;
  return {
    by,
    capacity,
    before: `${first > 0 ? '…' : ''}${characters.slice(first, from).join('')}`,
    found: characters.slice(from, to).join(''),
    after: `${characters.slice(to, last).join('')}${last < characters.length ? '…' : ''}`,
  };
}

/** What the palette shows while somebody types. */
export async function find(ctx: ActorContext, q: string): Promise<Found> {
  const { services, actor, office } = ctx;
  if (searchForm(q) === '') return { rows: [], more: false, moreSuits: false };
  const today = services.clock.today();
  const reader = readAs(services.db, actor);
  const ofKind = (kind: string, limit: number) =>
    reader.listCases({ day: today, filter: { kind, q }, sort: 'due', cursor: null, limit, bounded: true });
  const [cases, suits] = await Promise.all([ofKind(reconsideration.kind, SHOWN), ofKind(litigation.kind, SUITS_SHOWN)]);
  // Of many cases none crowds out the lawsuits.
  const listed = [...cases.rows.slice(0, SHOWN - suits.rows.length), ...suits.rows];
  const ids = listed.map((row) => row.streamId);
  const [titles, hits] = await Promise.all([
    titlesOf(reader, listed, office, today),
    searchHits(services.db, actor, q, ids),
  ]);
  return {
    rows: listed.map((row) => ({
      id: row.streamId,
      kind: row.kind === litigation.kind ? ('litigation' as const) : ('reconsideration' as const),
      number: row.caseNumber,
      title: titles.get(row.streamId) ?? row.title,
      stage: row.stage,
      light: row.light,
      hits: hits
        .filter((hit) => hit.streamId === row.streamId)
        .slice(0, HITS)
        .map((hit) => hitOf(hit.capacity, hit.name, q)),
    })),
    more: cases.nextCursor !== null || cases.rows.length + suits.rows.length > SHOWN,
    moreSuits: suits.nextCursor !== null,
  };
}
