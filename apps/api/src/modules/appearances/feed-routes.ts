/** `GET /calendar/<secret>.ics`: for calendar programs, which do not sign in; the address is the key. */
import { Hono } from 'hono';
import type { Services } from '../../trpc/context.ts';
import { feedUnder } from './feeds.ts';

/** As the addresses are made: anything else is asked of no table. */
const secretPattern = /^([A-Za-z0-9_-]{20,100})\.ics$/;

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

export function feedRoutes(services: Services): Hono {
  const app = new Hono();
  app.get('/calendar/:file', async (c) => {
    const secret = secretPattern.exec(c.req.param('file'))?.[1];
    const answer = secret === undefined ? ({ is: 'unknown' } as const) : await feedUnder(services, secret);
    if (answer.is === 'unknown') {
      return c.text('没有这个日历地址。There is no calendar at this address.\n', 404, plain);
    }
    if (answer.is === 'revoked') {
      const said =
        '这个日历地址已经撤销，请向本机关索取新地址。This calendar address was revoked: ask the organ for a new one.\n';
      return c.text(said, 410, plain);
    }
    if (answer.is === 'left') {
      return c.text(
        '此人已不在该机关任职，日历停止更新。The person holds no post of this organ any more.\n',
        410,
        plain,
      );
    }
    return c.body(answer.ics, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
      'content-disposition': 'inline; filename="sessions.ics"',
    });
  });
  return app;
}
