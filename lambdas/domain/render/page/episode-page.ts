import type {
  Blurb,
  Chapter,
  Person,
  PublishedFile,
  PublishedTurn,
  ShowNotes,
  TurnsDocument,
} from '../../../contract/published';
import { addTo } from '../../grouping';
import { audioOf } from '../audio';
import { type Attributes, attributes, type Html, html } from '../escaping/html';
import {
  byline,
  channelName,
  fileName,
  particularsOf,
  type SpeakerOf,
  sizeOf,
  speakersAmong,
  type Wording,
  wordingFor,
} from '../wording';
import { turnId } from './anchors';
import { descriptionOf, headOf, machineReadable } from './head';
import { inWording } from './language';
import { renderPage } from './page-template';
import { leadParagraphs, type Section, sectionsOf, timeOf } from './sections';
import { paragraphsOf } from './turn-text';

/** What an episode's page needs to know. */
export interface EpisodePage {
  readonly showNotes: ShowNotes;
  readonly turns: TurnsDocument;
  readonly hrefs: {
    /** Prefix from the page to the publication's files: empty, or `<publication>/`. */
    readonly base: string;
    /** The style sheet. */
    readonly style: string;
    /** The style sheet of the show's theme, where it has one. */
    readonly theme?: string;
    /** What the page can do beyond being read; none where pages are files. */
    readonly script?: string;
    /** The show's page, where there is one. */
    readonly show?: string;
  };
}

/** `index.html` of an episode: the show notes and the whole transcript on one page that needs no script. */
export function renderEpisodePage({ showNotes, turns, hrefs }: EpisodePage): string {
  const { show, episode, people, chapters, blurbs, files } = showNotes;
  const words = wordingFor(episode.language);
  const own = inWording(episode.language);
  const target = { transcript: '', words };
  const sections: readonly Section[] = [
    ...sectionsOf(showNotes, target),
    {
      id: 'share',
      title: words.sections.share,
      body: html`${blurbDisclosure(blurbs, words)}${downloadList(files, hrefs.base, words)}`,
    },
    {
      id: 'transcript',
      title: words.sections.transcript,
      body: transcriptOf(turns.turns, chapters, people, words),
    },
  ];
  return renderPage({
    kind: 'episode',
    language: episode.language,
    head: headOf({
      title: `${episode.title} · ${show.title}`,
      description: descriptionOf(showNotes),
      style: hrefs.style,
      theme: hrefs.theme,
      script: hrefs.script,
      json: 'show-notes.json',
      canonical: episode.canonical ?? './',
      more: machineReadable(showNotes, turns.turns),
    }),
    body: attributes({ 'data-copy': words.copy, 'data-copied': words.copied }),
    skip: words.skipToShowNotes,
    header: html`<p class="show">${hrefs.show === undefined ? show.title : html`<a href="${hrefs.show}">${show.title}</a>`}</p>
<h1>${episode.title}</h1>
<p class="byline">${byline(people, words)}</p>
<p class="particulars"${own}>${particularsOf(episode, words).map((part) => html`<span>${part}</span> `)}</p>
${playerOf(showNotes, words)}`,
    beside: contentsOf(sections, words, own),
    main: {
      id: 'notes',
      content: html`${leadParagraphs(showNotes, target)}${sections.map((section) => sectionOf(section, episode.language))}`,
    },
    footer: html`<p>${words.turnsExplained}</p>
<p>${words.publication(showNotes.publication, `${showNotes.writer.name} ${showNotes.writer.version}`)}</p>
`,
  });
}

const contentsOf = (
  sections: readonly Section[],
  { contents }: Wording,
  own: Attributes,
): Html => html`<nav class="contents" aria-label="${contents}"${own}>
<ul>${sections.map(
  ({ id, title }) => html`
<li><a href="#${id}">${title}</a></li>`,
)}
</ul>
</nav>
`;

/** The episode's audio, fetched only when somebody plays it. Pages load none over plain http. */
function playerOf(showNotes: ShowNotes, { recording }: Wording): Html {
  const address = audioOf(showNotes);
  if (!address?.startsWith('https:')) return html``;
  return html`<audio class="player" controls preload="none" src="${address}" aria-label="${recording}"></audio>
`;
}

const sectionOf = (
  { id, title, body }: Section,
  language: string,
): Html => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"${inWording(language)}>${title}</h2>
${body}
</section>
`;

const blurbDisclosure = (blurbs: readonly Blurb[], words: Wording): Html =>
  blurbs.length === 0
    ? html``
    : html`<details class="blurbs">
<summary>${words.blurbs}</summary>${blurbs.map(
        ({ channel, text, length, limit }) => html`
<figure>
<figcaption>${channelName(channel, words)} <span class="count">${words.length(length, limit)}</span></figcaption>
<p class="blurb">${text}</p>
</figure>`,
      )}
</details>
`;

const downloadList = (
  files: readonly PublishedFile[],
  base: string,
  words: Wording,
): Html => html`<ul class="downloads">
<li><a href="show-notes.json">${words.showNotesAsJson}</a></li>${files.map(({ role, href, bytes, type }) => {
  const name = fileName(role, words);
  return (
    name &&
    html`
<li><a href="${base}${href}"${attributes({ type })}>${name}</a> <span class="size">${sizeOf(bytes, words)}</span></li>`
  );
})}
</ul>`;

function transcriptOf(
  turns: readonly PublishedTurn[],
  chapters: readonly Chapter[],
  people: readonly Person[],
  words: Wording,
): Html {
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
  return html`${turns.map((turn, index) => {
    const number = index + 1;
    return html`${begun.get(number)}${turnOf(turn, number, speakerOf, words)}`;
  })}`;
}

function turnOf(turn: PublishedTurn, number: number, speakerOf: SpeakerOf, words: Wording): Html {
  const { name, role } = speakerOf(turn.speaker);
  return html`<article class="turn ${role}" id="${turnId(number)}">
<p class="speaker">${name === '' ? '' : html`<cite><bdi>${name}</bdi></cite> `}${
    turn.startTime === undefined ? '' : html`${timeOf(turn.startTime)} `
  }<a class="permalink" href="#${turnId(number)}" aria-label="${words.turns([number])}">${number}</a></p>
${paragraphsOf(turn).map(
  (paragraph) => html`${paragraph}
`,
)}</article>
`;
}
