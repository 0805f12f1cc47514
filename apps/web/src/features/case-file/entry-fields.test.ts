import { expect, test } from 'vitest';
import { correctedPayload, entryFields } from './entry-fields.ts';

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

test('days, missing ones among them, and words can be corrected; ids, people and files cannot', () => {
  const paths = entryFields(payload).map((field) => field.path);
  expect(paths).toEqual([
    'kind',
    'number',
    'madeOn',
    'printedDue',
    'sendings.0.method',
    'sendings.0.sentOn',
    'sendings.0.servedOn',
  ]);
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
