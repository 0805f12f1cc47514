import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { TimelineItem } from '@redress/domain/case-view/types';
import type { FieldProblem } from '@redress/domain/errors';
import { NoticeBar } from '@redress/ui/notice-bar';
import { VerdictButton } from '@redress/ui/verdict-button';
import { App, Drawer, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { failureOf } from '../failure.ts';
import {
  type Choice,
  DayField,
  filledLines,
  LinesField,
  LongTextField,
  MoneyField,
  MultiSelectField,
  NumberField,
  SelectField,
  TextField,
} from '../fields.tsx';
import { plainDay } from '../format.ts';
import { ImpactOf, usePreview } from '../impact.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { useSession } from '../session.tsx';
import { useTypedGuard } from '../typed-guard.ts';
import { type StepToTake, useExecute } from '../use-execute.ts';
import { useLabels } from '../use-labels.ts';
import { type CaseFile, useCaseForms } from './case-forms.tsx';
import { correctedPayload, type EntryField, type EntryValue, entryFields } from './entry-fields.ts';
import { StaleNotice } from './stale-notice.tsx';
import { lawOf } from './step-form.tsx';

interface CorrectionDrawerProps {
  view: CaseFile;
  /** The entry in the address; null = none is being corrected. */
  seq: number | null;
  onClose: () => void;
}

/** Correcting an entry: the original stays, and every limit that moves is shown before saving. */
export function CorrectionDrawer({ view, seq, onClose }: CorrectionDrawerProps) {
  const words = useWords();
  const item = view.timeline.find((candidate) => candidate.seq === seq);
  const open = item?.correctable === true;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={640}
      title={words.correction.title}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
    >
      {open && <CorrectionBody view={view} item={item} onClose={onClose} />}
    </Drawer>
  );
}

function CorrectionBody({ view, item, onClose }: { view: CaseFile; item: TimelineItem; onClose: () => void }) {
  const forms = useCaseForms();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const { message } = App.useApp();
  const w = words.correction;
  const [mode, setMode] = useState<'replace' | 'annul'>(forms.takenBack.has(item.type) ? 'annul' : 'replace');
  const [occurredOn, setOccurredOn] = useState<CivilDate | null>(item.occurredOn);
  const [changed, setChanged] = useState<Readonly<Record<string, EntryValue>>>({});
  const [why, setWhy] = useState('');
  // Why it is recorded although it now contradicts something: not the same as why the record was wrong.
  const [although, setAlthough] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  // The version the form was sent from when somebody else acted first.
  const [stale, setStale] = useState<number | null>(null);
  const mayLeave = useTypedGuard(
    mode === 'annul' || occurredOn !== item.occurredOn || Object.keys(changed).length > 0 || why.trim() !== '',
  );

  const fields = entryFields(forms, item.type, item.payload);
  const differs = mode === 'annul' || occurredOn !== item.occurredOn || Object.keys(changed).length > 0;
  // A text typed on several lines is sent as the lines that say something.
  const settled = Object.fromEntries(
    Object.entries(changed).map(([path, value]) => [path, Array.isArray(value) ? filledLines(value) : value]),
  );
  const stepWith = (reason: string): StepToTake =>
    mode === 'annul'
      ? { type: 'annul-entry', input: { seq: item.seq, why: reason } }
      : {
          type: 'correct-entry',
          input: { seq: item.seq, occurredOn, payload: correctedPayload(item.payload, settled), why: reason },
        };
  const withReason = (step: StepToTake): StepToTake =>
    although.trim() === '' ? step : { ...step, input: { ...(step.input as object), irregularReason: although.trim() } };
  // What a correction moves does not hang on its reason: the preview need not wait for one.
  const { preview, busy, failed } = usePreview(view, differs && occurredOn !== null ? stepWith('-') : null);
  const execute = useExecute(view, () => {
    void message.success(words.step.saved(w.title));
    mayLeave();
    onClose();
  });
  const failure = execute.isError ? failureOf(execute.error) : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (execute.isPending || !differs) return;
    const found: FieldProblem[] = [];
    if (why.trim() === '') found.push({ field: 'why', rule: 'required' });
    if (mode === 'replace' && occurredOn === null) found.push({ field: 'occurredOn', rule: 'required' });
    if ((preview?.contradictions.length ?? 0) > 0 && although.trim() === '') {
      found.push({ field: 'irregularReason', rule: 'required' });
    }
    setProblems(found);
    setStale(null);
    if (found.length > 0) return;
    execute.mutate(withReason(stepWith(why.trim())), {
      onError: (error) => {
        const wrong = failureOf(error);
        if (wrong.code === 'stale-version') setStale(view.version);
        if ('fields' in wrong && wrong.fields !== undefined) setProblems(wrong.fields);
      },
    });
  }

  const set = (field: EntryField, value: EntryValue) =>
    setChanged((all) => {
      const { [field.path]: _, ...rest } = all;
      return same(value, field.value) ? rest : { ...rest, [field.path]: value };
    });
  const optionOf = (field: EntryField, value: string) =>
    labels.optionOf(field.optionSet ?? undefined, value, lawOf(view));
  const said = (field: EntryField): string => {
    const { kind, value } = field;
    if (value === null) return words.notOnRecord;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return String(kind === 'money' ? value / 100 : value);
    if (typeof value !== 'string') {
      return value.map((one) => (kind === 'choices' ? optionOf(field, one) : one)).join(words.listSeparator);
    }
    if (kind === 'day') return plainDay(value as CivilDate, language);
    return kind === 'choice' ? optionOf(field, value) : value;
  };
  const was = (field: EntryField): string | undefined => (field.path in changed ? w.was(said(field)) : undefined);
  const labelOf = (field: EntryField): string => {
    const at = /\.(\d+)(\.|$)/.exec(field.path)?.[1];
    const name = field.path === 'act.name' ? words.register.actName : labels.field(field.label);
    return at === undefined ? name : `${name} ${Number(at) + 1}`;
  };

  return (
    <form onSubmit={submit} noValidate className="rw-step-body">
      <p className="rd-muted">{w.lead}</p>
      <p>
        <b>
          {plainDay(item.occurredOn, language)} {labels.entry(item.type, item.payload)}
        </b>
      </p>
      {stale !== null && <StaleNotice view={view} since={stale} />}
      {failure !== null && stale === null && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failure)}
        </NoticeBar>
      )}
      <fieldset className="rw-route">
        <legend>{w.mode}</legend>
        <Radio.Group
          value={mode}
          onChange={(event) => setMode(event.target.value === 'annul' ? 'annul' : 'replace')}
          options={[
            { value: 'replace', label: w.replace },
            { value: 'annul', label: w.annul },
          ]}
        />
      </fieldset>
      {mode === 'replace' && (
        <div className="rw-step-fields">
          <DayField
            label={w.occurredOn}
            required
            value={occurredOn}
            max={today}
            hint={occurredOn === item.occurredOn ? undefined : w.was(plainDay(item.occurredOn, language))}
            problems={problems.filter((p) => p.field === 'occurredOn')}
            onChange={setOccurredOn}
          />
          {fields.map((field) => (
            <OneField
              key={field.path}
              field={field}
              value={changed[field.path] ?? (field.path in changed ? null : field.value)}
              label={labelOf(field)}
              hint={was(field)}
              problems={problems.filter((p) => p.field === `payload.${field.path}` || p.field === field.path)}
              options={field.options.map((value) => ({ value, label: optionOf(field, value) }))}
              onChange={(value) => set(field, value)}
            />
          ))}
        </div>
      )}
      <LongTextField
        label={w.why}
        hint={w.whyHint}
        required
        rows={2}
        value={why}
        problems={problems.filter((p) => p.field === 'why')}
        onChange={setWhy}
      />
      {preview !== undefined && !preview.ok && preview.reason !== null && (
        <NoticeBar tone="warn" word={words.step.refused}>
          {preview.fields.length > 0
            ? preview.fields.map((problem) => labels.problemNamed(problem)).join(' ')
            : labels.reason(preview.reason, preview.params)}
        </NoticeBar>
      )}
      {preview !== undefined && preview.contradictions.length > 0 && (
        <NoticeBar tone="warn" word={words.step.irregular}>
          <p>{preview.contradictions.map((c) => labels.reason(c.code, c.params)).join(words.listSeparator)}</p>
          <LongTextField
            label={words.step.irregularReason}
            hint={words.step.irregularReasonHint}
            required
            rows={2}
            value={although}
            problems={problems.filter((p) => p.field === 'irregularReason')}
            onChange={setAlthough}
          />
        </NoticeBar>
      )}
      {differs && (
        <ImpactOf
          title={w.impact}
          none={w.impactNone}
          preview={preview}
          busy={busy}
          failed={failed}
          stage={view.stage}
        />
      )}
      <div className="rw-step-foot">
        <button type="button" className="rd-btn" onClick={onClose}>
          {words.cancel}
        </button>
        <VerdictButton
          type="submit"
          label={mode === 'annul' ? w.saveAnnul : w.save}
          verdict={differs ? 'usual' : 'allowed'}
          busy={execute.isPending || !differs}
          onAct={() => undefined}
        />
      </div>
    </form>
  );
}

