/**
 * What stands for the id of a row that came without one. It names the row's place in one answer of Flinks, so in the next
 * answer it may be another account's.
 */
export const standInId = (source: string, row: number): string => `${standInPrefix}${source}:${row}`;

/** Whether an id was made by `standInId`. */
export const isStandInId = (id: string): boolean => id.startsWith(standInPrefix);

const standInPrefix = 'no-id:';
