import { createContext, type ReactNode, use } from 'react';

/** The kinds of cases that have a page of their own. */
export type CaseKind = 'reconsideration' | 'litigation';

const CaseKindContext = createContext<CaseKind>('reconsideration');

/** Says which kind of case everything below is about: its steps, entries and codes are said in that kind's words. */
export function CaseKindProvider({ kind, children }: { kind: CaseKind; children: ReactNode }) {
  return <CaseKindContext value={kind}>{children}</CaseKindContext>;
}

export const useCaseKind = (): CaseKind => use(CaseKindContext);
