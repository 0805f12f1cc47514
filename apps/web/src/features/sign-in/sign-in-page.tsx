import { Chip } from '@redress/ui/chip';
import { FormField } from '@redress/ui/form-field';
import { LanguageSwitch } from '@redress/ui/language-switch';
import { NoticeBar } from '@redress/ui/notice-bar';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { type SignInProblem, signIn } from '../../lib/auth.ts';
import { type Language, useLanguage } from '../../lib/language.tsx';
import { actingPost } from '../../lib/post.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import './sign-in.css';

interface SignInPageProps {
  /** The visitor was sent here from a page that needs a session. */
  expired: boolean;
  onSignedIn: () => void;
}

/** Signing in. A demonstration office lists its accounts: pressing one signs in with it. */
export function SignInPage({ expired, onSignedIn }: SignInPageProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { words, language, setLanguage } = useLanguage();
  const labels = useLabels();
  const info = useQuery(trpc.session.info.queryOptions(undefined, { staleTime: 600_000 }));
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | 'missing' | null>(null);

  async function go(name: string, secret: string) {
    if (busy) return;
    if (name.trim() === '' || secret === '') {
      setProblem('missing');
      return;
    }
    setBusy(true);
    setProblem(null);
    const wrong = await signIn(name.trim(), secret);
    setBusy(false);
    if (wrong !== null) {
      setProblem(wrong);
      return;
    }
    actingPost.clear();
    queryClient.clear();
    onSignedIn();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void go(username, password);
  }

  const said: Record<SignInProblem | 'missing', string> = {
    wrong: words.signIn.wrong,
    locked: words.signIn.locked,
    refused: words.signIn.refused,
    'too-many': words.signIn.tooMany,
    unreachable: words.signIn.unreachable,
    missing: words.signIn.missing,
  };
  const demo = info.data?.demo ?? null;
  if (info.data?.firstStart === true) return <Navigate to="/first-start" replace />;

  return (
    <div className="rw-sign-in">
      <header className="rw-sign-in-brand">
        <div>
          <p className="rw-sign-in-name">{words.productLong}</p>
        </div>
        <DayMosaic />
        <div className="rw-sign-in-promise">
          <p className="rw-sign-in-tagline">{words.tagline}</p>
          <ul>
            {words.signIn.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      </header>
      <main className="rw-sign-in-main">
        <div className="rw-sign-in-language">
          <LanguageSwitch<Language>
            label={words.shell.language}
            value={language}
            options={[
              { value: 'zh-CN', label: '中文', name: '中文' },
              { value: 'en', label: 'EN', name: 'English' },
            ]}
            onChange={setLanguage}
          />
        </div>
        <h1>{words.signIn.title}</h1>
        <p className="rd-muted rw-sign-in-lead">{words.signIn.lead}</p>
        {expired && problem === null && (
          <NoticeBar tone="info" word={words.notice.info}>
            {words.signIn.expired}
          </NoticeBar>
        )}
        {problem !== null && (
          <NoticeBar tone="error" word={words.notice.warn}>
            {said[problem]}
          </NoticeBar>
        )}
        <form onSubmit={submit} noValidate>
          <FormField label={words.signIn.username}>
            {(control) => (
              <Input
                {...control}
                size="large"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                value={username}
                onChange={(event) => setUsername(event.target.value)}
              />
            )}
          </FormField>
          <FormField label={words.signIn.password}>
            {(control) => (
              <Input
                {...control}
                size="large"
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </FormField>
          <button type="submit" className="rd-btn rw-wide" data-look="primary" aria-busy={busy || undefined}>
            {busy ? words.signIn.busy : words.signIn.submit}
          </button>
        </form>
        {demo !== null && (
          <details className="rw-own-office">
            <summary>{words.office.ownOffice.title}</summary>
            <p className="rd-muted rd-small">{words.office.ownOffice.lead}</p>
            <pre>{words.office.ownOffice.command}</pre>
            <p className="rd-muted rd-small">{words.office.ownOffice.after}</p>
            <pre>{words.office.ownOffice.cli}</pre>
          </details>
        )}
        {demo !== null && (
          <section className="rw-demo" aria-labelledby="demo-title">
            <h2 id="demo-title">{words.signIn.demoTitle}</h2>
            <p className="rd-muted rd-small">{words.signIn.demoLead(demo.password)}</p>
            <ul>
              {demo.accounts.map((account) => (
                <li key={account.username}>
                  <button type="button" onClick={() => void go(account.username, demo.password)}>
                    <span className="rw-demo-name">
                      {account.name}
                      <Chip>{labels.role(account.role)}</Chip>
                    </span>
                    <span className="rd-muted rd-small">{account.title}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </div>
  );
}

/** Days as squares, the mark of the product: counted, stopped, and the one on which a limit ends. Decoration only. */
function DayMosaic() {
  const weeks = 16;
  const square = (week: number, day: number) => {
    if (week === 1 && day === 2) return 'start';
    if (week === 14 && day === 1) return 'due';
    if (week < 1 || (week === 1 && day < 2) || week > 14 || (week === 14 && day > 1)) return 'none';
    if (week >= 6 && week <= 7) return 'stopped';
    return day > 4 ? 'off' : 'counted';
  };
  return (
    <svg className="rw-mosaic" viewBox={`0 0 ${weeks * 16} 112`} aria-hidden="true">
      {Array.from({ length: weeks * 7 }, (_, at) => {
        const kind = square(Math.floor(at / 7), at % 7);
        return kind === 'none' ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the squares never change.
            key={at}
            data-kind={kind}
            x={Math.floor(at / 7) * 16}
            y={(at % 7) * 16}
            width="13"
            height="13"
            rx="2.5"
          />
        );
      })}
    </svg>
  );
}
