declare module 'node-webvtt' {
  interface Cue {
    /** Seconds. */
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }
  export function parse(
    text: string,
    options?: { readonly strict: boolean },
  ): { readonly valid: boolean; readonly cues: readonly Cue[] };
}
