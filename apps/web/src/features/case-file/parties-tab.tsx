import type { CaseView, PartyView } from '@redress/domain/reconsideration/view-types';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';

/** Everyone in the case and what they are here, as far as this reader may see. */
export function PartiesTab({ view }: { view: CaseView }) {
  const { words, language } = useLanguage();
  const capacities: Readonly<Record<string, string>> = words.register.capacities;
  const name = (id: string) => view.parties.find((p) => p.partyId === id)?.name ?? id;
  const detail = (party: PartyView) =>
    [
      party.legalRepresentative === null || party.legalRepresentative === ''
        ? ''
        : `${words.file.representative} ${party.legalRepresentative}`,
      party.idNumber === null || party.idNumber === '' ? '' : `${words.file.identity} ${party.idNumber}`,
      party.telephone === null || party.telephone === '' ? '' : `${words.file.telephone} ${party.telephone}`,
      party.address === null || party.address === '' ? '' : `${words.file.address} ${party.address}`,
      party.powers,
    ]
      .filter((part) => part !== '')
      .join(' · ');

  if (view.parties.length === 0 && view.respondents.length === 0) {
    return (
      <Panel>
        <EmptyState title={words.file.empty.parties} />
      </Panel>
    );
  }
  return (
    <Panel>
      {view.parties.map((party) => (
        <PersonLine
          key={party.partyId}
          name={party.name}
          role={capacities[party.capacity] ?? party.capacity}
          chips={
            <>
              {party.actsFor.length > 0 && (
                <Chip>{words.file.actsFor(party.actsFor.map(name).join(words.listSeparator))}</Chip>
              )}
              {party.leftOn !== null && <Chip tone="dotted">{words.file.left(shortDay(party.leftOn, language))}</Chip>}
            </>
          }
          detail={detail(party) === '' ? undefined : detail(party)}
        />
      ))}
      {view.respondents.map((organ) => (
        <PersonLine key={organ.organId} name={organ.name} role={words.file.respondents} />
      ))}
    </Panel>
  );
}
