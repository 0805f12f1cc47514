import type { InstanceView } from '@redress/domain/litigation/view-types';
import { useWords } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';

/** 一审 （2026）云0423行初12号; after a remand it says so. */
export function useInstanceName(): (instance: Pick<InstanceView, 'level' | 'courtNumber' | 'remand'>) => string {
  const words = useWords();
  const code = useSuitCodes();
  return ({ level, courtNumber, remand }) =>
    words.lawsuitFile.instanceName(
      remand ? `${code('levels', level)}${words.bracketed(words.lawsuitFile.remand)}` : code('levels', level),
      courtNumber,
    );
}

/** The newest instance first: what happens now stands on top. */
export const newestFirst = (instances: readonly InstanceView[]): readonly InstanceView[] => instances.toReversed();
