import { HttpResponse, http, type RequestHandler } from 'msw';

/** Stands in for the file store: takes every file, and lists in `taken` what was sent, with its query. */
export function takesFiles(taken: { readonly name: string | null; readonly kind: string | null }[]): RequestHandler {
  return http.put('*/api/files', ({ request }) => {
    const query = new URL(request.url).searchParams;
    taken.push({ name: query.get('name'), kind: query.get('kind') });
    return HttpResponse.json({ fileId: `file-${taken.length}`, sha256: 'a'.repeat(64), size: 4 });
  });
}
