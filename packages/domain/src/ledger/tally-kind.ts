/**
 * The smallest kind there can be: a tally that numbers are added to. It has every part of the contract (numbers taken
 * from a counter, people and texts beside the ledger, a lapse, a clock, links, corrections, facts), so the case store,
 * `verify` and `rebuild` are proved on it without knowing any law. No office ever opens one.
 */
import { z } from 'zod';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { OrganId, PartyId, StreamId } from '../ids.ts';
import { zCivilDate, zOrganId, zPartyId, zStreamId } from '../schema.ts';
import { everyone } from './audience.ts';
import { commonEntries, type PersonRef, zNarrativeRef, zPersonRef } from './common-entries.ts';
import type { NewEntry } from './envelope.ts';
import type { Decision, Kind } from './kinds.ts';
import { zPersonData } from './person.ts';
import type { Fact, ParticipantRow } from './projection.ts';
import { factRows } from './replay.ts';

const tallyEntries = {
  opened: z.object({
    number: z.string().min(1),
    title: z.string().min(1),
    organId: zOrganId,
    respondentId: zOrganId.nullable(),
    /** The last day of the tally; it lapses the day after. null = none. */
    dueOn: zCivilDate.nullable(),
  }),
  added: z.object({ n: z.int() }),
  'person-noted': z.object({ partyId: zPartyId, person: zPersonRef, text: zNarrativeRef }),
  closed: z.object({}),
  linked: commonEntries.linked,
  'file-added': commonEntries['file-added'],
  'personal-data-erased': commonEntries['personal-data-erased'],
  replaced: commonEntries.replaced,
  annulled: commonEntries.annulled,
} as const;

type TallyEntryType = keyof typeof tallyEntries;
type TallyPayload<T extends TallyEntryType> = z.infer<(typeof tallyEntries)[T]>;

/** The steps and what each is given; every step says the day it happened on. */
const tallySteps = {
  open: z.object({
    on: zCivilDate,
    title: z.string().min(1),
    organId: zOrganId,
    respondentId: zOrganId.nullable(),
    dueOn: zCivilDate.nullable(),
  }),
  add: z.object({ on: zCivilDate, n: z.int() }),
  'note-person': z.object({ on: zCivilDate, partyId: zPartyId, person: zPersonData, text: z.string().min(1) }),
  close: z.object({ on: zCivilDate }),
  link: z.object({ on: zCivilDate, to: zStreamId }),
  'add-file': z.object({ on: zCivilDate, file: commonEntries['file-added'] }),
  erase: z.object({ on: zCivilDate, erased: commonEntries['personal-data-erased'] }),
  replace: z.object({ on: zCivilDate, replaced: commonEntries.replaced }),
  annul: z.object({ on: zCivilDate, annulled: commonEntries.annulled }),
  /** Adds `n` here and takes it from the second stream named: all or nothing. */
  move: z.object({ on: zCivilDate, n: z.int(), from: zStreamId }),
} as const;

export type TallyStepType = keyof typeof tallySteps;
export type TallyStepInput<T extends TallyStepType> = z.input<(typeof tallySteps)[T]>;

export interface Tally {
  readonly streamId: StreamId;
  readonly version: number;
  readonly opened: (TallyPayload<'opened'> & { readonly on: CivilDate; readonly seq: number }) | null;
  readonly sum: number;
  readonly additions: readonly { readonly seq: number; readonly on: CivilDate; readonly n: number }[];
  readonly people: readonly { readonly partyId: PartyId; readonly person: PersonRef }[];
  readonly links: readonly (TallyPayload<'linked'> & { readonly seq: number })[];
  readonly closedOn: CivilDate | null;
  readonly closedSeq: number | null;
}

const entry = <T extends TallyEntryType>(type: T, on: CivilDate, payload: TallyPayload<T>): NewEntry => ({
  type,
  typeVersion: 1,
  occurredOn: on,
  occurredTime: null,
  doneBy: null,
  documentIds: [],
  irregular: null,
  payload,
});

const refused = (code: string): Decision => ({
  ok: false,
  failure: { code: 'step-refused', reason: { code, article: null, params: {} } },
});

/** Reads a step's input against its own schema; the failure names the fields. */
function inputOf<T extends TallyStepType>(
  type: T,
  input: unknown,
): { ok: true; data: z.output<(typeof tallySteps)[T]> } | { ok: false; decision: Decision } {
  const parsed = tallySteps[type].safeParse(input);
  if (parsed.success) return { ok: true, data: parsed.data as z.output<(typeof tallySteps)[T]> };
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), rule: issue.code }));
  return { ok: false, decision: { ok: false, failure: { code: 'invalid-input', fields } } };
}

const isStepType = (type: string): type is TallyStepType => type in tallySteps;

