import type { TimeLimit } from './time-limit.ts';
import { compensationTimeLimits } from './time-limits/compensation.ts';
import { litigationTimeLimits } from './time-limits/litigation.ts';
import { reconsiderationTimeLimits } from './time-limits/reconsideration.ts';
import { serviceTimeLimits } from './time-limits/service.ts';

/** The whole table of limits: 139 rows for 118 rules. */
export const timeLimits: readonly TimeLimit[] = [
  ...reconsiderationTimeLimits,
  ...litigationTimeLimits,
  ...compensationTimeLimits,
  ...serviceTimeLimits,
];
