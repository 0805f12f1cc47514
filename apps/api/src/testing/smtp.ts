/** A mail server in its own process, for a test file; ended after it. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Behaviour } from './smtp-process.ts';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly text: string;
}

export interface TestSmtp {
  /** Where `smtp-server` listens: behaves as it is told. */
  readonly url: string;
  /** Where the bare socket listens. */
  readonly unreliableUrl: string;
  readonly received: ReceivedMail[];
  behave(as: Behaviour): Promise<void>;
}

export async function testSmtp(): Promise<TestSmtp> {
  const child = fork(path.resolve(import.meta.dirname, 'smtp-process.ts'), { stdio: 'inherit' });
  afterAll(() => void child.kill());
  const received: ReceivedMail[] = [];
  const waiting = new Set<(message: Record<string, unknown>) => void>();
  child.on('message', (message: Record<string, unknown>) => {
    if (message.mail !== undefined) received.push(message.mail as ReceivedMail);
    for (const one of waiting) one(message);
  });
  const until = (key: string) =>
    new Promise<unknown>((resolve) => {
      const look = (message: Record<string, unknown>) => {
        if (message[key] === undefined) return;
        waiting.delete(look);
        resolve(message[key]);
      };
      waiting.add(look);
    });
  const ports = (await until('ports')) as { sound: number; unreliable: number };
  return {
    url: `smtp://127.0.0.1:${ports.sound}`,
    unreliableUrl: `smtp://127.0.0.1:${ports.unreliable}`,
    received,
    behave: async (as) => {
      const behaves = until('behaves');
      child.send(as);
      await behaves;
    },
  };
}
