/** Articles of the instrument, by number: the statute's own words, one string for each paragraph or item. */
export const lead2020Articles: Readonly<Record<number, readonly string[]>> = {
  5: [
    '人民法院在向行政机关送达的权利义务告知书中，应当一并告知行政机关负责人出庭应诉的法定义务及相关法律后果等事项。',
    '人民法院通知行政机关负责人出庭的，应当在开庭三日前送达出庭通知书，并告知行政机关负责人不出庭可能承担的不利法律后果。',
    '行政机关在庭审前申请更换出庭应诉负责人且不影响正常开庭的，人民法院应当准许。',
  ],
};
