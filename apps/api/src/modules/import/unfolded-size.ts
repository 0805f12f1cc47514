/** What a zip archive says it unfolds to, read from its directory alone: nothing is unfolded to find out. */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const DEFLATED = 8;
/** A field that says: look into the extension for archives beyond 4 GB. */
const extended = 0xffffffff;

/**
 * The bytes of all entries together. null: the directory cannot be read, or does not say; what unfolds an archive then
 * has no bound, and a sheet beyond 4 GB is none.
 */
export function unfoldedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const last = Math.max(0, bytes.length - 65_557);
  while (end >= last && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < last) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (entries === 0xffff || at === extended || view.getUint32(end + 12, true) === extended) return null;
  let total = 0;
  for (let i = 0; i < entries; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return null;
    const packed = view.getUint32(at + 20, true);
    const unfolded = view.getUint32(at + 24, true);
    if (packed === extended || unfolded === extended) return null;
    // Something packed that is said to be nothing, or sizes that stand elsewhere.
    const isFolder = bytes[at + 45 + view.getUint16(at + 28, true)] === 0x2f;
    if (view.getUint16(at + 10, true) === DEFLATED && unfolded === 0 && packed !== 2 && !isFolder) return null;
    total += Math.max(unfolded, packed);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
