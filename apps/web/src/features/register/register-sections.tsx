import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import { categories } from '@redress/domain/reconsideration/categories';
import { channels, knownHow, matters, suitStates } from '@redress/domain/reconsideration/codes';
import { manyApplicants } from '@redress/domain/reconsideration/step-inputs';
import { FormSection } from '@redress/ui/form-section';
import { useQuery } from '@tanstack/react-query';
import {
  CheckField,
  DayField,
  LinesField,
  LongTextField,
  MoneyField,
  MultiSelectField,
  SelectField,
  TextField,
} from '../../lib/fields.tsx';
import { FileField } from '../../lib/file-field.tsx';
import { useLanguage, useWords } from '../../lib/language.tsx';
import { newParty, type PartyDraft, PartyFields } from '../../lib/party-fields.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { ActText } from './act-text.tsx';
import { ApplicantRoster, PasteApplicants } from './applicant-roster.tsx';
import {
  type ActingDraft,
  type ActingRole,
  chosenKey,
  isChosen,
  newActing,
  newObstacle,
  type ObstacleDraft,
  type RegisterDraft,
} from './register-draft.ts';
import { offeredRespondents } from './respondents.ts';

export interface SectionProps {
  draft: RegisterDraft;
  change: (part: Partial<RegisterDraft>) => void;
  /** The problems of a field of the step's input and of what lies below it. */
  problemsOf: (field: string) => readonly FieldProblem[];
}
type Organs = Outputs['office']['organs'];

/** How the application came, and its two days. */
export function ChannelSection({ draft, change, problemsOf, organs }: SectionProps & { organs: Organs }) {
  const words = useWords();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.register;
  return (
    <FormSection title={w.sections.channel} hint={w.hints.channel}>
      <SelectField
        label={w.channel}
        required
        value={draft.channel}
        options={channels.map((value) => ({ value, label: labels.channel(value) }))}
        problems={problemsOf('channel')}
        onChange={(value) => change({ channel: channels.find((c) => c === value) ?? draft.channel })}
      />
      <DayField
        label={w.receivedOn}
        required
        value={draft.receivedOn}
        max={today}
        problems={problemsOf('receivedOn')}
        onChange={(receivedOn) => change({ receivedOn })}
      />
      <DayField
        label={w.filedOnByChannel[draft.channel]}
        required
        value={draft.filedOn}
        max={draft.receivedOn ?? today}
        problems={problemsOf('filedOn')}
        onChange={(filedOn) => change({ filedOn })}
      />
      <TextField
        label={w.filingProof}
        hint={w.filingProofHint}
        value={draft.filingProof}
        problems={problemsOf('filingProof')}
        onChange={(filingProof) => change({ filingProof })}
      />
      {draft.channel === 'via-penalising-organ' && (
        <>
          <SelectField
            label={w.relayOrgan}
            required
            value={draft.relayOrganId}
            options={organs.map((organ) => ({ value: organ.id, label: organ.name }))}
            problems={[...problemsOf('relay.organId'), ...problemsOf('relay').filter((p) => p.field === 'relay')]}
            onChange={(relayOrganId) => change({ relayOrganId })}
          />
          <DayField
            label={w.relayReceivedOn}
            required
            value={draft.relayReceivedOn}
            max={today}
            problems={problemsOf('relay.receivedOn')}
            onChange={(relayReceivedOn) => change({ relayReceivedOn })}
          />
          <DayField
            label={w.relaySentOn}
            hint={w.relaySentOnHint}
            value={draft.relaySentOn}
            max={draft.receivedOn ?? today}
            problems={problemsOf('relay.sentOn')}
            onChange={(relaySentOn) => change({ relaySentOn })}
          />
          <TextField
            label={words.intake.relay.note}
            hint={words.intake.relay.noteHint}
            wide
            value={draft.relayNote}
            problems={problemsOf('relay.note')}
            onChange={(relayNote) => change({ relayNote })}
          />
        </>
      )}
    </FormSection>
  );
}

