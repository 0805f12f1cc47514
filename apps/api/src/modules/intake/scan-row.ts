/** An arrival as the inbox shows it: its examination limit runs from the day it came, not from its registration. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { addDays } from '@redress/domain/calendar/civil-date';
import { computeLimit } from '@redress/domain/law/compute';
import type { Channel } from '@redress/domain/reconsideration/codes';
import type { Scan, ScanFile } from '../../case-store/scans.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName } from '../office/names.ts';

export interface ScanRow {
  readonly id: string;
  readonly receivedOn: CivilDate;
  readonly channel: Channel;
  readonly filingProof: string;
  readonly words: string;
  readonly takenInBy: string;
  readonly takenInAt: number;
  readonly files: readonly ScanFile[];
  /** The last day of examining it (30), and how many working days are left; null where it cannot be told. */
  readonly examineBy: CivilDate | null;
  readonly workingDaysLeft: number | null;
  readonly light: 'overdue' | 'near' | 'ok' | 'unknown';
  readonly struck: { readonly by: string; readonly at: number; readonly why: string } | null;
}

/** A light turns amber three working days before the end, as on the list of cases. */
const amberWorkingDays = 3;

export function scanRow(ctx: ActorContext, scan: Scan): ScanRow {
  const { law, clock } = ctx.services;
  const today = clock.today();
  const { due } = computeLimit('reconsideration.examine', { trigger: scan.receivedOn }, law);
  const amberOn =
    due === null ? null : (law.calendar.nthWorkingDayBefore(due, amberWorkingDays) ?? addDays(due, -amberWorkingDays));
  const light =
    due === null || amberOn === null ? 'unknown' : today > due ? 'overdue' : today >= amberOn ? 'near' : 'ok';
  return {
    id: scan.id,
    receivedOn: scan.receivedOn,
    channel: scan.channel,
    filingProof: scan.filingProof,
    words: scan.words,
    takenInBy: accountName(ctx.office, scan.takenInBy),
    takenInAt: scan.takenInAt,
    files: scan.files,
    examineBy: due,
    workingDaysLeft: due === null ? null : law.calendar.workingDaysBetween(today, due),
    light,
    struck:
      scan.struck === null
        ? null
        : { by: accountName(ctx.office, scan.struck.by), at: scan.struck.at, why: scan.struck.why },
  };
}
