/** Who is defendant after what the reconsideration came to (ALL2017 26, INT2018 22, 133, 134). */
import type { BeforeSuit, OrganRole } from './codes.ts';

export interface Defendants {
  /** In the order of the law: the organ of the act first. */
  readonly roles: readonly OrganRole[];
  readonly article: string;
}

const original = ['original-organ'] as const;
const reconsidering = ['reconsideration-organ'] as const;
const both = ['original-organ', 'reconsideration-organ'] as const;

export const defendantsOf = {
  none: { roles: original, article: 'ALL2017 26(1)' },
  upheld: { roles: both, article: 'ALL2017 26(2)' },
  'request-rejected': { roles: both, article: 'INT2018 133' },
  'application-rejected': { roles: both, article: 'INT2018 133' },
  // Another fact, proof or basis with the same result is no change.
  'basis-changed': { roles: both, article: 'INT2018 22(1)' },
  'unlawful-procedure': { roles: both, article: 'INT2018 22(3)' },
  'partly-upheld': { roles: both, article: 'INT2018 134(2)' },
  changed: { roles: reconsidering, article: 'ALL2017 26(2)' },
  void: { roles: reconsidering, article: 'INT2018 22(2)' },
  'unlawful-otherwise': { roles: reconsidering, article: 'INT2018 22(3)' },
  'silent-act': { roles: original, article: 'ALL2017 26(3)' },
  'silent-inaction': { roles: reconsidering, article: 'ALL2017 26(3)' },
  'refused-refusal': { roles: reconsidering, article: 'INT2018 133' },
  'refused-act': { roles: original, article: 'INT2018 133' },
} as const satisfies Record<BeforeSuit, Defendants>;

export interface NamedOrgan {
  readonly organId: string;
  readonly role: OrganRole;
}

/** What the organs named in a suit are not, compared with the law's answer; nothing is refused: the court decides. */
export function defendantsMissing(before: BeforeSuit, organs: readonly NamedOrgan[]): readonly OrganRole[] {
  return defendantsOf[before].roles.filter((role) => !organs.some((organ) => organ.role === role));
}
