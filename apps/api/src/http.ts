/** The HTTP application: API, files, health and the web application, on one port. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Auth } from './auth/auth.ts';
import { authRoutes } from './auth/routes.ts';
import type { Sessions } from './auth/sessions.ts';
import { errorFields } from './log.ts';
import { feedRoutes } from './modules/appearances/feed-routes.ts';
import { exportRoutes } from './modules/cases/export-routes.ts';
import { fileRoutes } from './modules/files/routes.ts';
import { importRoutes } from './modules/import/routes.ts';
import { suitExportRoutes } from './modules/lawsuits/export-routes.ts';
import { type Context, makeContext, postHeader, type Services } from './trpc/context.ts';
import { failureOf, toTrpcError } from './trpc/errors.ts';
import { appRouter } from './trpc/root.ts';

export interface HttpOptions {
  readonly services: Services;
  readonly auth: Auth;
  readonly sessions: Sessions;
  readonly openToNetwork: boolean;
  readonly publicUrl: string | null;
  readonly maxFileBytes: number;
  /** The built web application; without it only the API answers. */
  readonly webDist: string | null;
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Nothing from elsewhere, nothing inline but styles (the component library makes them at run time). */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page of another origin may not write with its visitor's cookies. */
function isForeignWrite(request: Request, publicUrl: string | null): boolean {
  if (safeMethods.has(request.method)) return false;
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') === 'cross-site';
  const host = request.headers.get('host');
  const own = [`http://${host}`, `https://${host}`, ...(publicUrl === null ? [] : [new URL(publicUrl).origin])];
  return !own.includes(origin);
}

/** What a log may say of an address: whoever knows a feed's whole address reads it, so that its secret is left out. */
export const loggedPath = (path: string): string => path.replace(/^\/calendar\/.*/, '/calendar/…');

/** The whole application as one handler, with no port of its own: tests ask it as the server does. */
export function createApp(o: HttpOptions): Hono {
  const { services } = o;
  const app = new Hono();
  const addresses = new WeakMap<Request, string>();

  app.use(async (c, next) => {
    const started = performance.now();
    // Behind a proxy the last hop it adds is the caller; without one the header is anybody's word.
    const forwarded = o.publicUrl === null ? undefined : c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    try {
      addresses.set(c.req.raw, forwarded ?? getConnInfo(c).remote.address ?? '');
    } catch {
      addresses.set(c.req.raw, forwarded ?? '');
    }
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    if (c.req.path.startsWith('/api/')) {
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
      // The path of a file or a case holds only its id; the query, which may hold a name, is left out.
      services.log.info(
        { method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(performance.now() - started) },
        'request',
      );
    }
  });
  app.use('/api/*', async (c, next) => {
    if (isForeignWrite(c.req.raw, o.publicUrl)) return c.json({ failure: { code: 'not-permitted' } }, 403);
    return next();
  });
  app.onError((error, c) => {
    const failure = failureOf(error);
    services.log.error({ path: loggedPath(c.req.path), ...errorFields(error) }, 'unexpected failure');
    return c.json({ failure }, failure.code === 'database-away' ? 503 : 500);
  });

  app.get('/health/live', (c) => c.json({ live: true }));
  app.get('/health/ready', async (c) => {
    try {
      await services.db.pool.query('select 1');
      return c.json({ ready: true });
    } catch {
      return c.json({ ready: false, failure: { code: 'database-away' } }, 503);
    }
  });

  const contextOf = async (request: Request, resHeaders?: Headers): Promise<Context> => {
    const { session, cookies } = await o.sessions.of(request.headers);
    for (const cookie of cookies) resHeaders?.append('set-cookie', cookie);
    return makeContext(services, session, request.headers.get(postHeader) ?? undefined);
  };

  app.route('/', feedRoutes(services));
  app.route('/', fileRoutes(contextOf, o.maxFileBytes));
  app.route('/', importRoutes(contextOf));
  app.use(
    '/api/*',
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.json({ failure: { code: 'invalid-input' } }, 413) }),
  );
  app.route('/', exportRoutes(contextOf));
  app.route('/', suitExportRoutes(contextOf));
  app.route(
    '/',
    authRoutes({
      auth: o.auth,
      sessions: o.sessions,
      db: services.db.orm,
      openToNetwork: o.openToNetwork,
      now: services.now,
      addressOf: (request) => addresses.get(request) ?? '',
    }),
  );
  app.all('/api/trpc/*', (c) =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: c.req.raw,
      router: appRouter,
      // A query with a long input (the preview of a step) may come as a POST.
      allowMethodOverride: true,
      createContext: ({ resHeaders }) =>
        contextOf(c.req.raw, resHeaders).catch((error: unknown) => {
          throw toTrpcError(error);
        }),
      onError: ({ error, path: procedure }) => {
        const failure = failureOf(error);
        if (failure.code === 'unexpected' || failure.code === 'database-away') {
          services.log.error({ procedure, failure: failure.code, ...errorFields(error.cause ?? error) }, 'failure');
        }
      },
    }),
  );
  app.all('/api/*', (c) => c.json({ failure: { code: 'not-found' } }, 404));

  if (o.webDist !== null) serveWeb(app, o.webDist);
  return app;
}

/** The built files; hashed ones for ever. Any other address is the application's own: its router reads it. */
function serveWeb(app: Hono, dist: string): void {
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use('*', async (c, next) => {
    await next();
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html') === true;
    if (isPage) c.res.headers.set('cache-control', 'no-cache');
  });
  app.get('*', serveStatic({ root: dist }));
  app.get('*', async (c) => {
    const isFile = /\.[a-z0-9]{1,8}$/i.test(c.req.path);
    const page = isFile ? null : await readFile(path.join(dist, 'index.html'), 'utf8').catch(() => null);
    if (page === null) return c.text('not found', 404);
    return c.html(page);
  });
}
