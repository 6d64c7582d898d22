/** The words of a list in which blanks, and ends of lines, stand between them. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));