const numberPlaceholder = '{{tally-number}}';

function participantsOf(state: Tally): ParticipantRow[] {
  const { opened, closedOn } = state;
  if (opened === null) return [];
  // Amber on the last three days: a plain span, for a tally knows no calendar.
  const base = {
    streamId: state.streamId,
    kind: tally.kind,
    waitingFor: null,
    handlers: [],
    dueRule: null,
    dueUnit: null,
    acceptedOn: null,
    closedOn,
    outcome: closedOn === null ? null : String(state.sum),
  } as const;
  const none = { sortDue: 'infinity', dueStatus: 'none', amberOn: 'infinity', redOn: 'infinity' } as const;
  const due =
    opened.dueOn === null
      ? none
      : ({
          sortDue: opened.dueOn,
          dueStatus: 'final',
          amberOn: addDays(opened.dueOn, -2),
          redOn: addDays(opened.dueOn, 1),
        } as const);
  const lapsesOn = opened.dueOn === null ? null : addDays(opened.dueOn, 1);
  const phases: Pick<
    ParticipantRow,
    'fromOn' | 'untilOn' | 'stage' | 'closed' | 'sortDue' | 'dueStatus' | 'amberOn' | 'redOn'
  >[] = [];
  if (closedOn !== null) {
    phases.push({ fromOn: '-infinity', untilOn: 'infinity', stage: 'closed', closed: true, ...none });
  } else if (lapsesOn === null) {
    phases.push({ fromOn: '-infinity', untilOn: 'infinity', stage: 'open', closed: false, ...due });
  } else {
    phases.push({ fromOn: '-infinity', untilOn: lapsesOn, stage: 'open', closed: false, ...due });
    phases.push({ fromOn: lapsesOn, untilOn: 'infinity', stage: 'lapsed', closed: false, ...due });
  }
  const organs: { organId: OrganId; capacity: ParticipantRow['capacity'] }[] = [
    { organId: opened.organId, capacity: 'reviewing' },
  ];
  if (opened.respondentId !== null) organs.push({ organId: opened.respondentId, capacity: 'respondent' });
  return organs.flatMap((organ) => phases.map((phase) => ({ ...base, ...organ, ...phase })));
}

