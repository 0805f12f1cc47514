import { type Failure, failureCodes } from '@redress/domain/errors';
import type { PageFailure } from '../../lib/failure.ts';
import { actingPost } from '../../lib/post.ts';

type Answer = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly failure: PageFailure };

/** Sends a register as it is. */
export async function uploadRegister(file: File): Promise<Answer> {
  const post = actingPost.get();
  try {
    const response = await fetch(`/api/imports?${new URLSearchParams({ name: file.name })}`, {
      method: 'PUT',
      body: file,
      headers: { 'content-type': 'application/octet-stream', ...(post === null ? {} : { 'x-redress-post': post }) },
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, id: (body as { id: string }).id };
    const failure = (body as { failure?: Failure } | null)?.failure;
    return {
      ok: false,
      failure: failure !== undefined && failureCodes.includes(failure.code) ? failure : { code: 'unexpected' },
    };
  } catch {
    return { ok: false, failure: { code: 'unreachable' } };
  }
}
