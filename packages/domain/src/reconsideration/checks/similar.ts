/**
 * Whether an application is like a case on record, and why: the same act, the same applicant against the same organ, the
 * same subject. Every likeness says what to do about it; none decides anything.
 */
import type { CivilDate } from '../../calendar/civil-date.ts';
import type { StreamId } from '../../ids.ts';
import type { LinkKind } from '../../ledger/common-entries.ts';
import type { ApplicationToCheck } from './application.ts';

export const likenessReasons = [
  'same-number', // 同一文号
  'same-act', // 同日、同名、同一机关
  'same-applicant', // 同一申请人
  'same-id-number', // 证件号码相同
  'other-id-number', // 同名不同证件号码
  'same-respondent', // 同一被申请人
  'same-subject', // 内容相近
  'neighbour-number', // 文号相邻
] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** A case on record as far as likeness asks. */
export interface CandidateCase {
  readonly id: StreamId;
  readonly number: string | null;
  readonly receivedOn: CivilDate | null;
  readonly accepted: boolean;
  readonly closedOn: CivilDate | null;
  readonly respondents: readonly string[];
  readonly act: {
    readonly name: string;
    readonly number: string | null;
    readonly madeOn: CivilDate | null;
    readonly content: string;
  };
  readonly applicants: readonly {
    readonly name: string;
    /** Compared where it is kept, never sent: null where one of the two has none. */
    readonly sameIdNumber: boolean | null;
  }[];
}

export interface Likeness {
  readonly id: StreamId;
  readonly number: string | null;
  readonly receivedOn: CivilDate | null;
  readonly accepted: boolean;
  readonly closedOn: CivilDate | null;
  readonly reasons: readonly LikenessReason[];
  /** Names of applicants that stand in both. */
  readonly names: readonly string[];
  /** The link to propose; null where only a look is. */
  readonly propose: Extract<LinkKind, 'duplicate-of' | 'same-dispute' | 'series' | 'related'>;
}

/** One written form of a document number: NFKC, one kind of brackets, no spaces. */
export const numberForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〔【[({｛〈《「『]/gu, '(')
    .replace(/[〕】\])}｝〉》」』]/gu, ')')
    .replace(/\s+/gu, '')
    .toLowerCase();

/** A number's words and its serial: `云公罚字(2026)第15号` → the rest and 15. */
function serialOf(number: string): { readonly series: string; readonly serial: number } | null {
  const match = /^(.*\(\d{4}\)(?:第)?)(\d{1,7})号$/u.exec(numberForm(number));
  return match === null ? null : { series: match[1] ?? '', serial: Number(match[2]) };
}

/** Words every act of a kind has: they make no two subjects alike. */
const common =
  /行政|处罚|决定书?|告知书?|通知书?|答复|警告|罚款|没收|违法|所得|人民币|[0-9０-９]+|[一二三四五六七八九十百千万两]+元|元|并|处/gu;

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text.normalize('NFKC').replace(common, ' ')];
  const pairs = new Set<string>();
  for (let i = 1; i < characters.length; i++) {
    const pair = `${characters[i - 1]}${characters[i]}`;
    if (/^\p{Script=Han}{2}$/u.test(pair)) pairs.add(pair);
  }
  return pairs;
}

/** How much of their particular words two subjects share, from 0 to 1. */
export function subjectLikeness(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  if (x.size < 3 || y.size < 3) return 0;
  let both = 0;
  for (const pair of x) if (y.has(pair)) both++;
  return (2 * both) / (x.size + y.size);
}

const alikeFrom = 0.55;
/** Serials this close belong to one round of acts. */
const neighbours = 20;

const nameForm = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');

/** What the application and the case have in common; null where it is not worth a look. */
export function likenessOf(
  application: Pick<ApplicationToCheck, 'act' | 'applicants' | 'respondents'>,
  candidate: CandidateCase,
): Likeness | null {
  const reasons = new Set<LikenessReason>();
  const { act } = application;
  const theirs = candidate.act;
  const sameRespondent = candidate.respondents.some((r) => (application.respondents as readonly string[]).includes(r));
  if (sameRespondent) reasons.add('same-respondent');

  const number = numberForm(act.number);
  const sameNumber = number !== '' && theirs.number !== null && numberForm(theirs.number) === number;
  if (sameNumber) reasons.add('same-number');
  const bothNumbered = number !== '' && theirs.number !== null && theirs.number !== '';
  const sameDay = act.madeOn !== null && act.madeOn === theirs.madeOn;
  const sameName = act.name.trim() !== '' && act.name.trim() === theirs.name.trim();
  const sameAct = sameNumber || (!bothNumbered && sameRespondent && sameDay && sameName);
  if (sameAct && !sameNumber) reasons.add('same-act');

  const own = new Map(application.applicants.map((a) => [nameForm(a.name), a]));
  own.delete('');
  const shared = candidate.applicants.filter((a) => own.has(nameForm(a.name)));
  const samePerson = shared.filter((a) => a.sameIdNumber !== false);
  if (samePerson.length > 0) reasons.add('same-applicant');
  if (samePerson.some((a) => a.sameIdNumber === true)) reasons.add('same-id-number');
  if (shared.length > 0 && samePerson.length === 0) reasons.add('other-id-number');

  if (sameRespondent && !sameAct && bothNumbered) {
    const [a, b] = [serialOf(act.number), serialOf(theirs.number ?? '')];
    const near = a !== null && b !== null && a.series === b.series && Math.abs(a.serial - b.serial) <= neighbours;
    if (near) reasons.add('neighbour-number');
  }
  const subject = subjectLikeness(`${act.name} ${act.content}`, `${theirs.name} ${theirs.content}`);
  if (sameRespondent && !sameAct && subject >= alikeFrom) reasons.add('same-subject');

  const propose = proposed({
    sameAct,
    sameApplicant: samePerson.length > 0,
    sameRespondent,
    alike: reasons.has('neighbour-number') || reasons.has('same-subject'),
    // The organ acted once more after the earlier case had ended: the same dispute goes on.
    after: candidate.closedOn !== null && act.madeOn !== null && act.madeOn >= candidate.closedOn,
  });
  if (propose === null) return null;
  const { id, receivedOn, accepted, closedOn } = candidate;
  return {
    id,
    number: candidate.number,
    receivedOn,
    accepted,
    closedOn,
    reasons: likenessReasons.filter((r) => reasons.has(r)),
    names: samePerson.map((a) => a.name),
    propose,
  };
}

function proposed(is: {
  readonly sameAct: boolean;
  readonly sameApplicant: boolean;
  readonly sameRespondent: boolean;
  readonly alike: boolean;
  readonly after: boolean;
}): Likeness['propose'] | null {
  if (is.sameAct) return is.sameApplicant ? 'duplicate-of' : 'same-dispute';
  if (is.sameApplicant && is.sameRespondent) return is.after && is.alike ? 'same-dispute' : 'related';
  if (is.alike) return 'series';
  return null;
}

const weight = { 'duplicate-of': 0, 'same-dispute': 1, related: 2, series: 3 } as const;

/** The cases worth a look, the nearest first and of those the youngest. */
export function alikeAmong(
  application: Pick<ApplicationToCheck, 'act' | 'applicants' | 'respondents'>,
  candidates: readonly CandidateCase[],
  most: number,
): readonly Likeness[] {
  return candidates
    .flatMap((c) => likenessOf(application, c) ?? [])
    .sort((a, b) => {
      if (a.propose !== b.propose) return weight[a.propose] - weight[b.propose];
      return (b.receivedOn ?? '') < (a.receivedOn ?? '') ? -1 : 1;
    })
    .slice(0, most);
}
