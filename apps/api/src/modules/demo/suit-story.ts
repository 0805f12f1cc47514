/** A demonstration lawsuit told as a story, from the court's first paper to the end, each move on a day of its own. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Appearance, CourtSession, Instance, Lawsuit } from '@redress/domain/litigation/case-types';
import type { BeforeSuit, countingRanks, Outcome } from '@redress/domain/litigation/codes';
import type { Leader } from '@redress/domain/litigation/entries';
import { litigation } from '@redress/domain/litigation/kind';
import type { StepInputGiven } from '@redress/domain/litigation/step-inputs';
import type { StepType } from '@redress/domain/litigation/steps';
import { type CaseScript, caseId } from './case-script.ts';
import { type DemoPerson, type Desk, headOf, liaisonOf, officeBegins, yunling } from './demo-office.ts';
import { type Applicant, actOf, type Matter } from './invented-acts.ts';
import type { Days } from './story.ts';

type Given<T extends StepType> = StepInputGiven<T> | ((suit: Lawsuit) => StepInputGiven<T>);
type Organ = StepInputGiven<'register-summons'>['organs'][number];

/** Courts of the demonstration; none of them exists. */
export const courts = {
  county: '云岭县人民法院',
  otherCounty: '霁川县人民法院',
  city: '澄陵市中级人民法院',
  province: '江渚省高级人民法院',
} as const;

export const suitId = (key: string): StreamId => `suit-yunling-${key}` as StreamId;

export interface SuitPlan {
  readonly key: string;
  readonly matter: Matter;
  readonly plaintiffs: readonly Applicant[];
  /** The court's first papers came on this day. */
  readonly received: CivilDate;
  readonly desk?: Desk;
  /** Whose act it is; the matter's usual organ unless said. */
  readonly organs?: readonly Organ[];
  readonly before?: BeforeSuit;
  /** Key of the reconsideration before it. */
  readonly after?: string;
  readonly procedure?: 'ordinary' | 'simplified';
  readonly court?: string;
  /** Asked together with the suit, in yuan. */
  readonly compensation?: number;
  readonly session?: { readonly in: number; readonly time?: string };
}

export const current = (suit: Lawsuit): Instance => {
  const instance = suit.instances.at(-1);
  if (instance === undefined) throw new Error('no instance');
  return instance;
};
export const lastSession = (suit: Lawsuit): CourtSession => {
  const session = current(suit).sessions.at(-1);
  if (session === undefined) throw new Error('no session');
  return session;
};

/** A leader of the demonstration as an appearance names them. */
export const leaderOf = (p: DemoPerson, rank?: (typeof countingRanks)[number]): Leader => ({
  postId: p.postId,
  accountId: p.accountId,
  name: p.name,
  title: p.title,
  rank: rank ?? p.rank ?? 'deputy',
  organId: p.organId,
  from: officeBegins,
  until: null,
  inCharge: true,
});

const serialOf = (key: string): number => Number(key.replace(/\D/g, '')) || 0;
const staff = [{ name: '法规股工作人员', title: '科员', actsInPower: true }];

/** A suit with the moves that most of them share. Days count from the day the first papers were received. */
export class SuitStory {
  readonly key: string;
  readonly days: Days;
  readonly desk: Desk;
  readonly received: CivilDate;
  /** Organs of the suit, each with whose people answer for it. */
  readonly organs: readonly { readonly organId: OrganId; readonly undertakingId: OrganId }[];
  readonly #steps: { on: CivilDate; by: DemoPerson; type: string; input: unknown }[] = [];
  /** The day the latest session is set on. */
  #session: CivilDate;

