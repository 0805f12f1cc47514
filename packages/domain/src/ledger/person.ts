/** A person's own data: kept beside the ledger in versions, erasable; the ledger holds a reference and a salted hash. */
import { z } from 'zod';

export const zPersonData = z.object({
  /** Name of the citizen or organisation. */
  name: z.string().trim().min(1).max(80),
  /** Identity card number or unified social credit code; never shown to a respondent. */
  idNumber: z.string().trim().max(40).default(''),
  address: z.string().trim().max(200).default(''),
  telephone: z.string().trim().max(40).default(''),
  /** For organisations: the legal representative or person in charge, with post. */
  legalRepresentative: z.string().trim().max(80).default(''),
});
export type PersonData = Readonly<z.infer<typeof zPersonData>>;
