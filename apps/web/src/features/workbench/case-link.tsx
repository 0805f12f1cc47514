import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type CaseListFilter, searchOf } from '../../lib/case-search.ts';
import { useWords } from '../../lib/language.tsx';

interface Named {
  readonly id: string;
  /** Of which kind the case is; left out, a reconsideration. */
  readonly kind?: string;
  readonly number: string | null;
}

/** A case by its number. */
export function CaseLink({ row, className }: { row: Named; className?: string }) {
  const words = useWords();
  return (
    <Link to={row.kind === 'litigation' ? '/lawsuits/$id' : '/cases/$id'} params={{ id: row.id }} className={className}>
      {row.number ?? words.list.unnumbered}
    </Link>
  );
}

/** The list that a counter is the length of. */
export function ListLink({
  filter,
  className,
  label,
  children,
}: {
  filter: CaseListFilter;
  className?: string | undefined;
  label?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Link to="/cases" search={searchOf(filter)} className={className} aria-label={label}>
      {children}
    </Link>
  );
}
