import { Input } from 'antd';
import { useEffect, useState } from 'react';

/** A search that follows the typing a little later; the address keeps it. */
export function FindField({ label, value, onFind }: { label: string; value: string; onFind: (q: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const later = setTimeout(() => onFind(text.trim()), 250);
    return () => clearTimeout(later);
  }, [text, value, onFind]);
  return (
    <Input
      className="rw-office-find"
      aria-label={label}
      placeholder={label}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
