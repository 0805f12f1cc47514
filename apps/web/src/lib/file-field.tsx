import type { FieldProblem } from '@redress/domain/errors';
import { type DroppedFile, FileDrop } from '@redress/ui/file-drop';
import { useRef, useState } from 'react';
import type { PageFailure } from './failure.ts';
import { fileSize } from './format.ts';
import { useWords } from './language.tsx';
import { useSession } from './session.tsx';
import { newId } from './trpc.ts';
import { upload } from './upload.ts';
import { useLabels } from './use-labels.ts';

/** A file that has arrived on the server and may be named in an entry. */
export interface StoredFile {
  readonly fileId: string;
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

interface Sending {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  readonly failure: PageFailure | null;
}

/** What a file is refused for does not change by sending it again. */
const final: ReadonlySet<string> = new Set(['file-too-large', 'file-type-refused', 'file-disguised', 'not-permitted']);

interface FileFieldProps {
  label: string;
  /** What kind of file it is to the case. */
  kind: string;
  caseId: string | null;
  value: readonly StoredFile[];
  onChange: (files: readonly StoredFile[]) => void;
  /** The word for photographing on the spot; left out, only choosing and dropping are offered. */
  camera?: string | undefined;
  /** What is wrong with the files as a whole: a missing one. */
  problems?: readonly FieldProblem[];
}

/** Files are sent as soon as they are chosen; the form only names those that arrived. */
export function FileField({ label, kind, caseId, value, onChange, camera, problems = [] }: FileFieldProps) {
  const words = useWords();
  const labels = useLabels();
  const { files } = useSession();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  // Several may arrive between two renderings.
  const arrived = useRef(value);
  arrived.current = value;

  async function send(key: string, file: File) {
    const answer = await upload(file, { kind, caseId }, (share) =>
      setSendings((all) => all.map((s) => (s.key === key ? { ...s, share } : s))),
    );
    if (answer.ok) {
      setSendings((all) => all.filter((s) => s.key !== key));
      arrived.current = [...arrived.current, { ...answer.file, name: file.name }];
      onChange(arrived.current);
    } else {
      setSendings((all) => all.map((s) => (s.key === key ? { ...s, failure: answer.failure } : s)));
    }
  }

  const shown: DroppedFile[] = [
    ...value.map((file) => ({
      key: file.fileId,
      name: file.name,
      note: fileSize(file.size),
      state: 'done' as const,
      stateLabel: words.files.done,
    })),
    ...sendings.map((s) => ({
      key: s.key,
      name: s.file.name,
      note: fileSize(s.file.size),
      state: s.failure === null ? ('sending' as const) : ('failed' as const),
      stateLabel: s.failure === null ? words.files.sending : words.files.failed,
      progress: s.share,
      retryable: s.failure !== null && !final.has(s.failure.code),
      ...(s.failure === null
        ? {}
        : { error: s.failure.code === 'unreachable' ? words.files.unreachable : labels.failure(s.failure) }),
    })),
  ];

  return (
    <>
      <FileDrop
        label={label}
        hint={words.files.hint}
        accept={files.extensions.map((e) => (e.startsWith('.') ? e : `.${e}`)).join(',')}
        files={shown}
        onFiles={(chosen) => {
          const fresh = chosen.map((file) => ({ key: newId(), file, share: 0, failure: null }));
          setSendings((all) => [...all, ...fresh]);
          for (const one of fresh) void send(one.key, one.file);
        }}
        onRemove={(key) => {
          setSendings((all) => all.filter((s) => s.key !== key));
          if (value.some((f) => f.fileId === key)) onChange(value.filter((f) => f.fileId !== key));
        }}
        onRetry={(key) => {
          const again = sendings.find((s) => s.key === key);
          if (again === undefined) return;
          setSendings((all) => all.map((s) => (s.key === key ? { ...s, share: 0, failure: null } : s)));
          void send(key, again.file);
        }}
        strings={{
          choose: words.files.choose,
          orDrop: words.files.orDrop,
          remove: words.files.removeName,
          removeShort: words.files.remove,
          camera,
          retry: words.files.retry,
        }}
      />
      {problems.length > 0 && (
        <p className="rd-field-error">{problems.map((problem) => labels.fieldProblem(problem)).join(' ')}</p>
      )}
    </>
  );
}
