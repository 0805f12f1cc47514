import { Panel } from '@redress/ui/panel';
import { useWords } from '../lib/language.tsx';
import { PasswordForm } from '../lib/password-form.tsx';

/** The only page a one-time password opens. */
export function ForcedPassword({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const words = useWords();
  const w = words.office.password;
  return (
    <main id="main" className="rw-alone">
      <h1 className="rw-alone-title">{w.forcedTitle}</h1>
      <Panel>
        <p className="rd-muted">{w.forcedLead}</p>
        <PasswordForm onDone={onDone} />
      </Panel>
      <button type="button" className="rd-btn" data-look="plain" onClick={onLeave}>
        {w.signOut}
      </button>
    </main>
  );
}
