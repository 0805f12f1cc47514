/** The register over HTTP: the file in, the list of what was found out. */
import { may } from '@redress/domain/access/permissions';
import type { Language } from '@redress/domain/calendar/civil-date';
import { type Failure, RedressError } from '@redress/domain/errors';
import { Hono } from 'hono';
import { z } from 'zod';
import { errorFields } from '../../log.ts';
import type { Context } from '../../trpc/context.ts';
import { failureOf, httpStatusOf } from '../../trpc/errors.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { findingsWorkbook } from './findings.ts';
import { uploadRegister } from './import-runs.ts';
import { maxRegisterBytes } from './read-register.ts';

const zName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^/\\\p{Cc}]+$/u);

const failed = (failure: Failure): Response =>
  Response.json({ failure }, { status: httpStatusOf[failure.code], headers: { connection: 'close' } });

function whoMay(ctx: Context): ActorContext {
  if (ctx.actor === null) throw new RedressError({ code: 'not-signed-in' });
  const mismatch = ctx.wantedPost !== null && ctx.wantedPost !== ctx.actor.acting.postId;
  if (mismatch || !may(ctx.actor, 'cases.import')) throw new RedressError({ code: 'not-permitted' });
  return { ...ctx, actor: ctx.actor };
}

const tooLarge = () =>
  new RedressError({
    code: 'file-too-large',
    fields: [{ field: 'file', rule: 'file-too-large', params: { max: maxRegisterBytes } }],
  });

/** The whole body, up to what an import takes. */
async function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxRegisterBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxRegisterBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Mounted at the root, before the limit that other bodies have; answers /api/imports. */
export function importRoutes(contextOf: (request: Request) => Promise<Context>): Hono {
  const app = new Hono();
  const answering = async (request: Request, work: () => Promise<Response>): Promise<Response> => {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'unexpected') {
        const { services } = await contextOf(request);
        services.log.error({ route: '/api/imports', ...errorFields(error) }, 'unexpected failure');
      }
      return failed(failure);
    }
  };
  app.put('/api/imports', (c) =>
    answering(c.req.raw, async () => {
      const ctx = whoMay(await contextOf(c.req.raw));
      const name = zName.parse(c.req.query('name'));
      return Response.json(await uploadRegister(ctx, name, await bytesOf(c.req.raw)));
    }),
  );
  app.get('/api/imports/:id/findings.xlsx', (c) =>
    answering(c.req.raw, async () => {
      const ctx = whoMay(await contextOf(c.req.raw));
      const language: Language = c.req.query('language') === 'en' ? 'en' : 'zh-CN';
      const book = await findingsWorkbook(ctx, c.req.param('id'), language);
      return new Response(Buffer.from(book.bytes), {
        headers: {
          'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(book.name).replace(/['()*]/g, (x) => `%${x.charCodeAt(0).toString(16).toUpperCase()}`)}`,
          'cache-control': 'private, no-store',
        },
      });
    }),
  );
  return app;
}