/** Respondents, applicants, third parties, and who acts for them. */
export function PartiesSection({ draft, change, problemsOf, organs }: SectionProps & { organs: Organs }) {
  const words = useWords();
  const w = words.register;
  // Of many one list is kept, and one of them is opened at a time.
  const many = draft.applicants.length > manyApplicants;
  const main = [...draft.applicants, ...draft.thirdParties];
  const nameOf = (party: PartyDraft) => {
    const index = draft.applicants.indexOf(party);
    const fallback =
      index >= 0
        ? w.party(w.capacities.applicant, index + 1)
        : w.party(w.capacities['third-party'], draft.thirdParties.indexOf(party) + 1);
    return party.person.name.trim() === '' ? fallback : party.person.name;
  };
  const actingName: Record<ActingRole, string> = {
    agents: w.capacities.agent,
    representatives: w.capacities.representative,
    legalRepresentatives: w.capacities['legal-representative'],
  };
  const replace = (list: 'applicants' | 'thirdParties', at: number, party: PartyDraft) =>
    change({ [list]: draft[list].map((p, i) => (i === at ? party : p)) });
  const remove = (list: 'applicants' | 'thirdParties', at: number) => {
    const gone = draft[list][at]?.key;
    change({
      [list]: draft[list].filter((_, i) => i !== at),
      acting: draft.acting
        .filter((a) => gone === undefined || a.key !== chosenKey(gone))
        .map((a) => ({ ...a, actsFor: a.actsFor.filter((key) => key !== gone) })),
    });
  };
  const first = draft.applicants[0]?.key;
  const addActing = (role: ActingRole) =>
    change({ acting: [...draft.acting, newActing(role, first === undefined ? [] : [first])] });

  return (
    <FormSection title={w.sections.parties} hint={w.hints.parties}>
      <MultiSelectField
        label={w.respondents}
        required
        wide
        value={draft.respondents}
        options={offeredRespondents(organs).map((organ) => ({ value: organ.id, label: organ.name }))}
        problems={problemsOf('respondents')}
        onChange={(respondents) => change({ respondents })}
      />
      <PasteApplicants draft={draft} change={change} />
      {many && (
        <ApplicantRoster
          draft={draft}
          change={change}
          problemsOf={problemsOf}
          onRemove={(at) => remove('applicants', at)}
          editor={(party, at) => (
            <PartyFields
              title={w.party(w.capacities.applicant, at + 1)}
              party={party}
              path={`applicants.${at}`}
              problemsOf={problemsOf}
              onChange={(next) => replace('applicants', at, next)}
              onRemove={undefined}
            />
          )}
        />
      )}
      {(many ? (['thirdParties'] as const) : (['applicants', 'thirdParties'] as const)).map((list) =>
        draft[list].map((party, at) => (
          <PartyFields
            key={party.key}
            title={w.party(list === 'applicants' ? w.capacities.applicant : w.capacities['third-party'], at + 1)}
            party={party}
            path={`${list}.${at}`}
            problemsOf={problemsOf}
            onChange={(next) => replace(list, at, next)}
            onRemove={list === 'applicants' && draft.applicants.length === 1 ? undefined : () => remove(list, at)}
          >
            {list === 'thirdParties' && (
              <CheckField
                label={words.intake.thirdPartyElectronic}
                value={party.electronicService === true}
                onChange={(electronicService) => replace(list, at, { ...party, electronicService })}
              />
            )}
          </PartyFields>
        )),
      )}
      {draft.acting.map((person, at) => {
        // Chosen on the list, and seen there.
        if (many && isChosen(person.key)) return null;
        const index = draft.acting.slice(0, at).filter((a) => a.role === person.role).length;
        const path = `${person.role}.${index}`;
        const set = (next: ActingDraft) => change({ acting: draft.acting.map((a, i) => (i === at ? next : a)) });
        return (
          <PartyFields
            key={person.key}
            title={w.party(actingName[person.role], index + 1)}
            party={person}
            path={path}
            short
            problemsOf={problemsOf}
            onChange={(next) => set({ ...person, ...next })}
            onRemove={() => change({ acting: draft.acting.filter((_, i) => i !== at) })}
          >
            <MultiSelectField
              label={w.actsFor}
              required
              value={person.actsFor}
              options={main.map((party) => ({ value: party.key, label: nameOf(party) }))}
              problems={problemsOf(`${path}.actsFor`)}
              onChange={(actsFor) => set({ ...person, actsFor })}
            />
            <TextField
              label={w.powers}
              placeholder={w.powersPlaceholder}
              value={person.powers}
              problems={problemsOf(`${path}.powers`)}
              onChange={(powers) => set({ ...person, powers })}
            />
          </PartyFields>
        );
      })}
      <div className="rw-add">
        <button
          type="button"
          className="rd-btn"
          onClick={() => change({ applicants: [...draft.applicants, newParty()] })}
        >
          {w.addApplicant}
        </button>
        <button
          type="button"
          className="rd-btn"
          onClick={() => change({ thirdParties: [...draft.thirdParties, newParty()] })}
        >
          {w.addThirdParty}
        </button>
        <button type="button" className="rd-btn" onClick={() => addActing('agents')}>
          {w.addAgent}
        </button>
        <button type="button" className="rd-btn" onClick={() => addActing('representatives')}>
          {w.addRepresentative}
        </button>
      </div>
      {(['agents', 'representatives'] as const).map((list) => {
        const own = problemsOf(list).filter((p) => p.field === list);
        return own.length === 0 ? null : <OwnProblems key={list} problems={own} />;
      })}
    </FormSection>
  );
}

