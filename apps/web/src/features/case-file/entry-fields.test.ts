import { reconsiderationEntries } from '@redress/domain/reconsideration/entries';
import { expect, test } from 'vitest';
import { correctedPayload, entryFields } from '../../lib/step-form/entry-fields.ts';
import { received } from '../../testing/small-office.ts';
import { reconsiderationForms } from './forms.ts';

const payload = {
  id: 'document-1',
  kind: 'extension-notice',
  number: '云政复延字〔2026〕5号',
  madeOn: '2026-03-01',
  printedDue: null,
  fileIds: ['file-1'],
  sendings: [
    {
      id: 'sending-1',
      addressee: { is: 'organ', organId: 'organ-police', organName: '某县公安局' },
      method: 'exchange',
      sentOn: '2026-03-02',
      servedOn: null,
      sentProof: null,
    },
  ],
};

const fieldsAt = (type: string, given: Readonly<Record<string, unknown>>) =>
  new Map(entryFields(reconsiderationForms, type, given).map((field) => [field.path, field]));

test('days, missing ones among them, codes and words can be corrected; ids, addressees and files cannot', () => {
  expect([...fieldsAt('document-issued', payload).keys()]).toEqual([
    'kind',
    'number',
    'printedDue',
    'sendings.0.method',
    'sendings.0.sentOn',
    'sendings.0.sentProof',
    'sendings.0.servedOn',
    'sendings.0.servedProof',
  ]);
});

test('a code is chosen, a sum is money, a yes or no is one, and a text kept beside the ledger is shown in words', () => {
  const played = received().case.received;
  if (played === null) throw new Error('no application');
  const fields = fieldsAt('application-received', { ...played.payload, requests: '撤销该决定' });
  expect(fields.get('channel')).toMatchObject({ kind: 'choice', optionSet: 'channel' });
  expect(fields.get('act.matter')).toMatchObject({ kind: 'choice', optionSet: 'matter', value: 'penalty' });
  expect(fields.get('act.category')).toMatchObject({ kind: 'choice', optionSet: 'category', nullable: true });
  expect(fields.get('act.amount')?.kind).toBe('money');
  expect(fields.get('asks.compensation')?.kind).toBe('money');
  expect(fields.get('asks.hearing')).toMatchObject({ kind: 'yes-no', value: false });
  expect(fields.get('requests')).toMatchObject({ kind: 'long-text', value: '撤销该决定' });
  expect(fields.get('materials')?.kind).toBe('lines');
  expect(fields.get('parties.0.kind')).toMatchObject({ kind: 'choice', optionSet: 'partyKind' });
  expect([...fields.keys()].filter((path) => /person|Id$|respondents/.test(path))).toEqual([]);
});

test('several types of a decision are chosen together', () => {
  const decided = { types: ['revoke'], articles: ['64(1)(1)'], redo: { days: 30 }, compensation: null };
  const fields = fieldsAt('decided', decided);
  expect(fields.get('types')).toMatchObject({ kind: 'choices', optionSet: 'decisionType', value: ['revoke'] });
  expect(fields.get('redo.days')).toMatchObject({ kind: 'number', value: 30 });
  expect(fields.get('noReply')?.kind).toBe('yes-no');
});

test('every code that an entry may hold has words to be chosen by', () => {
  const codes = Object.keys(reconsiderationEntries).flatMap((type) =>
    entryFields(reconsiderationForms, type, {}).filter((field) => field.kind === 'choice' || field.kind === 'choices'),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((field) => field.optionSet === null).map((field) => field.path)).toEqual([]);
});

test('one corrected day leaves everything beside it as it was, without the names the server filled in', () => {
  expect(correctedPayload(payload, { 'sendings.0.servedOn': '2026-03-04' })).toEqual({
    sendings: [
      {
        id: 'sending-1',
        addressee: { is: 'organ', organId: 'organ-police' },
        method: 'exchange',
        sentOn: '2026-03-02',
        servedOn: '2026-03-04',
        sentProof: null,
      },
    ],
  });
});

test('what was not corrected is left out, so that it stays', () => {
  expect(correctedPayload(payload, { number: '云政复延字〔2026〕6号' })).toEqual({ number: '云政复延字〔2026〕6号' });
  expect(correctedPayload(payload, {})).toEqual({});
});
