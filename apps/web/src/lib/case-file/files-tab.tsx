import type { FileView } from '@redress/domain/case-view/types';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { fileSize } from '../format.ts';
import { useWords } from '../language.tsx';
import type { CaseFile } from '../step-form/case-forms.tsx';
import { useLabels } from '../use-labels.ts';

export const fileAddress = (id: string, caseId: string): string =>
  `/api/files/${encodeURIComponent(id)}?caseId=${encodeURIComponent(caseId)}`;

/** The files of the case, each with its checksum. */
export function FilesTab({ view, onAdd }: { view: CaseFile; onAdd: () => void }) {
  const words = useWords();
  const labels = useLabels();
  const mayAdd = view.nextSteps.some((step) => step.step === 'add-file' && step.verdict !== 'refused');
  const add = mayAdd ? (
    <button type="button" className="rd-btn" onClick={onAdd}>
      {labels.step('add-file')}
    </button>
  ) : undefined;
  return (
    <Panel>
      {view.files.length > 0 && add !== undefined && <p className="rw-above">{add}</p>}
      <DataList<FileView>
        label={words.file.tabs.files}
        columns={[
          {
            key: 'name',
            title: words.file.fileColumns.name,
            primary: true,
            width: 'minmax(0, 2fr)',
            render: (file) => file.name,
          },
          { key: 'kind', title: words.file.fileColumns.kind, render: (file) => labels.fileKind(file.kind) },
          { key: 'size', title: words.file.fileColumns.size, width: '84px', render: (file) => fileSize(file.size) },
          {
            key: 'sha256',
            title: words.file.fileColumns.sha256,
            width: '120px',
            render: (file) => (
              <code className="rw-hash" title={file.sha256}>
                {file.sha256.slice(0, 12)}
              </code>
            ),
          },
        ]}
        rows={view.files}
        rowKey={(file) => file.id}
        renderLink={(file, props) => (
          <a href={fileAddress(file.id, view.id)} className={props.className} download={file.name}>
            {props.children}
          </a>
        )}
        loadingLabel={words.loading}
        empty={<EmptyState title={words.file.empty.files} action={add} />}
      />
    </Panel>
  );
}

/** The named files, as links. */
export function FileLinks({ ids, view }: { ids: readonly string[]; view: CaseFile }) {
  const files = view.files.filter((file) => ids.includes(file.id));
  if (files.length === 0) return null;
  return (
    <p className="rw-file-links">
      {files.map((file) => (
        <a key={file.id} href={fileAddress(file.id, view.id)} download={file.name}>
          {file.name}
        </a>
      ))}
    </p>
  );
}
