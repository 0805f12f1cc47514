/** What an organ does before the court has heard it: agents, objection, evidence, answer; and how the trial stands still. */
import type { OrganId } from '../ids.ts';
import type { ActType, Builders, Draft } from './draft.ts';

type Answering =
  | 'appoint-agent'
  | 'end-agent'
  | 'object-jurisdiction'
  | 'record-objection-ruling'
  | 'ask-evidence-extension'
  | 'record-extension-answer'
  | 'file-answer'
  | 'file-evidence'
  | 'change-procedure'
  | 'suspend-instance'
  | 'resume-instance';

/** The co-defendants whose evidence this is, too (INT2018 135(2)); nothing where it is the organ's own only. */
function broughtAlsoFor(d: Draft, organId: OrganId, others: readonly OrganId[]) {
  d.allInTheSuit(others, 'alsoFor');
  const alsoFor = [...new Set(others)].filter((o) => o !== organId);
  return alsoFor.length === 0 ? {} : { alsoFor };
}

export const answerBuilders: Builders<Answering & ActType> = {
  'appoint-agent': ({ d }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    const { kind, name, unit, special, powers, fileIds } = i;
    d.add('agent-appointed', { ...about, agentId: d.newId(), kind, name, unit, special, powers, fileIds });
  },
  'end-agent': ({ d, target }, i) => {
    const agent = target.instance?.agents.find((a) => a.appointed.payload.agentId === i.agentId);
    d.notBefore(agent?.appointed.occurredOn);
    d.add('agent-ended', { agentId: i.agentId, why: i.why });
  },
  'object-jurisdiction': ({ d }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    d.add('jurisdiction-objected', { ...about, grounds: i.grounds, fileIds: i.fileIds });
  },
  'record-objection-ruling': ({ d, day, target }, i) => {
    d.notBefore(target.instance?.objections[0]?.occurredOn);
    i.services.forEach((s, k) => {
      d.inTheSuit(s.organId, `services.${k}.organId`);
      if (s.servedOn < day) d.wrong(`services.${k}.servedOn`, 'day-before-trigger', { from: day });
    });
    const { upheld, services, fileIds } = i;
    d.add('jurisdiction-objection-ruled', { instanceId: d.instanceId(), upheld, services, fileIds });
  },
  'ask-evidence-extension': ({ d }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    d.add('evidence-extension-asked', { ...about, reason: i.reason, fileIds: i.fileIds });
  },
  'record-extension-answer': ({ d, target }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    d.notBefore(target.instance?.extensionsAsked.find((a) => a.payload.organId === about.organId)?.occurredOn);
    const { allowed, fileIds } = i;
    const causeRemovedOn = allowed ? i.causeRemovedOn : null;
    d.add('evidence-extension-answered', { ...about, allowed, causeRemovedOn, fileIds });
  },
  'file-answer': ({ d }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    const { way, proof, bases, evidence, fileIds } = i;
    const opinion = i.opinion === '' ? null : d.narrative(i.opinion);
    // What its head signed on paper was signed by its head.
    const signedByHead = i.signedByHead || i.onPaper !== null;
    const shared = broughtAlsoFor(d, about.organId, i.alsoFor);
    d.add('answer-filed', { ...about, way, proof, opinion, bases, evidence, signedByHead, ...shared, fileIds });
  },
  'file-evidence': ({ d }, i) => {
    const about = { instanceId: d.instanceId(), organId: d.organId() };
    const { way, proof, evidence, reason, fileIds } = i;
    const shared = broughtAlsoFor(d, about.organId, i.alsoFor);
    d.add('evidence-filed', { ...about, way, proof, evidence, reason, ...shared, fileIds });
  },
  'change-procedure': ({ d, target }, i) => {
    if (target.instance?.procedures.at(-1)?.procedure === i.to) d.wrong('to', 'same-procedure');
    d.add('procedure-changed', { instanceId: d.instanceId(), to: i.to, reason: i.reason });
  },
  'suspend-instance': ({ d }, i) => {
    const { ground, reason, fileIds } = i;
    d.add('suspended', { instanceId: d.instanceId(), ground, reason, fileIds });
  },
  'resume-instance': ({ d, target }, i) => {
    d.notBefore(target.instance?.spans.find((s) => s.to === null)?.from);
    d.add('resumed', { instanceId: d.instanceId(), reason: i.reason, fileIds: i.fileIds });
  },
};
