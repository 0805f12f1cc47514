import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { serviceMethods } from '@redress/domain/ledger/documents';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { DayField, SelectField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Inputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { BatchFormProps } from './batch-drawer.tsx';
import { judge, type PlannedCase } from './batch-plan.ts';
import { BatchPreview } from './batch-preview.tsx';
import { type Asked, useForesee } from './use-foresee.ts';

/** 批量记录发送: what left together, with one carrier on one day, and a slip for each case. */
export function BatchSend({ rows, onRun }: BatchFormProps) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const session = useSession();
  const w = words.lists.batch;
  const ids = rows.map((row) => row.id) as Inputs['cases']['unsent']['ids'];
  const unsent = useQuery(trpc.cases.unsent.queryOptions({ ids }, { staleTime: 0, gcTime: 0 }));
  const [day, setDay] = useState<CivilDate | null>(session.today);
  const [method, setMethod] = useState<string | null>('post');
  const [courier, setCourier] = useState('');
  const [slips, setSlips] = useState<ReadonlyMap<string, string>>(new Map());

  const isWhole = day !== null && method !== null && unsent.data !== undefined;
  const stepsOf = (id: string): readonly Asked['step'][] => {
    const one = unsent.data?.find((found) => found.id === id);
    const proof = [courier.trim(), (slips.get(id) ?? '').trim()].filter((part) => part !== '').join(' ');
    return (one?.documents ?? []).map((document) => ({
      type: 'send-document',
      input: {
        documentId: document.documentId,
        occurredOn: day,
        sendings: document.addressees.map(({ addressee }) => ({
          addressee,
          method,
          sentOn: day,
          sentProof: proof === '' ? null : proof.slice(0, 200),
        })),
      },
    }));
  };
  const asked = isWhole ? rows.flatMap((row) => stepsOf(row.id).map((step) => ({ id: row.id as string, step }))) : [];
  const { foreseen, isAsking, error } = useForesee(asked);
  const planned =
    unsent.data === undefined || (asked.length > 0 && foreseen === undefined)
      ? undefined
      : rows.map((row): PlannedCase => {
          const found = unsent.data.find((one) => one.id === row.id);
          const steps = stepsOf(row.id);
          const version = found?.version ?? row.version;
          if (found === undefined || steps.length === 0) {
            return { row, steps, version, what: [], verdict: 'refused', why: w.nothingToSend };
          }
          return {
            row,
            steps,
            version,
            what: found.documents.map((document) =>
              w.toAddressee(
                [labels.documentKind(document.kind), document.number].filter(Boolean).join(' '),
                document.addressees.map((one) => one.name).join(words.listSeparator),
              ),
            ),
            ...judge(
              (foreseen ?? []).filter((_, at) => asked[at]?.id === row.id),
              words,
              labels,
            ),
          };
        });
  const broken = error ?? unsent.error;
  return (
    <>
      <div className="rw-step-fields">
        <DayField label={w.day} required value={day} max={session.today} onChange={setDay} />
        <SelectField
          label={w.method}
          required
          value={method}
          options={serviceMethods
            .filter((one) => one !== 'announcement')
            .map((one) => ({ value: one, label: labels.serviceMethod(one) }))}
          onChange={setMethod}
        />
        <TextField label={w.courier} hint={w.courierHint} value={courier} onChange={setCourier} />
      </div>
      <BatchPreview
        kind="send"
        planned={planned}
        isAsking={isAsking || unsent.isPending}
        failed={broken === null ? null : labels.failure(failureOf(broken))}
        onRun={onRun}
        control={(one) =>
          one.steps.length === 0 ? null : (
            <Input
              className="rw-planned-slip"
              size="small"
              aria-label={w.slip(one.row.number ?? one.row.title)}
              placeholder={w.slipShort}
              maxLength={60}
              value={slips.get(one.row.id) ?? ''}
              onChange={(event) => setSlips(new Map(slips).set(one.row.id, event.target.value))}
            />
          )
        }
      />
    </>
  );
}
