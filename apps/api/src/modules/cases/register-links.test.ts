/** A case decided anew names the lawsuit whose judgment orders it: as far as whoever registers it sees that lawsuit. */
import type { StreamId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Api,
  anApplication,
  type Browser,
  demoPeople,
  newCaseId,
  newCommandId,
  testApi,
} from '../../testing/api.ts';
import { aLawsuit } from '../../testing/lawsuits.ts';

let api: Api;
let handler: Browser;
/** A handler of another county's office, in whose eyes this one's lawsuits are not there. */
let stranger: Browser;
let suit: StreamId;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  stranger = await api.as(demoPeople.otherHandler);
  suit = (await aLawsuit(api)).id;
});

type Link = { readonly kind: 'remanded-to' | 'same-dispute'; readonly to: StreamId };
async function register(browser: Browser, links: readonly Link[]) {
  const id = newCaseId();
  const input = { ...anApplication(), links };
  return { id, answer: await browser.mutate('cases', 'register', { commandId: newCommandId(), id, input }) };
}
const wrongAt = (...fields: readonly string[]) => ({
  ok: false,
  failure: { code: 'invalid-input', fields: fields.map((field) => ({ field, rule: 'unknown-link' })) },
});

describe('what a new case follows', () => {
  it('is linked with it from the first entry on, and seen from both ends', async () => {
    const earlier = await api.aCase();
    const { id, answer } = await register(handler, [
      { kind: 'remanded-to', to: suit },
      { kind: 'same-dispute', to: earlier.id },
    ]);
    expect(answer).toMatchObject({ ok: true });
    const linked = await handler.query('lawsuits', 'linked', { id: suit });
    expect(linked.ok && linked.data.map((one) => [one.id, one.kind])).toContainEqual([id, 'remanded-to']);
    const before = await handler.query('cases', 'linked', { id: earlier.id });
    expect(before.ok && before.data.map((one) => one.id)).toContain(id);
  });

  it('is refused at its field where the lawsuit is not the actor’s to see, and where there is none', async () => {
    const { id, answer } = await register(stranger, [{ kind: 'remanded-to', to: suit }]);
    expect(answer).toMatchObject(wrongAt('links.0.to'));
    // Nothing was registered with the wrong link left out, and an unknown lawsuit answers the same.
    expect(await stranger.query('cases', 'view', { id })).toMatchObject({ failure: { code: 'not-found' } });
    const unknown = await register(stranger, [{ kind: 'remanded-to', to: newCaseId() }]);
    expect(unknown.answer).toEqual(answer);
  });

  it('names the wrong one among several', async () => {
    const { answer } = await register(handler, [
      { kind: 'remanded-to', to: suit },
      { kind: 'same-dispute', to: newCaseId() },
    ]);
    expect(answer).toMatchObject(wrongAt('links.1.to'));
  });

  it('may be nothing at all', async () => {
    expect((await register(handler, [])).answer).toMatchObject({ ok: true });
  });
});
