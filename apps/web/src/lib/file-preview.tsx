import { useEffect, useState } from 'react';
import { useWords } from './language.tsx';
import { actingPost } from './post.ts';
import './file-preview.css';

export interface PreviewedFile {
  readonly fileId: string;
  readonly name: string;
}

type Opened = { readonly is: 'loading' | 'failed' } | { readonly is: 'image' | 'pdf' | 'other'; readonly url: string };

/** The bytes of a stored file under an address of this page's own, given up when the page turns to another. */
function useOpened(fileId: string | null): Opened {
  const [opened, setOpened] = useState<Opened>({ is: 'loading' });
  useEffect(() => {
    if (fileId === null) return;
    const abort = new AbortController();
    let url: string | null = null;
    setOpened({ is: 'loading' });
    const post = actingPost.get();
    fetch(`/api/files/${fileId}`, {
      signal: abort.signal,
      headers: post === null ? {} : { 'x-redress-post': post },
    })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
        const bytes = await answer.blob();
        if (abort.signal.aborted) return;
        url = URL.createObjectURL(bytes);
        const is = /^image\/(jpeg|png|gif|webp|bmp)$/.test(type)
          ? 'image'
          : type === 'application/pdf'
            ? 'pdf'
            : 'other';
        setOpened({ is, url });
      })
      .catch(() => {
        if (!abort.signal.aborted) setOpened({ is: 'failed' });
      });
    return () => {
      abort.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [fileId]);
  return opened;
}

/** Papers beside the form that is typed from them: one at a time, chosen by name. */
export function FilePreview({ files }: { files: readonly PreviewedFile[] }) {
  const w = useWords().intake.preview;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = files.find((file) => file.fileId === chosen) ?? files[0] ?? null;
  const opened = useOpened(shown?.fileId ?? null);
  if (shown === null) return null;
  return (
    <div className="rw-preview">
      <ul className="rw-preview-names" aria-label={w.choose}>
        {files.map((file) => (
          <li key={file.fileId}>
            <button
              type="button"
              className="rd-btn rw-small"
              aria-pressed={file.fileId === shown.fileId}
              onClick={() => setChosen(file.fileId)}
            >
              {file.name}
            </button>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by the keyboard, too. */}
      <section className="rw-preview-sheet" tabIndex={0} aria-label={w.frame(shown.name)}>
        {opened.is === 'loading' && <p className="rd-muted">{w.loading}</p>}
        {opened.is === 'failed' && <p className="rd-muted">{w.failed}</p>}
        {opened.is === 'image' && <img src={opened.url} alt={shown.name} />}
        {opened.is === 'pdf' && <iframe src={`${opened.url}#navpanes=0`} title={w.frame(shown.name)} />}
        {opened.is === 'other' && <p className="rd-muted">{w.noPreview}</p>}
      </section>
      {'url' in opened && (
        <a href={opened.url} download={shown.name} className="rd-small">
          {w.download} {shown.name}
        </a>
      )}
    </div>
  );
}
