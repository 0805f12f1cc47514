import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import { serviceMethods } from '@redress/domain/ledger/documents';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { useQuery } from '@tanstack/react-query';
import { CheckField, DayField, SelectField, TextField } from '../../lib/fields.tsx';
import { FileField } from '../../lib/file-field.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { addresseesOf, type DocumentDraft, newSending, type SendingDraft } from './step-record.ts';

interface DocumentFieldProps {
  view: CaseView;
  path: string;
  /** 受理通知书 */
  kindLabel: string;
  /** The step may be recorded without its document. */
  optional: boolean;
  value: DocumentDraft;
  problems: readonly FieldProblem[];
  onChange: (value: DocumentDraft) => void;
}

/** The document a step issues, and to whom it goes: limits hang on the days it was sent and served. */
export function DocumentField({ view, path, kindLabel, optional, value, problems, onChange }: DocumentFieldProps) {
  const words = useWords();
  const set = (part: Partial<DocumentDraft>) => onChange({ ...value, ...part });
  const of = (name: string) => problems.filter((p) => p.field === `${path}.${name}`);
  return (
    <fieldset className="rw-document">
      <legend>{kindLabel}</legend>
      {optional && (
        <CheckField label={words.step.makeDocument(kindLabel)} value={value.made} onChange={(made) => set({ made })} />
      )}
      {value.made && (
        <>
          <div className="rw-row-fields">
            <TextField
              label={words.step.documentNumber}
              hint={words.step.documentNumberHint}
              value={value.number}
              problems={of('number')}
              onChange={(number) => set({ number })}
            />
            <DayField
              label={words.step.printedDue}
              value={value.printedDue}
              problems={of('printedDue')}
              onChange={(printedDue) => set({ printedDue })}
            />
          </div>
          <SendingsField
            view={view}
            path={`${path}.sendings`}
            value={value.sendings}
            problems={problems}
            onChange={(sendings) => set({ sendings })}
          />
          <FileField
            label={`${words.files.label} · ${kindLabel}`}
            kind="document"
            caseId={view.id}
            value={value.files}
            onChange={(files) => set({ files })}
          />
        </>
      )}
    </fieldset>
  );
}

interface SendingsFieldProps {
  view: CaseView;
  path: string;
  value: readonly SendingDraft[];
  problems: readonly FieldProblem[];
  onChange: (value: readonly SendingDraft[]) => void;
}

/** One row for each addressee: how, when it left, when it arrived, and what proves it. */
export function SendingsField({ view, path, value, problems, onChange }: SendingsFieldProps) {
  const words = useWords();
  const labels = useLabels();
  const { today } = useSession();
  const trpc = useTRPC();
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));
  const ofCase = addresseesOf(view);
  const known = new Set(ofCase.map((a) => a.value));
  // Opinion letters and questions about normative documents go to organs that are in no case.
  const others = (organs.data ?? [])
    .map((organ) => ({ value: `organ:${organ.id}`, label: organ.name }))
    .filter((organ) => !known.has(organ.value));
  const addressees = [...ofCase, ...others];
  const w = words.step;
  return (
    <div className="rw-rows">
      {value.map((sending, at) => {
        const set = (part: Partial<SendingDraft>) =>
          onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
        const of = (name: string) =>
          problems.filter((p) => p.field === `${path}.${at}.${name}` || p.field.startsWith(`${path}.${at}.${name}.`));
        const name = addressees.find((a) => a.value === sending.to)?.label ?? '';
        return (
          // Rows have no name of their own and are only appended and removed.
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <fieldset key={at} className="rw-row">
            <legend className="rd-sr">{`${w.addressee} ${at + 1} ${name}`}</legend>
            <div className="rw-row-fields">
              <SelectField
                label={w.addressee}
                required
                value={sending.to === '' ? null : sending.to}
                options={addressees}
                problems={of('addressee')}
                onChange={(to) => set({ ...newSending(to ?? ''), ...pickDays(sending) })}
              />
              <SelectField
                label={w.method}
                required
                value={sending.method}
                options={serviceMethods.map((method) => ({ value: method, label: labels.serviceMethod(method) }))}
                problems={of('method')}
                onChange={(method) => set({ method: method ?? 'post' })}
              />
              <DayField
                label={w.sentOn}
                value={sending.sentOn}
                max={today}
                problems={of('sentOn')}
                onChange={(sentOn) => set({ sentOn })}
              />
              <TextField
                label={w.sentProof}
                value={sending.sentProof}
                problems={of('sentProof')}
                onChange={(sentProof) => set({ sentProof })}
              />
              <DayField
                label={w.servedOn}
                value={sending.servedOn}
                max={today}
                problems={of('servedOn')}
                onChange={(servedOn) => set({ servedOn })}
              />
              <TextField
                label={w.servedProof}
                value={sending.servedProof}
                problems={of('servedProof')}
                onChange={(servedProof) => set({ servedProof })}
              />
            </div>
            <button
              type="button"
              className="rd-btn rw-small"
              data-look="plain"
              onClick={() => onChange(value.filter((_, i) => i !== at))}
            >
              {w.removeSending(name)}
            </button>
          </fieldset>
        );
      })}
      <div>
        <button type="button" className="rd-btn" onClick={() => onChange([...value, newSending('')])}>
          {w.addSending}
        </button>
      </div>
    </div>
  );
}

const pickDays = ({ sentOn, servedOn }: SendingDraft): { sentOn: CivilDate | null; servedOn: CivilDate | null } => ({
  sentOn,
  servedOn,
});
