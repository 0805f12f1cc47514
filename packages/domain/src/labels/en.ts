/** English, after the Chinese text of the law, which alone binds. */
import type { Catalogue } from './catalogue.ts';
import { enReasons } from './en-reasons.ts';
import { enSteps } from './en-steps.ts';
import { enWords } from './en-words.ts';

export const en: Catalogue = { ...enWords, ...enSteps, ...enReasons };
