/** Builders of the steps that hear: opinions (49), hearings (50, 51), the committee (52). */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { DocumentId } from '../ids.ts';
import type { Entry } from './case-types.ts';
import { articleOf } from './contradictions.ts';
import type { Builders, Building } from './decide.ts';
import { knownParty, knownRespondent, lastOf, notBefore } from './decide-checks.ts';
import { lawOfActIn } from './limit-of.ts';
import { latestNoticeDay } from './notice-of-hearing.ts';

type HearingStep =
  | 'hear-opinion'
  | 'schedule-hearing'
  | 'reschedule-hearing'
  | 'cancel-hearing'
  | 'hold-hearing'
  | 'ask-committee'
  | 'record-committee-advice';

/** The hearing that is still to be held; a problem at its field where there is none. */
function openHearing(b: Building, hearingId: string): Entry<'hearing-scheduled'>['payload'] | null {
  const ofIt = b.c.entries.filter((e) => (e.payload as { hearingId?: string }).hearingId === hearingId);
  const over = ofIt.some((e) => e.type === 'hearing-held' || e.type === 'hearing-cancelled');
  const set = ofIt.find((e) => e.type === 'hearing-scheduled');
  if (set === undefined || over) {
    b.d.wrong('hearingId', 'unknown-hearing');
    return null;
  }
  notBefore(b, set.occurredOn);
  return set.payload as Entry<'hearing-scheduled'>['payload'];
}

/** A day for which no notice can reach anybody in time any more goes on record with its reason only (51(1)). */
function inGoodTime({ c, d, ctx, day }: Building, on: CivilDate): void {
  if (on < day) d.wrong('on', 'day-before-trigger', { from: day });
  const due = latestNoticeDay(c, on, ctx);
  if (due === null || due >= day) return;
  const article = articleOf('hearing-too-soon', lawOfActIn(c, day));
  d.warned.push({ code: 'hearing-too-soon', article, params: { due }, seq: null });
}

const newHearingId = ({ ctx }: Building): string => `h-${ctx.newId()}`.slice(0, 40);

const said = (text: string | null): text is string => text !== null && text !== '';

export const hearingBuilders: Pick<Builders, HearingStep> = {
  'hear-opinion': (b, i) => {
    if (i.partyId !== null) knownParty(b, i.partyId);
    if (i.organId !== null) knownRespondent(b, i.organId, 'organId');
    const { partyId, organId, manner, mediationWilling, heardBy, fileIds } = i;
    b.d.add('opinion-heard', {
      ...{ partyId, organId, manner, summary: b.d.narrative(i.summary), mediationWilling },
      ...(heardBy === '' ? {} : { heardBy }),
      ...(fileIds.length === 0 ? {} : { fileIds }),
    });
  },
  'schedule-hearing': (b, i) => {
    inGoodTime(b, i.on);
    const documentId = b.d.maybe('hearing-notice', i.document);
    const { on, time, place, topics, mandatory, panel } = i;
    const isNamed = panel !== null && (panel.presider !== '' || panel.recorder !== '' || panel.hearers.length > 0);
    b.d.add(
      'hearing-scheduled',
      {
        ...{ hearingId: newHearingId(b), on, time, place, topics, mandatory, documentId },
        ...(isNamed ? { panel } : {}),
      },
      { documents: [documentId] },
    );
  },
  'reschedule-hearing': (b, i) => {
    const earlier = openHearing(b, i.hearingId);
    inGoodTime(b, i.on);
    if (earlier === null) return;
    const hearingId = newHearingId(b);
    b.d.add('hearing-cancelled', { hearingId: i.hearingId, reason: i.reason, replacedBy: hearingId });
    const documentId: DocumentId | null = b.d.maybe('hearing-notice', i.document);
    const { on, time } = i;
    const place = i.place === '' ? earlier.place : i.place;
    b.d.add(
      'hearing-scheduled',
      { ...earlier, hearingId, on, time, place, documentId, insteadOf: i.hearingId },
      { documents: [documentId] },
    );
  },
  'cancel-hearing': (b, i) => {
    openHearing(b, i.hearingId);
    b.d.add('hearing-cancelled', { hearingId: i.hearingId, reason: i.reason });
  },
  'hold-hearing': (b, i) => {
    openHearing(b, i.hearingId);
    const { hearingId, presider, hearers, recorder, applicantAbsent, applicantExcused, respondentLeader, fileIds } = i;
    b.d.add('hearing-held', {
      ...{ hearingId, presider, hearers, recorder, applicantAbsent, respondentLeader, fileIds },
      ...(applicantAbsent || applicantExcused === '' ? {} : { applicantExcused }),
      record: said(i.record) ? b.d.narrative(i.record) : null,
    });
  },
  'ask-committee': ({ d }, { category, question }) =>
    d.add('committee-asked', question === '' ? { category } : { category, question }),
  'record-committee-advice': (b, i) => {
    notBefore(b, lastOf(b.c, 'committee-asked'));
    const { sitting, fileIds } = i;
    if (sitting !== null && sitting.on !== null && sitting.on > b.day) {
      b.d.wrong('sitting.on', 'day-after-follower', { on: b.day });
    }
    const isTold =
      sitting !== null && (sitting.on !== null || sitting.place !== '' || sitting.members.length > 0) ? sitting : null;
    const counted = isTold === null || isTold.members.length === 0 ? null : isTold.members.length;
    b.d.add('committee-advised', {
      opinion: b.d.narrative(i.opinion),
      members: i.members ?? counted,
      ...(isTold === null
        ? {}
        : {
            sitting: {
              on: isTold.on,
              place: isTold.place,
              members: isTold.members.map((m) => ({
                ...m,
                opinion: said(m.opinion) ? b.d.narrative(m.opinion) : null,
              })),
            },
          }),
      ...(fileIds.length === 0 ? {} : { fileIds }),
    });
  },
};
