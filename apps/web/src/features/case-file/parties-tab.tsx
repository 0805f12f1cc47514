import type { CaseView, PartyView } from '@redress/domain/reconsideration/view-types';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';

interface PartiesTabProps {
  view: CaseView;
  onStep: (step: string, about?: string) => void;
  onCorrect: (seq: number) => void;
}

/** Everyone in the case and what they are here, as far as this reader may see, with what can be done about each. */
export function PartiesTab({ view, onStep, onCorrect }: PartiesTabProps) {
  const { words } = useLanguage();
  const w = words.people;
  if (view.parties.length === 0 && view.respondents.length === 0) {
    return (
      <Panel>
        <EmptyState title={words.file.empty.parties} />
      </Panel>
    );
  }
  const offered = [
    ['add-party', w.addParty],
    ['join-third-party', w.joinThirdParty],
  ] as const;
  const may = offered.filter(([step]) => mayTake(view, step));
  return (
    <>
      <Panel
        title={words.file.tabs.parties}
        extra={
          may.length === 0 ? undefined : (
            <span className="rw-row-actions">
              {may.map(([step, label]) => (
                <button
                  key={step}
                  type="button"
                  className="rd-btn rw-small"
                  data-look="plain"
                  onClick={() => onStep(step)}
                >
                  {label}
                </button>
              ))}
            </span>
          )
        }
      >
        <p className="rd-muted rd-small rw-above">{w.partiesLead}</p>
        {view.parties.map((party) => (
          <PartyLine key={party.partyId} view={view} party={party} onStep={onStep} />
        ))}
        {view.respondents.map((organ) => (
          <PersonLine key={organ.organId} name={organ.name} role={words.file.respondents} />
        ))}
      </Panel>
      {view.recusals.length > 0 && <Recusals view={view} onCorrect={onCorrect} />}
    </>
  );
}

/** Those who take part in another's name. */
const acting: ReadonlySet<string> = new Set(['agent', 'representative']);

function PartyLine({
  view,
  party,
  onStep,
}: {
  view: CaseView;
  party: PartyView;
  onStep: (step: string, about?: string) => void;
}) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.people;
  const capacities: Readonly<Record<string, string>> = words.register.capacities;
  const name = (id: string) => view.parties.find((p) => p.partyId === id)?.name ?? id;
  const said = (label: string, value: string | null) => (value === null || value === '' ? '' : `${label} ${value}`);
  const { authority } = party;
  const power =
    authority === null
      ? ''
      : [
          labels.optionOf('authorityKind', authority.kind, view.law),
          authority.matters.map((m) => labels.optionOf('specialPower', m, view.law)).join(words.listSeparator),
          authority.until === null ? '' : w.until(shortDay(authority.until, language)),
        ]
          .filter((part) => part !== '')
          .join(words.separator);
  const paper = authority === null ? undefined : view.files.find((f) => authority.fileIds.includes(f.id));
  const detail = [
    said(words.file.representative, party.legalRepresentative),
    said(words.file.identity, party.idNumber),
    said(words.file.telephone, party.telephone),
    said(words.file.address, party.address),
    power,
    party.powers,
    paper === undefined ? '' : said(w.powerOfAttorney, paper.name),
  ].filter((part) => part !== '');
  const actions = [
    ...(acting.has(party.capacity) ? ([['replace-agent', w.replace, w.replaceOf(party.name)]] as const) : []),
    ['update-person', w.update, w.updateOf(party.name)] as const,
    ['remove-party', w.leave, w.leaveOf(party.name)] as const,
  ].filter(([step]) => party.leftOn === null && mayTake(view, step));
  return (
    <PersonLine
      name={party.name}
      role={capacities[party.capacity] ?? party.capacity}
      chips={
        <>
          {party.actsFor.length > 0 && (
            <Chip>{words.file.actsFor(party.actsFor.map(name).join(words.listSeparator))}</Chip>
          )}
          {party.leftOn !== null && <Chip tone="dotted">{words.file.left(shortDay(party.leftOn, language))}</Chip>}
          {authority !== null && authority.until !== null && authority.until < view.today && party.leftOn === null && (
            <Chip tone="amber">{w.expired}</Chip>
          )}
        </>
      }
      detail={detail.length === 0 ? undefined : detail.join(' · ')}
      actions={
        actions.length === 0 ? undefined : (
          <span className="rw-row-actions">
            {actions.map(([step, label, whole]) => (
              <button
                key={step}
                type="button"
                className="rd-btn rw-small"
                data-look="plain"
                aria-label={whole}
                onClick={() => onStep(step, party.partyId)}
              >
                {label}
              </button>
            ))}
          </span>
        )
      }
    />
  );
}

/** 回避: who does nothing in this case any more, and why. */
function Recusals({ view, onCorrect }: { view: CaseView; onCorrect: (seq: number) => void }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.people;
  return (
    <Panel title={w.recusals}>
      {view.recusals.map((recusal) => (
        <PersonLine
          key={recusal.seq}
          name={recusal.name}
          chips={<Chip>{labels.optionOf('recusalWay', recusal.how, view.law)}</Chip>}
          detail={[
            labels.optionOf('recusalGround', recusal.ground, view.law),
            w.recusedOn(shortDay(recusal.on, language), recusal.decidedBy),
          ].join(' · ')}
          actions={
            mayTake(view, 'annul-entry') ? (
              <button
                type="button"
                className="rd-btn rw-small"
                data-look="plain"
                aria-label={w.withdrawRecusalOf(recusal.name)}
                onClick={() => onCorrect(recusal.seq)}
              >
                {w.withdrawRecusal}
              </button>
            ) : undefined
          }
        />
      ))}
    </Panel>
  );
}
