/**
 * Makes a Word file from a form: its template with the fields put in. The one way any document of the system is made. The
 * fields are checked against the form's catalogue first, and a template that names a field the form does not have is told
 * by that name: nothing is left empty unseen.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Filled, type FormValues, fillForm } from '@redress/domain/documents/fill';
import { type FormKind, templateOf } from '@redress/domain/documents/forms';
import { RedressError } from '@redress/domain/errors';
import { formWordsForCourt } from '@redress/domain/labels/documents';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

/** `apps/api/templates`: one file for each form and version, which the office may restyle. */
export const templateFolder = path.resolve(import.meta.dirname, '../../../templates');

export interface IssuedDocument {
  /** `identity-proof-1`: which template, in which version. */
  readonly template: string;
  readonly bytes: Uint8Array;
}

const wrongTemplate = (template: string, field: string): RedressError =>
  new RedressError({
    code: 'invalid-input',
    fields: [{ field: `${template}.docx: {${field}}`, rule: 'unknown-field' }],
  });

/** The template filled in; throws where it asks for what the form does not have. */
function filled(template: string, bytes: Uint8Array, data: Filled): Uint8Array {
  const document = new Docxtemplater(new PizZip(bytes), {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: (part: { readonly value: string }) => {
      throw wrongTemplate(template, part.value);
    },
  });
  try {
    document.render(data);
  } catch (error) {
    // The library gathers what its parts threw; what a template lacks is said as it was found.
    throw rootOf(error) ?? error;
  }
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function rootOf(error: unknown): RedressError | null {
  if (error instanceof RedressError) return error;
  const { properties } = error as {
    readonly properties?: { readonly errors?: readonly unknown[]; readonly rootError?: unknown };
  };
  for (const inner of [properties?.rootError, ...(properties?.errors ?? [])]) {
    const found = inner === undefined || inner === null ? null : rootOf(inner);
    if (found !== null) return found;
  }
  return null;
}

/** A document of a kind with these fields; `invalid-input` at the fields that are missing, unknown or not what they hold. */
export async function issueDocument(
  kind: FormKind,
  fields: FormValues,
  folder: string = templateFolder,
): Promise<IssuedDocument> {
  const result = fillForm(kind, fields, formWordsForCourt);
  if (!result.ok) throw new RedressError({ code: 'invalid-input', fields: result.fields });
  const template = templateOf(kind);
  const bytes = await readFile(path.join(folder, `${template}.docx`));
  return { template, bytes: filled(template, bytes, result.data) };
}
