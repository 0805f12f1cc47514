import type { ChildProcess } from 'node:child_process';

/** The whole application, running as a process of its own. */
export interface RunningApplication {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Stop it and remove its data folder, unless the folder was given. */
  stop(): Promise<void>;
}

/** A port nobody listens on just now. */
export function freePort(): Promise<number>;

/** A new data folder for one test. */
export function newDataDir(): string;

/** Start the application on a free port, the embedded database and a data folder of its own (unless one is given). */
export function startApplication(options?: {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<RunningApplication>;
