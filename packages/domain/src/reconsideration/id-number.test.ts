import { describe, expect, it } from 'vitest';
import { idNumberHint } from './id-number.ts';

describe('公民身份号码 is looked at, never refused', () => {
  it('knows the check character of GB 11643, X among them', () => {
    // The standard's own example numbers.
    expect(idNumberHint('citizen', '11010519491231002X')).toBeNull();
    expect(idNumberHint('citizen', '11010519491231002x')).toBeNull();
    expect(idNumberHint('citizen', '440524188001010014')).toBeNull();
    expect(idNumberHint('citizen', '440524188001010015')).toBe('id-number-check');
    expect(idNumberHint('citizen', '110105194912310021')).toBe('id-number-check');
  });

  it('says when the length is odd, and nothing of an empty field or an organisation', () => {
    expect(idNumberHint('citizen', '1101051949123100')).toBe('id-number-length');
    expect(idNumberHint('citizen', '')).toBeNull();
    expect(idNumberHint('citizen', null)).toBeNull();
    expect(idNumberHint('legal-person', '123')).toBeNull();
  });
});
