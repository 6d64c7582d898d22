/** What all pages share: the style sheet, scripts and the JSON Schemas, by their keys in the published bucket. */
export interface SiteFiles {
  /** Key of the style sheet, which holds the hash of its content. */
  readonly styleKey: string;
  /** Keys of the scripts of the two kinds of pages, likewise. */
  readonly episodeScriptKey: string;
  readonly showScriptKey: string;
  /** Whether something answers at `/`, as on a laptop. */
  readonly hasFrontPage?: true;
  readonly files: readonly { readonly key: string; readonly body: Uint8Array }[];
}
