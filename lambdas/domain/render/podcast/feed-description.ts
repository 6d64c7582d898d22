import type { ShowNotes } from '../../../contract/published';
import { type Html, html, textOf } from '../escaping/html';
import { safeAddress } from '../escaping/links';
import { creditOf } from '../wording';

/** Bytes of a description that Apple Podcasts takes. */
const LONGEST_DESCRIPTION = 4000;

/** What a feed says of an episode, in the elements that podcast apps show: as many of its parts as there is room for. */
export function feedDescription({ summary, keyPoints, people, links }: ShowNotes): string {
  const linked = links.flatMap(({ text, url }) => {
    const address = safeAddress(url);
    return address === undefined ? [] : [html`<a href="${address}">${text}</a>`];
  });
  const points = keyPoints.map((point) => {
    const name = creditOf(point, people);
    return html`${name === '' ? '' : `${name}: `}${point.text}`;
  });
  const blocks = [html`<p>${summary.text}</p>`, listOf(points), listOf(linked)];
  return blocks
    .map(textOf)
    .reduce((all, block) => (bytesOf(all + block) > LONGEST_DESCRIPTION ? all : all + block), '');
}

const listOf = (entries: readonly Html[]): Html =>
  entries.length === 0 ? html`` : html`<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
