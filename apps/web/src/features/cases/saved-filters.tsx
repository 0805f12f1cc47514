import { FilterChips } from '@redress/ui/filter-chips';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { CheckField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { newId, type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { type CaseSearch, caseSearch, isNarrowed } from './case-filter.ts';
import type { useListPreference } from './use-list-preference.ts';

type SavedFilter = Outputs['preferences']['savedFilters'][number];

interface SavedFiltersProps {
  search: CaseSearch;
  onSearch: (search: CaseSearch) => void;
  preference: ReturnType<typeof useListPreference>;
}

/** Undefined values stand in no address and in no saved filter. */
const plain = (search: CaseSearch): SavedFilter['search'] =>
  Object.fromEntries(Object.entries(search).filter((entry) => entry[1] !== undefined)) as SavedFilter['search'];

const textOf = (search: SavedFilter['search']): string =>
  JSON.stringify(Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Filters under a name: one's own and the office's. The address always holds the filter itself. */
export function SavedFilters({ search, onSearch, preference }: SavedFiltersProps) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const w = words.lists.saved;
  const options = trpc.preferences.savedFilters.queryOptions(undefined, { staleTime: 300_000 });
  const saved = useQuery(options);
  const list = saved.data ?? [];
  const { defaultFilter } = preference.preference;
  const [naming, setNaming] = useState<{ name: string; shared: boolean; isDefault: boolean } | null>(null);
  const [nameMissing, setNameMissing] = useState(false);
  const [managing, setManaging] = useState(false);
  const fresh = () => void queryClient.invalidateQueries({ queryKey: options.queryKey });
  const failed = (error: unknown) => void message.error(`${w.failed}${words.colon}${labels.failure(failureOf(error))}`);
  const save = useMutation(trpc.preferences.saveFilter.mutationOptions({ onSuccess: fresh, onError: failed }));
  const remove = useMutation(trpc.preferences.removeFilter.mutationOptions({ onSuccess: fresh, onError: failed }));

  const now = textOf(plain(search));
  const current = list.find((filter) => textOf(plain(caseSearch.parse(filter.search))) === now);

  function submit() {
    if (naming === null) return;
    const name = naming.name.trim();
    const wrong = name === '' || [...name].length > 30;
    setNameMissing(wrong);
    if (wrong) return;
    const id = newId();
    save.mutate(
      { id, name, shared: naming.shared, search: plain(search) },
      {
        onSuccess: () => {
          if (naming.isDefault) preference.change({ defaultFilter: id });
          setNaming(null);
        },
      },
    );
  }

  if (list.length === 0 && !isNarrowed(search)) return null;
  return (
    <div className="rw-saved">
      {list.length > 0 && (
        <FilterChips
          label={w.label}
          mode="single"
          options={list.map((filter) => ({
            value: filter.id,
            label: `${filter.name}${filter.own ? '' : words.bracketed(w.ofOffice)}`,
          }))}
          selected={current === undefined ? [] : [current.id]}
          onChange={([id]) => {
            const chosen = list.find((filter) => filter.id === id);
            onSearch(chosen === undefined ? {} : caseSearch.parse(chosen.search));
          }}
        />
      )}
      {isNarrowed(search) && current === undefined && (
        <button
          type="button"
          className="rd-btn rw-small"
          data-look="plain"
          onClick={() => setNaming({ name: '', shared: false, isDefault: false })}
        >
          {w.save}
        </button>
      )}
      {list.length > 0 && (
        <button type="button" className="rd-btn rw-small" data-look="plain" onClick={() => setManaging(true)}>
          {w.manage}
        </button>
      )}
      <Modal
        open={naming !== null}
        title={w.saveTitle}
        okText={words.save}
        cancelText={words.cancel}
        confirmLoading={save.isPending}
        onOk={submit}
        onCancel={() => setNaming(null)}
        destroyOnHidden
      >
        {naming !== null && (
          <form
            className="rw-saved-form"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <TextField
              label={w.name}
              required
              value={naming.name}
              hint={nameMissing ? w.nameMissing : undefined}
              onChange={(name) => setNaming({ ...naming, name })}
            />
            <CheckField
              label={w.shared}
              value={naming.shared}
              onChange={(shared) => setNaming({ ...naming, shared })}
            />
            <CheckField
              label={w.isDefault}
              value={naming.isDefault}
              onChange={(isDefault) => setNaming({ ...naming, isDefault })}
            />
          </form>
        )}
      </Modal>
      <Modal open={managing} title={w.manageTitle} footer={null} onCancel={() => setManaging(false)} destroyOnHidden>
        <p className="rd-muted">{w.manageLead}</p>
        {list.length === 0 && <p>{w.empty}</p>}
        <ul className="rw-saved-list">
          {list.map((filter) => {
            const isDefault = filter.id === defaultFilter;
            return (
              <li key={filter.id}>
                <span>{filter.name}</span>
                <span className="rd-muted">
                  {[filter.own ? w.own : null, filter.shared ? w.ofOffice : null, isDefault ? w.default : null]
                    .filter((part) => part !== null)
                    .join(words.listSeparator)}
                </span>
                <span className="rw-saved-acts">
                  <button
                    type="button"
                    className="rd-btn rw-small"
                    data-look="plain"
                    onClick={() => preference.change({ defaultFilter: isDefault ? null : filter.id })}
                  >
                    {isDefault ? w.clearDefault(filter.name) : w.setDefault(filter.name)}
                  </button>
                  {filter.own && (
                    <>
                      <CheckField
                        label={w.share(filter.name)}
                        value={filter.shared}
                        onChange={(shared) =>
                          save.mutate({ id: filter.id, name: filter.name, shared, search: filter.search })
                        }
                      />
                      <button
                        type="button"
                        className="rd-btn rw-small"
                        data-look="plain"
                        onClick={() => remove.mutate({ id: filter.id })}
                      >
                        {w.remove(filter.name)}
                      </button>
                    </>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      </Modal>
    </div>
  );
}
