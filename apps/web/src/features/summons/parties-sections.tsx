import { organRoles } from '@redress/domain/litigation/codes';
import { FormSection } from '@redress/ui/form-section';
import { useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../lib/debounced.ts';
import { CheckField, DayField, LongTextField, MoneyField, SelectField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { newParty, type PartyDraft, PartyFields } from '../../lib/party-fields.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import type { SectionProps } from './section-props.ts';
import { newOrgan, type OrganDraft } from './summons-draft.ts';

type Organs = Outputs['office']['organs'];

/** The organs in the suit, each with its capacity, its department and its own day of receipt. */
export function OrgansSection({ draft, change, problemsOf, organs }: SectionProps & { organs: Organs }) {
  const w = useWords().suits.form;
  const offered = organs.filter((organ) => organ.kind !== 'court');
  const set = (at: number, organ: OrganDraft) =>
    change({ organs: draft.organs.map((one, i) => (i === at ? organ : one)) });
  return (
    <FormSection title={w.sections.organs} hint={w.hints.organs}>
      {draft.organs.map((organ, at) => (
        <OrganFields
          key={organ.key}
          title={w.organ(at + 1)}
          organ={organ}
          at={at}
          organs={offered}
          draft={draft}
          problemsOf={problemsOf}
          onChange={(next) => set(at, next)}
          onRemove={
            draft.organs.length === 1 ? undefined : () => change({ organs: draft.organs.filter((_, i) => i !== at) })
          }
        />
      ))}
      <div className="rw-add">
        <button
          type="button"
          className="rd-btn"
          onClick={() =>
            change({
              organs: [
                ...draft.organs,
                newOrgan(
                  draft.organs.some((organ) => organ.role === 'original-organ')
                    ? 'reconsideration-organ'
                    : 'original-organ',
                ),
              ],
            })
          }
        >
          {w.addOrgan}
        </button>
      </div>
    </FormSection>
  );
}

interface OrganFieldsProps {
  title: string;
  organ: OrganDraft;
  at: number;
  organs: Organs;
  draft: SectionProps['draft'];
  problemsOf: SectionProps['problemsOf'];
  onChange: (organ: OrganDraft) => void;
  onRemove: (() => void) | undefined;
}

function OrganFields({ title, organ, at, organs, draft, problemsOf, onChange, onRemove }: OrganFieldsProps) {
  const words = useWords();
  const w = words.suits.form;
  const say = useSuitCodes();
  const { today } = useSession();
  const path = `organs.${at}`;
  return (
    <fieldset className="rw-party">
      <legend>{title}</legend>
      {onRemove !== undefined && (
        <button
          type="button"
          className="rd-btn rw-small rw-party-remove"
          data-look="plain"
          aria-label={`${words.remove} ${title}`}
          onClick={onRemove}
        >
          {words.remove}
        </button>
      )}
      <div className="rw-party-fields">
        <SelectField
          label={w.organName}
          required
          value={organ.organId}
          options={organs.map(({ id, name }) => ({ value: id, label: name }))}
          problems={problemsOf(`${path}.organId`)}
          onChange={(organId) => onChange({ ...organ, organId, undertakingId: null })}
        />
        <SelectField
          label={w.role}
          required
          value={organ.role}
          options={organRoles.map((value) => ({ value, label: say('roles', value) }))}
          problems={problemsOf(`${path}.role`)}
          onChange={(value) => onChange({ ...organ, role: organRoles.find((one) => one === value) ?? organ.role })}
        />
        <SelectField
          label={w.undertaking}
          value={organ.undertakingId}
          options={organs.filter(({ id }) => id !== organ.organId).map(({ id, name }) => ({ value: id, label: name }))}
          hint={
            organ.undertakingId === null ? (
              <Proposed organ={organ} draft={draft} onTake={(undertakingId) => onChange({ ...organ, undertakingId })} />
            ) : undefined
          }
          problems={problemsOf(`${path}.undertakingId`)}
          onChange={(undertakingId) => onChange({ ...organ, undertakingId })}
        />
        <DayField
          label={w.organReceivedOn}
          hint={w.organReceivedHint}
          value={organ.receivedOn}
          max={today}
          problems={problemsOf(`papers.${at}.receivedOn`)}
          onChange={(receivedOn) => onChange({ ...organ, receivedOn })}
        />
      </div>
    </fieldset>
  );
}

/** Which department answers for the organ, from the act: proposed, and taken with one press. */
function Proposed({
  organ,
  draft,
  onTake,
}: {
  organ: OrganDraft;
  draft: SectionProps['draft'];
  onTake: (organId: string) => void;
}) {
  const trpc = useTRPC();
  const w = useWords().suits.form;
  const asked = useDebounced(
    JSON.stringify({
      organId: organ.organId,
      matter: draft.act.matter,
      category: draft.act.category,
      actName: draft.act.name.trim().slice(0, 120),
    }),
    500,
  );
  const input = JSON.parse(asked) as Parameters<typeof trpc.lawsuits.undertaking.queryOptions>[0];
  const found = useQuery(
    trpc.lawsuits.undertaking.queryOptions(input, { enabled: organ.organId !== null, staleTime: 60_000 }),
  );
  // An organ that is sued itself answers for itself.
  const sued = new Set(draft.organs.map((one) => one.organId));
  const best = found.data?.find((one) => !sued.has(one.organId));
  // A department answers for its own act: nothing is proposed beside it.
  if (organ.organId === null || best === undefined || found.data?.[0]?.why === 'itself') {
    return <>{w.undertakingItself}</>;
  }
  const why = w.undertakingWhy[best.why];
  return (
    <>
      {w.undertakingProposed(best.name, typeof why === 'string' ? why : why(best.cases))}{' '}
      <button type="button" className="rd-btn rw-small" data-look="plain" onClick={() => onTake(best.organId)}>
        {w.undertakingTake}
        <span className="rd-sr"> {best.name}</span>
      </button>
    </>
  );
}

/** Plaintiffs and third parties as the complaint names them. */
export function PartiesSection({ draft, change, problemsOf }: SectionProps) {
  const words = useWords();
  const w = words.suits.form;
  const names = { plaintiffs: w.plaintiff, thirdParties: w.thirdParty } as const;
  const replace = (list: keyof typeof names, at: number, party: PartyDraft) =>
    change({ [list]: draft[list].map((one, i) => (i === at ? party : one)) });
  const remove = (list: keyof typeof names, at: number) => change({ [list]: draft[list].filter((_, i) => i !== at) });
  return (
    <FormSection title={w.sections.parties} hint={w.hints.parties}>
      {(['plaintiffs', 'thirdParties'] as const).map((list) =>
        draft[list].map((party, at) => (
          <PartyFields
            key={party.key}
            title={words.register.party(names[list], at + 1)}
            party={party}
            path={`${list}.${at}`}
            idNumberHint={w.idNumberHint}
            problemsOf={problemsOf}
            onChange={(next) => replace(list, at, next)}
            onRemove={list === 'plaintiffs' && draft.plaintiffs.length === 1 ? undefined : () => remove(list, at)}
          />
        )),
      )}
      <div className="rw-add">
        <button
          type="button"
          className="rd-btn"
          onClick={() => change({ plaintiffs: [...draft.plaintiffs, newParty()] })}
        >
          {w.addPlaintiff}
        </button>
        <button
          type="button"
          className="rd-btn"
          onClick={() => change({ thirdParties: [...draft.thirdParties, newParty()] })}
        >
          {w.addThirdParty}
        </button>
      </div>
    </FormSection>
  );
}

/** What the plaintiff asks of the court. */
export function ClaimsSection({ draft, change, problemsOf }: SectionProps) {
  const w = useWords().suits.form;
  const { compensation } = draft;
  return (
    <FormSection title={w.sections.claims} hint={w.hints.claims}>
      <LongTextField
        label={w.claims}
        rows={2}
        value={draft.claims}
        problems={problemsOf('claims')}
        onChange={(claims) => change({ claims })}
      />
      <div className="rw-checks">
        <CheckField
          label={w.asksCompensation}
          value={compensation.asked}
          onChange={(asked) => change({ compensation: { ...compensation, asked } })}
        />
        {compensation.asked && (
          <CheckField
            label={w.compensationAlone}
            value={compensation.alone}
            onChange={(alone) => change({ compensation: { ...compensation, alone } })}
          />
        )}
      </div>
      {compensation.asked && (
        <MoneyField
          label={w.compensationAmount}
          value={compensation.amount}
          problems={problemsOf('compensation.amount')}
          onChange={(amount) => change({ compensation: { ...compensation, amount } })}
        />
      )}
    </FormSection>
  );
}
