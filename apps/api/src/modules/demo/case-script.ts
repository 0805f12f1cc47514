/**
 * A case told as the steps its people took, day by day. All cases are replayed together in the order of their days,
 * through the same `execute` as everybody's steps: what the law refuses, the demonstration cannot contain.
 */
import type { Actor } from '@redress/domain/access/actor';
import { type CivilDate, compareCivilDates } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, PartyId, StreamId } from '@redress/domain/ids';
import type { ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';
import type { StepType } from '@redress/domain/reconsideration/steps';
import { executeHistory, HistoryRefused, type HistoryStep } from '../../case-store/execute-history.ts';
import { instantAt } from '../../clock.ts';
import { cityId, type DemoPerson, governmentId, otherCountyId } from './demo-office.ts';
import { type SeedOptions, seedCommand } from './seed-office.ts';

/** An input, or what makes it from the case as it then stands (ids of its documents, parties and proposals). */
type Given<T extends StepType> = StepInputGiven<T> | ((c: ReconsiderationCase) => StepInputGiven<T>);

interface ScriptedStep {
  readonly on: CivilDate;
  readonly by: DemoPerson;
  readonly type: string;
  /** The input itself, or what makes it from the state the step is decided on. */
  readonly input: unknown;
}

export interface CaseScript {
  readonly key: string;
  readonly id: StreamId;
  /** Of the stream. */
  readonly kind: string;
  readonly steps: readonly ScriptedStep[];
}

/** Collects the steps of one case; each is recorded on the day it is done. */
export class ScriptWriter {
  readonly key: string;
  readonly #steps: ScriptedStep[] = [];

  constructor(key: string) {
    this.key = key;
  }

  step<T extends StepType>(on: CivilDate, by: DemoPerson, type: T, input: Given<T>): this {
    this.#steps.push({ on, by, type, input });
    return this;
  }

  get script(): CaseScript {
    return { key: this.key, id: caseId(this.key), kind: reconsideration.kind, steps: this.#steps };
  }
}

/** The actor of a person's one post. */
function actorOf(p: DemoPerson): Actor {
  const acting = { postId: p.postId, organId: p.organId, role: p.role, delegatedBy: null };
  // The city sees both counties' cases.
  const scope = p.organId === cityId ? [cityId, governmentId, otherCountyId] : [p.organId];
  return { accountId: p.accountId as AccountId, name: p.name, acting, posts: [acting], scope };
}

export const caseId = (key: string): StreamId => `case-yunling-${key}` as StreamId;

/** Steps of one case on one day are an hour apart, in their order; the working day begins at nine. */
const minutesApart = 25;

/**
 * Replays the scripts up to a day, each case in one transaction, in the order in which they were registered. What a script
 * plans for later has not happened yet. Answers how many cases there are.
 * A step that is refused stops the seed and says which one it was.
 */
export async function replayScripts(o: SeedOptions, scripts: readonly CaseScript[]): Promise<number> {
  const begun = scripts
    .map(({ steps, ...script }) => ({
      ...script,
      // The plan's order settles which of two steps of one day comes first.
      steps: steps.filter((s) => s.on <= o.today).toSorted((a, b) => compareCivilDates(a.on, b.on)),
    }))
    .filter(({ steps }) => steps.length > 0)
    .toSorted((a, b) => compareCivilDates(firstDay(a.steps), firstDay(b.steps)) || (a.key < b.key ? -1 : 1));
  for (const { key, id, kind, steps } of begun) {
    const nth = new Map<CivilDate, number>();
    const history = steps.map(({ on, by, type, input }, n): HistoryStep => {
      const nthToday = nth.get(on) ?? 0;
      nth.set(on, nthToday + 1);
      let made = 0;
      return {
        step: (state) => ({
          type,
          input: typeof input === 'function' ? input(state) : input,
        }),
        commandId: seedCommand(o.today, `${key}-${n}`),
        actor: actorOf(by),
        recordedAt: instantAt(on, 9, nthToday * minutesApart),
        newId: () => {
          made += 1;
          return `${key}-${n}-${made}`;
        },
      };
    });
    try {
      await executeHistory(o.db, {
        stream: { id, kind, expectedVersion: null },
        steps: history as [HistoryStep, ...HistoryStep[]],
        law: o.law,
        kinds: o.kinds,
      });
    } catch (error) {
      if (!(error instanceof HistoryRefused)) throw error;
      const step = steps[error.index];
      const said = JSON.stringify(error.failure);
      throw new Error(`demonstration case ${key}, ${step?.on}, ${step?.type}: ${said}`, { cause: error });
    }
  }
  return begun.length;
}

const firstDay = (steps: readonly ScriptedStep[]): CivilDate => (steps[0] as ScriptedStep).on;

/** Sendings of one document to every applicant of the case. */
export const toApplicants =
  (sentOn: CivilDate, servedOn: CivilDate | null, method: 'post' | 'direct' | 'electronic' = 'post') =>
  (c: ReconsiderationCase) =>
    c.parties
      .filter((p) => p.capacity === 'applicant')
      .map((p) => ({
        addressee: { is: 'party' as const, partyId: p.partyId as PartyId },
        method,
        sentOn,
        sentProof: method === 'direct' ? null : 'EMS 1099 0000 0000 0',
        servedOn,
        servedProof: servedOn === null ? null : '送达回证',
      }));

/** Sendings to organs, through the exchange between them. */
export const toOrgans = (organs: readonly OrganId[], sentOn: CivilDate, servedOn: CivilDate | null) =>
  organs.map((organId) => ({
    addressee: { is: 'organ' as const, organId },
    method: 'exchange' as const,
    sentOn,
    sentProof: '公文交换登记',
    servedOn,
    servedProof: servedOn === null ? null : '签收单',
  }));

/** The one sending of a document kind that is not served yet. */
export function unservedSending(c: ReconsiderationCase, kind: string): string {
  const sending = c.documents
    .filter((d) => d.kind === kind)
    .flatMap((d) => d.sendings)
    .find((s) => s.servedOn === null);
  if (sending === undefined) throw new Error(`no unserved ${kind}`);
  return sending.id;
}

/** The open proposal of the case. */
export function openProposal(c: ReconsiderationCase): string {
  const proposal = c.proposals[0];
  if (proposal === undefined) throw new Error('no open proposal');
  return proposal.proposalId;
}
