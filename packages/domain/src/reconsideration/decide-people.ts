/**
 * What the steps about people leave: who works on the case, who stands aside, who acts for whom, and a case that is
 * joined to another, split in two, sent elsewhere, or found never to have been one.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, PartyId, StreamId } from '../ids.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import { foldCase } from './case.ts';
import { applicantsOf } from './case-documents.ts';
import type { ReconsiderationCase } from './case-types.ts';
import { courseOf, haveSameLimits } from './course-of-case.ts';
import type { Building } from './decide.ts';
import { caseNumberFormat, prefixOf } from './document-numbers.ts';
import type { Party, ReconsiderationEntryType, ReconsiderationPayload } from './entries.ts';
import { foldWith } from './hypothetical.ts';
import { standsAside } from './stand-aside.ts';
import { maxAgents, maxRepresentatives, type StepInput } from './step-inputs.ts';
import type { StepType } from './steps.ts';

type PeopleStep =
  | 'assign-handlers'
  | 'hand-over'
  | 'record-recusal'
  | 'clear-conflict'
  | 'replace-agent'
  | 'join-cases'
  | 'split-case'
  | 'transfer-case'
  | 'void-case';
type PeopleBuilders = {
  readonly [T in PeopleStep & StepType]: (b: Building, input: StepInput<T>) => void;
};

/** Nobody is given a case from which they stand aside. */
export function mayBeAssigned(
  { c, ctx, d }: Pick<Building, 'c' | 'ctx' | 'd'>,
  accountId: AccountId,
  field: string,
): void {
  const aside = standsAside(c, accountId, ctx.postsHeld);
  if (aside !== null) d.wrong(field, aside.reason, aside.params);
}

/** The parties who act for somebody, now. */
const actingFor = (c: ReconsiderationCase, capacity: Party['capacity'], id: PartyId) =>
  c.parties.filter((p) => p.capacity === capacity && p.leftOn === null && p.actsFor.includes(id));

/** The limits on how many may act for a party (ARL2023 17(1), REG2007 8), as an added one would stand. */
export function tooManyActing(b: Building, party: Pick<Party, 'capacity' | 'actsFor'>, field: string): void {
  const { c, d } = b;
  if (party.capacity === 'agent') {
    for (const id of party.actsFor) {
      const count = actingFor(c, 'agent', id).length + 1;
      if (count > maxAgents) d.wrong(field, 'too-many-agents', { max: maxAgents, count });
    }
  }
  if (party.capacity === 'representative') {
    const count = c.parties.filter((p) => p.capacity === 'representative' && p.leftOn === null).length + 1;
    if (count > maxRepresentatives) d.wrong(field, 'too-many-representatives', { max: maxRepresentatives });
  }
}

/** The younger of two cases is the one received, or registered, later. */
function isYounger(c: ReconsiderationCase, other: ReconsiderationCase): boolean {
  const [a, b] = [c.received?.occurredOn ?? '', other.received?.occurredOn ?? ''];
  if (a !== b) return a > b;
  const at = (x: ReconsiderationCase) => x.received?.recordedAt ?? 0;
  return at(c) === at(other) ? c.streamId > other.streamId : at(c) > at(other);
}

export const peopleBuilders: PeopleBuilders = {
  'assign-handlers': (b, i) => {
    const { c, d } = b;
    i.accounts.forEach((id, n) => {
      mayBeAssigned(b, id, `accounts.${n}`);
      if (i.accounts.indexOf(id) !== n) d.wrong(`accounts.${n}`, 'named-twice');
    });
    const replaced = c.handlers.some((id) => !(i.accounts as readonly string[]).includes(id));
    if (replaced && i.why === '') d.wrong('why', 'reassignment-needs-reason');
    d.add('handlers-assigned', { accounts: i.accounts, why: i.why });
  },
  'hand-over': (b, i) => {
    const { c, d } = b;
    if (!c.handlers.includes(i.from)) d.wrong('from', 'not-a-handler');
    mayBeAssigned(b, i.to, 'to');
    const accounts = c.handlers.map((id) => (id === i.from ? i.to : id)) as AccountId[];
    d.add('handlers-assigned', { accounts: [...new Set(accounts)], why: i.why });
  },
  'record-recusal': ({ c, d }, i) => {
    if (c.recusals.some((r) => r.accountId === i.accountId)) d.wrong('accountId', 'recused');
    const { accountId, ground, how, decidedBy, why } = i;
    if (ground === 'other' && why === '') d.wrong('why', 'required');
    d.add('recused', { accountId, ground, how, decidedBy, why });
  },
  'clear-conflict': ({ c, ctx, d }, i) => {
    if (i.accountId === ctx.actor.accountId) d.wrong('accountId', 'not-for-oneself');
    else if (c.recusals.some((r) => r.accountId === i.accountId)) d.wrong('accountId', 'recused');
    d.add('conflict-cleared', { accountId: i.accountId, why: i.why });
  },
  'replace-agent': (b, i) => {
    const { c, d } = b;
    const old = c.parties.find((p) => p.partyId === i.partyId && p.leftOn === null);
    if (old === undefined || (old.capacity !== 'agent' && old.capacity !== 'representative')) {
      d.wrong('partyId', 'not-an-agent');
      return;
    }
    const { kind, powers, authority, why } = i;
    d.add('party-left', { partyId: i.partyId, why });
    const party = {
      partyId: d.newParty(),
      capacity: old.capacity,
      kind,
      person: d.person(i.person),
      actsFor: [...old.actsFor],
      powers,
      ...(authority === null ? {} : { authority }),
    };
    d.add('party-added', { party, why });
  },

  /** Written in the younger case; the older one shows the link from its other end. Numbers and clocks stay apart. */
  'join-cases': ({ c, ctx, d }, i) => {
    const other = ctx.others?.get(i.into)?.state as ReconsiderationCase | undefined;
    if (i.into === c.streamId || other === undefined || other.received === null) d.wrong('into', 'unknown-link');
    else if (other.organId !== c.organId) d.wrong('into', 'of-another-organ');
    else if (other.closing !== null) d.wrong('into', 'case-ended', { closedOn: other.closing.on });
    else if (other.links.some((l) => l.kind === 'joined-into')) d.wrong('into', 'joined-elsewhere');
    else if (!isYounger(c, other)) d.wrong('into', 'not-the-older');
    d.add('linked', { kind: 'joined-into', to: i.into, why: i.reason });
  },
  'split-case': split,
  'transfer-case': ({ d }, i) => {
    const documentId = d.maybe('relay-letter', i.document);
    const { toOrganId, toName, reason } = i;
    d.add('transferred', { toOrganId, toName, reason, documentId }, { documents: [documentId] });
  },
  'void-case': ({ c, d, day }, i) => {
    // The mistake ends with today's finding: nothing on record can lie after it.
    const last = c.entries.reduce<CivilDate | null>(
      (a, e) => (a === null || e.occurredOn > a ? e.occurredOn : a),
      null,
    );
    if (last !== null && day < last) d.wrong('occurredOn', 'day-before-trigger', { from: last });
    if (i.duplicateOf === c.streamId) d.wrong('duplicateOf', 'unknown-link');
    d.add('voided', { why: i.why, duplicateOf: i.duplicateOf });
  },
};

