import { procedure, router } from '../../trpc/procedures.ts';
import { leaders, substitutes } from './arranging.ts';
import { calendar } from './calendar.ts';
import { duties } from './duties.ts';
import {
  addEngagement,
  engagements,
  removeEngagement,
  zAddEngagement,
  zEngagements,
  zRemoveEngagement,
} from './engagements.ts';
import { createFeed, type Feed, listFeeds, type NewFeed, revokeFeed, zCreateFeed, zRevokeFeed } from './feeds.ts';
import { majorSuits } from './major-suits.ts';
import { observed } from './observed.ts';
import { rateList, rates } from './rates.ts';
import {
  type Calendar,
  type DutyPage,
  type Engagement,
  type LeaderChoice,
  type MajorSuit,
  type ObservedSession,
  type RateList,
  type RatesView,
  type Unrecorded,
  zCalendar,
  zDuties,
  zLeaders,
  zRateList,
  zRates,
  zSubstitutes,
} from './types.ts';
import { unrecorded } from './unrecorded.ts';

export const appearancesRouter = router({
  /** Court sessions between two days, by organ or leader, clashes marked. */
  sessions: procedure('cases.read')
    .input(zCalendar)
    .query(({ ctx, input }): Promise<Calendar> => calendar(ctx, input)),
  /** Who owes which appearance, a keyset page. */
  duties: procedure('cases.read')
    .input(zDuties)
    .query(({ ctx, input }): Promise<DutyPage> => duties(ctx, input)),
  /** The three rates, for all and by organ or leader. */
  rates: procedure('cases.read')
    .input(zRates)
    .query(({ ctx, input }): Promise<RatesView> => rates(ctx, input)),
  /** The cases behind one figure, by the same predicate. */
  rateList: procedure('cases.read')
    .input(zRateList)
    .query(({ ctx, input }): Promise<RateList> => rateList(ctx, input)),
  /** The leaders of an organ on a day: who counts and who does not, and who is free. */
  leaders: procedure('cases.read')
    .input(zLeaders)
    .query(({ ctx, input }): Promise<readonly LeaderChoice[]> => leaders(ctx, input)),
  /** For one session: who might come, and who is proposed in somebody's place. */
  substitutes: procedure('cases.read')
    .input(zSubstitutes)
    .query(({ ctx, input }): Promise<readonly LeaderChoice[]> => substitutes(ctx, input)),
  /** Sessions held without anything on record of who appeared. */
  unrecorded: procedure('cases.read').query(({ ctx }): Promise<readonly Unrecorded[]> => unrecorded(ctx)),
  /** Sessions to observe. */
  observed: procedure('cases.read')
    .input(zCalendar)
    .query(({ ctx, input }): Promise<readonly ObservedSession[]> => observed(ctx, input)),
  /** Suits marked as major, with their next feedback. */
  major: procedure('cases.read').query(({ ctx }): Promise<readonly MajorSuit[]> => majorSuits(ctx)),
  /** What else the leaders of the actor's organ have in the diary. */
  engagements: procedure('cases.read')
    .input(zEngagements)
    .query(({ ctx, input }): Promise<readonly Engagement[]> => engagements(ctx, input)),
  addEngagement: procedure('cases.act', 'reply.file')
    .input(zAddEngagement)
    .mutation(({ ctx, input }): Promise<readonly Engagement[]> => addEngagement(ctx, input)),
  removeEngagement: procedure('cases.act', 'reply.file')
    .input(zRemoveEngagement)
    .mutation(({ ctx, input }): Promise<{ readonly removed: boolean }> => removeEngagement(ctx, input)),
});

export const feedsRouter = router({
  /** The calendar addresses of the actor's own organ. */
  list: procedure('cases.read').query(({ ctx }): Promise<readonly Feed[]> => listFeeds(ctx)),
  /** A new address, shown once. */
  create: procedure('cases.act', 'reply.file')
    .input(zCreateFeed)
    .mutation(({ ctx, input }): Promise<NewFeed> => createFeed(ctx, input)),
  revoke: procedure('cases.act', 'reply.file')
    .input(zRevokeFeed)
    .mutation(({ ctx, input }): Promise<readonly Feed[]> => revokeFeed(ctx, input)),
});
