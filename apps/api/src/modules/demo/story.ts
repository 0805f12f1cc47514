/** A demonstration case told as a story: the moves that most cases share, each on a working day. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId } from '@redress/domain/ids';
import type { ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import type { AcceptanceCondition, SuspensionGround, TerminationGround } from '@redress/domain/reconsideration/codes';
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';
import { openProposal, ScriptWriter, toApplicants, toOrgans, unservedSending } from './case-script.ts';
import { type DemoPerson, type Desk, liaisonOf, yunling } from './demo-office.ts';
import { type Applicant, actOf, type Matter } from './invented-acts.ts';
import type { SeedOptions } from './seed-office.ts';

type Registration = StepInputGiven<'register-application'>;

/** Working days around a day. */
export interface Days {
  /** The n-th working day before today; 0 = the last working day up to today. */
  ago(n: number): CivilDate;
  /** The n-th working day after a day. */
  after(day: CivilDate, n: number): CivilDate;
  /** The day itself when it is a working day, else the one before. */
  onOrBefore(day: CivilDate): CivilDate;
}

export function daysAround(o: SeedOptions): Days {
  const { calendar } = o.law;
  const sure = (day: CivilDate | null): CivilDate => {
    if (day === null) throw new Error('outside the calendar');
    return day;
  };
  const onOrBefore = (day: CivilDate) => sure(calendar.previousWorkingDayOnOrBefore(day));
  return {
    ago: (n) => (n === 0 ? onOrBefore(o.today) : sure(calendar.nthWorkingDayBefore(onOrBefore(o.today), n))),
    after: (day, n) => sure(calendar.nthWorkingDayAfter(day, n)),
    onOrBefore,
  };
}

export interface Plan {
  readonly key: string;
  readonly matter: Matter;
  readonly applicants: readonly Applicant[];
  readonly received: CivilDate;
  /** Whose case it is; 云岭县 unless said. */
  readonly desk?: Desk;
  /** Other respondents than the act's usual one. */
  readonly respondents?: readonly OrganId[];
  readonly handler?: DemoPerson;
  readonly channel?: Registration['channel'];
  readonly asks?: Registration['asks'];
  readonly more?: Partial<Registration>;
}

/** A case with the few moves that most of them share. */
export class Story extends ScriptWriter {
  readonly days: Days;
  readonly desk: Desk;
  readonly handler: DemoPerson;
  readonly respondents: readonly OrganId[];
  readonly received: CivilDate;
  accepted: CivilDate;

  constructor(days: Days, plan: Plan) {
    super(plan.key);
    this.days = days;
    this.desk = plan.desk ?? yunling;
    this.handler = plan.handler ?? this.desk.handler;
    this.received = plan.received;
    this.accepted = plan.received;
    const known = days.onOrBefore(addDays(plan.received, -23));
    const { respondents, act, requests, grounds, materials } = actOf(plan.matter, known, serialOf(plan.key));
    this.respondents = plan.respondents ?? respondents;
    // Another county's organs number their papers by their own county's character.
    const number = act.number?.replace(/^云/, this.desk.numberPrefix.slice(0, 1)) ?? null;
    const channel = plan.channel ?? 'counter';
    const filedOn = channel === 'post' ? days.onOrBefore(addDays(plan.received, -3)) : plan.received;
    this.step(plan.received, this.handler, 'register-application', {
      channel,
      filedOn,
      receivedOn: plan.received,
      filingProof: channel === 'post' ? 'EMS 1099 0000 0000 0' : '',
      reviewingOrganId: this.desk.organId,
      numberPrefix: this.desk.numberPrefix,
      respondents: [...this.respondents],
      applicants: plan.applicants.map((person, i) => ({
        key: `a${i + 1}`,
        kind: person.legalRepresentative === undefined ? 'citizen' : 'legal-person',
        person,
      })),
      act: { ...act, number },
      requests,
      grounds,
      materials: [...materials],
      ...(plan.asks === undefined ? {} : { asks: plan.asks }),
      ...plan.more,
    });
  }

