import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { useState } from 'react';
import { DayField, LongTextField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Inputs, newId, useTRPCClient } from '../../lib/trpc.ts';
import { ActDrawer } from './act-drawer.tsx';
import { HandOverChoice, noHandOver, useOpenWork } from './hand-over-choice.tsx';
import type { Secret } from './one-time-password.tsx';
import type { AccountRow } from './people-part.tsx';
import { missingOf, useAct } from './use-act.ts';

export type AccountStep = Inputs['office']['actOnAccount']['type'];

interface AccountDrawerProps {
  step: AccountStep;
  /** null: it is to be opened. */
  account: AccountRow | null;
  title: string;
  onClose: () => void;
  onSecret: (secret: Secret) => void;
}

/** One act on an account. */
export function AccountDrawer({ step, account, title, onClose, onSecret }: AccountDrawerProps) {
  const words = useWords();
  const client = useTRPCClient();
  const { today } = useSession();
  const w = words.office.people;
  const [id] = useState(() => account?.id ?? `account-${newId()}`);
  const [username, setUsername] = useState('');
  const [name, setName] = useState(account?.name ?? '');
  const [why, setWhy] = useState('');
  const [day, setDay] = useState<CivilDate | null>(today);
  const [handOver, setHandOver] = useState(noHandOver);
  const opens = step === 'open-account';
  const renames = step === 'rename-account';
  const suspends = step === 'suspend-account';
  const work = useOpenWork(id, null);
  const act = useAct(
    (input: Readonly<Record<string, unknown>>, commandId) => {
      const body = { commandId, id, expectedVersion: account?.version ?? null, type: step, input };
      return client.office.actOnAccount.mutate(body as Inputs['office']['actOnAccount']);
    },
    (done) => {
      if (done.password !== null) {
        onSecret({ name: name.trim(), username: account?.username ?? username.trim(), password: done.password });
      }
      onClose();
    },
  );

  function submit() {
    const by = suspends && handOver.way === 'after' && (work.data?.leftBehind ?? 0) > 0 ? handOver.by : null;
    const input = {
      occurredOn: day,
      ...(opens ? { username: username.trim().toLowerCase() } : {}),
      ...(opens || renames ? { name: name.trim() } : { why: why.trim() }),
      ...(suspends ? { handOverBy: by } : {}),
    };
    const { handOverBy: _, ...asked } = { handOverBy: null, ...input };
    const missing = missingOf(asked);
    if (suspends && handOver.way === 'after' && (work.data?.leftBehind ?? 0) > 0 && by === null) {
      missing.push({ field: 'handOverBy', rule: 'required' });
    }
    act.setProblems(missing);
    if (missing.length === 0) act.take(input);
  }

  return (
    <ActDrawer
      title={account === null ? w.openTitle : `${title} · ${account.name}`}
      lead={opens ? w.openLead : w.leads[step]}
      act={act}
      submit={title}
      grave={suspends}
      typed={username !== '' || why !== '' || (opens && name !== '')}
      onSubmit={submit}
      onClose={onClose}
    >
      {opens && (
        <TextField
          label={w.username}
          hint={w.usernameHint}
          required
          value={username}
          problems={act.problems('username')}
          onChange={setUsername}
        />
      )}
      {(opens || renames) && (
        <TextField label={w.name} required value={name} problems={act.problems('name')} onChange={setName} />
      )}
      {suspends && <HandOverChoice work={work.data} value={handOver} act={act} onChange={setHandOver} />}
      {(renames || suspends) && (
        <DayField
          label={words.office.day}
          required
          value={day}
          {...(renames ? { max: today } : {})}
          problems={act.problems('occurredOn')}
          onChange={setDay}
        />
      )}
      {!opens && !renames && (
        <LongTextField
          label={words.office.why}
          hint={words.office.whyHint}
          required
          rows={2}
          value={why}
          problems={act.problems('why')}
          onChange={setWhy}
        />
      )}
    </ActDrawer>
  );
}