function OwnProblems({ problems }: { problems: readonly FieldProblem[] }) {
  const labels = useLabels();
  return <p className="rd-field-error rw-all">{problems.map((p) => labels.fieldProblem(p)).join(' ')}</p>;
}

/** The categories offered on a day: the office's own list, or the shipped one until it has been read. */
function useCategories(on: CivilDate): readonly { value: string; label: string }[] {
  const trpc = useTRPC();
  const labels = useLabels();
  const { language } = useLanguage();
  const { data } = useQuery(trpc.office.referenceList.queryOptions({ list: 'category', on }, { staleTime: 600_000 }));
  if (data === undefined) return categories.map((value) => ({ value, label: labels.category(value) }));
  return data
    .filter(({ from, until }) => (from === null || from <= on) && (until === null || on < until))
    .map(({ key, zh, en }) => ({ value: key, label: (language === 'zh-CN' ? zh : en) ?? labels.category(key) }));
}

/** The act under review, and when the applicant learned of it. */
export function ActSection({ draft, change, problemsOf, organs }: SectionProps & { organs: Organs }) {
  const words = useWords();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.register;
  const { act } = draft;
  const set = (part: Partial<RegisterDraft['act']>) => change({ act: { ...act, ...part } });
  const inaction = act.matter === 'inaction';
  const offered = useCategories(draft.receivedOn ?? today);
  return (
    <FormSection title={w.sections.act} hint={w.hints.act}>
      <ActText draft={draft} change={change} organs={organs} />
      <SelectField
        label={w.matter}
        required
        value={act.matter}
        options={matters.map((value) => ({ value, label: labels.matter(value) }))}
        problems={problemsOf('act.matter')}
        onChange={(value) => set({ matter: matters.find((m) => m === value) ?? null })}
      />
      <SelectField
        label={w.category}
        hint={w.categoryHint}
        value={act.category}
        options={offered}
        problems={problemsOf('act.category')}
        onChange={(category) => set({ category })}
      />
      <TextField
        label={w.actName}
        required
        placeholder={w.actNamePlaceholder}
        value={act.name}
        problems={problemsOf('act.name')}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={w.actNumber}
        value={act.number}
        problems={problemsOf('act.number')}
        onChange={(number) => set({ number })}
      />
      <TextField
        label={w.content}
        placeholder={w.contentPlaceholder}
        value={act.content}
        problems={problemsOf('act.content')}
        onChange={(content) => set({ content })}
      />
      <MoneyField
        label={w.amount}
        value={act.amount}
        problems={problemsOf('act.amount')}
        onChange={(amount) => set({ amount })}
      />
      {inaction ? (
        <>
          <DayField
            label={w.requestedOn}
            value={act.requestedOn}
            max={today}
            problems={problemsOf('act.inaction.requestedOn')}
            onChange={(requestedOn) => set({ requestedOn })}
          />
          <DayField
            label={w.periodEndsOn}
            hint={w.periodEndsOnHint}
            value={act.periodEndsOn}
            problems={problemsOf('act.inaction.periodEndsOn')}
            onChange={(periodEndsOn) => set({ periodEndsOn })}
          />
        </>
      ) : (
        <DayField
          label={w.actMadeOn}
          value={act.madeOn}
          max={today}
          problems={problemsOf('act.madeOn')}
          onChange={(madeOn) => set({ madeOn })}
        />
      )}
      <SelectField
        label={w.knownHow}
        required
        value={act.knownHow}
        options={knownHow.map((value) => ({ value, label: labels.knownHow(value) }))}
        problems={problemsOf('act.knownHow')}
        onChange={(value) => set({ knownHow: knownHow.find((k) => k === value) ?? null })}
      />
      {!inaction && (
        <DayField
          label={w.knownOn}
          value={act.knownOn}
          max={today}
          problems={problemsOf('act.knownOn')}
          onChange={(knownOn) => set({ knownOn })}
        />
      )}
      {act.notInformed && !inaction && (
        <>
          <DayField
            label={w.rightsKnownOn}
            value={act.rightsKnownOn}
            max={today}
            problems={problemsOf('act.notInformed.rightsKnownOn')}
            onChange={(rightsKnownOn) => set({ rightsKnownOn })}
          />
          <DayField
            label={w.contentKnownOn}
            value={act.contentKnownOn}
            max={today}
            problems={problemsOf('act.notInformed.contentKnownOn')}
            onChange={(contentKnownOn) => set({ contentKnownOn })}
          />
        </>
      )}
      <div className="rw-checks">
        {!inaction && (
          <CheckField label={w.notInformed} value={act.notInformed} onChange={(notInformed) => set({ notInformed })} />
        )}
        <CheckField
          label={w.madeOnTheSpot}
          value={act.madeOnTheSpot}
          onChange={(madeOnTheSpot) => set({ madeOnTheSpot })}
        />
        <CheckField label={w.immovable} value={act.immovable} onChange={(immovable) => set({ immovable })} />
      </div>
      {act.obstacles.map((obstacle, at) => (
        <ObstacleFields
          key={obstacle.key}
          title={w.obstacle(at + 1)}
          obstacle={obstacle}
          path={`act.obstacles.${at}`}
          problemsOf={problemsOf}
          onChange={(next) => set({ obstacles: act.obstacles.map((o, i) => (i === at ? next : o)) })}
          onRemove={() => set({ obstacles: act.obstacles.filter((_, i) => i !== at) })}
        />
      ))}
      <div className="rw-add">
        <button type="button" className="rd-btn" onClick={() => set({ obstacles: [...act.obstacles, newObstacle()] })}>
          {w.addObstacle}
        </button>
        <span className="rd-muted rd-small">{w.obstacleHint}</span>
      </div>
    </FormSection>
  );
}

