/**
 * Files over HTTP: the raw body streams in and out, outside tRPC, with the same permissions and failures.
 * Reading goes through the case's audience: whoever does not see a file in the case does not get it by its id.
 */
import { may } from '@redress/domain/access/permissions';
import { type Failure, RedressError } from '@redress/domain/errors';
import { zStreamId } from '@redress/domain/schema';
import { Hono } from 'hono';
import { z } from 'zod';
import { recordFile } from '../../case-store/files.ts';
import { readAs } from '../../case-store/read-as.ts';
import { errorFields } from '../../log.ts';
import type { Context } from '../../trpc/context.ts';
import { failureOf, httpStatusOf } from '../../trpc/errors.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { viewAny } from '../lawsuits/view-any.ts';

const zUpload = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^/\\\u0000-\u001f]+$/),
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/)
    .default('other'),
  caseId: zStreamId.optional(),
});

export interface Uploaded {
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
}

const failed = (failure: Failure): Response =>
  Response.json(
    { failure },
    {
      status: httpStatusOf[failure.code],
      // The rest of a body that was refused is not read: the connection ends with the answer.
      headers: { connection: 'close' },
    },
  );

function whoMay(ctx: Context, permission: 'files.add' | 'files.read'): ActorContext {
  if (ctx.actor === null) throw new RedressError({ code: 'not-signed-in' });
  const mismatch = ctx.wantedPost !== null && ctx.wantedPost !== ctx.actor.acting.postId;
  if (mismatch || !may(ctx.actor, permission)) throw new RedressError({ code: 'not-permitted' });
  return { ...ctx, actor: ctx.actor };
}

async function upload(ctx: ActorContext, request: Request, maxBytes: number): Promise<Uploaded> {
  const { services, actor } = ctx;
  const query = zUpload.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw query.error;
  const { name, kind, caseId } = query.data;
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    throw new RedressError({
      code: 'file-too-large',
      fields: [{ field: 'file', rule: 'too-high', params: { maxBytes } }],
    });
  }
  // Throws not-found where the actor does not see the case.
  if (caseId !== undefined) await viewAny(ctx, caseId);
  if (request.body === null) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'file', rule: 'too-short' }] });
  }
  const stored = await services.files.put(name, request.body);
  // It belongs to a case only once an entry of the case names it.
  const fileId = await recordFile(services.db, stored, { name, kind }, actor, services.clock.now());
  return { fileId, sha256: stored.sha256, size: stored.size, name };
}

async function download(ctx: ActorContext, id: string): Promise<Response> {
  const { services, actor } = ctx;
  const notFound = new RedressError({ code: 'not-found' });
  const row = await readAs(services.db, actor).fileOf(id);
  if (row === null) throw notFound;
  if (row.streamId !== null) {
    const view = await viewAny(ctx, row.streamId);
    if (!view.files.some((f) => f.id === row.id)) throw notFound;
  }
  const found = await services.files.get(row.sha256);
  if (found === null) throw notFound;
  return new Response(found.bytes, {
    headers: {
      'content-type': row.mediaType,
      'content-length': String(found.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(row.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

/** Mounted at the root; answers /api/files. */
export function fileRoutes(contextOf: (request: Request) => Promise<Context>, maxBytes: number): Hono {
  const app = new Hono();
  const answering = async (request: Request, work: () => Promise<Response>): Promise<Response> => {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'unexpected') {
        const { services } = await contextOf(request);
        services.log.error({ route: '/api/files', ...errorFields(error) }, 'unexpected failure');
      }
      return failed(failure);
    }
  };
  app.put('/api/files', (c) =>
    answering(c.req.raw, async () =>
      Response.json(await upload(whoMay(await contextOf(c.req.raw), 'files.add'), c.req.raw, maxBytes)),
    ),
  );
  app.get('/api/files/:id', (c) =>
    answering(c.req.raw, async () => download(whoMay(await contextOf(c.req.raw), 'files.read'), c.req.param('id'))),
  );
  return app;
}
