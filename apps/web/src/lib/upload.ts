import type { Failure } from '@redress/domain/errors';
import { failureCodes } from '@redress/domain/errors';
import type { PageFailure } from './failure.ts';
import { actingPost } from './post.ts';

export interface Uploaded {
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
}

export type UploadAnswer =
  | { readonly ok: true; readonly file: Uploaded }
  | { readonly ok: false; readonly failure: PageFailure };

/** Sends one file as it is; `onProgress` hears shares from 0 to 1. XMLHttpRequest, for fetch tells no progress. */
export function upload(
  file: File,
  about: { readonly kind: string; readonly caseId: string | null },
  onProgress: (share: number) => void,
): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: file.name, kind: about.kind });
    if (about.caseId !== null) query.set('caseId', about.caseId);
    request.open('PUT', `/api/files?${query.toString()}`);
    const post = actingPost.get();
    if (post !== null) request.setRequestHeader('x-redress-post', post);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => resolve({ ok: false, failure: { code: 'unreachable' } });
    request.onload = () => {
      const body: unknown = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve({ ok: true, file: body as Uploaded });
      else resolve({ ok: false, failure: failureIn(body) });
    };
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failureIn(body: unknown): PageFailure {
  const failure = typeof body === 'object' && body !== null && 'failure' in body ? body.failure : body;
  if (typeof failure === 'object' && failure !== null && 'code' in failure) {
    const { code } = failure as { code: Failure['code'] };
    if (failureCodes.includes(code)) return failure as Failure;
  }
  return { code: 'unexpected' };
}
