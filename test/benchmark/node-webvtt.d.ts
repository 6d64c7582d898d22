declare module 'node-webvtt' {
  export function parse(text: string, options?: { readonly strict: boolean }): unknown;
}
