import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { organKinds, organLevels } from '@redress/domain/office/organ';
import { useState } from 'react';
import { DayField, SelectField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { newId, useTRPCClient } from '../../lib/trpc.ts';
import { ActDrawer } from './act-drawer.tsx';
import type { OrganNode } from './organs-part.tsx';
import { missingOf, useAct } from './use-act.ts';

interface Values {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: string | null;
  readonly kind: string | null;
  readonly parentId: string | null;
  readonly institution: string;
  readonly numberPrefix: string;
  readonly occurredOn: CivilDate | null;
}

/** Establishing an organ, or its whole particulars as they will be from a day on. */
export function OrganDrawer({
  organ,
  organs,
  onClose,
}: {
  organ: OrganNode | null;
  organs: readonly OrganNode[];
  onClose: () => void;
}) {
  const words = useWords();
  const client = useTRPCClient();
  const { today } = useSession();
  const w = words.office.organs;
  const [id] = useState(() => organ?.id ?? `organ-${newId()}`);
  const [first] = useState<Values>(() => ({
    code: organ?.code ?? '',
    name: organ?.name ?? '',
    shortName: organ?.shortName ?? '',
    level: organ?.level ?? 'county',
    kind: organ?.kind ?? 'department',
    parentId: organ?.parentId ?? organs.find((o) => o.institution !== null && o.abolished === null)?.id ?? null,
    institution: organ?.institution ?? '',
    numberPrefix: organ?.numberPrefix ?? '',
    occurredOn: today,
  }));
  const [values, setValues] = useState(first);
  const set = (change: Partial<Values>) => setValues((all) => ({ ...all, ...change }));
  const act = useAct((v: Values, commandId) => {
    const type = organ === null ? ('establish-organ' as const) : ('change-organ' as const);
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
    const input = {
      ...v,
      institution: orNull(v.institution),
      numberPrefix: orNull(v.numberPrefix),
    };
    const body = { commandId, id, expectedVersion: organ?.version ?? null, type, input };
    return client.office.actOnOrgan.mutate(body as Parameters<typeof client.office.actOnOrgan.mutate>[0]);
  }, onClose);

  function submit() {
    const { code, name, shortName, level, kind, occurredOn } = values;
    const missing = missingOf({ code, name, shortName, level, kind, occurredOn });
    act.setProblems(missing);
    if (missing.length === 0) act.take(values);
  }
  const text = (
    field: 'code' | 'name' | 'shortName' | 'institution' | 'numberPrefix',
    label: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      hint={hint}
      value={values[field]}
      problems={act.problems(field)}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <ActDrawer
      title={organ === null ? w.establishTitle : `${w.changeTitle} · ${organ.name}`}
      lead={organ === null ? undefined : w.changeLead}
      act={act}
      submit={organ === null ? w.establish : w.change}
      typed={values !== first}
      onSubmit={submit}
      onClose={onClose}
    >
      {text('name', w.name)}
      {text('shortName', w.shortName)}
      {text('code', w.code)}
      <SelectField
        label={w.level}
        required
        value={values.level}
        problems={act.problems('level')}
        options={organLevels.map((value) => ({ value, label: w.levels[value] }))}
        onChange={(level) => set({ level })}
      />
      <SelectField
        label={w.kind}
        required
        value={values.kind}
        problems={act.problems('kind')}
        options={organKinds.map((value) => ({ value, label: w.kinds[value] }))}
        onChange={(kind) => set({ kind })}
      />
      <SelectField
        label={w.parent}
        value={values.parentId}
        problems={act.problems('parentId')}
        options={organs
          .filter((o) => o.id !== id && o.abolished === null)
          .map((o) => ({ value: o.id, label: `${o.name} ${o.code}` }))}
        onChange={(parentId) => set({ parentId })}
      />
      {text('institution', w.institution, w.institutionHint)}
      {text('numberPrefix', w.prefix)}
      <DayField
        label={words.office.day}
        required
        hint={organ === null ? undefined : words.office.dayHint}
        value={values.occurredOn}
        problems={act.problems('occurredOn')}
        onChange={(occurredOn) => set({ occurredOn })}
      />
    </ActDrawer>
  );
}
