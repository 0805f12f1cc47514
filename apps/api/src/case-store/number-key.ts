/** A case's number as a key to put numbers in order by: 2026年第9号 before 第10号, and year by year whatever the prefix. */

const numbered = /^(.*?)[〔（([［](\d{4})[〕）)\]］](?:第)?(\d+)(?:-(\d+))?号?$/u;

/** The key of a number; one of another form is put in order by its own text, after the others. */
export function numberKeyOf(number: string): string {
  const parts = numbered.exec(number.trim());
  if (parts === null) return `~${number}`;
  const [, prefix = '', year = '', serial = '', second = '0'] = parts;
  return `${year}|${serial.padStart(9, '0')}|${second.padStart(3, '0')}|${prefix}`;
}
