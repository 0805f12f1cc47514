/** What the record of a lawsuit says for the fields of a form, and what to look at before it is issued. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseNames } from '../case-view/names.ts';
import { articleOfNotCounting, notEligible } from '../litigation/appearances.ts';
import type { Appearance, Lawsuit } from '../litigation/case-types.ts';
import type { NotCounting } from '../litigation/codes.ts';
import type { FormRow, FormValue, FormValues } from './fill.ts';
import { type FormFieldName, formOf } from './forms.ts';
import type { FormSubject } from './subject.ts';

export interface ProposeContext {
  readonly today: CivilDate;
  readonly names: Pick<CaseNames, 'organ' | 'person'>;
  /** The leader's own field words: why a presence does not count, what the court may advise upon. */
  readonly notCounting: (code: string) => string;
  readonly trigger: (code: string) => string;
  /** Who makes the form. */
  readonly by: string;
}

/** Something to look at before the form is issued; nothing is refused for it. */
export interface FormCaution {
  readonly code: NotCounting | 'lawyers-only' | 'nobody-in-power' | 'no-reason' | 'no-proof';
  readonly article: string;
}

/** 王某等诉云岭县公安局行政处罚决定一案 */
function caseNameOf(suit: Lawsuit, names: Pick<CaseNames, 'organ' | 'person'>): string {
  const plaintiffs = suit.parties.filter((p) => p.capacity === 'applicant' && p.leftOn === null);
  const first = plaintiffs[0];
  const who = first === undefined ? '' : (names.person(first.person)?.name ?? '');
  const several = plaintiffs.length > 1 ? '等' : '';
  const organs = suit.organs.filter((o) => o.role !== 'third-party-organ').map((o) => names.organ(o.organId));
  return `${who}${several}诉${organs.join('、')}${suit.act?.name ?? ''}一案`;
}

type People = readonly { readonly name: string; readonly title: string; readonly actsInPower: boolean }[];
const rowsOf = (people: People): readonly FormRow[] =>
  people.map(({ name, title, actsInPower }) => ({ name, title, actsInPower }));

const appearanceOf = ({ session, organId }: FormSubject): Appearance | null =>
  session?.appearances.find((a) => a.organId === organId) ?? null;

/** The first value of every field that the record knows; what it does not know is null. */
export function proposeFields(suit: Lawsuit, subject: FormSubject, ctx: ProposeContext): FormValues {
  const { kind, organId, instance, session } = subject;
  const { names, today } = ctx;
  const a = appearanceOf(subject);
  const recorded = a?.recorded ?? null;
  const explained = a?.explained ?? null;
  // What a register says of the leader is who came; every other form is about who is to come.
  const leader = kind === 'appearance-register' ? (recorded?.payload.leader ?? null) : (a?.leader ?? null);
  const notice = session?.notices.find((n) => n.organId === organId) ?? null;
  const agents = instance.agents
    .filter(({ appointed, endedOn }) => appointed.payload.organId === organId && (endedOn === null || endedOn > today))
    .map(({ appointed }) => appointed.payload);
  const values: Readonly<Partial<Record<FormFieldName, FormValue>>> = {
    court: instance.court,
    courtNumber: instance.courtNumber,
    level: instance.level,
    caseName: caseNameOf(suit, names),
    organName: names.organ(organId),
    organRole: suit.organs.find((o) => o.organId === organId)?.role ?? null,
    leaderName: leader?.name ?? null,
    leaderTitle: leader?.title ?? null,
    leaderRank: leader?.rank ?? null,
    termFrom: leader?.from ?? null,
    sessionDay: session === null ? null : (session.held?.occurredOn ?? session.on),
    sessionTime: session?.time ?? null,
    sessionPlace: session?.place ?? null,
    isPublic: session?.isPublic ?? null,
    notified: notice?.leader ?? 'none',
    noticeServedOn: notice?.servedOn ?? null,
    ground: explained?.payload.ground ?? null,
    reason: explained?.payload.reason ?? null,
    absenceReason: explained?.payload.reason ?? null,
    absenceAccepted: a?.ruled?.payload.accepted ?? null,
    proof: explained?.payload.proof ?? null,
    askedAdjournment: explained?.payload.askedAdjournment ?? null,
    delegates: rowsOf(explained?.payload.delegates ?? a?.planned?.payload.staff ?? []),
    agents: agents.map(({ name, kind: of, unit, special }) => ({
      name,
      kind: of,
      unit: unit === '' ? names.organ(organId) : unit,
      title: null,
      authority: special ? 'special' : 'general',
    })),
    powers: agents.map((x) => x.powers).find((x) => x !== '') ?? null,
    appeared: recorded === null ? null : recorded.payload.leader !== null,
    proofResult: a?.proofChecked?.payload.result ?? null,
    spoke: recorded?.payload.spoke ?? null,
    leftEarly: recorded?.payload.leftEarly ?? null,
    refusedToExplain: recorded?.payload.refusedToExplain ?? null,
    staff: rowsOf(recorded?.payload.staff ?? []),
    lawyers: recorded?.payload.lawyers ?? null,
    counts: a?.counts ?? null,
    notCounting: said(a?.notCounting.map((x) => ctx.notCounting(x.code)) ?? []),
    triggers: said(a?.triggers.map((code) => ctx.trigger(code)) ?? []),
    recordedBy: ctx.by,
    madeOn: today,
  };
  return Object.fromEntries(formOf(kind).fields.map((f) => [f.name, values[f.name] ?? null]));
}

const said = (sentences: readonly string[]): string | null => (sentences.length === 0 ? null : sentences.join('；'));

/** What the law says against the form as the record stands; the court looks at it, and so does who issues it. */
export function cautionsOf(subject: FormSubject): readonly FormCaution[] {
  const { kind, organId, instance, session } = subject;
  const a = appearanceOf(subject);
  if (kind === 'identity-proof' && a?.leader !== null && a?.leader !== undefined && session !== null) {
    return notEligible(a.leader, organId, session.on).map((code) => ({ code, article: articleOfNotCounting[code] }));
  }
  if (kind === 'power-of-attorney') {
    const agents = instance.agents.filter((x) => x.appointed.payload.organId === organId && x.endedOn === null);
    const lawyersOnly = agents.length > 0 && agents.every((x) => x.appointed.payload.kind !== 'staff');
    return lawyersOnly ? [{ code: 'lawyers-only', article: 'INT2018 128(2)' }] : [];
  }
  if (kind === 'absence-explanation') {
    const said = a?.explained?.payload ?? null;
    const delegates = said?.delegates ?? a?.planned?.payload.staff ?? [];
    const cautions: FormCaution[] = [];
    if (said?.ground === 'none') cautions.push({ code: 'no-reason', article: 'LEAD2020 12(1)(1)' });
    if (said?.proof === 'missing') cautions.push({ code: 'no-proof', article: 'LEAD2020 9(1)' });
    if (!delegates.some((d) => d.actsInPower)) cautions.push({ code: 'nobody-in-power', article: 'LEAD2020 10(1)' });
    return cautions;
  }
  return [];
}