const same = (a: EntryValue, b: EntryValue): boolean => JSON.stringify(a) === JSON.stringify(b);

interface OneFieldProps {
  field: EntryField;
  value: EntryValue;
  label: string;
  hint: string | undefined;
  problems: readonly FieldProblem[];
  options: readonly Choice[];
  onChange: (value: EntryValue) => void;
}

/** The control that fits what the entry's schema takes. */
function OneField({ field, value, options, onChange, ...shared }: OneFieldProps) {
  const words = useWords();
  switch (field.kind) {
    case 'day':
      return <DayField {...shared} value={value as CivilDate | null} onChange={onChange} />;
    case 'number':
      return <NumberField {...shared} value={value as number | null} onChange={onChange} />;
    case 'money':
      return <MoneyField {...shared} value={value as number | null} onChange={onChange} />;
    case 'choice':
      return (
        <SelectField
          {...shared}
          value={value as string | null}
          options={options}
          clearable={field.nullable}
          onChange={onChange}
        />
      );
    case 'choices':
      return <MultiSelectField {...shared} value={value as readonly string[]} options={options} onChange={onChange} />;
    case 'yes-no':
      return (
        <SelectField
          {...shared}
          value={value === null ? null : value === true ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          clearable={field.nullable}
          onChange={(next) => onChange(next === null ? null : next === 'yes')}
        />
      );
    case 'lines':
      return <LinesField {...shared} value={value as readonly string[]} onChange={onChange} />;
    default: {
      const Text = field.kind === 'text' ? TextField : LongTextField;
      return (
        <Text
          {...shared}
          value={typeof value === 'string' ? value : ''}
          // What was not on record and is emptied again is not on record.
          onChange={(text) => onChange(text === '' && field.nullable ? null : text)}
        />
      );
    }
  }
}
