/** Articles of the instrument, by number: the statute's own words, one string for each paragraph or item. */
export const comp2022Articles: Readonly<Record<number, readonly string[]>> = {
  17: [
    '公民、法人或者其他组织仅对行政复议决定中的行政赔偿部分有异议，自复议决定书送达之日起十五日内提起行政赔偿诉讼的，人民法院应当依法受理。',
    '行政机关作出有赔偿内容的行政复议决定时，未告知公民、法人或者其他组织起诉期限的，起诉期限从公民、法人或者其他组织知道或者应当知道起诉期限之日起计算，但从知道或者应当知道行政复议决定内容之日起最长不得超过一年。',
  ],
};
