/**
 * Structured logs without personal data: what was asked for by its route, never by its address (queries hold names),
 * and errors by their kind, never by their text (PostgreSQL repeats values in it).
 */
import { type Logger, pino } from 'pino';

export type Log = Logger;

export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });

/** The parts of an error that hold no one's data: its class, its code and where it came from. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as Error & { code?: unknown };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at,
    ...(error.cause === undefined ? {} : { cause: errorFields(error.cause) }),
  };
}
