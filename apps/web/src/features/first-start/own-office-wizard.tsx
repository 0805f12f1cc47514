import type { FieldProblem } from '@redress/domain/errors';
import { initProblem, initRule } from '@redress/domain/labels/office';
import { organLevels } from '@redress/domain/office/organ';
import { FileDrop } from '@redress/ui/file-drop';
import { FormField } from '@redress/ui/form-field';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { useMutation } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../lib/language.tsx';
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { OrganPreview } from './organ-preview.tsx';

type Begin = Inputs['firstStart']['begin'];
type Organ = Begin['organ'];
type Who = keyof Begin['administrators'];
type Done = Extract<Outputs['firstStart']['begin'], { is: 'begun' }>;
type Checked = Extract<Outputs['firstStart']['check'], { is: 'checked' }>;

const emptyOrgan: Organ = {
  code: '',
  name: '',
  shortName: '',
  level: 'county',
  parentCode: '',
  institution: '',
  numberPrefix: '',
};
const nobody = { username: '', name: '', password: null };
const whos = ['system', 'security', 'auditor'] as const satisfies readonly Who[];
const organFields = ['name', 'shortName', 'code', 'institution', 'numberPrefix', 'parentCode'] as const;

/** UTF-8, or what Chinese spreadsheets save when nobody asks them for UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

interface WizardProps {
  onBack: () => void;
  /** The office is there; its passwords are on screen. */
  onDone: () => void;
  onSignIn: () => void;
}

