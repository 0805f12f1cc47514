/**
 * Which files are taken: an extension on the list, and bytes that are what the extension says.
 * Nothing that a browser would run, and no archive, for it hides what it holds.
 */
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

type Sniffed = readonly string[] | 'text';

const openXml = 'application/vnd.openxmlformats-officedocument';
/** Old Office and WPS files share one container. */
const compound = ['application/x-cfb'];

interface FileType {
  /** What we say it is when it is downloaded. */
  readonly mediaType: string;
  /** What its bytes must look like. */
  readonly sniffed: Sniffed;
}

const fileTypes: Readonly<Record<string, FileType>> = {
  pdf: { mediaType: 'application/pdf', sniffed: ['application/pdf'] },
  ofd: { mediaType: 'application/ofd', sniffed: ['application/zip', 'application/ofd'] },
  jpg: { mediaType: 'image/jpeg', sniffed: ['image/jpeg'] },
  jpeg: { mediaType: 'image/jpeg', sniffed: ['image/jpeg'] },
  png: { mediaType: 'image/png', sniffed: ['image/png', 'image/apng'] },
  gif: { mediaType: 'image/gif', sniffed: ['image/gif'] },
  bmp: { mediaType: 'image/bmp', sniffed: ['image/bmp'] },
  tif: { mediaType: 'image/tiff', sniffed: ['image/tiff'] },
  tiff: { mediaType: 'image/tiff', sniffed: ['image/tiff'] },
  webp: { mediaType: 'image/webp', sniffed: ['image/webp'] },
  docx: { mediaType: `${openXml}.wordprocessingml.document`, sniffed: [`${openXml}.wordprocessingml.document`] },
  xlsx: { mediaType: `${openXml}.spreadsheetml.sheet`, sniffed: [`${openXml}.spreadsheetml.sheet`] },
  pptx: { mediaType: `${openXml}.presentationml.presentation`, sniffed: [`${openXml}.presentationml.presentation`] },
  doc: { mediaType: 'application/msword', sniffed: [...compound, 'application/rtf'] },
  xls: { mediaType: 'application/vnd.ms-excel', sniffed: compound },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', sniffed: compound },
  wps: { mediaType: 'application/vnd.ms-works', sniffed: compound },
  rtf: { mediaType: 'application/rtf', sniffed: ['application/rtf'] },
  txt: { mediaType: 'text/plain', sniffed: 'text' },
  csv: { mediaType: 'text/csv', sniffed: 'text' },
};

/** The extension in lower case, without its dot; '' where there is none. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Extensions taken, for the page's file chooser. */
export const acceptedExtensions: readonly string[] = Object.keys(fileTypes);

/** The type of a name; null where its extension is not on the list. */
export const typeOfName = (name: string): FileType | null => fileTypes[extensionOf(name)] ?? null;

const SAMPLE_BYTES = 64 * 1024;

/** Text has no control characters but tab, line feed, form feed and carriage return, in UTF-8, GB 18030 or UTF-16 alike. */
async function looksLikeText(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (sample[0] === 0xff && sample[1] === 0xfe) return true;
    return !sample.some((byte) => (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f);
  } finally {
    await handle.close();
  }
}

/** Are the bytes at `path` what the name's extension says? */
export async function isWhatItSays(path: string, type: FileType): Promise<boolean> {
  const found = await fileTypeFromFile(path);
  if (type.sniffed === 'text') return found === undefined && (await looksLikeText(path));
  return found !== undefined && type.sniffed.includes(found.mime);
}