interface ObstacleFieldsProps {
  title: string;
  obstacle: ObstacleDraft;
  path: string;
  problemsOf: SectionProps['problemsOf'];
  onChange: (obstacle: ObstacleDraft) => void;
  onRemove: () => void;
}

/** 20(2): one span in which the applicant could not apply. */
function ObstacleFields({ title, obstacle, path, problemsOf, onChange, onRemove }: ObstacleFieldsProps) {
  const words = useWords();
  const { today } = useSession();
  const w = words.register;
  return (
    <fieldset className="rw-party">
      <legend>{title}</legend>
      <button
        type="button"
        className="rd-btn rw-small rw-party-remove"
        data-look="plain"
        aria-label={`${words.remove} ${title}`}
        onClick={onRemove}
      >
        {words.remove}
      </button>
      <div className="rw-party-fields">
        <DayField
          label={w.obstacleFrom}
          required
          value={obstacle.from}
          max={today}
          problems={problemsOf(`${path}.from`)}
          onChange={(from) => onChange({ ...obstacle, from })}
        />
        <DayField
          label={w.obstacleTo}
          required
          value={obstacle.to}
          min={obstacle.from ?? undefined}
          max={today}
          problems={problemsOf(`${path}.to`)}
          onChange={(to) => onChange({ ...obstacle, to })}
        />
        <TextField
          label={w.obstacleReason}
          placeholder={w.obstacleReasonPlaceholder}
          required
          wide
          value={obstacle.reason}
          problems={problemsOf(`${path}.reason`)}
          onChange={(reason) => onChange({ ...obstacle, reason })}
        />
      </div>
    </fieldset>
  );
}

