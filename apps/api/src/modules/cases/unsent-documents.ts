/** What the chosen cases have to send: asked for all of them at once, before one courier takes everything. */
import type { StreamId } from '@redress/domain/ids';
import type { Addressee } from '@redress/domain/ledger/documents';
import { unsentDocuments } from '@redress/domain/reconsideration/unsent';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { asSeen, namesFor } from './open-case.ts';

export interface UnsentOfCase {
  readonly id: StreamId;
  readonly version: number;
  readonly number: string | null;
  readonly documents: readonly {
    readonly documentId: string;
    readonly kind: string;
    readonly number: string | null;
    readonly madeOn: string;
    readonly addressees: readonly { readonly addressee: Addressee; readonly name: string }[];
  }[];
}

/** By case, in the order asked for; a case that is not this office's to send for is left out. */
export async function listUnsent(ctx: ActorContext, ids: readonly StreamId[]): Promise<readonly UnsentOfCase[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const parts = await readAs(services.db, actor).partsOf(ids);
  return ids.flatMap((id) => {
    const one = parts.get(id);
    if (one === undefined) return [];
    const { state, audience, ledger } = asSeen(ctx, one.ledger);
    if (audience !== 'reviewing') return [];
    const names = namesFor(office, one.kept, today);
    const nameOf = (to: Addressee): string => {
      if (to.is === 'organ') return names.organ(to.organId);
      const party = state.parties.find((p) => p.partyId === to.partyId);
      return (party && names.person(party.person)?.name) ?? '';
    };
    const documents = unsentDocuments(state, today).map(({ document, addressees }) => ({
      documentId: document.id,
      kind: document.kind,
      number: document.number,
      madeOn: document.madeOn,
      addressees: addressees.map((addressee) => ({ addressee, name: nameOf(addressee) })),
    }));
    return [{ id, version: ledger.entries.length, number: state.number, documents }];
  });
}
