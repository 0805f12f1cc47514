/** 简体中文：用语以法律条文为准。 */
import type { Catalogue } from './catalogue.ts';
import { zhCnReasons } from './zh-cn-reasons.ts';
import { zhCnSteps } from './zh-cn-steps.ts';
import { zhCnWords } from './zh-cn-words.ts';

export const zhCn: Catalogue = { ...zhCnWords, ...zhCnSteps, ...zhCnReasons };
