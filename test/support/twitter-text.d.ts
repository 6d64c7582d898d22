declare module 'twitter-text' {
  /** X's own counting. */
  export function parseTweet(text: string): { readonly weightedLength: number };

  /** The addresses that X finds in a text: UTF-16 offsets, the end exclusive. */
  export function extractUrlsWithIndices(
    text: string,
    options: { readonly extractUrlsWithoutProtocol: boolean },
  ): readonly { readonly indices: readonly [number, number] }[];
}
