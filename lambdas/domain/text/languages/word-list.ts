/** What the writer knows of a language's words. */
export interface WordList {
  /** Words without content of their own, separated by spaces. */
  readonly stopWords: string;
  /** The most frequent words, the most frequent first, separated by spaces; names are capitalised where they were. */
  readonly words: string;
  /** Fingerprints in base 36, separated by blanks, of vulgar words: they are no terms, and no file of ours need print them. */
  readonly unprinted?: string;
}
