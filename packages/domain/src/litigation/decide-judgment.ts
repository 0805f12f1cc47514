/** What ends an instance, whom it reached, who goes on, what must be done and what is learnt from it. */
import type { OrganId, PartyId } from '../ids.ts';
import { outcomesOf } from './codes.ts';
import type { ActType, Builders, Building } from './draft.ts';
import { lastSessionAfter, openAppellants, servedId } from './instances.ts';
import type { ServedTo } from './step-inputs.ts';

type OfJudgment =
  | 'record-judgment'
  | 'record-service'
  | 'record-appeal'
  | 'withdraw-appeal'
  | 'record-retrial-application'
  | 'record-performance'
  | 'record-court-measure'
  | 'receive-advice'
  | 'answer-advice'
  | 'record-defects'
  | 'read-defects';

/** An addressee of the suit, once. */
function served({ d, target }: Building, to: ServedTo, field: string): void {
  if (to.is === 'organ') d.inTheSuit(to.organId, `${field}.organId`);
  else d.party(to.partyId, `${field}.partyId`);
  const before = target.instance?.served.find((s) => servedId(s.payload.to) === servedId(to));
  if (before !== undefined) d.wrong(field, 'already-received-it', { servedOn: before.occurredOn });
}

interface Appellants {
  readonly organs: readonly OrganId[];
  readonly parties: readonly PartyId[];
}

/** Who appeals: somebody of the suit. */
function appellants({ d }: Building, { organs, parties }: Appellants, mayBeNobody = false): void {
  d.allInTheSuit(organs, 'organs');
  d.allParties(parties, 'parties');
  if (!mayBeNobody && organs.length + parties.length === 0) d.wrong('parties', 'somebody-needed');
}

/** With these a court may order the act to be made anew (ALL2017 70): whether it did is asked, and silence is no answer. */
const mayOrderAnew: readonly string[] = ['revoke', 'revoke-partly'];

