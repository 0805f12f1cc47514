/**
 * What leaves the server, for every entry type and every audience: the API's answer against the table.
 * The entries are written by a kind that decides whatever it is told; everything else is the application's own.
 */
import { civilDate } from '@redress/domain/calendar/civil-date';
import type { Audience } from '@redress/domain/ledger/audience';
import { audiences } from '@redress/domain/ledger/audience';
import { isCorrection } from '@redress/domain/ledger/correction';
import type { NewEntry } from '@redress/domain/ledger/envelope';
import type { Kind } from '@redress/domain/ledger/kinds';
import { reconsiderationAudience } from '@redress/domain/reconsideration/audience';
import { type ReconsiderationEntryType, reconsiderationEntries } from '@redress/domain/reconsideration/entries';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import * as schemas from '@redress/domain/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { executeStep } from '../../case-store/execute.ts';
import { registerKinds } from '../../case-store/kinds.ts';
import { type Api, demoPeople, governmentId, newCommandId, testApi, today } from '../../testing/api.ts';

const types = Object.keys(reconsiderationEntries) as ReconsiderationEntryType[];
const facts = types.filter((type) => !isCorrection(type) && type !== 'personal-data-erased');
/** Stands in every free text of an entry, and tells whose it is. */
const secretOf = (type: string) => `机密-${type}-机密`;
const police = demoPeople.policeLiaison.organId;

const samples = new Map<unknown, unknown>([
  [schemas.zStreamId, 'case-of-nobody'],
  [schemas.zAccountId, demoPeople.handler.accountId],
  [schemas.zOrganId, police],
  [schemas.zCivilDate, today],
  [schemas.zCivilTime, '09:30'],
  [schemas.zSha256, 'a'.repeat(64)],
  [schemas.zFen, 50_000],
  [schemas.zDocumentId, 'document-1'],
  [schemas.zSendingId, 'sending-1'],
  [schemas.zPartyId, 'party-1'],
  [schemas.zFileId, 'file-1'],
  [schemas.zProposalId, 'proposal-1'],
  [schemas.zPersonRecordId, 'person-1'],
  [schemas.zNarrativeId, 'narrative-1'],
]);

/** Something that a payload's schema takes, as full as it can be. */
function sample(schema: z.ZodType, type: string): unknown {
  if (samples.has(schema)) return samples.get(schema);
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, inner]) => [key, sample(inner as z.ZodType, type)]),
    );
  }
  if (schema instanceof z.ZodArray) return [sample(schema.element as z.ZodType, type)];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return sample(schema.unwrap() as z.ZodType, type);
  if (schema instanceof z.ZodDefault) return sample(schema.unwrap() as z.ZodType, type);
  if (schema instanceof z.ZodPipe) return sample(schema.in as z.ZodType, type);
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) {
    // Of an addressee the organ, so that the respondent is in the case.
    return sample(schema.options.at(-1) as z.ZodType, type);
  }
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return 1;
  if (schema instanceof z.ZodString) {
    const max = schema.maxLength ?? 1000;
    return secretOf(type).slice(0, max);
  }
  if (schema instanceof z.ZodUnknown) return { text: secretOf(type) };
  throw new Error(`no sample for ${schema.constructor.name} in ${type}`);
}

/** Where a sample alone would make no case: who reviews, who answers, which document goes to whom. */
const settled: Partial<Record<ReconsiderationEntryType, Record<string, unknown>>> = {
  'application-received': { reviewingOrganId: governmentId, respondents: [police], relay: null, channel: 'counter' },
  'document-issued': { id: 'document-1', kind: 'reply-notice' },
  accepted: { procedure: 'ordinary', simplifiedGround: null },
  // What it points at is an organ or a link of another case: not this table's business.
  linked: { to: 'case-of-nobody' },
};

/** A party that joins is another one. */
const joining: ReadonlySet<string> = new Set(['third-party-joined', 'party-added']);
const payloadOf = (type: ReconsiderationEntryType): object => ({
  ...(sample(reconsiderationEntries[type], type) as object),
  ...settled[type],
});

const entryOf = (type: ReconsiderationEntryType): NewEntry => ({
  type,
  typeVersion: 1,
  occurredOn: type === 'application-received' ? civilDate('2026-01-05') : civilDate('2026-01-20'),
  occurredTime: null,
  doneBy: null,
  documentIds: [],
  irregular: null,
  payload: joining.has(type)
    ? JSON.parse(JSON.stringify(payloadOf(type)).replaceAll('party-1', 'party-2'))
    : payloadOf(type),
});

