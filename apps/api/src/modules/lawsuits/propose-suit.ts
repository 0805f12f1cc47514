/** What the office already has that a summons is about: proposed beside the form, decided by whoever registers. */

import { RedressError } from '@redress/domain/errors';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { PersonData } from '@redress/domain/ledger/person';
import { proposeSuit } from '@redress/domain/litigation/propose';
import { existsOn, organOn } from '@redress/domain/office/organ';
import type { ApplicationToCheck } from '@redress/domain/reconsideration/checks/application';
import { alikeAmong } from '@redress/domain/reconsideration/checks/similar';
import type { Party } from '@redress/domain/reconsideration/entries';
import { titleOf } from '@redress/domain/reconsideration/view';
import type { z } from 'zod';
import { caseHeads } from '../../case-store/case-heads.ts';
import { readAs } from '../../case-store/read-as.ts';
import { similarCandidates } from '../../case-store/similar-cases.ts';
import { departmentsOfKind, suitsOverAct } from '../../case-store/suit-likeness.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import { namesFor, openCase } from '../cases/open-case.ts';
import { organName, organsOn } from '../office/names.ts';
import { linksOfProceeding } from './linked-proceedings.ts';
import type { SimilarProceeding, SuitProposal, UndertakingChoice, zSimilarInput, zUndertakingInput } from './types.ts';

/** The best few are enough to choose from. */
const MOST = 8;

/** What a suit after one of the office's reconsiderations is about. */
export async function proposeFrom(ctx: ActorContext, id: StreamId): Promise<SuitProposal> {
  const { services, office } = ctx;
  const { state, audience } = await openCase(ctx, id);
  // The parties' own data goes along: for whoever holds the case already.
  if (audience !== 'reviewing') throw new RedressError({ code: 'not-permitted' });
  const today = services.clock.today();
  const kept = await readAs(services.db, ctx.actor).keptOf(id);
  const proposed = proposeSuit(state, today);
  if (proposed.act === null) throw new RedressError({ code: 'not-found' });
  const personOf = ({ kind, person }: Party) => {
    const data: PersonData | null = kept.persons.get(person.personRecordId) ?? null;
    return data === null ? [] : [{ kind, person: data }];
  };
  const organs = await Promise.all(
    proposed.organs.map(async ({ organId, role }) => {
      const asked = { organId, matter: state.act?.matter ?? null, category: state.act?.category ?? null, actName: '' };
      // The reviewing organ's own office answers for its decision.
      const [best] = role === 'reconsideration-organ' ? [] : await undertakingFor(ctx, asked);
      const undertaking = best === undefined || best.why === 'itself' || best.why === 'below' ? null : best;
      return {
        ...{ organId, role, name: organName(office, organId, today) },
        undertakingId: undertaking?.organId ?? null,
        undertakingName: undertaking?.name ?? null,
      };
    }),
  );
  const links = await linksOfProceeding(ctx, id);
  return {
    reconsiderationId: id,
    number: state.number,
    title: titleOf(state, namesFor(office, kept, today)),
    decidedOn: proposed.decidedOn,
    before: proposed.before,
    article: proposed.article,
    organs,
    plaintiffs: proposed.plaintiffs.flatMap(personOf),
    thirdParties: proposed.thirdParties.flatMap(personOf),
    act: proposed.act,
    compensation: null,
    suits: links.filter((l) => l.proceeding === 'litigation'),
  };
}

/** The act as far as a summons names it. */
const actAsked = (asked: z.output<typeof zSimilarInput>): ApplicationToCheck['act'] => ({
  ...{ name: asked.actName, number: asked.actNumber, content: asked.actContent },
  ...{ matter: null, category: null, amount: null, madeOn: null, madeOnTheSpot: false, immovable: false },
  ...{ knownOn: null, notInformed: null, obstacles: [], inaction: null },
});

