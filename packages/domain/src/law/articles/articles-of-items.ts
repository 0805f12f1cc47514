import type { InstrumentId } from '../instruments.ts';

/** Articles of one paragraph with items: `41(5)` is their item, where elsewhere a first number in brackets is a paragraph. */
export const articlesOfItems: Readonly<Partial<Record<InstrumentId, readonly number[]>>> = {
  ARL2023: [11, 12, 25, 41, 42, 78],
  ARL1999: [6, 21, 33],
  REG2007: [3, 19, 21, 28, 47],
  ALL2017: [13, 15, 41, 49, 70, 91, 96],
  INT2018: [5, 6, 7, 11, 12, 32, 41, 43, 72, 73, 96, 99, 106, 110, 123],
  LEAD2020: [8],
  SCL2012: [3, 4, 5, 17, 18, 19, 36],
  FEE589: [8, 9, 13],
  COMP2022: [1, 3, 28, 29, 32],
  HOL2024: [2, 3],
};
