/** Court sessions, who is to come and who came. A session's own steps have its day where none is said. */
import type { OrganId } from '../ids.ts';
import { addSession } from './decide-opening.ts';
import type { ActType, Builders, Building } from './draft.ts';
import type { Leader } from './entries.ts';
import type { LeaderInput } from './step-inputs.ts';

type OfSession =
  | 'set-session'
  | 'move-session'
  | 'cancel-session'
  | 'hold-session'
  | 'mark-observation'
  | 'record-observers'
  | 'agree-appearance'
  | 'plan-leader'
  | 'confirm-leader'
  | 'replace-leader'
  | 'submit-identity-proof'
  | 'check-identity-proof'
  | 'record-appearance'
  | 'explain-absence'
  | 'rule-on-absence';

const asLeader = (l: LeaderInput, organId: OrganId): Leader => ({ ...l, organId: l.organId ?? organId });

/** The session and the organ, in one. */
const appearing = ({ d }: Building) => ({ sessionId: d.sessionId(), organId: d.organId() });

const appearanceOf = ({ target }: Building) =>
  target.session?.appearances.find((a) => a.organId === target.organId) ?? null;

export const sessionBuilders: Builders<OfSession & ActType> = {
  'set-session': (b, i) => addSession(b, b.d.instanceId(), i, '', i.fileIds),
  'move-session': ({ d, target, c }, i) => {
    i.notices.forEach((n, k) => {
      d.inTheSuit(n.organId, `notices.${k}.organId`);
    });
    const { on, time, why } = i;
    const place = i.place === '' ? (target.session?.place ?? '-') : i.place;
    // Whoever was told to come is told anew: the old notice's day says nothing of the new session (INT2018 71).
    const notices =
      i.notices.length > 0
        ? i.notices
        : (target.session?.notices ?? [])
            .filter((n) => c.organs.some((o) => o.organId === n.organId))
            .map((n) => ({ organId: n.organId, leader: n.leader, servedOn: null }));
    d.add('session-moved', { sessionId: d.sessionId(), on, time, place, why, notices }, { time: null });
  },
  'cancel-session': ({ d }, i) => d.add('session-cancelled', { sessionId: d.sessionId(), why: i.why }),
  'hold-session': ({ d, day, target }, i) => {
    const { session } = target;
    if (session !== null && day !== session.on) d.wrong('occurredOn', 'not-the-sessions-day', { on: session.on });
    const { adjourned, note, fileIds } = i;
    const time = i.occurredTime ?? session?.time ?? null;
    d.add('session-held', { sessionId: d.sessionId(), adjourned, note, fileIds }, { time });
  },
  'mark-observation': ({ d }, i) => {
    d.add('observation-marked', { sessionId: d.sessionId(), invited: i.invited, why: i.why });
  },
  'record-observers': ({ d, target }, i) => {
    d.notBefore(target.session?.on);
    d.add('observers-recorded', { sessionId: d.sessionId(), came: i.came, note: i.note });
  },

  'agree-appearance': ({ d }, i) => {
    i.organIds.forEach((id, k) => {
      d.inTheSuit(id, `organIds.${k}`);
      if (i.organIds.indexOf(id) !== k) d.wrong(`organIds.${k}`, 'named-twice');
    });
    if (!i.organIds.includes(i.byOrganId)) d.wrong('byOrganId', 'not-among-them');
    const { organIds, byOrganId, how, fileIds } = i;
    d.add('appearance-agreed', { instanceId: d.instanceId(), organIds, byOrganId, how, fileIds });
  },
  'plan-leader': (b, i) => {
    const about = appearing(b);
    b.d.add('leader-planned', { ...about, leader: asLeader(i.leader, about.organId), staff: i.staff });
  },
  'confirm-leader': (b) => {
    const about = appearing(b);
    b.d.notBefore(appearanceOf(b)?.planned?.occurredOn);
    b.d.add('leader-confirmed', about);
  },
  'replace-leader': (b, i) => {
    const about = appearing(b);
    b.d.notBefore(appearanceOf(b)?.planned?.occurredOn);
    b.d.add('leader-replaced', { ...about, leader: asLeader(i.leader, about.organId), why: i.why });
  },
  'submit-identity-proof': (b, i) => {
    const about = appearing(b);
    const leaderName = i.leaderName === '' ? (appearanceOf(b)?.leader?.name ?? '') : i.leaderName;
    if (leaderName === '') b.d.wrong('leaderName', 'required');
    const { hasName, hasTitle, sealed, fileIds } = i;
    b.d.add('identity-proof-submitted', { ...about, leaderName, hasName, hasTitle, sealed, fileIds });
  },
  'check-identity-proof': (b, i) => {
    const about = appearing(b);
    b.d.notBefore(appearanceOf(b)?.proof?.occurredOn);
    b.d.add('identity-proof-checked', { ...about, result: i.result, why: i.why });
  },
  'record-appearance': (b, i) => {
    const { d, target } = b;
    const about = appearing(b);
    const { session } = target;
    // Whoever sat there says that it took place: nobody has to be told twice.
    if (session !== null && session.held === null) {
      if (b.day !== session.on) d.wrong('occurredOn', 'not-the-sessions-day', { on: session.on });
      const held = { sessionId: about.sessionId, adjourned: i.adjourned, note: '', fileIds: [] };
      d.add('session-held', held, { time: session.time });
    } else if (session?.held != null && b.day !== session.held.occurredOn) {
      d.wrong('occurredOn', 'not-the-sessions-day', { on: session.held.occurredOn });
    }
    const { spoke, leftEarly, refusedToExplain, staff, lawyers, fileIds } = i;
    const leader = i.leader === null ? null : asLeader(i.leader, about.organId);
    // What only a leader can do nobody did where none came (LEAD2020 11, 12(1)(4), (5)).
    if (leader === null && (spoke || leftEarly || refusedToExplain)) d.wrong('leader', 'leader-needed');
    d.add(
      'appearance-recorded',
      { ...about, leader, spoke, leftEarly, refusedToExplain, staff, lawyers, fileIds },
      { time: i.occurredTime ?? session?.held?.occurredTime ?? session?.time ?? null },
    );
  },
  'explain-absence': (b, i) => {
    const about = appearing(b);
    const { ground, reason, proof, askedAdjournment, delegates, fileIds } = i;
    if (ground !== 'none' && reason === '') b.d.wrong('reason', 'required');
    b.d.add('absence-explained', { ...about, ground, reason, proof, askedAdjournment, delegates, fileIds });
  },
  'rule-on-absence': (b, i) => {
    const about = appearing(b);
    b.d.notBefore(appearanceOf(b)?.explained?.occurredOn);
    b.d.add('absence-ruled', { ...about, accepted: i.accepted, why: i.why });
  },
};
