/** What the procedures on appearances give, by the names the pages use. */
import type { Outputs } from '../../lib/trpc.ts';

type A = Outputs['appearances'];
export type CalendarSession = A['sessions']['sessions'][number];
export type Seat = CalendarSession['seats'][number];
export type DutyItem = A['duties']['rows'][number];
export type RatesView = A['rates'];
export type RateGroup = RatesView['groups'][number];
export type Rate = RatesView['all'][number];
export type RateItem = A['rateList']['rows'][number];
export type Unrecorded = A['unrecorded'][number];
export type ObservedSession = A['observed'][number];
export type MajorSuit = A['major'][number];
export type Engagement = A['engagements'][number];
