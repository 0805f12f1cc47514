import { PageHeader } from '@redress/ui/page-header';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { useSession } from '../../lib/session.tsx';
import { DelegationsPart } from './delegations-part.tsx';
import { ListsPart } from './lists-part.tsx';
import { NumbersPart } from './numbers-part.tsx';
import { type OfficePart, type OfficeSearch, officeParts } from './office-search.ts';
import { OrgansPart } from './organs-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { PostsPart } from './posts-part.tsx';
import { RecordPart } from './record-part.tsx';
import './office.css';

export interface PartProps {
  search: OfficeSearch;
  onSearch: (change: OfficeSearch) => void;
}

const administration = ['office.manage', 'accounts.manage', 'audit.read'];

/** The part an administrator begins with; null for everybody else. */
export function firstPartFor(permissions: readonly string[]): OfficePart | null {
  if (permissions.includes('office.manage')) return 'organs';
  if (permissions.includes('accounts.manage')) return 'people';
  return permissions.includes('audit.read') ? 'record' : null;
}

const parts: Record<OfficePart, (props: PartProps) => ReactNode> = {
  organs: OrgansPart,
  people: PeoplePart,
  posts: PostsPart,
  delegations: DelegationsPart,
  numbers: NumbersPart,
  lists: ListsPart,
  record: RecordPart,
};

/** The administration: the three administrators read it all, each changes only their own part. */
export function OfficePage({ part, search, onSearch }: PartProps & { part: OfficePart }) {
  const words = useWords();
  const { permissions } = useSession();
  const w = words.office;
  const held: readonly string[] = permissions;
  if (!administration.some((permission) => held.includes(permission))) return <NotPermitted />;
  const shown = officeParts.filter((one) => one !== 'record' || held.includes('audit.read'));
  if (!shown.includes(part)) return <NotPermitted />;
  const Part = parts[part];
  return (
    <>
      <PageHeader title={w[part].title} lead={w[part].lead} crumbs={w.title} />
      <nav aria-label={w.partsLabel}>
        <ul className="rw-office-nav">
          {shown.map((one) => (
            <li key={one}>
              <Link to="/office/$part" params={{ part: one }} aria-current={one === part ? 'page' : undefined}>
                {w.parts[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Part search={search} onSearch={onSearch} />
    </>
  );
}
