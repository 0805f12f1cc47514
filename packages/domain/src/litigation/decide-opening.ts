/** What begins a lawsuit and each of its instances: the summons, the court's papers, who answers. */
import { type CivilDate, earlierOf } from '../calendar/civil-date.ts';
import { caseNumberFormat } from '../reconsideration/document-numbers.ts';
import { defendantsOf } from './defendants.ts';
import type { ActType, Builders, Building } from './draft.ts';
import { sentBackBy } from './next-steps.ts';
import type { RegisterSummons } from './register-input.ts';

/** The legal day of a registration: the day the first paper came. */
export const dayOfSummons = (i: Pick<RegisterSummons, 'occurredOn' | 'papers'>, today: CivilDate): CivilDate =>
  i.occurredOn ?? i.papers.reduce((day, p) => (p.receivedOn === null ? day : earlierOf(day, p.receivedOn)), today);

type SessionInput = NonNullable<RegisterSummons['session']>;
type PapersInput = RegisterSummons['papers'][number];

/** The session that came with the papers. */
export function addSession(
  { d, c }: Building,
  instanceId: string,
  s: SessionInput,
  field: string,
  fileIds: string[] = [],
) {
  const prefix = field === '' ? '' : `${field}.`;
  s.notices.forEach((n, k) => {
    if (c.organs.length > 0) d.inTheSuit(n.organId, `${prefix}notices.${k}.organId`);
  });
  const { kind, on, time, minutes, place, isPublic, online, notices } = s;
  d.add(
    'session-set',
    {
      instanceId,
      sessionId: d.newId(),
      ...{ kind, on, time, minutes, place, isPublic, online, notices },
      fileIds: fileIds as RegisterSummons['fileIds'],
    },
    { time: null },
  );
}

/** Each organ's own papers, on the day that organ received them. */
function addPapers(
  { d, day }: Building,
  instanceId: string,
  papers: readonly PapersInput[],
  organs: readonly string[],
  isAppeal = false,
) {
  papers.forEach((p, k) => {
    const receivedOn = p.receivedOn ?? day;
    if (!organs.includes(p.organId)) d.wrong(`papers.${k}.organId`, 'not-in-the-suit');
    // The court below sends the copy of an appeal before the court above has a number for it (INT2018 108(2)).
    const fromBelow = isAppeal && p.papers.includes('appeal-copy');
    if (receivedOn < day && !fromBelow) d.wrong(`papers.${k}.receivedOn`, 'papers-before-first', { from: day });
    const { organId, papers: kinds, way, proof, evidenceUntil } = p;
    const payload = { instanceId, organId, papers: kinds, way, proof, evidenceUntil, fileIds: [] };
    d.add('court-papers-received', payload, { on: receivedOn, time: null });
  });
}

type Opening =
  | 'register-summons'
  | 'open-instance'
  | 'receive-papers'
  | 'assign-undertaking'
  | 'acknowledge'
  | 'assign-responders';

