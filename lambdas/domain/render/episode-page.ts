import type {
  Blurb,
  Chapter,
  Person,
  PublishedFile,
  PublishedTurn,
  ShowNotes,
  TurnsDocument,
} from '../../contract/published';
import { addTo } from '../grouping';
import { turnId } from './anchors';
import { descriptionOf, headOf, machineReadable } from './head';
import { attributes, type Html, html, textOf } from './html';
import { inEnglish, inLanguage } from './language';
import { type Section, sectionsOf, statementOf, timeOf } from './sections';
import { paragraphsOf } from './turn-text';
import { byline, channelNames, fileNames, particularsOf, type SpeakerOf, sizeOf, speakersAmong } from './wording';

/** What an episode's page needs to know. */
export interface EpisodePage {
  readonly showNotes: ShowNotes;
  readonly turns: TurnsDocument;
  readonly hrefs: {
    /** Prefix from the page to the publication's files: empty, or `<publication>/`. */
    readonly base: string;
    /** The style sheet. */
    readonly style: string;
    /** What the page can do beyond being read; none where pages are files. */
    readonly script?: string;
    /** The show's page, where there is one. */
    readonly show?: string;
  };
}

/** `index.html` of an episode: the show notes and the whole transcript on one page that needs no script. */
export function renderEpisodePage({ showNotes, turns, hrefs }: EpisodePage): string {
  const { show, episode, people, standfirst, summary, chapters, blurbs, files } = showNotes;
  const english = inEnglish(episode.language);
  const sections = [
    ...sectionsOf(showNotes, ''),
    {
      id: 'share',
      title: 'Share and download',
      body: html`${blurbDisclosure(blurbs)}${downloadList(files, hrefs.base)}`,
    },
    { id: 'transcript', title: 'Transcript', body: transcriptOf(turns.turns, chapters, people) },
  ];
  return textOf(html`<!doctype html>
<html${inLanguage(episode.language)}>
<head>
${headOf({
  title: `${episode.title} · ${show.title}`,
  description: descriptionOf(showNotes),
  style: hrefs.style,
  script: hrefs.script,
  json: 'show-notes.json',
  canonical: episode.canonical ?? './',
  more: machineReadable(showNotes),
})}
</head>
<body class="episode">
<a class="skip" href="#notes"${english}>Skip to the show notes</a>
<header class="masthead">
<p class="show">${hrefs.show === undefined ? show.title : html`<a href="${hrefs.show}">${show.title}</a>`}</p>
<h1>${episode.title}</h1>
<p class="byline">${byline(people)}</p>
<p class="particulars"${english}>${particularsOf(episode).map((part) => html`<span>${part}</span> `)}</p>
</header>
<nav class="contents" aria-label="Contents"${english}>
<ul>${sections.map(
    ({ id, title }) => html`
<li><a href="#${id}">${title}</a></li>`,
  )}
</ul>
</nav>
<main id="notes" tabindex="-1">
<p class="standfirst">${statementOf(standfirst, '')}</p>
<p class="summary">${statementOf(summary, '')}</p>
${sections.map((section) => sectionOf(section, episode.language))}</main>
<footer class="colophon"${english}>
<p>The small numbers lead to the turns that a sentence comes from.</p>
<p>Publication ${showNotes.publication}, written by ${showNotes.writer.name} ${showNotes.writer.version}.</p>
</footer>
</body>
</html>
`);
}

const sectionOf = (
  { id, title, body }: Section,
  language: string,
): Html => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"${inEnglish(language)}>${title}</h2>
${body}
</section>
`;

const blurbDisclosure = (blurbs: readonly Blurb[]): Html =>
  blurbs.length === 0
    ? html``
    : html`<details class="blurbs">
<summary>Blurbs to copy</summary>${blurbs.map(
        ({ channel, text, length, limit }) => html`
<figure>
<figcaption>${channelNames[channel]} <span class="count">${length} of ${limit}</span></figcaption>
<p class="blurb">${text}</p>
</figure>`,
      )}
</details>
`;

const downloadList = (files: readonly PublishedFile[], base: string): Html => html`<ul class="downloads">
<li><a href="show-notes.json">Show notes as JSON</a></li>${files.map(
  ({ role, href, bytes, type }) => html`
<li><a href="${base}${href}"${attributes({ type })}>${fileNames[role]}</a> <span class="size">${sizeOf(bytes)}</span></li>`,
)}
</ul>`;

function transcriptOf(turns: readonly PublishedTurn[], chapters: readonly Chapter[], people: readonly Person[]): Html {
  const speakerOf = speakersAmong(people);
  const begun = new Map<number, Html[]>();
  for (const [index, { turn, title }] of chapters.entries()) {
    addTo(
      begun,
      turn,
      html`<h3 id="chapter-${index + 1}">${title}</h3>
`,
    );
  }
  return html`${turns.map((turn, index) => html`${begun.get(index + 1)}${turnOf(turn, index + 1, speakerOf)}`)}`;
}

function turnOf(turn: PublishedTurn, number: number, speakerOf: SpeakerOf): Html {
  const { name, role } = speakerOf(turn.speaker);
  return html`<article class="turn ${role}" id="${turnId(number)}">
<p class="speaker">${name === '' ? '' : html`<cite><bdi>${name}</bdi></cite> `}${
    turn.startTime === undefined ? '' : html`${timeOf(turn.startTime)} `
  }<a class="permalink" href="#${turnId(number)}"><span class="unseen">turn </span>${number}</a></p>
${paragraphsOf(turn).map(
  (paragraph) => html`${paragraph}
`,
)}</article>
`;
}
