/** What the import procedures take and give. */
import type { StreamId } from '@redress/domain/ids';
import type { Computation } from '@redress/domain/law/compute';
import type { GridDay } from '@redress/domain/law/day-grid';
import type { Cell } from '@redress/domain/reconsideration/import/cells';
import type { ChoiceField, ImportField } from '@redress/domain/reconsideration/import/fields';
import { type ImportMapping, zImportMapping } from '@redress/domain/reconsideration/import/mapping';
import type { Difference, ImportProblem } from '@redress/domain/reconsideration/import/problems';
import { z } from 'zod';
import { type RowFilter, type RowLevel, type RowStatus, type RunCounts, type RunStatus, rowFilters } from './runs.ts';

export const zRunId = z.object({ id: z.string().regex(/^[A-Za-z0-9-]{1,60}$/) });
export const zChooseTable = zRunId.extend({
  sheet: z.string().min(1).max(200),
  headerFrom: z.int().min(1).max(200),
  headerTo: z.int().min(1).max(200),
});
export const zMapped = zRunId.extend({ mapping: zImportMapping });
export const zRowsInput = zRunId.extend({
  filter: z.enum(rowFilters).default('all'),
  /** The last row of the page before. */
  cursor: z.int().min(0).nullish(),
  limit: z.int().min(1).max(200).default(50),
});
export const zOneRow = zRunId.extend({ n: z.int().min(1) });

export interface RunSummary {
  readonly id: string;
  readonly fileName: string;
  readonly status: RunStatus | 'interrupted';
  readonly createdAt: number;
  readonly by: string;
  readonly counts: RunCounts;
}

export interface RunView extends RunSummary {
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: string;
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly headers: readonly string[];
  readonly samples: readonly (readonly Cell[])[];
  readonly mapping: ImportMapping;
  /** The mapping was used for a file with the same header before. */
  readonly remembered: boolean;
}

export interface WordMeaning {
  readonly text: string;
  readonly count: number;
  /** Its usual meaning or the one chosen before; null = nobody knows. */
  readonly code: string | null;
}

export interface OrganWord {
  readonly text: string;
  readonly count: number;
  readonly organId: string | null;
  /** The organs it may be, where there are several. */
  readonly several: readonly string[];
}

export interface RegisterWords {
  readonly choices: readonly { readonly field: ChoiceField; readonly words: readonly WordMeaning[] }[];
  readonly organs: readonly OrganWord[];
}

export interface ImportRowView {
  readonly n: number;
  readonly status: RowStatus;
  readonly level: RowLevel | null;
  readonly caseNumber: string | null;
  readonly problems: readonly (ImportProblem & { readonly column: string | null })[];
  readonly differences: readonly Difference[];
  readonly streamId: StreamId | null;
}

export interface ImportRowPage {
  readonly rows: readonly ImportRowView[];
  readonly nextCursor: number | null;
}

export interface RowDetail extends ImportRowView {
  readonly cells: readonly {
    readonly column: string;
    readonly header: string;
    readonly field: ImportField | null;
    readonly value: string;
  }[];
  /** The limit that decides whether the case was late, with its days. */
  readonly limit: { readonly computation: Computation; readonly grid: readonly GridDay[] } | null;
  readonly steps: readonly { readonly type: string; readonly day: string }[];
}

export type { RowFilter };
