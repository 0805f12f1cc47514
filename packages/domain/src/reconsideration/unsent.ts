/**
 * 待发送: documents on record of which nothing says that they left for somebody they are for. Whom a document is for is
 * what the form of its step proposes; a document that is for nobody in particular is never unsent.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Addressee, Sending } from '../ledger/documents.ts';
import type { Addressees } from '../ledger/step-form.ts';
import { applicantsOf, principalParties, sendingsToOrgan, sendingsToParty } from './case-documents.ts';
import type { CaseDocument, ReconsiderationCase } from './case-types.ts';
import { type FieldSpec, stepForms } from './step-forms.ts';

const intendedFor: ReadonlyMap<string, Addressees> = new Map(
  (Object.values(stepForms) as readonly (readonly FieldSpec[])[]).flatMap((form) =>
    form.flatMap((field) =>
      field.documentKind === undefined || field.addressees === undefined
        ? []
        : [[field.documentKind, field.addressees]],
    ),
  ),
);

function addresseesOf(c: ReconsiderationCase, document: CaseDocument): readonly Addressee[] {
  const parties = (list: readonly { readonly partyId: string }[]) =>
    list.map(({ partyId }) => ({ is: 'party', partyId }) as Addressee);
  const organs = c.respondents.map((organId): Addressee => ({ is: 'organ', organId }));
  switch (intendedFor.get(document.kind)) {
    case 'applicants':
      return parties(applicantsOf(c));
    case 'respondents':
      return organs;
    case 'everyone':
      return [...parties(principalParties(c)), ...organs];
    default:
      return [];
  }
}

const hasLeft = (sendings: readonly Sending[]): boolean =>
  sendings.some((s) => s.sentOn !== null || s.servedOn !== null);

export interface UnsentDocument {
  readonly document: CaseDocument;
  readonly addressees: readonly Addressee[];
}

/** What was made by a day and has not left for each it is for, in the order of the record. */
export function unsentDocuments(c: ReconsiderationCase, day: CivilDate): readonly UnsentDocument[] {
  return c.documents.flatMap((document) => {
    if (document.madeOn > day) return [];
    const addressees = addresseesOf(c, document).filter(
      (to) =>
        !hasLeft(to.is === 'party' ? sendingsToParty(c, document, to.partyId) : sendingsToOrgan(document, to.organId)),
    );
    return addressees.length === 0 ? [] : [{ document, addressees }];
  });
}
