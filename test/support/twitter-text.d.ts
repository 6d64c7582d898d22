declare module 'twitter-text' {
  /** X's own counting, of which the tests need only this. */
  export function parseTweet(text: string): { readonly weightedLength: number };
}
