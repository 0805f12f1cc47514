/** The file itself: who works on it, what it belongs to, forms made from templates, and a suit that was none. */
import type { CivilDate } from '../calendar/civil-date.ts';
import { type ActType, type Builders, documentId, once } from './draft.ts';

type OfFile =
  | 'mark-major'
  | 'feed-back-major'
  | 'unmark-major'
  | 'issue-form'
  | 'assign-handlers'
  | 'hand-over'
  | 'update-person'
  | 'link'
  | 'unlink'
  | 'add-file'
  | 'make-note'
  | 'void-lawsuit';

export const fileBuilders: Builders<OfFile & ActType> = {
  'mark-major': ({ d }, i) => {
    d.add('major-marked', { grounds: [...new Set(i.grounds)], why: i.why, everyDays: i.everyDays });
  },
  'feed-back-major': ({ c, d }, i) => {
    d.notBefore(c.major?.marked.occurredOn);
    d.add('major-fed-back', { text: d.narrative(i.text) });
  },
  'unmark-major': ({ c, d }, i) => {
    d.notBefore(c.major?.feedbacks.at(-1)?.occurredOn ?? c.major?.marked.occurredOn);
    d.add('major-unmarked', { why: i.why });
  },
  'issue-form': ({ ctx, d, target }, i) => {
    const { kind, template, fileId, name } = i;
    d.add('form-issued', {
      documentId: documentId(ctx),
      ...{ kind, template, fileId, name },
      instanceId: target.instance?.instanceId ?? null,
      sessionId: target.session?.sessionId ?? null,
      organId: d.organId(),
    });
  },
  'assign-handlers': ({ c, d }, i) => {
    i.accounts.forEach((id, k) => {
      if (i.accounts.indexOf(id) !== k) d.wrong(`accounts.${k}`, 'named-twice');
    });
    const replaced = c.handlers.some((id) => !(i.accounts as readonly string[]).includes(id));
    if (replaced && i.why === '') d.wrong('why', 'reassignment-needs-reason');
    d.add('handlers-assigned', { accounts: i.accounts, why: i.why });
  },
  'hand-over': ({ c, d }, i) => {
    if (!c.handlers.includes(i.from)) d.wrong('from', 'not-a-handler');
    const accounts = once(c.handlers.map((id) => (id === i.from ? i.to : id)));
    d.add('handlers-assigned', { accounts: accounts.length > 0 ? accounts : [i.to], why: i.why });
  },
  'update-person': ({ d }, i) => {
    d.party(i.partyId, 'partyId');
    d.add('person-updated', { partyId: i.partyId, person: d.person(i.person), why: i.why });
  },
  link: ({ c, d }, i) => {
    if (i.to === c.streamId) d.wrong('to', 'unknown-link');
    // Joining is the court's to order, and a step of reconsideration here.
    if (i.kind === 'joined-into') d.wrong('kind', 'join-by-its-step');
    d.add('linked', { kind: i.kind, to: i.to, why: i.why });
  },
  unlink: ({ c, d }, i) => {
    if (!c.links.some((l) => l.seq === i.seq)) d.wrong('seq', 'unknown-link');
    d.add('unlinked', { seq: i.seq, why: i.why });
  },
  'add-file': ({ d }, i) => {
    const { fileId, sha256, name, kind, size } = i;
    d.add('file-added', { fileId, sha256, name, kind, size });
  },
  'make-note': ({ d }, i) => d.add('note-made', { text: d.narrative(i.text) }),
  'void-lawsuit': ({ c, d, day }, i) => {
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
