/** A time of day as a clerk types it (9:30, 9：30, 930, 9点半) as 'HH:MM'; what is no time stays as it was typed. */
export function typedTime(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/点半$/, ':30')
    .replace(/[点时]/, ':')
    .replace(/分$/, '');
  const parts = /^(\d{1,2}):?(\d{2})?$/.exec(plain.replace(/:$/, '')) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (parts === null) return text;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? '0')];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : text;
}
