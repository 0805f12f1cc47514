import { useWords } from '../language.tsx';
import type { CaseFile } from '../step-form/case-forms.tsx';
import { fileAddress } from './files-tab.tsx';

/** Files that belong to what stands above, as links to download; those this reader may not have are not named. */
export function FileLinks({ view, ids, label }: { view: CaseFile; ids: readonly string[]; label: string }) {
  const words = useWords();
  const files = view.files.filter((f) => ids.includes(f.id));
  if (files.length === 0) return null;
  return (
    <p className="rd-small">
      <span className="rd-muted">
        {label}
        {words.colon}
      </span>
      {files.map((f, i) => (
        <span key={f.id}>
          {i > 0 && words.listSeparator}
          <a href={fileAddress(f.id, view.id)} download={f.name}>
            {f.name}
          </a>
        </span>
      ))}
    </p>
  );
}
