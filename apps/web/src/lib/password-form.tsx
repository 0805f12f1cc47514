import { FormField } from '@redress/ui/form-field';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { changePassword, type PasswordProblem } from './auth.ts';
import { useWords } from './language.tsx';

type Field = 'current' | 'next' | 'again';

/** Changing one's own password; whoever knows the present one may. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const words = useWords();
  const w = words.office.password;
  const [values, setValues] = useState<Readonly<Record<Field, string>>>({ current: '', next: '', again: '' });
  const [errors, setErrors] = useState<Readonly<Partial<Record<Field, string>>>>({});
  const [busy, setBusy] = useState(false);
  const [away, setAway] = useState(false);

  function found(): Partial<Record<Field, string>> {
    const wrong: Partial<Record<Field, string>> = {};
    if (values.current === '') wrong.current = w.missing;
    if (values.next.length < 10 || values.next.length > 128) wrong.next = w.short;
    else if (values.next === values.current) wrong.next = w.same;
    if (values.again !== values.next) wrong.again = w.differs;
    return wrong;
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const wrong = found();
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    const problem = await changePassword(values.current, values.next);
    setBusy(false);
    setAway(problem === 'unreachable');
    if (problem === null) {
      setValues({ current: '', next: '', again: '' });
      onDone();
      return;
    }
    const said: Record<Exclude<PasswordProblem, 'unreachable'>, Partial<Record<Field, string>>> = {
      wrong: { current: w.wrong },
      short: { next: w.short },
      same: { next: w.same },
    };
    if (problem !== 'unreachable') setErrors(said[problem]);
  }

  const field = (name: Field, autoComplete: string) => (
    <FormField label={w[name]} error={errors[name]}>
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete={autoComplete}
          value={values[name]}
          status={control['aria-invalid'] ? 'error' : ''}
          onChange={(event) => setValues((all) => ({ ...all, [name]: event.target.value }))}
        />
      )}
    </FormField>
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="rw-password">
      {away && (
        <NoticeBar tone="error" word={words.notice.error}>
          {w.unreachable}
        </NoticeBar>
      )}
      {field('current', 'current-password')}
      {field('next', 'new-password')}
      {field('again', 'new-password')}
      <div className="rw-actions">
        <button type="submit" className="rd-btn" data-look="primary" aria-busy={busy || undefined}>
          {busy ? w.busy : w.submit}
        </button>
      </div>
    </form>
  );
}
