/** What a suit after a reconsideration is about: proposed to whoever registers the summons, who may change all of it. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import { clockStatusOn } from '../ledger/clock.ts';
import type { ReconsiderationCase } from '../reconsideration/case-types.ts';
import { rulesOfAct } from '../reconsideration/due-acts.ts';
import type { Party } from '../reconsideration/entries.ts';
import type { BeforeSuit, OrganRole } from './codes.ts';
import { defendantsOf } from './defendants.ts';
import type { SuedAct } from './entries.ts';

/**
 * Where the dispute stood before the suit. Of an application that was refused and of one that silence answered the
 * plaintiff chooses what to sue over (ALL2017 26(3), INT2018 133): the refusal, and the act, are what courts mostly see.
 */
export function beforeOf(c: ReconsiderationCase, today: CivilDate): BeforeSuit {
  const how = c.closing === null || c.closing.on > today ? null : c.closing.how;
  if (how === null) {
    const decide = c.clocks.filter((k) => (rulesOfAct.decide as readonly string[]).includes(k.ruleId));
    return decide.some((k) => clockStatusOn(k, today) === 'overdue') ? 'silent-act' : 'none';
  }
  if (how.is === 'refused' || how.is === 'rejected') return 'refused-refusal';
  if (how.is !== 'decided') return 'none';
  const { types } = how;
  const keeps = types.includes('uphold') || types.includes('reject-request');
  if (keeps && types.some((t) => t !== 'uphold' && t !== 'reject-request')) return 'partly-upheld';
  if (types.includes('uphold')) return 'upheld';
  if (types.includes('reject-request')) return 'request-rejected';
  if (types.includes('confirm-void')) return 'void';
  if (types.every((t) => t === 'confirm-unlawful')) {
    // ARL2023 65(1)(2): a slight breach of procedure that touches no right; the act's result stands.
    const forProcedure = c.decision?.payload.articles.some((a) => a.startsWith('65(1)(2)')) === true;
    return forProcedure ? 'unlawful-procedure' : 'unlawful-otherwise';
  }
  return 'changed';
}

export interface ProposedSuit {
  readonly before: BeforeSuit;
  readonly article: string;
  readonly organs: readonly { readonly organId: OrganId; readonly role: OrganRole }[];
  readonly plaintiffs: readonly Party[];
  readonly thirdParties: readonly Party[];
  readonly act: SuedAct | null;
  readonly decidedOn: CivilDate | null;
}

/** The organs, parties and act of a suit that follows this reconsideration. */
export function proposeSuit(c: ReconsiderationCase, today: CivilDate): ProposedSuit {
  const before = beforeOf(c, today);
  const { roles, article } = defendantsOf[before];
  const byRole: Readonly<Record<OrganRole, readonly OrganId[]>> = {
    'original-organ': c.respondents,
    'reconsideration-organ': c.organId === null ? [] : [c.organId],
    'third-party-organ': [],
  };
  const named = roles.flatMap((role) => byRole[role].map((organId) => ({ organId, role })));
  const ofCapacity = (capacity: Party['capacity']) =>
    c.parties
      .filter((p) => p.capacity === capacity && p.leftOn === null)
      .map(({ leftOn: _, ...party }): Party => party);
  const act =
    c.act === null
      ? null
      : {
          name: c.act.name,
          number: c.act.number,
          madeOn: c.act.madeOn,
          matter: c.act.matter,
          category: c.act.category,
          content: c.act.content,
          immovable: c.act.immovable,
        };
  return {
    before,
    article,
    // An organ that reviewed its own act is one defendant, for the act.
    organs: named.filter(({ organId }, i) => named.findIndex((n) => n.organId === organId) === i),
    plaintiffs: ofCapacity('applicant'),
    thirdParties: ofCapacity('third-party'),
    act,
    decidedOn: c.closing === null || c.closing.on > today ? null : c.closing.on,
  };
}
