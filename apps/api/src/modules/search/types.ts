import type { StreamId } from '@redress/domain/ids';
import { z } from 'zod';
import type { ListLight } from '../cases/types.ts';

export const zFindInput = z.object({ q: z.string().trim().max(80) });

/** By what a case was found. */
export type FoundBy = 'case-number' | 'document-number' | 'party' | 'act-words';

export interface Hit {
  readonly by: FoundBy;
  /** For a party: in which capacity. */
  readonly capacity: string;
  /** The text around what was found, in three parts; the middle one is what was typed. */
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

export interface FoundCase {
  readonly id: StreamId;
  readonly kind: 'reconsideration' | 'litigation';
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
  readonly light: ListLight;
  readonly hits: readonly Hit[];
}

export interface Found {
  readonly rows: readonly FoundCase[];
  /** There are more cases than these, or the search was cut short: the list finds them all. */
  readonly more: boolean;
  /** The same of lawsuits. */
  readonly moreSuits: boolean;
}