/**
 * 分案: some applicants get a case of their own over the same act. It is received on the day of the first, has its own
 * number, and all that began, stopped or moved a limit of the first holds in it, too. Who acts for them goes with them.
 */
function split({ c, ctx, d, day }: Building, i: StepInput<'split-case'>): void {
  const { received } = c;
  if (received === null) return;
  const going = new Set<PartyId>(i.parties);
  const applicants = applicantsOf(c);
  i.parties.forEach((id, n) => {
    if (!applicants.some((p) => p.partyId === id)) d.wrong(`parties.${n}`, 'unknown-party');
  });
  if (applicants.every((p) => going.has(p.partyId))) d.wrong('parties', 'one-applicant-stays');
  const present = c.parties.filter((p) => p.leftOn === null);
  const acts = present.filter((p) => p.actsFor.some((id) => going.has(id)));
  const leaving = [
    ...applicants.filter((p) => going.has(p.partyId)),
    ...acts.filter((p) => p.actsFor.every((id) => going.has(id))),
  ];

  const copied = (p: (typeof present)[number]): Party[] => {
    const data = i.persons[p.partyId];
    if (data === undefined) {
      d.wrong('parties', 'person-erased');
      return [];
    }
    const { leftOn: _left, person: _person, ...rest } = p;
    return [{ ...rest, person: d.person(data), actsFor: p.actsFor.filter((id) => going.has(id)) }];
  };
  const parties = [...leaving, ...acts.filter((p) => !leaving.includes(p))].flatMap(copied);
  for (const p of leaving) d.add('party-left', { partyId: p.partyId, why: i.why });

  const entries: NewEntry[] = [];
  const add = <T extends ReconsiderationEntryType>(
    type: T,
    on: CivilDate,
    payload: ReconsiderationPayload<T>,
    as: Partial<Pick<NewEntry, 'occurredTime' | 'doneBy' | 'documentIds' | 'irregular'>> = {},
  ) =>
    entries.push({
      type,
      typeVersion: 1,
      occurredOn: on,
      occurredTime: null,
      doneBy: null,
      documentIds: [],
      irregular: null,
      ...as,
      payload,
    });
  const { oral: _oral, ...application } = received.payload;
  add('application-received', received.occurredOn, {
    ...application,
    parties,
    requests: d.narrative(i.requests),
    grounds: d.narrative(i.grounds),
    fileIds: [],
  });
  const placeholder = `number:${ctx.newId()}`;
  add('case-registered', received.occurredOn, { number: placeholder });
  d.requestNumber({
    placeholder,
    organId: received.payload.reviewingOrganId,
    series: 'reconsideration',
    year: Number(received.occurredOn.slice(0, 4)),
    format: caseNumberFormat(prefixOf(c.number) ?? i.numberPrefix),
  });
  const handlers = c.handlers as readonly AccountId[];
  if (handlers.length > 0) add('handlers-assigned', day, { accounts: [...handlers], why: i.why });
  for (const { type, occurredOn, payload, ...as } of courseOf(c, parties, entries.length, () => ctx.newId())) {
    add(type, occurredOn, payload, as);
  }
  // A document that went to those who stay and not to those who leave may have moved a limit for the former alone.
  const apart = foldWith(foldCase(i.newCaseId as StreamId, [], ctx), entries, ctx);
  if (!haveSameLimits(c, apart)) d.wrong('parties', 'split-moves-limit');
  add('linked', day, { kind: 'series', to: c.streamId, why: i.why });
  d.also(i.newCaseId as StreamId, entries);
}