export const openingBuilders: Builders<Opening & ActType> = {
  'register-summons': (b, i) => {
    const { ctx, d, day } = b;
    const organIds = i.organs.map((o) => o.organId);
    i.organs.forEach((o, k) => {
      if (organIds.indexOf(o.organId) !== k) d.wrong(`organs.${k}.organId`, 'named-twice');
    });
    const { docketedOn } = i.instance;
    if (docketedOn !== null && docketedOn > day) d.wrong('instance.docketedOn', 'docketed-after-received');
    if (i.act.madeOn !== null && i.act.madeOn > day) d.wrong('act.madeOn', 'made-after-filed');
    i.papers.forEach((p, k) => {
      if (p.evidenceUntil !== null && i.instance.procedure !== 'simplified') {
        d.wrong(`papers.${k}.evidenceUntil`, 'only-simplified');
      }
    });
    i.session?.notices.forEach((n, k) => {
      if (!organIds.includes(n.organId)) d.wrong(`session.notices.${k}.organId`, 'not-in-the-suit');
    });
    // Who is defendant follows from what the reconsideration came to; the court may have added one, or let one go.
    const { roles, article } = defendantsOf[i.before];
    const strangers = i.organs.filter((o) => o.role !== 'third-party-organ' && !roles.some((r) => r === o.role));
    if (strangers.length > 0) d.warned.push({ code: 'role-not-of-result', article, params: {}, seq: null });

    const party = (p: RegisterSummons['plaintiffs'][number], capacity: 'applicant' | 'third-party') => ({
      partyId: d.newParty(),
      capacity,
      kind: p.kind,
      person: d.person(p.person),
      actsFor: [],
      powers: '',
    });
    const organId = ctx.actor.acting.organId;
    d.add(
      'lawsuit-registered',
      {
        organId,
        organs: i.organs,
        parties: [
          ...i.plaintiffs.map((p) => party(p, 'applicant')),
          ...i.thirdParties.map((p) => party(p, 'third-party')),
        ],
        act: i.act,
        before: i.before,
        reconsiderationId: i.reconsiderationId,
        claims: d.narrative(i.claims === '' ? '—' : i.claims),
        compensation: i.compensation,
        fileIds: i.fileIds,
      },
      { time: null },
    );
    const placeholder = `number:${d.newId()}`;
    d.add('lawsuit-numbered', { number: placeholder }, { time: null });
    d.numbers.push({
      placeholder,
      organId,
      series: 'litigation',
      year: Number(day.slice(0, 4)),
      format: caseNumberFormat(i.numberPrefix),
    });
    const instanceId = d.newId();
    d.add('instance-opened', { instanceId, ...i.instance, remandedBy: null, of: null, by: null }, { time: null });
    addPapers(b, instanceId, i.papers, organIds);
    if (i.session !== null) addSession(b, instanceId, i.session, 'session');
    const accounts = i.handlers.length > 0 ? i.handlers : [ctx.actor.accountId];
    d.add('handlers-assigned', { accounts, why: '' }, { time: null });
    if (i.reconsiderationId !== null) {
      d.add('linked', { kind: 'reviewed-in-court', to: i.reconsiderationId, why: '' }, { time: null });
    }
  },

  'open-instance': (b, i) => {
    const { c, d, day } = b;
    const last = c.instances.at(-1) ?? null;
    const of = i.of ?? last?.instanceId ?? null;
    const about = c.instances.find((x) => x.instanceId === of) ?? null;
    if (i.of !== null && about === null) d.wrong('of', 'unknown-instance');
    d.allInTheSuit(i.organs, 'organs');
    d.allParties(i.parties, 'parties');
    if (i.docketedOn !== null && i.docketedOn > day) d.wrong('docketedOn', 'docketed-after-received');
    const back = i.level === 'first' ? sentBackBy(c) : null;
    const named = i.organs.length + i.parties.length > 0;
    const isAppeal = i.level === 'second' && about !== null && about.ended !== null;
    if (isAppeal && about.appeals.every((a) => a.withdrawnOn !== null)) {
      if (i.appealedOn !== null && named) {
        const appeal = { instanceId: about.instanceId, organs: i.organs, parties: i.parties, reason: '', fileIds: [] };
        d.add('appealed', appeal, { on: i.appealedOn, time: null });
      } else {
        d.warned.push({ code: 'appeal-not-on-record', article: 'ALL2017 85', params: {}, seq: null });
      }
    }
    const instanceId = d.newId();
    const { level, court, courtNumber, docketedOn, procedure } = i;
    // A transfer is no remand: the suit begins before the competent court as it began before the other.
    const remandedBy = back === null || back.ended?.payload.outcomes.includes('transferred') ? null : back.instanceId;
    d.add(
      'instance-opened',
      {
        ...{ instanceId, level, court, courtNumber, docketedOn, procedure, remandedBy },
        of: level === 'first' ? null : of,
        by: named || i.procurator ? { organs: i.organs, parties: i.parties, procurator: i.procurator } : null,
      },
      { time: null },
    );
    const organs = c.organs.map((o) => o.organId);
    addPapers(b, instanceId, i.papers, organs, level === 'second');
    if (i.session !== null) addSession(b, instanceId, i.session, 'session');
  },

  'receive-papers': ({ d, target }, i) => {
    const { papers, way, proof, evidenceUntil, trialUntil, fileIds } = i;
    const procedure = target.instance?.procedures.at(-1)?.procedure;
    if (evidenceUntil !== null && procedure !== undefined && procedure !== 'simplified') {
      d.wrong('evidenceUntil', 'only-simplified');
    }
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    const extended = trialUntil === null ? {} : { trialUntil };
    d.add('court-papers-received', { ...about, papers, way, proof, evidenceUntil, ...extended, fileIds });
  },
  'assign-undertaking': ({ c, d }, i) => {
    const organId = d.organId();
    const before = c.organs.find((o) => o.organId === organId)?.undertakingId ?? null;
    if (before !== null && before !== i.undertakingId && i.why === '') d.wrong('why', 'reassignment-needs-reason');
    d.add('undertaking-assigned', { organId, undertakingId: i.undertakingId, why: i.why });
  },
  acknowledge: ({ d, target }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    d.notBefore(target.instance?.papers.find((p) => p.payload.organId === about.organId)?.occurredOn);
    d.add('acknowledged', { ...about, name: i.name });
  },
  'assign-responders': ({ c, d }, i) => {
    const organId = d.organId();
    const before = c.responders.get(organId) ?? [];
    if (before.some((id) => !(i.accounts as readonly string[]).includes(id)) && i.why === '') {
      d.wrong('why', 'reassignment-needs-reason');
    }
    d.add('responders-assigned', { organId, accounts: i.accounts, why: i.why });
  },
};
