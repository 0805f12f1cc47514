import { useEffect, useState } from 'react';

/** The value as it was when nothing had changed for a while (ms): what is typed is not asked about at every key. */
export function useDebounced<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), wait);
    return () => window.clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