  /** Accepts `n` working days after receipt (or after `from`), the notice handed over the next day. */
  accept(n = 3, procedure: 'ordinary' | 'simplified' = 'ordinary', from = this.received): this {
    const on = this.days.after(from, n);
    this.accepted = on;
    return this.step(on, this.handler, 'accept', (c) => ({
      procedure,
      simplifiedGround: procedure === 'simplified' ? 'made-on-the-spot' : null,
      document: { sendings: toApplicants(on, null)(c) },
    })).step(this.days.after(on, 2), this.handler, 'record-service', (c) => ({
      sendingId: unservedSending(c, 'acceptance-notice') as never,
      proof: '送达回证',
    }));
  }

  /** Sends the copy to the respondents, who sign for it the next working day. */
  copy(n = 2): this {
    const on = this.days.after(this.accepted, n);
    return this.step(on, this.handler, 'issue-copy', {
      document: { sendings: toOrgans(this.respondents, on, on) },
    });
  }

  /** Each respondent's reply, `n` working days after the copy. */
  reply(n = 5, copyAfter = 2): this {
    const on = this.days.after(this.days.after(this.accepted, copyAfter), n);
    for (const respondentId of this.respondents) {
      this.step(on, liaisonOf(respondentId) ?? this.handler, 'file-reply', {
        respondentId,
        receivedOn: on,
        evidence: [
          { name: '行政执法卷宗', pages: 46, purpose: '证明作出行政行为的事实和程序' },
          { name: '送达回证', pages: 2, purpose: '证明已依法送达' },
        ],
        basis: ['作出行政行为所依据的法律、法规、规章条文'],
        opinion: '被申请人作出的行政行为认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当，请求予以维持。',
        signedByHead: true,
      });
    }
    return this;
  }

  hear(n: number): this {
    const on = this.days.after(this.accepted, n);
    return this.step(on, this.handler, 'hear-opinion', (c) => ({
      partyId: (c.parties[0]?.partyId ?? null) as never,
      manner: 'telephone',
      summary: '申请人陈述了事情经过，坚持复议请求，并愿意在合法、自愿的前提下接受调解。',
      mediationWilling: true,
    }));
  }

  /** Proposes a step on a day; the section head endorses it, and the approver the article names approves. */
  propose<T extends 'extend' | 'decide' | 'change-procedure'>(
    on: CivilDate,
    type: T,
    input: Record<string, unknown>,
    opinion: string,
    until: 'proposed' | 'endorsed' | 'approved' = 'approved',
  ): this {
    this.step(on, this.handler, 'propose', { step: { type, input }, opinion });
    if (until === 'proposed') return this;
    this.step(on, this.desk.sectionHead, 'endorse', (c) => ({
      proposalId: openProposal(c) as never,
      opinion: '同意承办人意见，请审批。',
    }));
    if (until === 'endorsed') return this;
    const approver = type === 'decide' ? this.desk.organHead : this.desk.institutionHead;
    return this.step(on, approver, 'approve', (c) => ({ proposalId: openProposal(c) as never, opinion: '同意。' }));
  }

  decide(n: number, input: Omit<StepInputGiven<'decide'>, 'document'>, until?: 'proposed' | 'endorsed'): this {
    const on = this.days.after(this.accepted, n);
    return this.propose(
      on,
      'decide',
      { ...input, document: { sendings: [] } },
      '经审查，事实已查明，拟按所附意见作出决定，请审批。',
      until ?? 'approved',
    );
  }

  /** Sends the decision to all, and records that it was received. */
  serve(n: number): this {
    const on = this.on(n);
    return this.step(on, this.handler, 'send-document', (c) => ({
      documentId: c.documents.find((d) => d.kind === 'decision')?.id as never,
      sendings: this.toAll(on)(c),
    }));
  }

