import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import type { CaseView, TimelineItem } from '@redress/domain/reconsideration/view-types';
import { NoticeBar } from '@redress/ui/notice-bar';
import { VerdictButton } from '@redress/ui/verdict-button';
import { App, Drawer, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { DayField, LongTextField, NumberField, TextField } from '../../lib/fields.tsx';
import { plainDay } from '../../lib/format.ts';
import { ImpactOf, usePreview } from '../../lib/impact.tsx';
import { useLanguage, useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type StepToTake, useExecute } from '../../lib/use-execute.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { correctedPayload, type EntryField, entryFields } from './entry-fields.ts';

interface CorrectionDrawerProps {
  view: CaseView;
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

function CorrectionBody({ view, item, onClose }: { view: CaseView; item: TimelineItem; onClose: () => void }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const { message } = App.useApp();
  const w = words.correction;
  const [mode, setMode] = useState<'replace' | 'annul'>('replace');
  const [occurredOn, setOccurredOn] = useState<CivilDate | null>(item.occurredOn);
  const [changed, setChanged] = useState<Readonly<Record<string, string | number | null>>>({});
  const [why, setWhy] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [stale, setStale] = useState(false);

  const fields = entryFields(item.payload);
  const differs = mode === 'annul' || occurredOn !== item.occurredOn || Object.keys(changed).length > 0;
  const stepWith = (reason: string): StepToTake =>
    mode === 'annul'
      ? { type: 'annul-entry', input: { seq: item.seq, why: reason } }
      : {
          type: 'correct-entry',
          input: { seq: item.seq, occurredOn, payload: correctedPayload(item.payload, changed), why: reason },
        };
  // What a correction moves does not hang on its reason: the preview need not wait for one.
  const { preview, busy, failed } = usePreview(view, differs && occurredOn !== null ? stepWith('-') : null);
  const execute = useExecute(view, () => {
    void message.success(words.step.saved(w.title));
    onClose();
  });
  const failure = execute.isError ? failureOf(execute.error) : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (execute.isPending || !differs) return;
    const found: FieldProblem[] = [];
    if (why.trim() === '') found.push({ field: 'why', rule: 'required' });
    if (mode === 'replace' && occurredOn === null) found.push({ field: 'occurredOn', rule: 'required' });
    setProblems(found);
    setStale(false);
    if (found.length > 0) return;
    execute.mutate(stepWith(why.trim()), {
      onError: (error) => {
        const wrong = failureOf(error);
        if (wrong.code === 'stale-version') setStale(true);
        if ('fields' in wrong && wrong.fields !== undefined) setProblems(wrong.fields);
      },
    });
  }

  const set = (field: EntryField, value: string | number | null) =>
    setChanged((all) => {
      const { [field.path]: _, ...rest } = all;
      return value === field.value ? rest : { ...rest, [field.path]: value };
    });
  const was = (field: EntryField): string | undefined => {
    if (!(field.path in changed)) return undefined;
    if (field.value === null) return w.was(words.notOnRecord);
    const text = String(field.value);
    return w.was(isCivilDate(text) ? plainDay(text as CivilDate, language) : text);
  };
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
      {stale && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          {words.step.stale}
        </NoticeBar>
      )}
      {failure !== null && !stale && (
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
          {fields.map((field) => {
            const value = field.path in changed ? changed[field.path] : field.value;
            const shared = {
              label: labelOf(field),
              hint: was(field),
              problems: problems.filter((p) => p.field === `payload.${field.path}` || p.field === field.path),
            };
            if (field.kind === 'day') {
              return (
                <DayField
                  key={field.path}
                  {...shared}
                  value={value as CivilDate | null}
                  onChange={(day) => set(field, day)}
                />
              );
            }
            if (field.kind === 'number') {
              return (
                <NumberField
                  key={field.path}
                  {...shared}
                  value={value as number | null}
                  onChange={(number) => set(field, number)}
                />
              );
            }
            // A code is not corrected by typing: only what its words say freely is.
            if (typeof field.value === 'string' && labels.isCode(item.type, field.path)) return null;
            const Text = field.kind === 'text' ? TextField : LongTextField;
            return (
              <Text
                key={field.path}
                {...shared}
                value={typeof value === 'string' ? value : ''}
                onChange={(text) => set(field, text)}
              />
            );
          })}
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
          {labels.reason(preview.reason, preview.params)}
        </NoticeBar>
      )}
      {preview !== undefined && preview.contradictions.length > 0 && (
        <NoticeBar tone="warn" word={words.step.irregular}>
          {preview.contradictions.map((c) => labels.reason(c.code, c.params)).join(words.listSeparator)}
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