/** An office in five steps; what is wrong is told where it was typed, and nothing is written before the last one. */
export function OwnOfficeWizard({ onBack, onDone, onSignIn }: WizardProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.office.first;
  const o = words.office.organs;
  const [step, setStep] = useState(0);
  const [code, setCode] = useState('');
  const [organ, setOrgan] = useState<Organ>(emptyOrgan);
  const [csv, setCsv] = useState('');
  const [fileName, setFileName] = useState<string | null>(null);
  const [people, setPeople] = useState<Begin['administrators']>({ system: nobody, security: nobody, auditor: nobody });
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [away, setAway] = useState(false);
  const [done, setDone] = useState<Done | null>(null);

  const check = useMutation({
    mutationFn: () => client.firstStart.check.mutate({ code, organ, csv }),
    onMutate: () => setAway(false),
    onError: () => setAway(true),
  });
  const begin = useMutation(
    trpc.firstStart.begin.mutationOptions({
      onMutate: () => setAway(false),
      onError: () => setAway(true),
      onSuccess: (answer) => {
        if (answer.is === 'refused') setRefused(answer.reason);
        else if (answer.is === 'wrong') {
          setProblems(answer.problems);
          const [first] = answer.problems;
          if (first !== undefined) setStep(stepOf(first));
        } else {
          setDone(answer);
          onDone();
        }
      },
    }),
  );

  const errorAt = (field: string) => {
    const problem = problems.find((p) => p.field === field);
    return problem === undefined ? undefined : `${initRule(problem, language)}${words.stop}`;
  };
  const ofRows = problems.filter((p) => p.field.startsWith('organs'));

  /** The mistakes of this step; none = it may go on. */
  async function next() {
    setRefused(null);
    if (step === 3) {
      const found = whos.flatMap((who) => missing(who, people[who]));
      setProblems(found);
      if (found.length === 0) setStep(4);
      return;
    }
    const answer = await check.mutateAsync().catch(() => null);
    if (answer === null) return;
    if (answer.is === 'refused') {
      setRefused(answer.reason);
      return;
    }
    setChecked(answer);
    const here = answer.problems.filter((p) => stepOf(p) === step);
    setProblems(here);
    if (here.length === 0) setStep(step + 1);
  }

  function missing(who: Who, person: Begin['administrators'][Who]): FieldProblem[] {
    const at = `administrators.${who}`;
    const found: FieldProblem[] = [];
    if (person.username.trim() === '') found.push({ field: `${at}.username`, rule: 'required' });
    if (person.name.trim() === '') found.push({ field: `${at}.name`, rule: 'required' });
    return found;
  }

  const text = (field: (typeof organFields)[number]) => {
    const label = { ...o, numberPrefix: o.prefix, parentCode: w.parentCode, code: o.code }[field];
    return (
      <FormField
        key={field}
        label={label}
        hint={field === 'parentCode' ? w.parentCodeHint : undefined}
        error={errorAt(`organ.${field}`)}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={organ[field]}
            status={control['aria-invalid'] ? 'error' : ''}
            onChange={(event) => setOrgan((all) => ({ ...all, [field]: event.target.value }))}
          />
        )}
      </FormField>
    );
  };
  const person = (who: Who, field: 'username' | 'name' | 'password') => (
    <FormField
      label={field === 'password' ? w.password : words.office.people[field]}
      hint={field === 'password' ? w.passwordHint : undefined}
      error={errorAt(`administrators.${who}.${field}`)}
    >
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          type={field === 'password' ? 'password' : 'text'}
          value={people[who][field] ?? ''}
          status={control['aria-invalid'] ? 'error' : ''}
          onChange={(event) => {
            const value = field === 'password' && event.target.value === '' ? null : event.target.value;
            setPeople((all) => ({ ...all, [who]: { ...all[who], [field]: value } }));
          }}
        />
      )}
    </FormField>
  );

  if (done !== null) {
    return (
      <Panel title={w.done}>
        <p>{w.doneLead}</p>
        <ul className="rw-first-tree">
          {done.administrators.map((one) => (
            <li key={one.which}>
              {w.admins[one.which]} · {one.name} · {one.username}{' '}
              <span className="rw-first-secret">{one.password ?? w.given}</span>
            </li>
          ))}
        </ul>
        <p className="rd-muted">{w.doneNext}</p>
        <div className="rw-actions">
          <button type="button" className="rd-btn" data-look="primary" onClick={onSignIn}>
            {w.signIn}
          </button>
        </div>
      </Panel>
    );
  }

  const busy = check.isPending || begin.isPending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        if (step < 4) void next();
        else begin.mutate({ code, organ, csv, administrators: people });
      }}
    >
      <ol className="rw-first-steps">
        {w.steps.map((name, i) => (
          <li key={name} aria-current={i === step ? 'step' : undefined}>
            {i + 1} {name}
          </li>
        ))}
      </ol>
      {away && (
        <NoticeBar tone="error" word={words.notice.error}>
          {words.errors.unreachable}
        </NoticeBar>
      )}
      {refused !== null && refused !== 'setup-code-wrong' && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.reason(refused, {})}
        </NoticeBar>
      )}
      <Panel title={w.steps[step]}>
        {step === 0 && (
          <>
            <p>{w.codeLead}</p>
            <div className="rw-first-fields">
              <FormField label={w.code} error={refused === 'setup-code-wrong' ? w.codeWrong : undefined}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    spellCheck={false}
                    value={code}
                    status={control['aria-invalid'] ? 'error' : ''}
                    onChange={(event) => setCode(event.target.value)}
                  />
                )}
              </FormField>
            </div>
          </>
        )}
        {step === 1 && (
          <>
            <p>{w.organLead}</p>
            <div className="rw-first-fields">
              {text('name')}
              {text('shortName')}
              {text('code')}
              <FormField label={o.level} error={errorAt('organ.level')}>
                {(control) => (
                  <Select
                    {...control}
                    className="rw-select"
                    value={organ.level}
                    options={organLevels.map((value) => ({ value, label: o.levels[value] }))}
                    onChange={(level: string) => setOrgan((all) => ({ ...all, level }))}
                  />
                )}
              </FormField>
              {text('institution')}
              {text('numberPrefix')}
              {text('parentCode')}
            </div>
          </>
        )}
        {step === 2 && (
          <>
            <p>{w.csvLead}</p>
            <p>
              <DownloadTemplate label={w.downloadTemplate} />
            </p>
            <FileDrop
              label={w.upload}
              hint={w.uploadHint}
              accept=".csv,text/csv,text/plain"
              multiple={false}
              files={fileName === null ? [] : [{ key: 'csv', name: fileName, state: 'done', stateLabel: '✓' }]}
              onFiles={([file]) => {
                if (file === undefined) return;
                void file.arrayBuffer().then((bytes) => {
                  setCsv(decoded(bytes));
                  setFileName(file.name);
                });
              }}
              onRemove={() => {
                setCsv('');
                setFileName(null);
              }}
              strings={{
                choose: w.choose,
                orDrop: w.orDrop,
                remove: (name) => `${words.remove} ${name}`,
                removeShort: words.remove,
                retry: words.retry,
              }}
            />
            <FormField label={w.paste} wide>
              {(control) => (
                <Input.TextArea
                  {...control}
                  value={csv}
                  autoSize={{ minRows: 6, maxRows: 14 }}
                  onChange={(event) => {
                    setCsv(event.target.value);
                    setFileName(null);
                  }}
                />
              )}
            </FormField>
            {ofRows.length > 0 && (
              <NoticeBar tone="error" word={words.notice.warn}>
                <p>{w.problems(ofRows.length)}</p>
                <ul className="rw-first-problems">
                  {ofRows.map((p) => (
                    <li key={`${p.field} ${p.rule}`}>{initProblem(p, language)}</li>
                  ))}
                </ul>
              </NoticeBar>
            )}
          </>
        )}
        {step === 3 && (
          <>
            <p>{w.adminsLead}</p>
            {whos.map((who) => (
              <fieldset key={who} className="rd-form-section">
                <legend>{w.admins[who]}</legend>
                <div className="rw-first-fields">
                  {person(who, 'username')}
                  {person(who, 'name')}
                  {person(who, 'password')}
                </div>
              </fieldset>
            ))}
          </>
        )}
        {step === 4 && checked !== null && (
          <>
            <p>{w.review}</p>
            <p className="rd-strong">{w.beginConfirm}</p>
            <p className="rd-strong">{w.noProblems(checked.organs.length)}</p>
            <OrganPreview organs={checked.organs} />
            <ul className="rw-first-tree">
              {whos.map((who) => (
                <li key={who}>
                  {w.admins[who]} · {people[who].name} · {people[who].username}
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="rw-actions">
          <button
            type="button"
            className="rd-btn"
            onClick={() => {
              if (step === 0) onBack();
              else setStep(step - 1);
            }}
          >
            {w.previous}
          </button>
          <button type="submit" className="rd-btn" data-look="primary" aria-busy={busy || undefined}>
            {step < 4 ? w.next : begin.isPending ? w.beginBusy : w.begin}
          </button>
        </div>
      </Panel>
    </form>
  );
}

/** In which step a problem was typed. */
function stepOf({ field }: FieldProblem): number {
  if (field.startsWith('organs')) return 2;
  return field.startsWith('organ') ? 1 : 3;
}

/** The example, as a file. */
function DownloadTemplate({ label }: { label: string }) {
  const client = useTRPCClient();
  async function download() {
    const text = await client.firstStart.template.query();
    const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'organs.csv';
    link.click();
    URL.revokeObjectURL(address);
  }
  return (
    <button type="button" className="rd-btn" onClick={() => void download().catch(() => undefined)}>
      {label}
    </button>
  );
}
