import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useDebounced } from './debounced.ts';
import { useTRPCClient } from './trpc.ts';

const draftWait = 800;

/** Keeps what is typed on the server a moment after it was typed, and at once when the page is left. */
export function useKeptDraft<Draft>(key: string, draft: Draft, initial: Draft, stored: (draft: Draft) => unknown) {
  const client = useTRPCClient();
  const settled = useDebounced(draft, draftWait);
  const bodyOf = useRef(stored);
  bodyOf.current = stored;
  const keep = useMutation({
    mutationFn: (draft: Draft) => client.drafts.put.mutate({ key, body: bodyOf.current(draft) }),
  });
  const { mutate: keepDraft } = keep;
  const kept = useRef(initial);
  const latest = useRef(draft);
  latest.current = draft;
  /** Set once the form has become a case: nothing is kept any more. */
  const done = useRef(false);
  useEffect(() => {
    if (settled === kept.current || done.current) return;
    kept.current = settled;
    keepDraft(settled);
  }, [settled, keepDraft]);
  // Whoever leaves within that moment loses nothing either.
  useEffect(() => {
    const keepNow = () => {
      if (latest.current === kept.current || done.current) return;
      kept.current = latest.current;
      keepDraft(latest.current);
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden') keepNow();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      keepNow();
    };
  }, [keepDraft]);
  return { keep, latest, done };
}
