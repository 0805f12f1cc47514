import { useEffect, useRef } from 'react';

/** Remembers what opened a drawer and gives it the focus back afterwards; where it is gone, the page's main part. */
export function useOpener(open: boolean): () => void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) {
      const back = opener.current?.isConnected === true ? opener.current : document.getElementById('main');
      if (back instanceof HTMLElement) back.focus({ preventScroll: back.id === 'main' });
    }
    wasOpen.current = open;
  }, [open]);
  return () => {
    opener.current = document.activeElement;
  };
}
