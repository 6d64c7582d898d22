import type { ShowNotes } from '../../../contract/published';
import { html, textOf } from '../escaping/html';
import { byline, wordingFor } from '../wording';
import { inLanguage, inWording } from './language';
import { leadParagraphs, sectionsOf } from './sections';

/** The file beside the fragment that its links to turns lead to. */
export const TRANSCRIPT_FILE = 'transcript.html';

/** `show-notes.html`: the show notes as one `<article>`, to embed in a page that has its own title and style. */
export function renderFragment(showNotes: ShowNotes): string {
  const { episode, people } = showNotes;
  const words = wordingFor(episode.language);
  const target = { transcript: TRANSCRIPT_FILE, words };
  const own = inWording(episode.language);
  return textOf(html`<article class="show-notes"${inLanguage(episode.language)}>
<p class="byline">${byline(people, words)}</p>
${leadParagraphs(showNotes, target)}${sectionsOf(showNotes, target).map(
  ({ id, title, body }) => html`<section class="${id}">
<h2${own}>${title}</h2>
${body}
</section>
`,
)}<p class="transcript-link"><a href="${TRANSCRIPT_FILE}"${own}>${words.sections.transcript}</a></p>
</article>
`);
}