/** Reconsiderations and lawsuits of the office that a summons may be about, likeliest first. */
export async function similarProceedings(
  ctx: ActorContext,
  asked: z.output<typeof zSimilarInput>,
): Promise<readonly SimilarProceeding[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const names = asked.plaintiffs.filter((name) => name !== '');
  const applicants = names.map((name) => ({ name, idNumber: '' }));
  const [candidates, suits] = await Promise.all([
    similarCandidates(services.db, actor, {
      day: today,
      number: asked.actNumber,
      applicants,
      respondents: asked.organs,
      except: null,
    }),
    suitsOverAct(services.db, actor, { number: asked.actNumber, plaintiffs: names }),
  ]);
  const alike = alikeAmong(
    {
      respondents: asked.organs,
      applicants,
      act: actAsked(asked),
    },
    candidates,
    MOST,
  );
  const whyOf = (reasons: readonly string[]): SimilarProceeding['why'] => [
    ...(reasons.some((r) => ['same-number', 'same-act', 'same-subject'].includes(r)) ? (['act'] as const) : []),
    ...(reasons.some((r) => r === 'same-applicant') ? (['plaintiff'] as const) : []),
    ...(reasons.includes('same-respondent') ? (['organ'] as const) : []),
  ];
  const found = new Map<StreamId, SimilarProceeding['why']>([
    ...alike.map((l) => [l.id, whyOf(l.reasons)] as const),
    ...suits.map((s) => [s.streamId, s.why] as const),
  ]);
  const heads = await caseHeads(services.db, actor, [...found.keys()], today);
  const rows = heads.map((head) => ({ ...head, organId: head.asOrgan }));
  const titles = await titlesOf(readAs(services.db, actor), rows, office, today);
  const closed = new Map(candidates.map((c) => [c.id, c.closedOn]));
  return [...found].flatMap(([id, why]) => {
    const head = heads.find((h) => h.streamId === id);
    if (head === undefined || why.length === 0) return [];
    return [
      {
        id,
        kind: head.kind === 'litigation' ? ('litigation' as const) : ('reconsideration' as const),
        number: head.caseNumber,
        title: titles.get(id) ?? head.title,
        receivedOn: head.receivedOn,
        closedOn: closed.get(id) ?? null,
        why,
      },
    ];
  });
}

/** The short form in which an act's words name a department: 公安局 for 云岭县公安局. */
const coreName = (name: string): string => name.replace(/^.*?[省市县区州盟旗乡镇]/u, '');

/** Who answers for an organ's act: the organ itself, or the department below a government whose business the act is. */
async function undertakingFor(
  ctx: ActorContext,
  asked: z.output<typeof zUndertakingInput>,
): Promise<readonly UndertakingChoice[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const { organId, matter, category, actName } = asked;
  const organ = office.organs.get(organId);
  const particulars = organ !== undefined && existsOn(organ, today) ? organOn(organ, today) : null;
  if (particulars === null) throw new RedressError({ code: 'not-found' });
  const itself: UndertakingChoice = { organId, name: particulars.name, why: 'itself', cases: 0 };
  // A township has no departments that act in its name; a department answers for itself.
  if (particulars.kind !== 'government' || particulars.level === 'township') return [itself];
  const below = organsOn(office, today).filter((o) => o.parentId === organId && o.kind !== 'court');
  const departments = below.filter((o) => o.kind !== 'government');
  const had = await departmentsOfKind(services.db, actor, {
    organs: departments.map((o) => o.id as OrganId),
    matter,
    category,
  });
  const choices = departments.map((o): UndertakingChoice => {
    const core = coreName(o.name);
    const named = core.length > 1 && actName.includes(core);
    const cases = had.get(o.id) ?? 0;
    return { organId: o.id, name: o.name, why: named ? 'named' : cases > 0 ? 'before' : 'below', cases };
  });
  const rank = { named: 0, before: 1, itself: 2, below: 3 } as const;
  return [...choices, itself].toSorted((a, b) => rank[a.why] - rank[b.why] || b.cases - a.cases);
}

export const undertakingChoices = undertakingFor;
