/** Where the palette leads beside cases: the pages and lists that the acting post may open. */
import type { WorkFilter } from '@redress/domain/reconsideration/work-filter';
import { type CaseListFilter, searchOf } from '../../lib/case-search.ts';
import type { Words } from '../../lib/labels/words.ts';
import type { Session } from '../../lib/session.tsx';
import { type SuitListFilter, suitSearchOf } from '../../lib/suit-search.ts';

export type PlaceKey = keyof Words['workbench']['palette']['pages'] | keyof Words['suits']['palette']['pages'];

export interface Place {
  readonly key: PlaceKey;
  readonly to: string;
  readonly search: Readonly<Record<string, string | number | boolean>>;
}

interface PlaceRule {
  readonly key: PlaceKey;
  readonly to: string;
  /** One of these is enough; left out: everybody. */
  readonly needs?: readonly string[];
  readonly list?: (today: Session['today']) => CaseListFilter & WorkFilter;
  /** Of the list of lawsuits. */
  readonly suits?: SuitListFilter;
}

const casework = ['cases.act'];
const readers = ['cases.read'];

const rules: readonly PlaceRule[] = [
  { key: 'workbench', to: '/' },
  { key: 'cases', to: '/cases', needs: readers },
  { key: 'register', to: '/cases/new', needs: ['cases.register'] },
  { key: 'intake', to: '/intake', needs: ['cases.register'] },
  { key: 'approvals', to: '/approvals', needs: ['approvals.read'] },
  { key: 'letters', to: '/letters', needs: ['reply.file'] },
  { key: 'committee', to: '/committee', needs: casework },
  { key: 'handOver', to: '/cases/hand-over', needs: ['approvals.act'] },
  { key: 'leftWork', to: '/left-work', needs: ['approvals.act'] },
  { key: 'mine', to: '/cases', needs: casework, list: () => ({ handler: 'me', closed: false }) },
  { key: 'overdue', to: '/cases', needs: readers, list: () => ({ light: 'overdue', closed: false }) },
  {
    key: 'today',
    to: '/cases',
    needs: readers,
    list: (today) => ({ dueFrom: today, dueTo: today, closed: false }),
  },
  { key: 'near', to: '/cases', needs: readers, list: () => ({ light: 'near', closed: false }) },
  { key: 'waits', to: '/cases', needs: casework, list: () => ({ waits: 'others' }) },
  { key: 'toPost', to: '/cases', needs: casework, list: () => ({ toPost: true }) },
  { key: 'unknown', to: '/cases', needs: readers, list: () => ({ unknown: true, closed: false }) },
  { key: 'stopped', to: '/cases', needs: readers, list: () => ({ light: 'stopped', closed: false }) },
  { key: 'closed', to: '/cases', needs: readers, list: () => ({ closed: true }) },
  { key: 'suits', to: '/lawsuits', needs: readers },
  { key: 'registerSuit', to: '/lawsuits/new', needs: ['cases.register'] },
  { key: 'suitAnswers', to: '/lawsuits', needs: readers, suits: { todo: 'answer', closed: false } },
  { key: 'suitUnrecorded', to: '/lawsuits', needs: readers, suits: { todo: 'unrecorded' } },
  { key: 'suitOverdue', to: '/lawsuits', needs: readers, suits: { light: 'overdue', closed: false } },
  { key: 'import', to: '/import', needs: ['cases.import'] },
  { key: 'office', to: '/office', needs: ['office.manage', 'accounts.manage', 'audit.read'] },
  { key: 'backups', to: '/office/backups', needs: ['backup.manage'] },
  { key: 'notices', to: '/notices' },
  { key: 'sessions', to: '/sessions' },
];

/** The places this session may go to, as far as the application has them. */
export function placesOf(session: Session, hasPath: (path: string) => boolean): readonly Place[] {
  const held: readonly string[] = session.permissions;
  return rules
    .filter(({ to, needs }) => hasPath(to) && (needs === undefined || needs.some((one) => held.includes(one))))
    .map(({ key, to, list, suits }) => ({
      key,
      to,
      search: suits !== undefined ? suitSearchOf(suits) : list === undefined ? {} : searchOf(list(session.today)),
    }));
}

/** What a place is called, and by which other words it is found. */
export function placeWords(key: PlaceKey, words: Words): { readonly name: string; readonly also: string } {
  const cases = words.workbench.palette;
  const suits = words.suits.palette;
  const name: string =
    key in suits.pages ? suits.pages[key as keyof typeof suits.pages] : cases.pages[key as keyof typeof cases.pages];
  const also: string =
    key in suits.also ? suits.also[key as keyof typeof suits.also] : cases.also[key as keyof typeof cases.also];
  return { name, also };
}

/** Whether a place answers to what is typed: each of its words somewhere in its name or its other names. */
export function answersTo(place: Place, typed: string, words: Words): boolean {
  const { name, also } = placeWords(place.key, words);
  const said = `${name} ${also}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((part) => said.includes(part));
}
