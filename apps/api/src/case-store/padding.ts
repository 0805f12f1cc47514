/**
 * Names are two or three characters long and trigrams find nothing in two. So a padded copy is searched: each character
 * between two letters (王伟 → a王a伟a), which gives every character trigrams of its own: one alone is found by its index.
 * Where a server's character tables drop Chinese letters from trigrams, the copy is written in ASCII (x738bx4f1fx):
 * somewhat slower, and right under any locale.
 */
import type { ClientBase, Pool } from 'pg';

export type Padding = 'letters' | 'ascii';

/** Which padding this server's trigrams understand; fixed when its database was made. */
export async function paddingOf(connection: ClientBase | Pool): Promise<Padding> {
  const answer = await connection.query<{ n: number | null }>(`select array_length(show_trgm('a王a伟'), 1) as n`);
  return answer.rows[0]?.n === 5 ? 'letters' : 'ascii';
}

const opening = /[〔【［[{｛〈《「『]/gu;
const closing = /[〕】］\]}｝〉》」』]/gu;

/** One written form: NFKC, one kind of brackets, no spaces, lower case. 云政复﹝2026﹞1 号 and 云政复[2026]1号 are equal. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').replace(opening, '(').replace(closing, ')').replace(/\s+/gu, '').toLowerCase();
}

/** The padded copy, by code point: a rare character outside the basic plane is one character. */
export function pad(text: string, padding: Padding): string {
  const characters = [...searchForm(text)];
  if (characters.length === 0) return '';
  return padding === 'letters'
    ? `${characters.map((c) => `a${c}`).join('')}a`
    : `${characters.map((c) => `x${c.codePointAt(0)?.toString(16)}`).join('')}x`;
}

/** The LIKE pattern that finds a text anywhere in a padded column. */
export function likePattern(text: string, padding: Padding): string {
  return `%${beginningPattern(text, padding)}`;
}

/** The LIKE pattern that finds a text at the beginning of a padded column. */
export function beginningPattern(text: string, padding: Padding): string {
  return `${pad(text, padding).replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether a text reads like a whole number of a case or a document: 云政复〔2026〕1号. */
export const isWholeNumber = (text: string): boolean => /\(\d{4}\).*\d+号$/u.test(searchForm(text));