  constructor(days: Days, plan: SuitPlan) {
    this.key = plan.key;
    this.days = days;
    this.desk = plan.desk ?? yunling;
    this.received = plan.received;
    this.#session = plan.received;
    const known = days.onOrBefore(addDays(plan.received, -70));
    const { respondents, act, requests } = actOf(plan.matter, known, 500 + serialOf(plan.key));
    const usual = respondents.map((organId): Organ => ({ organId, role: 'original-organ' }));
    const organs = plan.organs ?? usual;
    this.organs = organs.map((o) => ({
      organId: o.organId as OrganId,
      undertakingId: (o.undertakingId ?? o.organId) as OrganId,
    }));
    const year = plan.received.slice(0, 4);
    const first = plan.court ?? courts.county;
    const at = plan.session;
    const on = at === undefined ? null : this.on(at.in);
    if (on !== null) this.#session = on;
    const prefix = this.desk.numberPrefix.replace(/复$/, '应');
    this.step(plan.received, this.desk.handler, 'register-summons', {
      instance: {
        level: 'first',
        court: first,
        courtNumber: `（${year}）澄0423行初${100 + serialOf(plan.key)}号`,
        docketedOn: days.onOrBefore(addDays(plan.received, -4)),
        procedure: plan.procedure ?? 'ordinary',
      },
      organs: [...organs],
      plaintiffs: plan.plaintiffs.map((person) => ({
        kind: person.legalRepresentative === undefined ? 'citizen' : 'legal-person',
        person,
      })),
      act: {
        name: act.name,
        number: act.number ?? null,
        madeOn: act.madeOn ?? null,
        matter: act.matter,
        category: act.category ?? null,
        content: act.content ?? '',
        immovable: act.immovable ?? false,
      },
      before: plan.before ?? 'none',
      reconsiderationId: plan.after === undefined ? null : caseId(plan.after),
      claims: requests.replace('请求', '请求判决').replace(/被申请人/g, '被告'),
      compensation:
        plan.compensation === undefined ? null : { amount: (plan.compensation * 100) as never, alone: false },
      papers: organs.map((o) => ({
        organId: o.organId,
        papers: ['response-notice', 'complaint-copy', 'evidence-notice', 'rights-notice'],
        way: 'post',
        proof: 'EMS 1099 0000 0000 0',
        evidenceUntil: plan.procedure === 'simplified' ? this.on(10) : null,
      })),
      session:
        on === null
          ? null
          : {
              on,
              time: at?.time ?? '09:00',
              place: `${first}第二法庭`,
              notices: organs.map((o) => ({ organId: o.organId, leader: 'may', servedOn: plan.received })),
            },
      handlers: [this.desk.handler.accountId],
      numberPrefix: prefix,
    });
  }

  /** The working day on or after `n` days after the first papers. */
  on(n: number): CivilDate {
    const day = addDays(this.received, n);
    const before = this.days.onOrBefore(day);
    return before === day || n <= 0 ? before : this.days.after(before, 1);
  }

  step<T extends StepType>(on: CivilDate, by: DemoPerson, type: T, input: Given<T>): this {
    this.#steps.push({ on, by, type, input });
    return this;
  }

