/**
 * Cases opened lately in this window, newest first. In memory only: names stay out of the browser's storage, and a
 * sign-out forgets them.
 */
import { useSyncExternalStore } from 'react';

export interface RecentCase {
  readonly id: string;
  readonly kind: 'reconsideration' | 'litigation';
  readonly number: string | null;
  readonly title: string;
}

const KEPT = 8;
let opened: readonly RecentCase[] = [];
const listeners = new Set<() => void>();

function set(next: readonly RecentCase[]): void {
  opened = next;
  for (const listener of listeners) listener();
}

export const recentCases = {
  add: ({ id, kind, number, title }: RecentCase): void =>
    set([{ id, kind, number, title }, ...opened.filter((one) => one.id !== id)].slice(0, KEPT)),
  clear: (): void => set([]),
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The cases opened lately. */
export const useRecentCases = (): readonly RecentCase[] => useSyncExternalStore(subscribe, () => opened);
