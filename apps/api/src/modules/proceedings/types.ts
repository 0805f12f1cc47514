import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import type { CommitteeFollowed } from '@redress/domain/reconsideration/codes';
import type { AskView } from '@redress/domain/reconsideration/proceedings-types';
import { z } from 'zod';

export const zSittingsInput = z.object({
  cursor: z.string().max(400).nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});

/** A case that was put to the committee. */
export interface SittingRow {
  readonly caseId: StreamId;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly askedOn: CivilDate;
  readonly category: string | null;
  readonly sittingOn: CivilDate | null;
  readonly members: number | null;
  readonly advisedOn: CivilDate | null;
  readonly followed: CommitteeFollowed | null;
}
export interface SittingsPage {
  readonly rows: readonly SittingRow[];
  readonly nextCursor: string | null;
}

/** An opinion letter to the reader's organ, with what is asked of it. */
export interface LetterItem {
  readonly caseId: StreamId;
  readonly organName: string;
  readonly ask: AskView;
  /** The organ has no other part in the case: the case is on none of its lists. */
  readonly alone: boolean;
  /** The day it was sent, while nobody has signed for it. */
  readonly unsignedSince: CivilDate | null;
  /** A limit's light, in words of the page. */
  readonly light: 'overdue' | 'near' | 'ok' | 'stopped' | 'unknown' | 'met' | 'late' | null;
}
