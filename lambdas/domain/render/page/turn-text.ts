import type { PublishedTurn, Span } from '../../../contract/published';
import { type Html, html } from '../escaping/html';
import { safeAddress } from '../escaping/links';

/** A turn's text as paragraphs, its links and stage directions marked; a link that is not safe is plain text. */
export function paragraphsOf({ text, spans = [] }: Pick<PublishedTurn, 'text' | 'spans'>): Html[] {
  const sorted = spans.toSorted((a, b) => a.words[0] - b.words[0]);
  const paragraphs: Html[] = [];
  let open: readonly Span[] = [];
  let next = 0;
  let from = 0;
  for (const paragraph of text.split('\n\n')) {
    const to = from + paragraph.length;
    const begun = next;
    while ((sorted[next]?.words[0] ?? to) < to) next += 1;
    open = [...open.filter(({ words }) => words[1] > from), ...sorted.slice(begun, next)];
    paragraphs.push(html`<p>${piecesOf(text, open, from, to)}</p>`);
    from = to + 2;
  }
  return paragraphs;
}

/** The part of the text from `from` to `to`, cut at the spans in it; where spans overlap, the first is whole. */
function piecesOf(text: string, spans: readonly Span[], from: number, to: number): Html[] {
  const pieces: Html[] = [];
  let done = from;
  for (const span of spans) {
    const start = Math.max(span.words[0], done);
    const end = Math.min(span.words[1], to);
    if (start >= end) continue;
    pieces.push(html`${text.slice(done, start)}`, marked(span, text.slice(start, end)));
    done = end;
  }
  return [...pieces, html`${text.slice(done, to)}`];
}

function marked(span: Span, words: string): Html {
  if (span.kind === 'stage-direction') return html`<i class="stage-direction">${words}</i>`;
  const address = safeAddress(span.url);
  return address === undefined ? html`${words}` : html`<a href="${address}" rel="noopener ugc">${words}</a>`;
}