  /** The n-th working day after acceptance. */
  on(n: number): CivilDate {
    return n === 0 ? this.accepted : this.days.after(this.accepted, n);
  }

  /** A document handed to every applicant and to the respondents on one day. */
  toAll(on: CivilDate) {
    return (c: ReconsiderationCase) => [...toApplicants(on, on, 'direct')(c), ...toOrgans(this.respondents, on, on)];
  }

  /** Under the old law the day of receipt is the day of acceptance (rulebook 1). */
  oldLaw(): this {
    this.accepted = this.received;
    return this;
  }

  /** Copy, reply and the applicant's opinion: what most cases go through before anything else. */
  review(): this {
    return this.copy().reply().hear(11);
  }

  suspend(n: number, ground: SuspensionGround, reason: string): this {
    const on = this.on(n);
    return this.step(on, this.handler, 'suspend', (c) => ({
      ground,
      reason,
      document: { sendings: this.toAll(on)(c) },
    }));
  }

  resume(n: number, reason: string): this {
    const on = this.on(n);
    return this.step(on, this.handler, 'resume', (c) => ({ reason, document: { sendings: this.toAll(on)(c) } }));
  }

  extend(n: number, days: number): this {
    const on = this.on(n);
    return this.propose(
      on,
      'extend',
      { days, reason: '案情复杂，需要补充调查，不能在规定期限内作出行政复议决定。', document: { sendings: [] } },
      `案情复杂，拟延长${days}日，请审批。`,
    ).step(on, this.handler, 'send-document', (c) => ({
      documentId: c.documents.find((x) => x.kind === 'extension-notice')?.id as never,
      sendings: this.toAll(on)(c),
    }));
  }

  /** A hearing: notified on day `n`, held eight working days later. */
  hearing(n: number, leader: StepInputGiven<'hold-hearing'>['respondentLeader']): this {
    const [notified, held] = [this.on(n), this.on(n + 8)];
    return this.step(notified, this.handler, 'schedule-hearing', (c) => ({
      on: held,
      time: '09:30',
      place: `${this.desk.numberPrefix.slice(0, 1)}政复议听证室`,
      topics: '行政行为认定的主要事实和依据',
      mandatory: false,
      document: { sendings: this.toAll(notified)(c) },
    })).step(held, this.handler, 'hold-hearing', (c) => ({
      hearingId: c.hearings[0]?.scheduled.payload.hearingId as string,
      presider: this.desk.sectionHead.name,
      hearers: [this.handler.name, this.desk.institutionHead.name],
      recorder: '书记员',
      respondentLeader: leader,
      record: '双方就处罚依据和裁量充分发表了意见，听证笔录经各方核对签字。',
    }));
  }

  committee(n: number, opinion: string): this {
    return this.step(this.on(n), this.handler, 'ask-committee', { category: 'complex' }).step(
      this.on(n + 5),
      this.handler,
      'record-committee-advice',
      { opinion, members: 5 },
    );
  }

  terminate(n: number, ground: TerminationGround, reason: string): this {
    const on = this.on(n);
    return this.step(on, this.handler, 'terminate', (c) => ({
      ground,
      reason,
      document: { sendings: this.toAll(on)(c) },
    }));
  }

  withdraw(n: number, reason: string, settled = false): this {
    return this.step(this.on(n), this.handler, 'request-withdrawal', { reason, settled }).terminate(
      n,
      'withdrawn',
      '申请人自愿撤回行政复议申请，行政复议机构准予撤回。',
    );
  }

  mediate(n: number, terms: string): this {
    const on = this.on(n);
    return this.step(this.on(n - 3), this.handler, 'hold-mediation', {
      summary: '各方就争议的解决达成一致。',
      agreed: true,
    }).step(on, this.handler, 'make-mediation-letter', (c) => ({
      terms,
      lastSignedOn: on,
      sealedOn: on,
      document: { sendings: this.toAll(on)(c) },
    }));
  }

