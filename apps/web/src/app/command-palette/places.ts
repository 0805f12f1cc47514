/** Where the palette leads beside cases: the pages and lists that the acting post may open. */
import type { WorkFilter } from '@redress/domain/reconsideration/work-filter';
import { type CaseListFilter, searchOf } from '../../lib/case-search.ts';
import type { Words } from '../../lib/labels/words.ts';
import type { Session } from '../../lib/session.tsx';

export type PlaceKey = keyof Words['workbench']['palette']['pages'];

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
}

const casework = ['cases.act'];
const readers = ['cases.read'];

const rules: readonly PlaceRule[] = [
  { key: 'workbench', to: '/' },
  { key: 'cases', to: '/cases', needs: readers },
  { key: 'register', to: '/cases/new', needs: ['cases.register'] },
  { key: 'intake', to: '/intake', needs: ['cases.register'] },
  { key: 'approvals', to: '/approvals', needs: ['approvals.act'] },
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
    .map(({ key, to, list }) => ({ key, to, search: list === undefined ? {} : searchOf(list(session.today)) }));
}

/** Whether a place answers to what is typed: each of its words somewhere in its name or its other names. */
export function answersTo(place: Place, typed: string, words: Words['workbench']['palette']): boolean {
  const said = `${words.pages[place.key]} ${words.also[place.key]}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((part) => said.includes(part));
}
