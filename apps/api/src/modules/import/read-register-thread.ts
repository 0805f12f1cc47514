/** The thread in which `readRegister` reads: one file, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { RedressError } from '@redress/domain/errors';
import { type ReadAnswer, readRegisterHere } from './read-register.ts';

async function answer(): Promise<ReadAnswer> {
  try {
    return { ok: true, sheets: await readRegisterHere(workerData as Uint8Array) };
  } catch (error) {
    if (error instanceof RedressError) return { ok: false, failure: error.failure };
    throw error;
  }
}

parentPort?.postMessage(await answer());
