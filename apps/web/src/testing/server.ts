import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** Every request of a page is answered by a test, or fails it. */
export const server = setupServer();

const unhandled: string[] = [];

beforeAll(() => {
  server.listen({
    onUnhandledFrame: ({ frame, defaults }) => {
      unhandled.push(frame.protocol);
      defaults.error();
    },
  });
  // A page asks for addresses of its own origin; outside a browser fetch knows no origin.
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    send(typeof input === 'string' && input.startsWith('/') ? new URL(input, window.location.href) : input, init);
});
afterEach(() => {
  server.resetHandlers();
  const left = unhandled.splice(0);
  if (left.length > 0)
    throw new Error(`${left.length} requests that nobody answered: their addresses are printed above`);
});
afterAll(() => server.close());
