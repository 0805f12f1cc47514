import { importWords } from '@redress/domain/labels/import-words';
import { type ImportField, importFields, requiredFields } from '@redress/domain/reconsideration/import/fields';
import { columnLetter, type ImportMapping } from '@redress/domain/reconsideration/import/mapping';
import { FormField } from '@redress/ui/form-field';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { Run } from './one-import.tsx';
import { WordMaps } from './word-maps.tsx';

interface MappingViewProps {
  run: Run;
  onChecked: () => void;
}

/** How the register is read: its header, what each column is, what its words stand for. */
export function MappingView({ run, onChecked }: MappingViewProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const queryClient = useQueryClient();
  const [mapping, setMapping] = useState<ImportMapping>(run.mapping as ImportMapping);
  const w = words.imports;
  const fields = importWords(language).fields;
  const missing = requiredFields.filter((field) => mapping.columns[field] === undefined);
  const check = useMutation(
    trpc.imports.check.mutationOptions({
      onSuccess: (fresh) => {
        queryClient.setQueryData(trpc.imports.view.queryKey({ id: run.id }), fresh);
        void queryClient.invalidateQueries({ queryKey: trpc.imports.rows.pathKey() });
        onChecked();
      },
    }),
  );

  function setColumn(index: number, field: ImportField | null) {
    const kept = Object.entries(mapping.columns).filter(([name, at]) => at !== index && name !== field);
    setMapping({ ...mapping, columns: Object.fromEntries(field === null ? kept : [...kept, [field, index]]) });
  }
  const fieldAt = new Map(Object.entries(mapping.columns).map(([field, at]) => [at, field as ImportField]));

  return (
    <>
      <TablePanel run={run} />
      <Panel title={w.columns.title}>
        <p className="rd-muted rw-import-lead">{run.remembered ? w.columns.remembered : w.columns.proposed}</p>
        <div className="rw-import-columns">
          {run.headers.map((header, index) => {
            const field = fieldAt.get(index);
            const samples = run.samples.map((cells) => String(cells[index] ?? '')).filter((text) => text !== '');
            return (
              // A column is its place in the table.
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <div className="rw-import-column" key={index} data-used={field === undefined ? undefined : ''}>
                <span className="rw-import-letter">{columnLetter(index)}</span>
                <span className="rw-import-header">{header === '' ? words.none : header}</span>
                <span className="rw-import-sample rd-muted" title={samples.join('\n')}>
                  {samples.join(' · ')}
                </span>
                <Select
                  className="rw-import-field"
                  aria-label={w.columns.label(columnLetter(index))}
                  value={field ?? ''}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={[
                    { value: '', label: w.columns.none },
                    ...importFields.map((name) => ({ value: name as string, label: fields[name] })),
                  ]}
                  onChange={(value) => setColumn(index, value === '' ? null : (value as ImportField))}
                />
              </div>
            );
          })}
        </div>
        {mapping.columns.extendedOn !== undefined && mapping.columns.extensionSentOn === undefined && (
          <p className="rd-muted rw-import-lead">{w.columns.extension}</p>
        )}
      </Panel>
      <WordMaps run={run} mapping={mapping} onMapping={setMapping} />
      {missing.length > 0 && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          {w.columns.missing(missing.map((field) => fields[field]).join(words.listSeparator))}
        </NoticeBar>
      )}
      {check.isError && (
        <NoticeBar tone="error" word={w.checkFailed}>
          {labels.failure(failureOf(check.error))}
        </NoticeBar>
      )}
      <div className="rw-actions">
        <button
          type="button"
          className="rd-btn"
          data-look="primary"
          disabled={missing.length > 0 || check.isPending}
          aria-busy={check.isPending || undefined}
          onClick={() => check.mutate({ id: run.id, mapping })}
        >
          {check.isPending ? w.checking : w.check}
        </button>
      </div>
    </>
  );
}

/** The sheet and the rows of its header. */
function TablePanel({ run }: { run: Run }) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const queryClient = useQueryClient();
  const w = words.imports.table;
  const choose = useMutation(
    trpc.imports.choose.mutationOptions({
      onSuccess: (fresh) => queryClient.setQueryData(trpc.imports.view.queryKey({ id: run.id }), fresh),
    }),
  );
  const change = (part: Partial<{ sheet: string; headerFrom: number; headerTo: number }>) => {
    const next = { sheet: run.sheet, headerFrom: run.headerFrom, headerTo: run.headerTo, ...part };
    choose.mutate({ id: run.id, ...next, headerTo: Math.max(next.headerFrom, next.headerTo) });
  };
  return (
    <Panel title={w.title} extra={w.rows(run.counts.total)}>
      <div className="rw-filter-fields rw-import-table">
        <FormField label={w.sheet}>
          {(control) => (
            <Select
              {...control}
              value={run.sheet}
              loading={choose.isPending}
              options={run.sheets.map(({ name, rows }) => ({ value: name, label: w.sheetRows(name, rows) }))}
              onChange={(sheet) => change({ sheet })}
            />
          )}
        </FormField>
        <FormField label={w.headerFrom}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={200}
              value={run.headerFrom}
              disabled={choose.isPending}
              changeOnWheel={false}
              onChange={(value) => {
                if (typeof value === 'number') change({ headerFrom: value, headerTo: Math.max(value, run.headerTo) });
              }}
            />
          )}
        </FormField>
        <FormField label={w.headerTo}>
          {(control) => (
            <InputNumber
              {...control}
              min={run.headerFrom}
              max={run.headerFrom + 4}
              value={run.headerTo}
              disabled={choose.isPending}
              changeOnWheel={false}
              onChange={(value) => {
                if (typeof value === 'number') change({ headerTo: value });
              }}
            />
          )}
        </FormField>
      </div>
      <p className="rd-muted">{w.hint}</p>
      {choose.isError && (
        <NoticeBar tone="error" word={w.failed}>
          {labels.failure(failureOf(choose.error))}
        </NoticeBar>
      )}
    </Panel>
  );
}
