import { roles } from '@redress/domain/access/roles';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { countingRanks } from '@redress/domain/litigation/codes';
import { FormField } from '@redress/ui/form-field';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useDebounced } from '../../lib/debounced.ts';
import { DayField, SelectField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Inputs, newId, useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { ActDrawer } from './act-drawer.tsx';
import { missingOf, useAct } from './use-act.ts';

/** Giving somebody a post. */
export function TakeDrawer({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const words = useWords();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.office.posts;
  const [id] = useState(() => `post-${newId()}`);
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 200);
  const [accountId, setAccount] = useState<string | null>(null);
  const [organId, setOrgan] = useState<string | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [rank, setRank] = useState<string | null>(null);
  const [charge, setCharge] = useState('');
  const [occurredOn, setDay] = useState<CivilDate | null>(today);
  const people = useQuery(trpc.office.accounts.queryOptions({ state: 'open', limit: 50, ...(q === '' ? {} : { q }) }));
  const organs = useQuery(trpc.office.organs.queryOptions());
  const act = useAct((input: Readonly<Record<string, unknown>>, commandId) => {
    const body = { commandId, id, expectedVersion: null, type: 'take-post', input };
    return client.office.actOnPost.mutate(body as Inputs['office']['actOnPost']);
  }, onClose);
  const wrong = act.problems('accountId');
  return (
    <ActDrawer
      title={w.takeTitle}
      lead={w.takeLead}
      act={act}
      submit={w.take}
      typed={accountId !== null || title !== ''}
      onSubmit={() => {
        const input = { accountId, organId, role, title: title.trim(), occurredOn };
        const missing = missingOf(input);
        act.setProblems(missing);
        const leads = rank === null ? {} : { rank, charge: charge.trim() };
        if (missing.length === 0) act.take({ ...input, ...leads });
      }}
      onClose={onClose}
    >
      <FormField
        label={w.person}
        required
        requiredLabel={words.required}
        error={wrong.length === 0 ? undefined : wrong.map((p) => labels.fieldProblem(p)).join(' ')}
      >
        {(control) => (
          <Select
            {...control}
            className="rw-select"
            showSearch={{ filterOption: false, onSearch: setTyped }}
            placeholder={words.step.choose}
            loading={people.isFetching}
            value={accountId}
            status={control['aria-invalid'] ? 'error' : ''}
            options={(people.data?.rows ?? []).map((a) => ({
              value: a.id as string,
              label: `${a.name} ${a.username}`,
            }))}
            onChange={(value: string) => setAccount(value)}
          />
        )}
      </FormField>
      <SelectField
        label={w.organ}
        required
        value={organId}
        problems={act.problems('organId')}
        options={(organs.data ?? []).map((o) => ({ value: o.id, label: `${o.name} ${o.code}` }))}
        onChange={setOrgan}
      />
      <SelectField
        label={w.role}
        required
        value={role}
        problems={act.problems('role')}
        options={roles.map((value) => ({ value, label: labels.role(value) }))}
        onChange={setRole}
      />
      <TextField
        label={w.titleField}
        hint={w.titleHint}
        required
        value={title}
        problems={act.problems('title')}
        onChange={setTitle}
      />
      <SelectField
        label={w.rank}
        hint={w.rankHint}
        value={rank}
        problems={act.problems('rank')}
        options={countingRanks.map((value) => ({ value, label: w.ranks[value] }))}
        onChange={setRank}
      />
      {rank !== null && (
        <TextField
          label={w.charge}
          hint={w.chargeHint}
          value={charge}
          problems={act.problems('charge')}
          onChange={setCharge}
        />
      )}
      <DayField
        label={words.office.day}
        required
        value={occurredOn}
        problems={act.problems('occurredOn')}
        onChange={setDay}
      />
    </ActDrawer>
  );
}