/** What is asked for, and why, in the applicant's own words. */
export function RequestsSection({ draft, change, problemsOf }: SectionProps) {
  const words = useWords();
  const labels = useLabels();
  const w = words.register;
  const asks = (part: Partial<RegisterDraft['asks']>) => change({ asks: { ...draft.asks, ...part } });
  return (
    <FormSection title={w.sections.requests} hint={w.hints.requests}>
      <LongTextField
        label={w.requests}
        required
        rows={2}
        value={draft.requests}
        problems={problemsOf('requests')}
        onChange={(requests) => change({ requests })}
      />
      <LongTextField
        label={w.grounds}
        required
        rows={4}
        value={draft.grounds}
        problems={problemsOf('grounds')}
        onChange={(grounds) => change({ grounds })}
      />
      <fieldset className="rw-checks">
        <legend>{w.asks}</legend>
        <CheckField label={w.askHearing} value={draft.asks.hearing} onChange={(hearing) => asks({ hearing })} />
        <CheckField label={w.askStay} value={draft.asks.stay} onChange={(stay) => asks({ stay })} />
        <CheckField
          label={w.askSimplified}
          value={draft.asks.simplified}
          onChange={(simplified) => asks({ simplified })}
        />
        <CheckField
          label={w.askElectronic}
          value={draft.asks.electronicService}
          onChange={(electronicService) => asks({ electronicService })}
        />
      </fieldset>
      <SelectField
        label={words.intake.suit}
        hint={words.intake.suitHint}
        value={draft.suit}
        options={suitStates.map((value) => ({ value, label: labels.optionOf('suit', value, 'ARL2023') }))}
        problems={problemsOf('suit')}
        onChange={(value) => change({ suit: suitStates.find((s) => s === value) ?? null })}
      />
      <MoneyField
        label={w.askCompensation}
        value={draft.asks.compensation}
        problems={problemsOf('asks.compensation')}
        onChange={(compensation) => asks({ compensation })}
      />
      <TextField
        label={w.askNormative}
        value={draft.asks.normativeReview}
        problems={problemsOf('asks.normativeReview')}
        onChange={(normativeReview) => asks({ normativeReview })}
      />
    </FormSection>
  );
}

/** What was handed in, and its scans. */
export function MaterialsSection({ draft, change, problemsOf }: SectionProps) {
  const words = useWords();
  const w = words.register;
  return (
    <FormSection title={w.sections.materials} hint={w.hints.materials}>
      <LinesField
        label={w.materials}
        placeholder={w.materialsPlaceholder}
        value={draft.materials}
        problems={problemsOf('materials')}
        onChange={(materials) => change({ materials })}
      />
      <div className="rw-all">
        <FileField
          label={words.files.label}
          kind="application"
          caseId={null}
          value={draft.files}
          onChange={(files) => change({ files })}
        />
      </div>
    </FormSection>
  );
}
