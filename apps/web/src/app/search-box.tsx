import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../lib/language.tsx';

/** The one search box, from anywhere with Ctrl-K: it opens the list, and the address keeps the words. */
export function SearchBox() {
  const words = useWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const current = useSearch({ strict: false, select: (search) => ('q' in search ? (search.q ?? '') : '') });
  const [text, setText] = useState(current);

  useEffect(() => setText(current), [current]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  function search(event: FormEvent) {
    event.preventDefault();
    const q = text.trim();
    void navigate({ to: '/cases', search: q === '' ? {} : { q } });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers in use at offices do not all know <search>.
    <form className="rw-search" role="search" onSubmit={search}>
      <input
        ref={input}
        type="search"
        aria-label={words.shell.searchLabel}
        placeholder={words.shell.search}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
      />
      <kbd>Ctrl K</kbd>
    </form>
  );
}
