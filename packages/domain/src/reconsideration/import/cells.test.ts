import { describe, expect, it } from 'vitest';
import { bare, isOrganisation, readCount, readDay, readNames, readNumber, textOf } from './cells.ts';

const day = (cell: string | number | null) => {
  const read = readDay(cell);
  return read.is === 'day' ? read.day : read.is === 'bad' ? read.why : null;
};

describe('a day in a register', () => {
  it.each([
    ['2024-03-05'],
    ['2024.3.5'],
    ['2024/3/5'],
    ['2024年3月5日'],
    ['2024年03月05日'],
    ['２０２４．３．５'],
    ['2024 年 3 月 5 日'],
    ['2024年3月5号'],
    ['2024年3月5日（星期二）'],
    ['2024-03-05 10:30'],
    ['2024-3-5 10:30:00'],
    ['2024-03-05T00:00:00Z'],
    ['二〇二四年三月五日'],
    ['20240305'],
    ['45356'],
    [20_240_305],
    [45_356],
    [45_356.75],
  ])('%s is 2024-03-05', (cell) => {
    expect(day(cell)).toBe('2024-03-05');
  });

  it('reads the tens and twenties written in Chinese', () => {
    expect(day('二〇二三年十二月二十一日')).toBe('2023-12-21');
    expect(day('二零二三年十月十日')).toBe('2023-10-10');
  });

  it.each([[''], ['  '], ['无'], ['/'], ['—'], ['——'], ['N/A'], [null]])('%s is no day at all', (cell) => {
    expect(day(cell)).toBeNull();
  });

  it.each([
    ['2024-02-30', 'no-such-day'],
    ['2023.2.29', 'no-such-day'],
    ['2024年13月1日', 'no-such-day'],
    [20_240_230, 'no-such-day'],
    ['3月5日', 'incomplete-day'],
    ['2024年3月', 'incomplete-day'],
    ['2024', 'incomplete-day'],
    ['24.3.5', 'incomplete-day'],
    ['1024-03-05', 'implausible-day'],
    ['2203-03-05', 'implausible-day'],
    ['待定', 'not-a-day'],
    ['2024-03-05至2024-03-08', 'not-a-day'],
    [12, 'not-a-day'],
    [-3, 'not-a-day'],
  ])('%s is not guessed: %s', (cell, why) => {
    expect(day(cell)).toBe(why);
  });
});

describe('names in one cell', () => {
  it('are told apart by any of the usual signs, each once', () => {
    expect(readNames('张三、李四，王五；张三\n赵六').names).toEqual(['张三', '李四', '王五', '赵六']);
  });
  it('say how many there are', () => {
    expect(readNames('张三等5人')).toEqual({ names: ['张三'], said: 5 });
    expect(readNames('张三、李四等').said).toBe(-1);
    expect(readNames('张三')).toEqual({ names: ['张三'], said: null });
  });
  it('keep the brackets of a company', () => {
    expect(readNames('某某（云岭）有限公司').names).toEqual(['某某（云岭）有限公司']);
  });
});

it('a number has one written form; another form stays as it is', () => {
  for (const text of ['云政复〔2025〕41号', '云政复[2025]41号', '云政复（2025）第041号', ' 云政复【2025】 41 号 ']) {
    expect(readNumber(text)).toBe('云政复〔2025〕41号');
  }
  expect(readNumber('2025-041')).toBe('2025-041');
  expect(readNumber('无')).toBe('');
});

it('a count of days is a whole number', () => {
  expect(['30', '30日', '30天', 30, '20个工作日'].map(readCount)).toEqual([30, 30, 30, 30, 20]);
  expect(readCount('')).toBeNull();
  for (const cell of ['很多', 2.5, -1, '三十']) expect(readCount(cell)).toBeNaN();
});

it('what cannot be seen is no text', () => {
  expect(textOf(' \u200b张三\ufeff ')).toBe('张三');
  expect(textOf('\u0000')).toBe('');
  expect(bare('云岭县 （公安局）')).toBe('云岭县公安局');
});

it('an organisation is told from a citizen', () => {
  expect(['云岭县禾田粮油店', '云岭县石泉运输有限公司'].every(isOrganisation)).toBe(true);
  expect(['张三', '欧阳清行', '阿卜杜拉·买买提'].some(isOrganisation)).toBe(false);
});
