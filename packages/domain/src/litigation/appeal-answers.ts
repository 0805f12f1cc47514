/**
 * The copy of an appeal comes from the court that gave the judgment, often before the court above has docketed the appeal
 * (INT2018 108(2)): it may stand on record in either instance, and so may the answer to it.
 */
import type { OrganId } from '../ids.ts';
import type { Clock } from '../ledger/clock.ts';
import type { Entry, Instance, Lawsuit } from './case-types.ts';
import { appealsTried } from './effect.ts';
import { aboutOf } from './instances.ts';

type Papers = Entry<'court-papers-received'>;

export const isAppealCopy = (p: Pick<Papers, 'payload'>): boolean => p.payload.papers.includes('appeal-copy');

/** The instance appealed from and those that try the appeal; of a second instance whose first one is unknown, itself. */
export function instancesOfAppeal(i: Instance, all: readonly Instance[]): readonly Instance[] {
  const about = i.level === 'second' ? aboutOf(i, all) : i;
  const below = all.find((x) => x.instanceId === about?.instanceId);
  return below === undefined ? [i] : [below, ...appealsTried(below, all)];
}

/** Copies of the appeal that reached an organ. */
export const appealCopies = (i: Instance, all: readonly Instance[], organId: OrganId): readonly Papers[] =>
  instancesOfAppeal(i, all).flatMap((x) => x.papers.filter((p) => p.payload.organId === organId && isAppealCopy(p)));

/** What an organ answered to it: in the court above, or where the copy was, once it was there. */
export const appealAnswers = (
  i: Instance,
  all: readonly Instance[],
  copy: Pick<Papers, 'occurredOn' | 'payload'>,
): readonly Entry<'answer-filed'>[] =>
  instancesOfAppeal(i, all).flatMap((x) =>
    x.answers.filter(
      (a) => a.payload.organId === copy.payload.organId && (x.level === 'second' || a.occurredOn >= copy.occurredOn),
    ),
  );

/** Only the opposite party must answer: organs that were sued together are not opposed where one of them appeals. */
export function isAppellee(i: Instance, all: readonly Instance[]): boolean {
  const by = instancesOfAppeal(i, all).flatMap((x) => [
    ...x.appeals.map((a) => a.appealed.payload),
    ...(x.level === 'second' && x.opened.payload.by !== null ? [x.opened.payload.by] : []),
  ]);
  const organs = by.flatMap((b) => b.organs);
  return organs.length === 0 || by.some((b) => b.parties.length > 0);
}

/** The limit of an organ that has not answered the appeal by a day; null where none runs. */
export function openAppealAnswer(
  suit: Pick<Lawsuit, 'clocks' | 'instances'>,
  i: Instance,
  organId: OrganId,
  day: string,
): Clock | null {
  const starts = new Set<number | null>(appealCopies(i, suit.instances, organId).map((p) => p.seq));
  const found = suit.clocks.find(
    (k) => k.ruleId === 'litigation.appeal-answer' && k.subject === organId && starts.has(k.startSeq),
  );
  if (found === undefined || found.visibleFrom > day) return null;
  return found.end.is !== 'open' && found.end.on <= day ? null : found;
}
