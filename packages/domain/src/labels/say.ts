/** Fills `{name}` in a sentence; a parameter that is not given leaves nothing behind. */
export const say = (sentence: string, params: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
