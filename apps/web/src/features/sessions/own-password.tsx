import { Panel } from '@redress/ui/panel';
import { App } from 'antd';
import { useWords } from '../../lib/language.tsx';
import { PasswordForm } from '../../lib/password-form.tsx';
import { useSession } from '../../lib/session.tsx';

/** One's own password; the demonstration's is everybody's. */
export function OwnPassword({ onChanged }: { onChanged: () => void }) {
  const words = useWords();
  const { office } = useSession();
  const { message } = App.useApp();
  const w = words.office.password;
  return (
    <Panel title={w.title}>
      <p className="rd-muted">{office.demo ? w.demo : w.lead}</p>
      {!office.demo && (
        <PasswordForm
          onDone={() => {
            void message.success(w.done);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}
