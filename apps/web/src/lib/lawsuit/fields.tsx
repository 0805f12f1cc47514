import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { leaderNotices, outcomesOf } from '@redress/domain/litigation/codes';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { DayField, MultiSelectField, NumberField, SelectField, TextField } from '../fields.tsx';
import { FileField } from '../file-field.tsx';
import { shortDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import type { KindFieldProps } from '../step-form/case-forms.tsx';
import { LeaderField } from './leader-field.tsx';
import {
  type EvidenceDraft,
  instanceOf,
  type LeaderDraft,
  type NoticeDraft,
  newEvidence,
  type ObligationDraft,
  type ObserverDraft,
  sessionOf,
  sessionsOf,
} from './record.ts';
import { useObligationName } from './use-obligation-name.ts';
import { useOutcomeWords, useSuitCodes } from './use-suit-codes.ts';

/** The fields that only a lawsuit has: instances, sessions, organs, leaders, evidence, obligations, outcomes. */
export function SuitField(props: KindFieldProps) {
  return props.view.kind === 'litigation' ? <OneField {...props} view={props.view} /> : null;
}

type SuitFieldProps = KindFieldProps & { view: LawsuitView };

function OneField(props: SuitFieldProps) {
  const { spec, path, view, value, values, label, problems, onChange } = props;
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const outcome = useOutcomeWords();
  const obligationName = useObligationName();
  const w = words.lawsuitFile.form;
  const own = problems.filter((p) => p.field === path || p.field.startsWith(`${path}.`));
  const shared = { label, required: spec.required, problems: own };
  const choose = (options: readonly { value: string; label: string }[]) => (
    <SelectField {...shared} options={options} value={value as string | null} onChange={onChange} />
  );
  const several = (options: readonly { value: string; label: string }[]) => (
    <MultiSelectField {...shared} wide options={options} value={value as readonly string[]} onChange={onChange} />
  );
  const organs = view.organs.map((o) => ({ value: o.organId as string, label: o.name }));
  const parties = view.parties
    .filter((p) => p.leftOn === null && (p.capacity === 'applicant' || p.capacity === 'third-party'))
    .map((p) => ({ value: p.partyId as string, label: p.name }));

  switch (spec.kind) {
    case 'instance':
      return choose(
        view.instances.map((i) => ({
          value: i.instanceId,
          label: w.instanceOf(code('levels', i.remand ? 'remand' : i.level), i.courtNumber),
        })),
      );
    case 'session':
      return choose(
        sessionsOf(view).map((s) => ({
          value: s.sessionId,
          label: `${w.sessionOf(shortDay(s.on, language), s.time, s.place)} · ${code('sessionStates', s.state)}`,
        })),
      );
    case 'suit-organ':
      return choose(organs);
    case 'suit-organs':
      return several(organs);
    case 'suit-party':
      return choose(parties);
    case 'suit-parties':
      return several(parties);
    case 'served-to':
      return several([
        ...organs.map((o) => ({ value: `organ:${o.value}`, label: o.label })),
        ...parties.map((p) => ({ value: `party:${p.value}`, label: p.label })),
      ]);
    case 'agent':
      return choose(
        view.instances
          .flatMap((i) => i.agents)
          .filter((a) => a.endedOn === null)
          .map((a) => ({ value: a.agentId, label: [a.name, a.unit].filter(Boolean).join(' · ') })),
      );
    case 'obligation':
      return choose(
        view.obligations
          .filter((o) => o.performedOn === null)
          .map((o) => ({ value: o.obligationId, label: [o.organName, obligationName(o)].filter(Boolean).join(' · ') })),
      );
    case 'advice':
      return choose(
        view.advice
          .filter((a) => a.answeredOn === null)
          .map((a) => ({
            value: a.adviceId,
            label: [a.organName, code('adviceSubjects', a.subject), a.number].filter(Boolean).join(' · '),
          })),
      );
    case 'outcomes': {
      const level = (instanceOf(view, values.instanceId) ?? instanceOf(view, view.currentInstanceId))?.level ?? 'first';
      // What a reversal holds is said in the words of a first instance.
      const offered = spec.name === 'reversedTo' ? outcomesOf.first : outcomesOf[level];
      const at = spec.name === 'reversedTo' ? 'first' : level;
      return several(offered.map((o) => ({ value: o, label: outcome(at, o) })));
    }
    case 'leader':
      return (
        <LeaderField
          label={label}
          path={path}
          view={view}
          sessionId={values.sessionId as string | null}
          organId={values.organId as string | null}
          optional={!spec.required}
          value={value as LeaderDraft}
          problems={problems}
          onChange={onChange}
        />
      );
    case 'evidence-list':
      return <EvidenceField {...props} />;
    case 'obligations':
      return <ObligationsField {...props} />;
    case 'session-notices':
      return <NoticesField {...props} />;
    case 'observers':
      return <ObserversField {...props} />;
    default:
      return null;
  }
}

/** 证据目录: number, name, pages, source, what it proves, and its file. */
function EvidenceField({ path, view, value, label, problems, onChange }: SuitFieldProps) {
  const { words } = useLanguage();
  const w = words.lawsuitFile.form;
  const rows = value as readonly EvidenceDraft[];
  return (
    <fieldset className="rw-rows">
      <legend>{label}</legend>
      {rows.map((row, at) => {
        const set = (part: Partial<EvidenceDraft>) =>
          onChange(rows.map((one, i) => (i === at ? { ...one, ...part } : one)));
        const of = (name: string) => problems.filter((p) => p.field === `${path}.${at}.${name}`);
        return (
          // Rows have no name of their own and are only appended and removed.
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <fieldset key={at} className="rw-row">
            <legend className="rd-sr">{w.evidenceOne(at + 1)}</legend>
            <div className="rw-row-fields">
              <TextField
                label={w.evidenceNumber}
                value={row.number}
                problems={of('number')}
                onChange={(number) => set({ number })}
              />
              <TextField
                label={w.evidenceName}
                required
                value={row.name}
                problems={of('name')}
                onChange={(name) => set({ name })}
              />
              <NumberField
                label={w.evidencePages}
                min={0}
                value={row.pages}
                problems={of('pages')}
                onChange={(pages) => set({ pages })}
              />
              <TextField
                label={w.evidenceSource}
                value={row.source}
                problems={of('source')}
                onChange={(source) => set({ source })}
              />
              <TextField
                label={w.evidencePurpose}
                wide
                value={row.purpose}
                problems={of('purpose')}
                onChange={(purpose) => set({ purpose })}
              />
            </div>
            <FileField
              label={`${words.files.label} · ${w.evidenceOne(at + 1)}`}
              kind="evidence"
              caseId={view.id}
              value={row.files}
              onChange={(files) => set({ files })}
            />
            <button
              type="button"
              className="rd-btn rw-small"
              data-look="plain"
              onClick={() => onChange(rows.filter((_, i) => i !== at))}
            >
              {w.evidenceRemove(at + 1)}
            </button>
          </fieldset>
        );
      })}
      <div>
        <button type="button" className="rd-btn" onClick={() => onChange([...rows, newEvidence(rows.length + 1)])}>
          {w.evidenceAdd}
        </button>
      </div>
    </fieldset>
  );
}

/** What a judgment orders: by whom and until when; no day stated is a state of its own. */
function ObligationsField({ path, view, value, label, problems, onChange }: SuitFieldProps) {
  const { words } = useLanguage();
  const w = words.lawsuitFile.form;
  const rows = value as readonly ObligationDraft[];
  const [first] = view.organs;
  return (
    <fieldset className="rw-rows">
      <legend>{label}</legend>
      {rows.map((row, at) => {
        const set = (part: Partial<ObligationDraft>) =>
          onChange(rows.map((one, i) => (i === at ? { ...one, ...part } : one)));
        const of = (name: string) => problems.filter((p) => p.field === `${path}.${at}.${name}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only appended and removed.
          <fieldset key={at} className="rw-row">
            <legend className="rd-sr">{w.obligationOne(at + 1)}</legend>
            <div className="rw-row-fields">
              <TextField
                label={w.obligationWhat}
                required
                wide
                value={row.what}
                problems={of('what')}
                onChange={(what) => set({ what })}
              />
              <SelectField
                label={w.obligationOrgan}
                value={row.organId}
                options={view.organs.map((o) => ({ value: o.organId, label: o.name }))}
                problems={of('organId')}
                onChange={(organId) => set({ organId })}
              />
              <DayField
                label={w.obligationBy}
                value={row.performBy}
                problems={of('performBy')}
                onChange={(performBy) => set({ performBy })}
              />
            </div>
            <button
              type="button"
              className="rd-btn rw-small"
              data-look="plain"
              onClick={() => onChange(rows.filter((_, i) => i !== at))}
            >
              {w.obligationRemove(at + 1)}
            </button>
          </fieldset>
        );
      })}
      <div>
        <button
          type="button"
          className="rd-btn"
          onClick={() =>
            onChange([
              ...rows,
              { organId: view.organs.length === 1 ? (first?.organId ?? null) : null, what: '', performBy: null },
            ])
          }
        >
          {w.obligationAdd}
        </button>
      </div>
    </fieldset>
  );
}

/** For each organ: whether the court calls its leader, and when the summons was served. */
function NoticesField({ view, value, label, onChange }: SuitFieldProps) {
  const { words } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.form;
  const rows = value as readonly NoticeDraft[];
  return (
    <fieldset className="rw-rows">
      <legend>{label}</legend>
      {rows.map((row) => {
        const name = view.organs.find((o) => o.organId === row.organId)?.name ?? row.organId;
        const set = (part: Partial<NoticeDraft>) =>
          onChange(rows.map((one) => (one.organId === row.organId ? { ...one, ...part } : one)));
        return (
          <div key={row.organId} className="rw-row-fields">
            <SelectField
              label={w.noticeOf(name)}
              required
              value={row.leader}
              options={leaderNotices.map((n) => ({ value: n, label: code('notices', n) }))}
              onChange={(leader) => set({ leader: leader ?? 'none' })}
            />
            <DayField
              label={w.noticeServed(name)}
              value={row.servedOn}
              max={view.today as CivilDate}
              onChange={(servedOn) => set({ servedOn })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** How many came of each invited organ. */
function ObserversField({ view, value, values, label, onChange }: SuitFieldProps) {
  const { words } = useLanguage();
  const w = words.lawsuitFile.form;
  const rows = value as readonly ObserverDraft[];
  const invited = sessionOf(view, values.sessionId)?.observation?.invited ?? [];
  if (rows.length === 0) return <p className="rd-muted">{w.noObservers}</p>;
  return (
    <fieldset className="rw-rows">
      <legend>{label}</legend>
      <div className="rw-row-fields">
        {rows.map((row) => (
          <NumberField
            key={row.organId}
            label={w.observersOf(invited.find((o) => o.organId === row.organId)?.name ?? row.organId)}
            min={0}
            value={row.people}
            onChange={(people) => onChange(rows.map((one) => (one.organId === row.organId ? { ...one, people } : one)))}
          />
        ))}
      </div>
    </fieldset>
  );
}
