import { importOptionText, importWords } from '@redress/domain/labels/import-words';
import type { ChoiceField } from '@redress/domain/reconsideration/import/fields';
import type { ImportMapping } from '@redress/domain/reconsideration/import/mapping';
import { choices } from '@redress/domain/reconsideration/import/values';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useCategories } from '../../lib/category-name.ts';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { Run } from './one-import.tsx';

interface WordMapsProps {
  run: Run;
  mapping: ImportMapping;
  onMapping: (mapping: ImportMapping) => void;
}

/** Left open at will: a category or a mark that nobody knows keeps no row back. */
const optional: ReadonlySet<ChoiceField> = new Set<ChoiceField>(['category', 'late']);

/** What the register's own words stand for: the unknown ones first, the known ones on request. */
export function WordMaps({ run, mapping, onMapping }: WordMapsProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const categories = useCategories();
  const [all, setAll] = useState(false);
  const w = words.imports.words;
  const fields = importWords(language).fields;
  // Asked once for the columns as they are mapped: what is chosen here is laid over it.
  const asked = useQuery(
    trpc.imports.words.queryOptions(
      { id: run.id, mapping: { columns: mapping.columns, values: {}, organs: {} } },
      { placeholderData: keepPreviousData },
    ),
  );
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));

  if (asked.isError) {
    return (
      <Panel title={w.title}>
        <ErrorState
          title={w.failed}
          detail={labels.failure(failureOf(asked.error))}
          retry={{ label: words.retry, onRetry: () => void asked.refetch() }}
        />
      </Panel>
    );
  }
  if (asked.data === undefined) {
    return (
      <Panel title={w.title}>
        <LoadingSkeleton label={words.loading} />
      </Panel>
    );
  }

  const organLines = asked.data.organs.map((word) => ({ ...word, chosen: mapping.organs[word.text] ?? word.organId }));
  const groups = asked.data.choices.map(({ field, words: list }) => ({
    field,
    // An empty cell is a choice only where something follows from it.
    lines: list
      .filter((word) => word.text !== '')
      .map((word) => ({ ...word, chosen: mapping.values[field]?.[word.text] ?? word.code })),
  }));
  const unknownOrgans = asked.data.organs.filter((word) => word.organId === null).length;
  const unknown =
    unknownOrgans +
    asked.data.choices.reduce(
      (n, { field, words: list }) =>
        n + (optional.has(field) ? 0 : list.filter((word) => word.text !== '' && word.code === null).length),
      0,
    );
  const setChoice = (field: ChoiceField, text: string, code: string) =>
    onMapping({ ...mapping, values: { ...mapping.values, [field]: { ...mapping.values[field], [text]: code } } });
  const setOrgan = (text: string, id: string) => onMapping({ ...mapping, organs: { ...mapping.organs, [text]: id } });

  // What somebody has just chosen stays in sight: whether it was known is asked of the register, not of the choice.
  const shownOrgans = organLines.filter((line) => all || line.organId === null);
  const shownGroups = groups
    .map((group) => ({ ...group, lines: group.lines.filter((line) => all || line.code === null) }))
    .filter((group) => group.lines.length > 0);
  return (
    <Panel
      title={w.title}
      extra={
        <button
          type="button"
          className="rd-btn rw-small"
          data-look="plain"
          aria-pressed={all}
          onClick={() => setAll(!all)}
        >
          {all ? w.hideKnown : w.showAll}
        </button>
      }
    >
      <p className="rd-muted rw-import-lead">{unknown === 0 ? w.allKnown : w.unknown(unknown)}</p>
      {shownOrgans.length > 0 && (
        <fieldset className="rw-import-words">
          <legend>{fields.respondents}</legend>
          {shownOrgans.map((line) => (
            <div className="rw-import-word" key={line.text}>
              <span>
                {line.text}
                <span className="rd-muted">
                  {' '}
                  {w.times(line.count)}
                  {line.several.length > 0 ? `${words.separator}${w.several}` : ''}
                </span>
              </span>
              <Select
                aria-label={w.label(fields.respondents, line.text)}
                placeholder={w.choose}
                value={line.chosen ?? undefined}
                loading={organs.isPending}
                showSearch={{ optionFilterProp: 'label' }}
                options={(organs.data ?? []).map((organ) => ({ value: organ.id as string, label: organ.name }))}
                onChange={(id) => {
                  if (id !== undefined) setOrgan(line.text, id);
                }}
              />
            </div>
          ))}
        </fieldset>
      )}
      {shownGroups.map(({ field, lines }) => (
        <fieldset className="rw-import-words" key={field}>
          <legend>{fields[field]}</legend>
          {lines.map((line) => (
            <div className="rw-import-word" key={line.text}>
              <span>
                {line.text} <span className="rd-muted">{w.times(line.count)}</span>
              </span>
              <Select
                aria-label={w.label(fields[field], line.text)}
                placeholder={w.choose}
                value={line.chosen ?? undefined}
                showSearch={{ optionFilterProp: 'label' }}
                options={
                  field === 'category'
                    ? [...categories.all]
                    : choices[field].map((code) => ({
                        value: code as string,
                        label: importOptionText(language, field, code),
                      }))
                }
                onChange={(code) => {
                  if (code !== undefined) setChoice(field, line.text, code);
                }}
              />
            </div>
          ))}
        </fieldset>
      ))}
    </Panel>
  );
}
