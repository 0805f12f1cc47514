import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { useState } from 'react';
import { type Choice, DayField, LongTextField, SelectField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Inputs, useTRPCClient } from '../../lib/trpc.ts';
import { ActDrawer } from './act-drawer.tsx';
import type { ItemRow } from './lists-part.tsx';
import { missingOf, useAct } from './use-act.ts';

export type ItemStep = Inputs['office']['actOnList']['type'];

interface ItemDrawerProps {
  step: ItemStep;
  item: ItemRow | null;
  title: string;
  name: string;
  version: number;
  /** The rows of the statistical form. */
  rows: readonly Choice[];
  onClose: () => void;
}

/** Adding, renaming, retiring or restoring an item of a list. */
export function ItemDrawer({ step, item, title, name, version, rows, onClose }: ItemDrawerProps) {
  const client = useTRPCClient();
  const words = useWords();
  const { today } = useSession();
  const w = words.office.lists;
  const [key, setKey] = useState(item?.key ?? '');
  const [zh, setZh] = useState(item?.zh ?? '');
  const [en, setEn] = useState(item?.en ?? '');
  const [mapsTo, setMapsTo] = useState<string | null>(null);
  const [occurredOn, setDay] = useState<CivilDate | null>(today);
  const [why, setWhy] = useState('');
  const names = step === 'add-item' || step === 'rename-item';
  const act = useAct((input: Readonly<Record<string, unknown>>, commandId) => {
    const body = { commandId, list: 'category', expectedVersion: version === 0 ? null : version, type: step, input };
    return client.office.actOnList.mutate(body as Inputs['office']['actOnList']);
  }, onClose);
  return (
    <ActDrawer
      title={item === null ? title : `${title} · ${name}`}
      act={act}
      submit={title}
      typed={names ? zh !== (item?.zh ?? '') : why !== ''}
      onSubmit={() => {
        const input = {
          occurredOn,
          key: key.trim(),
          ...(names ? { zh: zh.trim(), en: en.trim() } : { why: why.trim() }),
          ...(step === 'add-item' ? { mapsTo } : {}),
        };
        const { why: _, ...asked } = { why: '', ...input };
        const missing = missingOf(asked);
        act.setProblems(missing);
        if (missing.length === 0) act.take(input);
      }}
      onClose={onClose}
    >
      {step === 'add-item' && (
        <TextField
          label={w.key}
          hint={w.keyHint}
          required
          value={key}
          problems={act.problems('key')}
          onChange={setKey}
        />
      )}
      {names && (
        <>
          <TextField label={w.zh} required value={zh} problems={act.problems('zh')} onChange={setZh} />
          <TextField label={w.en} required value={en} problems={act.problems('en')} onChange={setEn} />
        </>
      )}
      {step === 'add-item' && (
        <SelectField
          label={w.mapsTo}
          hint={w.mapsToHint}
          required
          value={mapsTo}
          problems={act.problems('mapsTo')}
          options={rows}
          onChange={setMapsTo}
        />
      )}
      <DayField
        label={words.office.day}
        required
        value={occurredOn}
        problems={act.problems('occurredOn')}
        onChange={setDay}
      />
      {!names && (
        <LongTextField label={words.office.why} rows={2} value={why} problems={act.problems('why')} onChange={setWhy} />
      )}
    </ActDrawer>
  );
}
