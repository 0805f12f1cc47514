/** The chain of a stream: any field changed, any entry missing, moved or added is found. */
import { describe, expect, it } from 'vitest';
import type { InstantMs, Sha256 } from '../ids.ts';
import { aCase, testHash } from '../testing/builders.ts';
import { chainOnto, checkChain, emptyHead, hashOf } from './chain.ts';
import type { Envelope } from './envelope.ts';
import { headsHash, sealHash, sealOnto } from './seal.ts';

const written = () =>
  aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-05', { served: '2026-03-06' });
const check = (entries: readonly Envelope[]) => {
  const { version, headHash } = written().head;
  return checkChain(entries, { version, headHash }, testHash);
};
const changed = (at: number, over: Partial<Envelope>): readonly Envelope[] =>
  written().entries.map((e, i) => (i === at ? { ...e, ...over } : e));

describe('the chain', () => {
  it('is whole as written', () => {
    expect(written().entries.length).toBeGreaterThan(4);
    expect(check(written().entries)).toEqual([]);
  });

  const sha = 'f'.repeat(64) as Sha256;
  const changes: readonly (readonly [keyof Envelope, unknown])[] = [
    ['streamId', 'another-case'],
    ['seq', 99],
    ['type', 'refused'],
    ['typeVersion', 2],
    ['occurredOn', '2020-01-01'],
    ['occurredTime', '09:00'],
    ['recordedAt', 1],
    ['recordedBy', { account: 'x', organ: 'y', post: 'z' }],
    ['doneBy', { name: '某人', title: '县长' }],
    ['documentIds', ['x']],
    ['irregular', { codes: ['x'], reason: 'y' }],
    ['commandId', 'another-command'],
    ['payload', {}],
    ['prevHash', sha],
    ['hash', sha],
  ];
  it('the list above names every field of an entry', () => {
    expect(changes.map(([field]) => field).sort()).toEqual(Object.keys(written().entries[0] ?? {}).sort());
  });
  for (const [field, value] of changes) {
    it.each(written().entries.map((_, i) => i))(`finds a changed ${field} of entry %i`, (at) => {
      expect(check(changed(at, { [field]: value }))).not.toEqual([]);
    });
  }

  it('finds a removed first, middle and last entry, two changed places and one entry too many', () => {
    const { entries } = written();
    for (let at = 0; at < entries.length; at += 1) expect(check(entries.filter((_, i) => i !== at))).not.toEqual([]);
    const [a, b, ...rest] = entries;
    expect(a !== undefined && b !== undefined && check([b, a, ...rest])).not.toEqual([]);
    const last = entries.at(-1);
    expect(last !== undefined && check([...entries, last])).not.toEqual([]);
    expect(check([])).not.toEqual([]);
  });

  it('is not fooled by an entry whose own hash was recomputed', () => {
    const [first, ...rest] = written().entries;
    if (first === undefined) throw new Error('no entry');
    const forged = { ...first, payload: { ...(first.payload as object), channel: 'post' } };
    expect(check([{ ...forged, hash: hashOf(forged, testHash) }, ...rest])).toMatchObject([
      { fault: 'broken-link', seq: 2 },
    ]);
  });

  it('does not care in which order the keys of a payload come back', () => {
    const reordered = written().entries.map((e) => ({
      ...e,
      payload: Object.fromEntries(Object.entries(e.payload as object).reverse()),
    }));
    expect(check(reordered)).toEqual([]);
  });

  it('a clock set back never puts an entry before the last one', () => {
    const b = written();
    const at = b.head.lastRecordedAt ?? (0 as InstantMs);
    const [next] = chainOnto(
      b.head,
      [b.entry('note-made', '2026-03-09', { text: { narrativeId: 'n' as never, saltedHash: sha } })],
      { streamId: b.streamId, recordedAt: (at - 5000) as InstantMs, recordedBy: b.by, commandId: 'c' as never },
      testHash,
    );
    expect(next?.recordedAt).toBe(at);
    expect(emptyHead.lastRecordedAt).toBeNull();
  });
});

describe('the seal', () => {
  const heads = ['case-1', 'case-2', 'case-3'].map((streamId, i) => ({
    streamId: streamId as never,
    version: i + 1,
    headHash: testHash(streamId),
  }));
  it('is the same whatever order the streams come in', () => {
    expect(headsHash([...heads].reverse(), testHash)).toBe(headsHash(heads, testHash));
  });
  it('finds a stream removed whole, and one cut off at its end', () => {
    const whole = headsHash(heads, testHash);
    expect(headsHash(heads.slice(1), testHash)).not.toBe(whole);
    expect(
      headsHash(
        heads.map((h, i) => (i === 2 ? { ...h, version: 2 } : h)),
        testHash,
      ),
    ).not.toBe(whole);
  });
  it('chains to the seal before it', () => {
    const at = (n: number) => ({ sealedAt: n as InstantMs, occasion: 'daily' as const });
    const first = sealOnto(null, heads, at(1), testHash);
    const second = sealOnto(first, heads, at(2), testHash);
    expect(second).toMatchObject({ number: 2, prevHash: first.hash, streamCount: 3 });
    expect(sealHash({ ...second, streamCount: 2 }, testHash)).not.toBe(second.hash);
  });
});