export const tally: Kind<Tally> = {
  kind: 'tally',
  projectionVersion: 1,
  entries: tallyEntries,
  upcast: (_type, _typeVersion, payload) => payload,

  fold(streamId, entries) {
    let opened: Tally['opened'] = null;
    let closedOn: CivilDate | null = null;
    let closedSeq: number | null = null;
    let version = 0;
    const additions: Tally['additions'][number][] = [];
    const people: Tally['people'][number][] = [];
    const links: Tally['links'][number][] = [];
    for (const e of entries) {
      version = Math.max(version, e.seq);
      if (e.type === 'opened') {
        opened ??= { ...(e.payload as TallyPayload<'opened'>), on: e.occurredOn, seq: e.seq };
      } else if (e.type === 'added') {
        additions.push({ seq: e.seq, on: e.occurredOn, n: (e.payload as TallyPayload<'added'>).n });
      } else if (e.type === 'person-noted') {
        const { partyId, person } = e.payload as TallyPayload<'person-noted'>;
        people.push({ partyId, person });
      } else if (e.type === 'linked') {
        links.push({ ...(e.payload as TallyPayload<'linked'>), seq: e.seq });
      } else if (e.type === 'closed' && closedOn === null) {
        closedOn = e.occurredOn;
        closedSeq = e.seq;
      }
    }
    const sum = additions.reduce((total, a) => total + a.n, 0);
    return { streamId, version, opened, sum, additions, people, links, closedOn, closedSeq };
  },

  decide(state, step, ctx) {
    if (!isStepType(step.type)) return refused('unknown-step');
    if (step.type === 'open') {
      const read = inputOf('open', step.input);
      if (!read.ok) return read.decision;
      if (state.opened !== null) return refused('already-open');
      const { on, title, organId, respondentId, dueOn } = read.data;
      return {
        ok: true,
        entries: [entry('opened', on, { number: numberPlaceholder, title, organId, respondentId, dueOn })],
        numbers: [
          {
            placeholder: numberPlaceholder,
            organId,
            series: 'tally',
            year: Number(ctx.today.slice(0, 4)),
            format: '计〔{year}〕{n}号',
          },
        ],
      };
    }
    if (state.opened === null) return refused('not-open');
    switch (step.type) {
      case 'add': {
        const read = inputOf(step.type, step.input);
        if (!read.ok) return read.decision;
        if (state.closedOn !== null) return refused('closed');
        return { ok: true, entries: [entry('added', read.data.on, { n: read.data.n })] };
      }
      case 'note-person': {
        const read = inputOf(step.type, step.input);
        if (!read.ok) return read.decision;
        const person = ctx.keep.person(read.data.person);
        const text = ctx.keep.narrative(read.data.text);
        return {
          ok: true,
          entries: [entry('person-noted', read.data.on, { partyId: read.data.partyId, person, text })],
        };
      }
      case 'close': {
        const read = inputOf(step.type, step.input);
        if (!read.ok) return read.decision;
        return state.closedOn === null ? { ok: true, entries: [entry('closed', read.data.on, {})] } : refused('closed');
      }
      case 'link': {
        const read = inputOf(step.type, step.input);
        if (!read.ok) return read.decision;
        return { ok: true, entries: [entry('linked', read.data.on, { kind: 'related', to: read.data.to, why: '' })] };
      }
      case 'add-file': {
        const read = inputOf(step.type, step.input);
        return read.ok ? { ok: true, entries: [entry('file-added', read.data.on, read.data.file)] } : read.decision;
      }
      case 'erase': {
        const read = inputOf(step.type, step.input);
        return read.ok
          ? { ok: true, entries: [entry('personal-data-erased', read.data.on, read.data.erased)] }
          : read.decision;
      }
      case 'replace': {
        const read = inputOf(step.type, step.input);
        return read.ok ? { ok: true, entries: [entry('replaced', read.data.on, read.data.replaced)] } : read.decision;
      }
      case 'annul': {
        const read = inputOf(step.type, step.input);
        return read.ok ? { ok: true, entries: [entry('annulled', read.data.on, read.data.annulled)] } : read.decision;
      }
      case 'move': {
        const read = inputOf(step.type, step.input);
        if (!read.ok) return read.decision;
        const { on, n, from } = read.data;
        return {
          ok: true,
          entries: [entry('added', on, { n })],
          also: [{ streamId: from, entries: [entry('added', on, { n: -n })] }],
        };
      }
    }
  },

  facts(state) {
    const { opened, closedOn } = state;
    if (opened === null) return [];
    const fact = (name: string, subject: string, on: CivilDate | null, value: string | null): Fact => ({
      name,
      subject,
      on,
      value,
      visibleFrom: on,
    });
    const facts = [fact('opened', '', opened.on, null), fact('sum', '', null, String(state.sum))];
    if (opened.dueOn !== null && closedOn === null) {
      facts.push({ ...fact('lapsed', '', opened.dueOn, null), visibleFrom: addDays(opened.dueOn, 1) });
    }
    if (closedOn !== null) facts.push(fact('closed', '', closedOn, null));
    return facts;
  },

  project(state, history, law) {
    const { streamId, opened, closedOn, closedSeq } = state;
    if (opened === null) return null;
    const versions = { lawBookVersion: law.lawBook.version, calendarVersion: law.calendar.version };
    const organs = [opened.organId, ...(opened.respondentId === null ? [] : [opened.respondentId])];
    return {
      caseIndex: {
        streamId,
        kind: tally.kind,
        projectionVersion: tally.projectionVersion,
        version: state.version,
        caseNumber: opened.number,
        title: opened.title,
        organId: opened.organId,
        handlers: [],
        procedure: null,
        lawVersion: null,
        filedOn: null,
        receivedOn: opened.on,
        acceptedOn: null,
        acceptedBy: null,
        acceptedVisibleFrom: null,
        closedOn,
        outcome: closedOn === null ? null : String(state.sum),
        matter: null,
        category: null,
        channel: null,
        respondents: opened.respondentId === null ? [] : [opened.respondentId],
        ...versions,
      },
      participants: participantsOf(state),
      clocks:
        opened.dueOn === null
          ? []
          : [
              {
                streamId,
                clockId: `tally|case|${opened.seq}`,
                ruleId: 'tally',
                subject: 'case',
                startSeq: opened.seq,
                visibleFrom: opened.on,
                status: 'final',
                raw: opened.dueOn,
                due: opened.dueOn,
                endKind: closedSeq === null ? 'open' : 'met',
                endOn: closedOn,
                marks: [],
                ...versions,
              },
            ],
      partyNames: organs.flatMap((organId) => [
        ...state.people.map(({ partyId, person }) => ({
          streamId,
          partyId,
          capacity: 'applicant',
          organId,
          personRecordId: person.personRecordId,
          publicName: null,
        })),
        {
          streamId,
          partyId: 'case',
          capacity: 'case-number',
          organId,
          personRecordId: null,
          publicName: opened.number,
        },
      ]),
      links: state.links.map((link) => ({
        fromStreamId: streamId,
        toStreamId: link.to,
        kind: link.kind,
        seq: link.seq,
      })),
      caseFacts: factRows(tally, streamId, history),
    };
  },

  audience: Object.fromEntries(Object.keys(tallyEntries).map((type) => [type, everyone])),
};
