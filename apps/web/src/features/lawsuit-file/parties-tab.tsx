import type { PartyView } from '@redress/domain/case-view/types';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { aboutOf } from '../../lib/lawsuit/about.ts';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import type { SuitTabProps } from './lawsuit-page.tsx';
import { StepButtons } from './step-buttons.tsx';

/** Everyone in the suit, as far as this reader may see, with what can be done about each. */
export function PartiesTab({ view, onStep }: SuitTabProps) {
  const { words } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.parties;
  return (
    <>
      <Panel title={words.lawsuitFile.tabs.parties}>
        <p className="rd-muted rd-small rw-above">{w.lead}</p>
        {view.parties.length === 0 && <EmptyState title={words.file.empty.parties} />}
        {view.parties.map((party) => (
          <PartyLine key={party.partyId} view={view} party={party} onStep={onStep} />
        ))}
      </Panel>
      <Panel title={w.organs}>
        {view.organs.map((organ) => (
          <PersonLine
            key={organ.organId}
            name={organ.name}
            role={code('roles', organ.role)}
            detail={[
              organ.undertakingId === organ.organId
                ? words.lawsuitFile.overview.self
                : w.undertaking(organ.undertakingName),
              ...organ.responders.map((r) => r.name),
            ].join(' · ')}
            actions={
              <StepButtons
                view={view}
                steps={['assign-undertaking', 'assign-responders']}
                about={aboutOf('', organ.organId)}
                words={{ 'assign-undertaking': w.assignUndertaking }}
                onStep={onStep}
              />
            }
          />
        ))}
      </Panel>
    </>
  );
}

function PartyLine({ view, party, onStep }: SuitTabProps & { party: PartyView }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const name = (id: string) => view.parties.find((p) => p.partyId === id)?.name ?? id;
  const said = (label: string, value: string | null) => (value === null || value === '' ? '' : `${label} ${value}`);
  const detail = [
    said(words.file.representative, party.legalRepresentative),
    said(words.file.identity, party.idNumber),
    said(words.file.telephone, party.telephone),
    said(words.file.address, party.address),
  ].filter((part) => part !== '');
  return (
    <PersonLine
      name={party.name}
      role={code('capacities', party.capacity)}
      chips={
        <>
          {party.actsFor.length > 0 && (
            <Chip>{words.file.actsFor(party.actsFor.map(name).join(words.listSeparator))}</Chip>
          )}
          {party.leftOn !== null && <Chip tone="dotted">{words.file.left(shortDay(party.leftOn, language))}</Chip>}
        </>
      }
      detail={detail.length === 0 ? undefined : detail.join(' · ')}
      actions={
        party.leftOn === null && mayTake(view, 'update-person') ? (
          <button
            type="button"
            className="rd-btn rw-small"
            data-look="plain"
            aria-label={words.people.updateOf(party.name)}
            onClick={() => onStep('update-person', party.partyId)}
          >
            {words.people.update}
          </button>
        ) : undefined
      }
    />
  );
}
