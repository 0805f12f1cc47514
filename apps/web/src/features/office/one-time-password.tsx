import { App, Modal } from 'antd';
import { useWords } from '../../lib/language.tsx';

export interface Secret {
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** A password that is shown once and kept nowhere. */
export function OneTimePassword({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const w = words.office.people;
  return (
    <Modal
      open
      title={w.password}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <button type="button" className="rd-btn" data-look="primary" onClick={onClose}>
          {w.passwordDone}
        </button>
      }
    >
      <p>{w.passwordLead(secret.name)}</p>
      <p>
        {w.username} <b>{secret.username}</b>
      </p>
      <p className="rw-office-secret" data-secret="">
        {secret.password}
      </p>
      <button
        type="button"
        className="rd-btn"
        onClick={() => {
          void navigator.clipboard?.writeText(secret.password).then(() => message.success(words.office.copied));
        }}
      >
        {words.office.copy}
      </button>
    </Modal>
  );
}