  reject(n: number, condition: AcceptanceCondition, reason: string): this {
    const on = this.on(n);
    return this.step(on, this.handler, 'reject', (c) => ({
      condition,
      reason,
      document: { sendings: this.toAll(on)(c) },
    }));
  }

  /** Refused `n` working days after receipt. */
  refuse(n: number, condition: AcceptanceCondition, reason: string, competentOrgan: string | null = null): this {
    const on = this.days.after(this.received, n);
    return this.step(on, this.handler, 'refuse', (c) => ({
      condition,
      reason,
      competentOrgan,
      document: { sendings: toApplicants(on, on, 'direct')(c) },
    }));
  }

  /** A correction notice `n` working days after receipt, answered `back` working days later or never. */
  correct(n: number, back: number | null): this {
    const on = this.days.after(this.received, n);
    this.step(on, this.handler, 'notify-correction', (c) => ({
      items: ['写明具体的行政复议请求', '提交被申请复议的行政行为证明材料'],
      document: { sendings: toApplicants(on, on, 'direct')(c) },
    }));
    if (back === null) return this;
    const day = this.days.after(on, back);
    return this.step(day, this.handler, 'record-correction', {
      filedOn: day,
      materials: ['补正后的行政复议申请书', '行政行为证明材料'],
    });
  }

  /** Each respondent has done what the decision orders. */
  perform(n: number): this {
    for (const respondentId of this.respondents) {
      this.step(this.on(n), this.handler, 'record-performance', { respondentId, proof: '履行情况报告及附件' });
    }
    return this;
  }

  /** An opinion letter, answered `report` working days later or not yet. */
  opinionLetter(n: number, report: number | null): this {
    const on = this.on(n);
    const [toOrgan] = this.respondents;
    if (toOrgan === undefined) return this;
    this.step(on, this.handler, 'issue-opinion-letter', {
      toOrgan,
      subject: '规范行政处罚的告知和送达程序',
      document: { sendings: toOrgans([toOrgan], on, on) },
    });
    if (report === null) return this;
    return this.step(this.on(n + report), this.handler, 'record-opinion-report', (c) => ({
      documentId: c.documents.find((d) => d.kind === 'opinion-letter')?.id as never,
      summary: '已组织执法人员培训，修订了告知文书。',
      adopted: 'yes',
    }));
  }
}

/** The serial that makes an act's number its own: the digits of the case's key. */
const serialOf = (key: string): number => Number(key.replace(/\D/g, '')) || 0;

export const upheld = {
  types: ['uphold'],
  articles: ['68'],
  operative: '维持被申请人作出的行政行为。',
} as const satisfies { types: readonly string[]; articles: readonly string[]; operative: string };

export const revoked = {
  types: ['revoke'],
  articles: ['64(1)(1)'],
  operative: '撤销被申请人作出的行政处罚决定，责令其在六十日内重新作出行政行为。',
} as const;

export const decision = (d: { types: readonly string[]; articles: readonly string[]; operative: string }) =>
  ({ ...d, types: [...d.types], articles: [...d.articles] }) as Omit<StepInputGiven<'decide'>, 'document'>;

export const citizen = (name: string, n: number, place = '云岭县青石镇'): Applicant => ({
  name,
  idNumber: `9999001986${String(400 + n).padStart(4, '0')}00${n % 10}X`,
  address: `${place}梧桐路${n}号`,
  telephone: `0999-555${String(1000 + n)}`,
});
export const company = (name: string, head: string, n: number): Applicant => ({
  name,
  idNumber: `99YL0000MA00000${String(n).padStart(3, '0')}`,
  address: `云岭县工业园区兴业路${n}号`,
  telephone: `0999-556${String(1000 + n)}`,
  legalRepresentative: `${head}，总经理`,
});
