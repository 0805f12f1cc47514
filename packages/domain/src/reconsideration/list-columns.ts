/** The columns a list of cases can show, on the page and in an exported table, in the order in which they are offered. */
export const listColumns = [
  'number',
  'title',
  'applicants',
  'respondents',
  'matter',
  'category',
  'stage',
  'waiting',
  'due',
  'left',
  'used',
  'handlers',
  'procedure',
  'channel',
  'receivedOn',
  'acceptedOn',
  'closedOn',
  'outcome',
  'law',
  'updatedOn',
] as const;
export type ListColumnKey = (typeof listColumns)[number];

/** What is shown where nobody has chosen. */
export const usualListColumns = [
  'number',
  'title',
  'stage',
  'waiting',
  'due',
  'left',
  'handlers',
] as const satisfies readonly ListColumnKey[];

export const isListColumn = (text: string): text is ListColumnKey => listColumns.some((column) => column === text);
