import type { ChangeEvent, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import './file-drop.css';

export interface DroppedFile {
  key: string;
  name: string;
  /** Size and the like in words: 1.2 MB. */
  note?: string | undefined;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** The state in a word: 已上传. */
  stateLabel: string;
  /** 0 to 1 while sending. */
  progress?: number | undefined;
  /** Why this file was not taken: 超过 200 MB. */
  error?: string | undefined;
  /** Sending it again can help; false where it was refused for what it is. */
  retryable?: boolean | undefined;
  /** The name as a link, once it can be opened. */
  link?: ReactNode | undefined;
}

export interface FileDropProps {
  label: string;
  /** Which kinds and how large. */
  hint?: ReactNode | undefined;
  files: readonly DroppedFile[];
  /** As the input's `accept`: `.pdf,.jpg`. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  onFiles: (files: File[]) => void;
  onRemove?: ((key: string) => void) | undefined;
  onRetry?: ((key: string) => void) | undefined;
  strings: {
    choose: string;
    orDrop: string;
    remove: (name: string) => string;
    removeShort: string;
    retry: string;
    /** A second button that opens a phone's camera; left out, there is none. */
    camera?: string | undefined;
  };
}

/** Choose or drop files. It sends nothing: the caller does, and says through `files` how each one fares. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, files, accept, multiple = true, disabled = false, onFiles, onRemove, onRetry, strings } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    // So that the same file can be chosen again after it was removed.
    event.target.value = '';
    if (chosen.length > 0) onFiles(chosen);
  };
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame around the drop zone.
    <div role="group" aria-labelledby={`${id}-label`} className="rd-drop">
      <span id={`${id}-label`} className="rd-drop-label">
        {label}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first. */}
      <div
        className="rd-drop-zone"
        data-over={over ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          if (!disabled) setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const dropped = [...event.dataTransfer.files];
          if (!disabled && dropped.length > 0) onFiles(multiple ? dropped : dropped.slice(0, 1));
        }}
      >
        <button type="button" className="rd-btn" disabled={disabled} onClick={() => input.current?.click()}>
          {strings.choose}
        </button>
        {strings.camera !== undefined && (
          <button
            type="button"
            className="rd-btn rd-drop-camera"
            disabled={disabled}
            onClick={() => photo.current?.click()}
          >
            {strings.camera}
          </button>
        )}
        <span className="rd-muted">{strings.orDrop}</span>
        {hint !== undefined && (
          <span className="rd-drop-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={label}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          onChange={choose}
        />
        {strings.camera !== undefined && (
          <input
            ref={photo}
            type="file"
            hidden
            aria-label={strings.camera}
            accept="image/jpeg,image/png"
            capture="environment"
            disabled={disabled}
            onChange={choose}
          />
        )}
      </div>
      {files.length > 0 && (
        <ul className="rd-drop-list">
          {files.map((file) => (
            <li key={file.key}>
              <span>
                {file.link ?? file.name}
                {file.note !== undefined && <span className="rd-drop-state">　{file.note}</span>}
              </span>
              <span className={file.state === 'done' ? 'rd-drop-state rd-tone-jade' : 'rd-drop-state'} role="status">
                {file.stateLabel}
              </span>
              <span>
                {file.state === 'failed' && file.retryable !== false && onRetry !== undefined && (
                  <button type="button" className="rd-btn" data-look="plain" onClick={() => onRetry(file.key)}>
                    {strings.retry}
                    <span className="rd-sr"> {file.name}</span>
                  </button>
                )}
                {onRemove !== undefined && !disabled && (
                  <button
                    type="button"
                    className="rd-btn"
                    data-look="plain"
                    aria-label={strings.remove(file.name)}
                    onClick={() => onRemove(file.key)}
                  >
                    {strings.removeShort}
                  </button>
                )}
              </span>
              {file.state === 'sending' && (
                <progress aria-label={file.name} max={1} value={file.progress ?? undefined} />
              )}
              {file.error !== undefined && (
                <span className="rd-drop-error" role="alert">
                  {file.error}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
