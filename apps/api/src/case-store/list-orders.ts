/**
 * The orders in which cases are listed, each with an index of its own that is read forwards or backwards. What has no
 * value in an order (nothing due, not accepted, no number) stands last in either direction: a page is read in two parts,
 * the cases with a value by its index and then, once they are used up, those without. So every page is a short range of
 * one index, at any depth, and no case is lost or listed twice.
 */
import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import { zStreamId } from '@redress/domain/schema';

export const sorts = ['due', 'received', 'accepted', 'closed', 'number'] as const;
export type Sort = (typeof sorts)[number];
export type SortDirection = 'asc' | 'desc';

/** How each order is usually read: the most urgent, and the newest, first. */
export const naturalDirection = {
  due: 'asc',
  received: 'desc',
  accepted: 'desc',
  closed: 'desc',
  number: 'desc',
} as const satisfies Record<Sort, SortDirection>;

interface Order {
  readonly column: string;
  readonly type: 'date' | 'text';
  /** The row has no value in this order. */
  readonly isNone: string;
  readonly hasValue: string;
  /** Where the index keeps what is null when it is read in this direction: PostgreSQL takes no other index for it. */
  readonly nulls: Readonly<Record<SortDirection, 'first' | 'last'>>;
}

const ascending = { asc: 'last', desc: 'first' } as const;
const nullable = (column: string, type: Order['type'], nulls: Order['nulls'] = ascending): Order => ({
  column,
  type,
  isNone: `${column} is null`,
  hasValue: `${column} is not null`,
  nulls,
});
const orders: Readonly<Record<Sort, Order>> = {
  due: {
    column: 'p.sort_due',
    type: 'date',
    isNone: `p.sort_due = 'infinity'`,
    hasValue: `p.sort_due < 'infinity'`,
    nulls: ascending,
  },
  // Its index was made newest first.
  received: nullable('p.received_on', 'date', { asc: 'first', desc: 'last' }),
  accepted: nullable('p.accepted_on', 'date'),
  closed: nullable('p.closed_on', 'date'),
  number: nullable('p.number_key', 'text'),
};

/** What a row's place in an order is read from. */
export interface Placed {
  readonly streamId: string;
  readonly sortDue: CivilDate | 'infinity';
  readonly receivedOn: CivilDate | null;
  readonly acceptedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly numberKey: string | null;
}

/** null: without a value in this order. */
function keyOf(sort: Sort, row: Placed): string | null {
  switch (sort) {
    case 'due':
      return row.sortDue === 'infinity' ? null : row.sortDue;
    case 'received':
      return row.receivedOn;
    case 'accepted':
      return row.acceptedOn;
    case 'closed':
      return row.closedOn;
    case 'number':
      return row.numberKey;
  }
}

interface Cursor {
  readonly sort: Sort;
  readonly direction: SortDirection;
  readonly key: string | null;
  readonly id: string;
}

/** From where the next page goes on. */
export function cursorAfter(sort: Sort, direction: SortDirection, last: Placed): string {
  const cursor: Cursor = { sort, direction, key: keyOf(sort, last), id: last.streamId };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** A cursor that is none, or of another order, begins at the first page. */
function readCursor(text: string | null, sort: Sort, direction: SortDirection): Cursor | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const c = read as Partial<Cursor> | null;
    const isKey =
      c?.key === null || (typeof c?.key === 'string' && (orders[sort].type === 'text' || isCivilDate(c.key)));
    const isOurs = c?.sort === sort && c.direction === direction && zStreamId.safeParse(c.id).success;
    return isKey && isOurs ? (c as Cursor) : null;
  } catch {
    return null;
  }
}

/** One part of a page: which rows, from where on, in which order. */
export interface OrderPart {
  readonly segment: readonly string[];
  readonly after: (value: (v: unknown) => string) => readonly string[];
  readonly order: string;
}

/** The parts a page is read from, in turn, after a cursor. */
export function orderParts(sort: Sort, direction: SortDirection, cursorText: string | null): readonly OrderPart[] {
  const order = orders[sort];
  const cursor = readCursor(cursorText, sort, direction);
  const beyond = direction === 'asc' ? '>' : '<';
  const way = `${direction} nulls ${order.nulls[direction]}`;
  const orderBy = `${order.column} ${way}, p.stream_id ${way}`;
  const valued: OrderPart = {
    segment: [order.hasValue],
    after: (value) =>
      cursor === null || cursor.key === null
        ? []
        : [`(${order.column}, p.stream_id) ${beyond} (${value(cursor.key)}::${order.type}, ${value(cursor.id)})`],
    order: orderBy,
  };
  const none: OrderPart = {
    segment: [order.isNone],
    after: (value) => (cursor === null || cursor.key !== null ? [] : [`p.stream_id ${beyond} ${value(cursor.id)}`]),
    order: orderBy,
  };
  return cursor !== null && cursor.key === null ? [none] : [valued, none];
}
