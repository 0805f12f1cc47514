import { NoticeBar } from '@redress/ui/notice-bar';
import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { SelectField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import type { Act } from './use-act.ts';

/** `first`: somebody hands the cases over before; `after`: now, and this person hands them over. */
export interface HandOver {
  readonly way: 'first' | 'after';
  readonly by: string | null;
}
export const noHandOver: HandOver = { way: 'first', by: null };

/** How many open cases would stay behind; numbers only. */
export function useOpenWork(accountId: string, postId: string | null) {
  const trpc = useTRPC();
  type Input = Parameters<typeof trpc.office.openWork.queryOptions>[0];
  return useQuery(trpc.office.openWork.queryOptions({ accountId, postId } as Input, { staleTime: 0 }));
}

interface HandOverChoiceProps {
  work: ReturnType<typeof useOpenWork>['data'];
  value: HandOver;
  act: Pick<Act<never>, 'problems'>;
  onChange: (value: HandOver) => void;
}

/** Nobody leaves open cases behind silently: how many there are, and what is done about them. */
export function HandOverChoice({ work, value, act, onChange }: HandOverChoiceProps) {
  const words = useWords();
  const w = words.office.handOver;
  if (work === undefined || work.leftBehind === 0) return null;
  return (
    <>
      <NoticeBar tone="warn" word={w.title}>
        {w.lead(work.leftBehind)}
      </NoticeBar>
      <fieldset className="rw-route">
        <legend>{w.way}</legend>
        <Radio.Group
          value={value.way}
          onChange={(event) => onChange({ ...value, way: event.target.value === 'after' ? 'after' : 'first' })}
          options={[
            { value: 'first', label: w.first },
            { value: 'after', label: w.after },
          ]}
        />
      </fieldset>
      {value.way === 'after' &&
        (work.assigners.length === 0 ? (
          <p className="rd-tone-amber">{w.nobody}</p>
        ) : (
          <SelectField
            label={w.by}
            hint={w.byHint}
            required
            value={value.by}
            problems={act.problems('handOverBy')}
            options={work.assigners.map((a) => ({ value: a.accountId, label: a.name }))}
            onChange={(by) => onChange({ ...value, by })}
          />
        ))}
    </>
  );
}