const teller: Kind = {
  ...(reconsideration as Kind),
  decide: (_state, step) => ({ ok: true, entries: step.input as NewEntry[] }),
};

let api: Api;
beforeAll(async () => {
  api = await testApi();
});

/** A file that the case's entries may name: every file an entry names belongs to its case. */
async function aFileOf(id: string): Promise<string> {
  const fileId = `file-of-${id}`;
  await api.database.sql(
    `insert into file (id, sha256, size, name, kind, media_type, stream_id, uploaded_by, uploaded_at)
     values ($1, repeat('a', 64), 1, 'a.txt', 'proof', 'text/plain', $2, 'account-of-nobody', 0)`,
    [fileId, id],
  );
  return fileId;
}

const readers = {
  reviewing: demoPeople.handler,
  respondent: demoPeople.policeLiaison,
} as const;

/** A case with these entries, as an audience gets it. */
async function viewAs(id: string, entries: readonly NewEntry[], audience: keyof typeof readers): Promise<CaseView> {
  const browser = await api.as(readers[audience]);
  const known = await api.database.sql('select from stream where id = $1', [id]);
  if (known.length === 0) {
    const { handler } = demoPeople;
    const fileId = await aFileOf(id);
    const acting = { postId: handler.postId, organId: governmentId, role: handler.role, delegatedBy: null };
    await executeStep(api.database.app, {
      streams: [{ id: id as never, kind: teller.kind, expectedVersion: null }],
      step: { type: 'tell', input: JSON.parse(JSON.stringify(entries).replaceAll('"file-1"', JSON.stringify(fileId))) },
      commandId: newCommandId(),
      actor: { accountId: handler.accountId, name: handler.name, acting, posts: [acting], scope: [governmentId] },
      clock: api.services.clock.now,
      law: api.services.law,
      kinds: registerKinds([teller]),
    });
  }
  return browser.view(id as never);
}

/** Enough of a case that the respondent takes part. */
const opening = (['application-received', 'accepted', 'document-issued', 'copy-issued'] as const).map(entryOf);

describe('the table', () => {
  it('names every entry type, and no audience that is none', () => {
    expect(Object.keys(reconsiderationAudience).sort()).toEqual([...types].sort());
    for (const rule of Object.values(reconsiderationAudience)) {
      for (const audience of rule) expect(audiences).toContain(audience);
    }
  });

  it('keeps from a respondent what the office keeps to itself', () => {
    const internal: ReconsiderationEntryType[] = [
      'step-proposed',
      'step-endorsed',
      'step-returned',
      'step-withdrawn',
      'step-approved',
      'committee-asked',
      'committee-advised',
      'note-made',
      'mediation-held',
    ];
    for (const type of internal) expect(reconsiderationAudience[type], type).not.toContain('respondent');
  });
});

describe.each(facts)('%s', (type) => {
  const entries = opening.some((e) => e.type === type) ? opening : [...opening, entryOf(type)];

  it('stands in the file of the reviewing office', async () => {
    const view = await viewAs(`audience-${type}`, entries, 'reviewing');
    expect(view.audience).toBe('reviewing');
    expect(view.timeline.map((t) => t.type)).toContain(type);
  });

  it('reaches the respondent only as the table says, wherever it is looked for in the answer', async () => {
    const view = await viewAs(`audience-${type}`, entries, 'respondent');
    expect(view.audience).toBe('respondent');
    const mayReach = (reconsiderationAudience[type] as readonly Audience[]).includes('respondent');
    if (mayReach) {
      expect(view.timeline.map((t) => t.type)).toContain(type);
      return;
    }
    expect(view.timeline.map((t) => t.type)).not.toContain(type);
    expect(JSON.stringify(view)).not.toContain(secretOf(type));
    expect(view.proposals).toEqual([]);
  });
});

describe('people', () => {
  it('are shown to a respondent without identity number and telephone', async () => {
    const handler = await api.as(demoPeople.handler);
    const registered = await api.aCase();
    const accepted = await handler.step(registered, 'accept', {});
    await handler.step(accepted, 'issue-copy', {
      document: {
        sendings: [{ addressee: { is: 'organ', organId: police }, method: 'exchange', sentOn: today, servedOn: today }],
      },
    });
    const inside = JSON.stringify(await handler.view(registered.id));
    const outside = JSON.stringify(await (await api.as(demoPeople.policeLiaison)).view(registered.id));
    for (const secret of ['99990019860401001X', '0999-5551001']) {
      expect(inside).toContain(secret);
      expect(outside).not.toContain(secret);
    }
    expect(outside).toContain('黎向晨');
  });
});