export const judgmentBuilders: Builders<OfJudgment & ActType> = {
  'record-judgment': (b, i) => {
    const { c, d, target } = b;
    const instanceId = d.instanceId();
    const level = target.instance?.level ?? 'first';
    d.notBefore(lastSessionAfter(target.instance, b.day));
    const own: readonly string[] = outcomesOf[level];
    i.outcomes.forEach((o, k) => {
      if (!own.includes(o)) d.wrong(`outcomes.${k}`, 'not-of-this-instance', { level });
      if (i.outcomes.indexOf(o) !== k) d.wrong(`outcomes.${k}`, 'named-twice');
    });
    const below: readonly string[] = outcomesOf.first;
    i.reversedTo.forEach((o, k) => {
      if (!below.includes(o)) d.wrong(`reversedTo.${k}`, 'not-of-this-instance', { level: 'first' });
    });
    if (i.reversedTo.length > 0 && !i.outcomes.includes('reverse')) d.wrong('reversedTo', 'reversal-needed');
    if (i.reconsideration !== null && c.registered?.payload.before === 'none') {
      d.wrong('reconsideration', 'no-reconsideration-before');
    }
    i.obligations.forEach((o, k) => {
      if (o.organId !== null) d.inTheSuit(o.organId, `obligations.${k}.organId`);
      if (o.performBy !== null && o.performBy < b.day) {
        d.wrong(`obligations.${k}.performBy`, 'day-before-trigger', { from: b.day });
      }
    });
    if (i.redo === null && [...i.outcomes, ...i.reversedTo].some((o) => mayOrderAnew.includes(o))) {
      d.wrong('redo.ordered', 'required');
    }
    const redo = i.redo === null || !i.redo.ordered ? null : { days: i.redo.days };
    const { outcomes, reversedTo, reconsideration, number, pronouncedInCourt, compensation, fileIds } = i;
    d.add('instance-ended', {
      ...{ instanceId, outcomes, redo, reversedTo, reconsideration, pronouncedInCourt, compensation, fileIds },
      ...(i.executionGoesOn && outcomes.includes('retrial-ordered') ? { executionGoesOn: true } : {}),
      number: number === '' ? null : number,
      operative: d.narrative(i.operative),
      obligations: i.obligations.map((o) => ({ obligationId: d.newId(), ...o })),
    });
    i.services.forEach((s, k) => {
      served(b, s.to, `services.${k}.to`);
      if (s.servedOn < b.day) d.wrong(`services.${k}.servedOn`, 'day-before-trigger', { from: b.day });
      const { to, way, proof } = s;
      d.add('judgment-served', { instanceId, to, way, proof, fileIds: [] }, { on: s.servedOn, time: null });
    });
  },
  'record-service': (b, i) => {
    const { d, target } = b;
    const instanceId = d.instanceId();
    d.notBefore(target.instance?.ended?.occurredOn);
    i.to.forEach((to, k) => {
      served(b, to, i.to.length === 1 ? 'to' : `to.${k}`);
      const { way, proof, fileIds } = i;
      d.add('judgment-served', { instanceId, to, way, proof, fileIds });
    });
  },
  'record-appeal': (b, i) => {
    const { d, target } = b;
    appellants(b, i);
    const ended = target.instance?.ended?.occurredOn ?? null;
    // While the suit goes on the only ruling to appeal is the one on an objection to jurisdiction (INT2018 101(2)).
    const ruled = target.instance?.objectionRuled ?? null;
    const ofRuling = ruled !== null && (ended === null || b.day < ended);
    d.notBefore(ofRuling ? ruled.occurredOn : ended);
    const { organs, parties, reason, fileIds } = i;
    const against = ofRuling ? { against: 'jurisdiction-ruling' as const } : {};
    d.add('appealed', { instanceId: d.instanceId(), organs, parties, reason, ...against, fileIds });
  },
  'withdraw-appeal': (b, i) => {
    const { d, target } = b;
    appellants(b, i);
    const open = target.instance?.appeals.filter((a) => a.withdrawnOn === null) ?? [];
    const appealed = new Set<string>(open.flatMap(openAppellants));
    i.organs.forEach((id, k) => {
      if (!appealed.has(id)) d.wrong(`organs.${k}`, 'did-not-appeal');
    });
    i.parties.forEach((id, k) => {
      if (!appealed.has(id)) d.wrong(`parties.${k}`, 'did-not-appeal');
    });
    d.notBefore(open[0]?.appealed.occurredOn);
    d.add('appeal-withdrawn', { instanceId: d.instanceId(), organs: i.organs, parties: i.parties });
  },
  'record-retrial-application': (b, i) => {
    const { d } = b;
    appellants(b, i, i.procurator);
    const { organs, parties, procurator, court, ground, knewOn, reason, fileIds } = i;
    const known = { ...(ground === null ? {} : { ground }), ...(knewOn === null ? {} : { knewOn }) };
    if (knewOn !== null && knewOn > b.day) d.wrong('knewOn', 'day-in-future', { today: b.day });
    const about = { instanceId: d.instanceId(), organs, parties };
    d.add('retrial-applied', { ...about, procurator, court, ...known, reason, fileIds });
  },

  'record-performance': ({ c, d, target }, i) => {
    const obligation = c.obligations.find((o) => o.obligationId === target.obligationId);
    d.notBefore(c.instances.find((x) => x.instanceId === obligation?.instanceId)?.ended?.occurredOn);
    const { proof, part, fileIds } = i;
    d.add('performed', { obligationId: target.obligationId ?? '-', proof, part, fileIds });
  },
  'record-court-measure': ({ d, target }, i) => {
    const { measure, note, fileIds } = i;
    d.add('court-measure-taken', { obligationId: target.obligationId ?? '-', measure, note, fileIds });
  },
  'receive-advice': ({ d, day, target }, i) => {
    if (i.dueOn !== null && i.dueOn < day) d.wrong('dueOn', 'day-before-trigger', { from: day });
    const { subject, summary, dueOn, fileIds } = i;
    const number = i.number === '' ? null : i.number;
    d.add('judicial-advice-received', {
      ...{ adviceId: d.newId(), subject, number, summary, dueOn, fileIds },
      instanceId: target.instance?.instanceId ?? null,
      organId: d.organId(),
    });
  },
  'answer-advice': ({ c, d, target }, i) => {
    d.notBefore(c.advice.find((a) => a.received.payload.adviceId === target.adviceId)?.received.occurredOn);
    const { adopted, summary, fileIds } = i;
    d.add('judicial-advice-answered', { adviceId: target.adviceId ?? '-', adopted, summary, fileIds });
  },
  'record-defects': ({ d, target }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    d.notBefore(target.instance?.ended?.occurredOn);
    const { elements, what, advice } = i;
    d.add('defects-recorded', { ...about, elements: [...new Set(elements)], what, advice });
  },
  'read-defects': ({ c, d, target }, i) => {
    const organId = d.organId();
    // A record of defects is read whatever instance it is about: the one that waits is meant.
    const waits = c.defects.filter((x) => x.read === null && x.recorded.payload.organId === organId);
    const meant = waits.find((x) => x.recorded.payload.instanceId === target.instance?.instanceId) ?? waits[0];
    d.notBefore(meant?.recorded.occurredOn);
    const instanceId = meant?.recorded.payload.instanceId ?? d.instanceId();
    d.add('defects-read', { instanceId, organId, name: i.name, measures: i.measures });
  },
};
