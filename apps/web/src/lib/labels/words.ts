import type { zhCn } from './zh-cn.ts';

/** Every word of the interface; a language that lacks one does not compile. */
export type Words = typeof zhCn;
