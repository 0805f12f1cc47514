import type { ReactNode } from 'react';
import './person-line.css';

export interface PersonLineProps {
  name: ReactNode;
  /** In which capacity: 申请人, 委托代理人. */
  role?: ReactNode | undefined;
  chips?: ReactNode | undefined;
  /** Address, telephone, organ and post: what this reader may see. */
  detail?: ReactNode | undefined;
  actions?: ReactNode | undefined;
}

/** One person or organ and what they are here. */
export function PersonLine({ name, role, chips, detail, actions }: PersonLineProps) {
  return (
    <div className="rd-person">
      <div>
        <div className="rd-person-name">
          <span>{name}</span>
          {role !== undefined && <span className="rd-person-role">{role}</span>}
          {chips}
        </div>
        {detail !== undefined && <div className="rd-person-detail">{detail}</div>}
      </div>
      {actions !== undefined && <div className="rd-no-print">{actions}</div>}
    </div>
  );
}