  get script(): CaseScript {
    return { key: this.key, id: suitId(this.key), kind: litigation.kind, steps: this.#steps };
  }

  get sessionOn(): CivilDate {
    return this.#session;
  }

  /** Who does an organ's own work in the suit. */
  worker(organ: { readonly undertakingId: OrganId }): DemoPerson {
    return liaisonOf(organ.undertakingId) ?? this.desk.handler;
  }

  /** Every department signs for the papers and says who answers. */
  acknowledge(n = 1): this {
    for (const organ of this.organs) {
      const by = liaisonOf(organ.undertakingId);
      if (by === undefined) continue;
      this.step(this.on(n), by, 'acknowledge', (c) => ({
        instanceId: current(c).instanceId,
        organId: organ.organId,
        name: by.name,
      })).step(this.on(n), by, 'assign-responders', { organId: organ.organId, accounts: [by.accountId], why: '' });
    }
    return this;
  }

  /** Each organ's answer with its evidence, proposed by its liaison and signed by its head. */
  answer(n = 9): this {
    for (const organ of this.organs) {
      const by = this.worker(organ);
      const input = (c: Lawsuit) => ({
        instanceId: current(c).instanceId,
        organId: organ.organId,
        way: 'post' as const,
        proof: 'EMS 1099 0000 0000 0',
        opinion: '被诉行政行为认定事实清楚，证据确凿，适用法律、法规正确，符合法定程序，请求判决驳回原告的诉讼请求。',
        bases: [{ law: '作出被诉行政行为所依据的法律、法规、规章', article: '' }],
        evidence: [
          { number: '1', name: '行政执法案卷', pages: 62, source: '被告制作', purpose: '证明被诉行政行为的事实和程序' },
          { number: '2', name: '现场照片', pages: 8, source: '执法现场拍摄', purpose: '证明违法事实存在' },
          { number: '3', name: '送达回证', pages: 2, source: '被告制作', purpose: '证明已依法送达' },
        ],
        signedByHead: true,
      });
      const head = headOf(organ.undertakingId);
      if (head === undefined || by.organId !== head.organId) {
        this.step(this.on(n), by, 'file-answer', input);
        continue;
      }
      this.step(this.on(n - 2), by, 'propose', (c) => ({
        step: { type: 'file-answer', input: input(c) },
        opinion: '答辩状和证据已经核对，请审签。',
      })).step(this.on(n), head, 'approve', (c) => ({ proposalId: proposalOf(c, head.organId), opinion: '同意。' }));
    }
    return this;
  }

  /** The summons for a session `n` days after the first papers, received `before` days before it. */
  summon(
    n: number,
    more: { time?: string; before?: number; leader?: 'shall' | 'may' | 'none'; isPublic?: boolean } = {},
  ): this {
    const on = this.on(n);
    this.#session = on;
    const known = this.days.onOrBefore(addDays(on, -(more.before ?? 12)));
    return this.step(known, this.desk.handler, 'set-session', (c) => ({
      instanceId: current(c).instanceId,
      on,
      time: more.time ?? '09:30',
      place: `${current(c).court}第二法庭`,
      isPublic: more.isPublic ?? true,
      notices: this.organs.map((o) => ({ organId: o.organId, leader: more.leader ?? 'may', servedOn: known })),
    }));
  }

  /** Each organ plans its leader, who confirms; the identity proof is handed in the working day before. */
  plan(before = 8, who: (organId: OrganId) => DemoPerson | undefined = headOf, confirmed = true, proof = true): this {
    for (const organ of this.organs) {
      const leader = who(organ.organId) ?? who(organ.undertakingId);
      if (leader === undefined) continue;
      const by = this.worker(organ);
      const day = this.days.onOrBefore(addDays(this.#session, -before));
      const ids = (c: Lawsuit) => ({ sessionId: lastSession(c).sessionId, organId: organ.organId });
      this.step(day, by, 'plan-leader', (c) => ({ ...ids(c), leader: leaderOf(leader), staff }));
      if (confirmed) this.step(this.days.after(day, 1), this.confirmer(leader, by), 'confirm-leader', ids);
      if (proof) {
        this.step(this.days.onOrBefore(addDays(this.#session, -1)), by, 'submit-identity-proof', (c) => ({
          ...ids(c),
          leaderName: leader.name,
          hasName: true,
          hasTitle: true,
          sealed: true,
        }));
      }
    }
    return this;
  }

  private confirmer(leader: DemoPerson, by: DemoPerson): DemoPerson {
    return leader.organId === by.organId ? leader : by;
  }

  /** The session is held; each organ's appearance is recorded as `how` says. */
  hold(
    how: {
      readonly leader?: (organId: OrganId) => Leader | null;
      readonly more?: Partial<Record<'spoke' | 'leftEarly' | 'refusedToExplain', boolean>>;
      readonly staff?: boolean;
      readonly lawyers?: number;
      readonly adjourned?: boolean;
      readonly record?: boolean;
      readonly of?: (organId: OrganId) => boolean;
    } = {},
  ): this {
    const on = this.#session;
    this.step(on, this.desk.handler, 'hold-session', (c) => ({
      sessionId: lastSession(c).sessionId,
      adjourned: how.adjourned ?? false,
      note: how.adjourned === true ? '因需补充证据，休庭，另定日期继续开庭。' : '',
    }));
    if (how.record === false) return this;
    for (const organ of this.organs) {
      if (how.of !== undefined && !how.of(organ.organId)) continue;
      const came =
        how.leader === undefined
          ? (() => {
              const head = headOf(organ.organId) ?? headOf(organ.undertakingId);
              return head === undefined ? null : leaderOf(head);
            })()
          : how.leader(organ.organId);
      this.step(on, this.worker(organ), 'record-appearance', (c) => ({
        sessionId: lastSession(c).sessionId,
        organId: organ.organId,
        leader: came,
        spoke: how.more?.spoke ?? came !== null,
        leftEarly: how.more?.leftEarly ?? false,
        refusedToExplain: how.more?.refusedToExplain ?? false,
        staff: how.staff === false ? [] : staff,
        lawyers: how.lawyers ?? 1,
      }));
    }
    return this;
  }

  /** The judgment, `n` days after the first papers. */
  judge(
    n: number,
    outcome: Outcome | readonly Outcome[],
    more: Partial<StepInputGiven<'record-judgment'>> = {},
    obligation: { what: string; in: number | null } | null = null,
  ): this {
    const outcomes = (typeof outcome === 'string' ? [outcome] : outcome) as Outcome[];
    return this.step(this.on(n), this.desk.handler, 'record-judgment', (c) => ({
      instanceId: current(c).instanceId,
      outcomes,
      number: current(c).courtNumber,
      operative: operativeOf[outcomes[0] as Outcome] ?? '裁判主文见裁判文书。',
      ...(obligation === null
        ? {}
        : {
            obligations: [
              {
                organId: this.organs[0]?.organId ?? null,
                what: obligation.what,
                performBy: obligation.in === null ? null : this.on(n + obligation.in),
              },
            ],
          }),
      ...more,
    }));
  }

  /** Served on the organs, and `others` days later on the plaintiffs; null: not on record yet. */
  serve(n: number, others: number | null = 2): this {
    for (const organ of this.organs) {
      this.step(this.on(n), this.desk.handler, 'record-service', (c) => ({
        instanceId: judged(c).instanceId,
        to: { is: 'organ', organId: organ.organId },
        way: 'electronic',
        proof: '电子送达回执',
      }));
    }
    if (others === null) return this;
    return this.step(this.on(n + others), this.desk.handler, 'record-service', (c) => ({
      instanceId: judged(c).instanceId,
      to: c.parties
        .filter((p) => p.capacity === 'applicant')
        .map((p) => ({ is: 'party' as const, partyId: p.partyId })),
      way: 'direct',
      proof: '法院送达回证复印件',
    }));
  }

  /** Who appealed, `n` days after the first papers. */
  appeal(
    n: number,
    by: 'organ' | 'plaintiff' = 'plaintiff',
    more: Partial<StepInputGiven<'record-appeal'>> = {},
  ): this {
    return this.step(this.on(n), this.desk.handler, 'record-appeal', (c) => ({
      instanceId: judged(c).instanceId,
      organs: by === 'organ' ? [this.organs[0]?.organId as OrganId] : [],
      parties: by === 'plaintiff' ? [c.parties.find((p) => p.capacity === 'applicant')?.partyId as never] : [],
      reason: '一审判决认定事实和适用法律错误。',
      ...more,
    }));
  }

  /** Another instance: second, remand, retrial. */
  open(
    n: number,
    level: 'first' | 'second' | 'retrial-review' | 'retrial',
    more: Partial<StepInputGiven<'open-instance'>> = {},
  ): this {
    const day = this.on(n);
    const year = day.slice(0, 4);
    const serial = 40 + serialOf(this.key);
    const [court, courtNumber] = {
      first: [courts.county, `（${year}）澄0423行初${400 + serial}号`],
      second: [courts.city, `（${year}）澄04行终${serial}号`],
      'retrial-review': [courts.province, `（${year}）澄行申${serial}号`],
      retrial: [courts.province, `（${year}）澄行再${serial}号`],
    }[level] as [string, string];
    const paper = level === 'second' ? 'appeal-copy' : level === 'first' ? 'response-notice' : 'retrial-copy';
    return this.step(day, this.desk.handler, 'open-instance', (c) => ({
      level,
      court,
      courtNumber,
      docketedOn: this.days.onOrBefore(addDays(day, -3)),
      procedure: 'ordinary',
      remandedBy: level === 'first' ? (c.instances.find((i) => i.level !== 'first')?.instanceId ?? null) : null,
      of: judged(c).instanceId,
      papers: this.organs.map((o) => ({
        organId: o.organId,
        papers: [paper],
        receivedOn: day,
        way: 'post',
        proof: 'EMS 1099 0000 0000 0',
      })),
      ...more,
    }));
  }

  /** What the judgment orders is done; the office records it, of every organ that owes something. */
  perform(n: number, part: 'whole' | 'partly' = 'whole', count = 1): this {
    for (let k = 1; k <= count; k += 1) {
      this.step(this.on(n), this.desk.handler, 'record-performance', (c) => ({
        obligationId: c.obligations.at(-k)?.obligationId ?? '',
        proof: '履行情况报告及附件',
        part,
      }));
    }
    return this;
  }

  /** Why it was lost, told to the organ, which reads it. */
  defects(n: number, elements: StepInputGiven<'record-defects'>['elements'], read = true): this {
    const organ = this.organs[0] as { organId: OrganId; undertakingId: OrganId };
    this.step(this.on(n), this.desk.handler, 'record-defects', (c) => ({
      instanceId: judged(c).instanceId,
      organId: organ.organId,
      elements,
      what: '作出决定前没有听取当事人的陈述和申辩，卷宗里没有告知笔录。',
      advice: '修订告知文书的格式，作出决定以前由法制审核机构核对告知笔录。',
    }));
    const by = liaisonOf(organ.undertakingId);
    if (!read || by === undefined) return this;
    return this.step(this.on(n + 7), by, 'read-defects', (c) => ({
      instanceId: judged(c).instanceId,
      organId: organ.organId,
      name: by.name,
      measures: '已组织执法人员学习裁判文书，修订告知文书。',
    }));
  }
}

/** The instance that was judged last. */
export const judged = (suit: Lawsuit): Instance => suit.instances.findLast((i) => i.ended !== null) ?? current(suit);

const proposalOf = (suit: Lawsuit, by: OrganId): never => {
  const proposal = suit.proposals.findLast((p) => p.proposedBy.organ === by);
  if (proposal === undefined) throw new Error('no open proposal');
  return proposal.proposalId as never;
};

export const appearanceOf = (suit: Lawsuit, organId: OrganId): Appearance | undefined =>
  lastSession(suit).appearances.find((a) => a.organId === organId);

const operativeOf: Partial<Record<Outcome, string>> = {
  'reject-claims': '驳回原告的诉讼请求。',
  revoke: '撤销被诉行政行为，责令被告在法定期限内重新作出行政行为。',
  'revoke-partly': '撤销被诉行政行为中关于罚款数额的部分。',
  'order-duty': '责令被告在判决生效之日起六十日内对原告的申请作出处理。',
  'order-payment': '责令被告在判决生效之日起三十日内支付工伤待遇差额。',
  'confirm-unlawful': '确认被诉行政行为违法。',
  'confirm-void': '确认被诉行政行为无效。',
  change: '变更被诉行政处罚决定的罚款数额。',
  'agreement-perform': '责令被告继续履行行政协议。',
  'agreement-compensate': '责令被告补偿原告因行政协议变更受到的损失。',
  'compensate-only': '责令被告赔偿原告财产损失。',
  uphold: '驳回上诉，维持原判。',
  reverse: '撤销一审判决，驳回原告的诉讼请求。',
  remand: '撤销一审判决，发回重审。',
  'dismiss-suit': '驳回原告的起诉。',
  withdrawn: '准许原告撤回起诉。',
  'withdrawn-after-change': '被告改变被诉行政行为，原告同意并申请撤诉，准许撤回起诉。',
  'deemed-withdrawn': '本案按原告撤诉处理。',
  ended: '本案终结诉讼。',
  mediated: '双方达成协议，被告给付补偿款，原告不再主张其他权利。',
};
