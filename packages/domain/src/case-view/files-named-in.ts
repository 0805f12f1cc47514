import type { FileId } from '../ids.ts';

/** Every file that a value names, however deep. */
export function filesNamedIn(value: unknown, found: Set<FileId> = new Set()): ReadonlySet<FileId> {
  if (value === null || typeof value !== 'object') return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'fileId' && typeof inner === 'string') found.add(inner as FileId);
    else if (key === 'fileIds' && Array.isArray(inner)) for (const id of inner) found.add(id as FileId);
    else filesNamedIn(inner, found);
  }
  return found;
}
