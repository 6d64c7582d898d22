import { type Attributes, attributes, type Html, html, textOf } from '../escaping/html';
import { inLanguage, inWording } from './language';

/** Raised with every change of this file, so that all pages are made again. */
export const TEMPLATE_VERSION = '1';

/** What a page consists of; `renderPage` puts it in its place. */
export interface PageParts {
  readonly kind: 'episode' | 'catalogue';
  /** Of what the page is about, as a BCP 47 tag. */
  readonly language: string;
  /** Title, description, addresses, style sheets, script, and what machines read. */
  readonly head: Html;
  /** What the page's script reads from its `<body>`. */
  readonly body?: Attributes;
  /** Words of the link past all that comes before `main`. */
  readonly skip?: string | undefined;
  readonly header: Html;
  /** An episode's contents, or a show's search box: a landmark of its own. */
  readonly beside?: Html | undefined;
  /** Links and the script lead to `id`. */
  readonly main: { readonly id: string; readonly content: Html };
  /** In the language of the page's own words. */
  readonly footer?: Html;
}

/** The frame of every page. A site with a look of its own replaces this file; docs/website.md says what must stay. */
export function renderPage({ kind, language, head, body, skip, header, beside, main, footer }: PageParts): string {
  const own = inWording(language);
  return textOf(html`<!doctype html>
<html${inLanguage(language)}>
<head>
${head}
</head>
<body class="${kind}"${body ?? attributes({})}>
${
  skip === undefined
    ? ''
    : html`<a class="skip" href="#${main.id}"${own}>${skip}</a>
`
}<header class="masthead">
${header}</header>
${beside}<main id="${main.id}" tabindex="-1">
${main.content}</main>
${
  footer === undefined
    ? ''
    : html`<footer class="colophon"${own}>
${footer}</footer>
`
}</body>
</html>
`);
}
