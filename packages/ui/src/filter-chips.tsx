import './filter-chips.css';

export interface FilterOption {
  value: string;
  label: string;
  count?: number | undefined;
}

export interface FilterChipsProps {
  /** What is filtered: 按状态. */
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  /** `single`: pressing another replaces it, pressing the same clears it. */
  mode?: 'single' | 'multiple' | undefined;
  onChange: (selected: readonly string[]) => void;
  /** A last chip that clears all; shown while something is selected. */
  clearLabel?: string | undefined;
}

/** Filters one can see all of at once. The caller keeps the selection, usually in the address. */
export function FilterChips({ label, options, selected, mode = 'multiple', onChange, clearLabel }: FilterChipsProps) {
  function toggle(value: string) {
    if (selected.includes(value)) onChange(selected.filter((other) => other !== value));
    else onChange(mode === 'single' ? [value] : [...selected, value]);
  }
  return (
    <fieldset className="rd-filters">
      <legend className="rd-sr">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={selected.includes(option.value)}
          onClick={() => toggle(option.value)}
        >
          {option.label}
          {option.count !== undefined && <span className="rd-filters-count">{option.count}</span>}
        </button>
      ))}
      {clearLabel !== undefined && selected.length > 0 && (
        <button type="button" className="rd-filters-clear" onClick={() => onChange([])}>
          {clearLabel}
        </button>
      )}
    </fieldset>
  );
}
