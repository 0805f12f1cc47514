import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import { confirmationMarks, readBackWays } from '@redress/domain/reconsideration/codes';
import { FormSection } from '@redress/ui/form-section';
import { createPortal } from 'react-dom';
import { DayField, LongTextField, SelectField, TextField } from '../../lib/fields.tsx';
import { FileField } from '../../lib/file-field.tsx';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { type OralDraft, oralQuestions, type RegisterDraft } from './register-draft.ts';

interface Props {
  draft: RegisterDraft;
  change: (part: Partial<RegisterDraft>) => void;
  problemsOf: (field: string) => readonly FieldProblem[];
}

/** 22(3): the questions asked on the spot become the record, which is read back, confirmed and printed. */
export function OralSection({ draft, change, problemsOf }: Props) {
  const { words } = useLanguage();
  const labels = useLabels();
  const { today, account } = useSession();
  const w = words.intake.oral;
  const { oral } = draft;
  const set = (part: Partial<OralDraft>) => change({ oral: { ...oral, ...part } });
  const applicant = draft.applicants[0]?.person.name ?? '';

  function compose() {
    const lines = oralQuestions.flatMap((question) => {
      const answer = oral.answers[question].trim();
      return answer === '' ? [] : [`${w.q}${words.colon}${w.questions[question]}`, `${w.a}${words.colon}${answer}`];
    });
    set({
      record: [w.opening, ...lines, w.closing].join('\n'),
      recordedBy: oral.recordedBy === '' ? account.name : oral.recordedBy,
      readBackOn: oral.readBackOn ?? draft.filedOn ?? draft.receivedOn,
      confirmedBy: oral.confirmedBy === '' ? applicant : oral.confirmedBy,
    });
    // What was said is the application, too; what is typed there already stays.
    if (draft.requests.trim() === '') change({ requests: oral.answers.request });
    if (draft.grounds.trim() === '') change({ grounds: oral.answers.facts });
  }

  return (
    <FormSection title={w.title} hint={w.lead}>
      {oralQuestions.map((question) => (
        <LongTextField
          key={question}
          label={w.questions[question]}
          rows={1}
          value={oral.answers[question]}
          onChange={(answer) => set({ answers: { ...oral.answers, [question]: answer } })}
        />
      ))}
      <div className="rw-add">
        <button
          type="button"
          className="rd-btn"
          disabled={Object.values(oral.answers).every((answer) => answer.trim() === '')}
          onClick={compose}
        >
          {oral.record === '' ? w.compose : w.recompose}
        </button>
      </div>
      {oral.record !== '' && (
        <>
          <LongTextField
            label={w.record}
            hint={w.recordHint}
            rows={8}
            value={oral.record}
            problems={problemsOf('oral.record')}
            onChange={(record) => set({ record })}
          />
          <TextField
            label={w.recordedBy}
            required
            value={oral.recordedBy}
            problems={problemsOf('oral.recordedBy')}
            onChange={(recordedBy) => set({ recordedBy })}
          />
          <TextField label={w.place} value={oral.place} onChange={(place) => set({ place })} />
          <DayField
            label={w.readBackOn}
            required
            value={oral.readBackOn}
            max={today}
            problems={problemsOf('oral.readBackOn')}
            onChange={(readBackOn) => set({ readBackOn })}
          />
          <SelectField
            label={w.readBack}
            required
            options={readBackWays.map((value) => ({ value, label: labels.optionOf('readBack', value, 'ARL2023') }))}
            value={oral.readBack}
            problems={problemsOf('oral.readBack')}
            onChange={(readBack) => set({ readBack })}
          />
          <TextField
            label={w.confirmedBy}
            required
            value={oral.confirmedBy}
            problems={problemsOf('oral.confirmedBy')}
            onChange={(confirmedBy) => set({ confirmedBy })}
          />
          <SelectField
            label={w.confirmation}
            required
            options={confirmationMarks.map((value) => ({
              value,
              label: labels.optionOf('confirmation', value, 'ARL2023'),
            }))}
            value={oral.confirmation}
            problems={problemsOf('oral.confirmation')}
            onChange={(confirmation) => set({ confirmation })}
          />
          <div className="rw-all">
            <FileField
              label={w.files}
              kind="application"
              caseId={null}
              value={oral.files}
              onChange={(files) => set({ files })}
            />
          </div>
          <div className="rw-add">
            <button type="button" className="rd-btn" onClick={() => window.print()}>
              {w.print}
            </button>
            <span className="rd-muted rd-small">{w.incomplete}</span>
          </div>
          <OralSheet oral={oral} applicant={applicant} on={draft.filedOn ?? draft.receivedOn} />
        </>
      )}
    </FormSection>
  );
}

/** The record on one sheet of A4: only it is printed, and it is not on the screen. */
function OralSheet({ oral, applicant, on }: { oral: OralDraft; applicant: string; on: CivilDate | null }) {
  const { words, language } = useLanguage();
  const session = useSession();
  const w = words.intake.oral.sheet;
  return createPortal(
    <article className="rw-sheet" aria-hidden="true">
      <h1>{w.title}</h1>
      <p className="rw-sheet-office">{session.office.name}</p>
      <dl>
        <dt>{w.time}</dt>
        <dd>{on === null ? w.date : plainDay(on, language)}</dd>
        <dt>{w.place}</dt>
        <dd>{oral.place}</dd>
        <dt>{w.recordedBy}</dt>
        <dd>{oral.recordedBy}</dd>
        <dt>{w.applicant}</dt>
        <dd>{applicant}</dd>
      </dl>
      {oral.record.split('\n').map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no name of their own.
        <p key={i}>{line}</p>
      ))}
      <footer>
        <p>
          {w.signature}：　　　　　　　　{w.date}
        </p>
        <p>
          {w.signRecorder}：　　　　　　　　{w.date}
        </p>
      </footer>
    </article>,
    document.body,
  );
}
