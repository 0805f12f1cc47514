import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useWords } from '../lib/language.tsx';
import { recentCases } from '../lib/recent-cases.ts';
import { useTRPC } from '../lib/trpc.ts';
import { Palette } from './command-palette/palette.tsx';

/** Whether a key press belongs to a field one types into. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The one search box, from anywhere with Ctrl-K, ⌘K or /: it finds cases and goes to every page. */
export function SearchBox() {
  const words = useWords();
  const w = words.workbench.palette;
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (!isShortcut && !isSlash) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers in use at offices do not all know <search>.
    <div role="search">
      <button
        type="button"
        className="rw-search"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="rd-sr">{w.label}</span>
        <span>{w.placeholder}</span>
        <kbd>{w.keys}</kbd>
      </button>
      <Opened />
      <Palette open={open} onClose={() => setOpen(false)} />
    </div>
  );
}

/** Remembers the case that is on screen, as its page has read it. */
function Opened() {
  const trpc = useTRPC();
  const id = useParams({ strict: false, select: (params) => ('id' in params ? params.id : undefined) });
  const { data } = useQuery(trpc.cases.view.queryOptions({ id: (id ?? '') as never }, { enabled: false }));
  const suit = useQuery(trpc.lawsuits.view.queryOptions({ id: (id ?? '') as never }, { enabled: false })).data;
  useEffect(() => {
    if (id === undefined) return;
    if (data?.id === id) recentCases.add({ ...data, kind: 'reconsideration' });
    if (suit?.id === id) recentCases.add(suit);
  }, [id, data, suit]);
  return null;
}
