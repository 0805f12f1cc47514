/** What the port answers between being bound and the data being open: alive, not ready, and a page that says so. */
import type { Failure } from '@redress/domain/errors';

const failure: Failure = { code: 'database-away' };
const headers = { 'cache-control': 'no-store', 'retry-after': '1', 'x-content-type-options': 'nosniff' };

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<title>正在启动 · Starting</title>
<p>系统正在启动，请稍候，本页会自动刷新。</p>
<p lang="en">The application is starting. This page reloads by itself.</p>
</html>
`;

/** Answers any request meanwhile; nothing is read of its body. */
export function answerWhileStarting(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/health/live') return Response.json({ live: true }, { headers });
  if (pathname === '/health/ready') return Response.json({ ready: false, starting: true }, { status: 503, headers });
  if (pathname.startsWith('/api/trpc/')) {
    const data = { code: 'SERVICE_UNAVAILABLE', httpStatus: 503, failure };
    return Response.json({ error: { code: -32603, message: failure.code, data } }, { status: 503, headers });
  }
  if (pathname.startsWith('/api/')) return Response.json({ failure }, { status: 503, headers });
  return new Response(page, {
    status: 503,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}
