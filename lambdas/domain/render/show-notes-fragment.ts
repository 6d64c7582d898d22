import type { ShowNotes } from '../../contract/published';
import { html, textOf } from './html';
import { inEnglish, inLanguage } from './language';
import { sectionsOf, statementOf } from './sections';
import { byline } from './wording';

/** The file beside the fragment that its links to turns lead to. */
export const TRANSCRIPT_FILE = 'transcript.html';

/** `show-notes.html`: the show notes as one `<article>`, to embed in a page that has its own title and style. */
export function renderFragment(showNotes: ShowNotes): string {
  const { episode, standfirst, summary, people } = showNotes;
  const english = inEnglish(episode.language);
  return textOf(html`<article class="show-notes"${inLanguage(episode.language)}>
<p class="byline">${byline(people)}</p>
<p class="standfirst">${statementOf(standfirst, TRANSCRIPT_FILE)}</p>
<p class="summary">${statementOf(summary, TRANSCRIPT_FILE)}</p>
${sectionsOf(showNotes, TRANSCRIPT_FILE).map(
  ({ id, title, body }) => html`<section class="${id}">
<h2${english}>${title}</h2>
${body}
</section>
`,
)}<p class="transcript-link"><a href="${TRANSCRIPT_FILE}"${english}>Transcript</a></p>
</article>
`);
}
