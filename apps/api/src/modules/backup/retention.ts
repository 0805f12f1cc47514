/** Which backups stay: the newest of each of the last days, and of each of the last weeks. Pure. */
import { type CivilDate, isCivilDate, toDayNumber, weekdayOf } from '@redress/domain/calendar/civil-date';

/** Weekly backups kept beside the daily ones. */
const WEEKS = 4;

const NAME = /^redress-(\d{4})(\d{2})(\d{2})-(\d{6})(?:-(\d+))?\.tar\.gz$/;

/** The name of a backup begun on a day at a time of day (HHMMSS); sorts by time. */
export const backupName = (day: CivilDate, time: string): string => `redress-${day.replaceAll('-', '')}-${time}.tar.gz`;

/** The day in a name that `backupName` made; null for any other file, which is never touched. */
export function dayOfBackup(name: string): CivilDate | null {
  const [, year, month, date] = NAME.exec(name) ?? [];
  const day = `${year}-${month}-${date}`;
  return isCivilDate(day) ? day : null;
}

/** Sorts by the moment it was begun: the second of one second is the later. */
const momentOf = (name: string): string => {
  const [, year, month, date, time, nth = '1'] = NAME.exec(name) ?? [];
  return `${year}${month}${date}${time}${nth.padStart(6, '0')}`;
};

/** The Monday of a day's week, as a number. */
const weekOf = (day: CivilDate): number => toDayNumber(day) - (weekdayOf(day) - 1);

/** The names that go: of every day and week that is kept the newest stays, all others are removed. */
export function superfluous(names: readonly string[], keep: number): readonly string[] {
  const known = names
    .flatMap((name) => {
      const day = dayOfBackup(name);
      return day === null ? [] : [{ name, day }];
    })
    .sort((a, b) => (momentOf(a.name) < momentOf(b.name) ? 1 : -1));
  const newest = <K>(of: (day: CivilDate) => K, n: number): string[] => {
    const first = new Map<K, string>();
    for (const { name, day } of known) if (!first.has(of(day))) first.set(of(day), name);
    return [...first.values()].slice(0, n);
  };
  const kept = new Set([...newest((day) => day, Math.max(keep, 1)), ...newest(weekOf, WEEKS)]);
  return known.map(({ name }) => name).filter((name) => !kept.has(name));
}
