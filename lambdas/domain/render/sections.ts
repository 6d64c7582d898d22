import type { Chapter, Link, Mention, Person, Question, Quote, ShowNotes, Statement } from '../../contract/published';
import { turnId, turnLinks, turnsOf } from './anchors';
import { type Html, html } from './html';
import { destinationOf, safeAddress } from './links';
import { clockTime, roleNames, type SpeakerOf, speakersAmong } from './wording';

/** One part of the show notes, its heading left to whoever puts it on a page. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** All parts of the show notes that have something to say, in reading order; turns are linked in `transcript`. */
export function sectionsOf(showNotes: ShowNotes, transcript: string): Section[] {
  const { keyPoints, chapters, quotes, questions, people, mentions, links, signOff } = showNotes;
  const sections: readonly (Section & { readonly length: number })[] = [
    { id: 'key-points', title: 'Key points', length: keyPoints.length, body: keyPointList(keyPoints, transcript) },
    { id: 'chapters', title: 'Chapters', length: chapters.length, body: chapterList(chapters, transcript) },
    {
      id: 'quotes',
      title: 'Quotes',
      length: quotes.length,
      body: quoteList(quotes, speakersAmong(people), transcript),
    },
    { id: 'questions', title: 'Questions', length: questions.length, body: questionList(questions, transcript) },
    { id: 'people', title: 'People', length: people.length, body: peopleList(people, transcript) },
    { id: 'mentions', title: 'Mentions', length: mentions.length, body: mentionList(mentions, transcript) },
    { id: 'links', title: 'Links', length: links.length, body: linkList(links, transcript) },
    { id: 'sign-off', title: 'Sign-off', length: signOff.length, body: paragraphs(signOff, transcript) },
  ];
  return sections.filter(({ length }) => length > 0);
}

/** A sentence and the turns it comes from. */
export const statementOf = (statement: Statement, transcript: string): Html =>
  html`${statement.text}${turnLinks(turnsOf(statement), transcript)}`;

const keyPointList = (keyPoints: readonly Statement[], transcript: string): Html =>
  html`<ul class="key-points">${keyPoints.map(
    (point) => html`
<li>${statementOf(point, transcript)}</li>`,
  )}
</ul>`;

const paragraphs = (statements: readonly Statement[], transcript: string): Html =>
  html`${statements.map(
    (statement) => html`<p>${statementOf(statement, transcript)}</p>
`,
  )}`;

const chapterList = (chapters: readonly Chapter[], transcript: string): Html =>
  html`<ol class="chapters">${chapters.map(
    (chapter) => html`
<li>${chapterTime(chapter)}<span class="title"><a href="${transcript}#${turnId(chapter.turn)}">${chapter.title}</a></span>${turnLinks([chapter.turn], transcript)}</li>`,
  )}
</ol>`;

const chapterTime = ({ startTime }: Chapter): Html => (startTime === undefined ? html`` : html`${timeOf(startTime)} `);

/** A time from the start of the episode. */
export const timeOf = (seconds: number): Html =>
  html`<time datetime="PT${Math.max(0, Math.floor(seconds))}S">${clockTime(seconds)}</time>`;

const quoteList = (quotes: readonly Quote[], speakerOf: SpeakerOf, transcript: string): Html =>
  html`${quotes.map(
    (quote) => html`<figure class="quote">
<blockquote><p>${quote.text}</p></blockquote>
<figcaption>${quoted(speakerOf(quote.speaker).name)}${turnLinks([quote.turn], transcript)}</figcaption>
</figure>
`,
  )}`;

const quoted = (name: string): Html => (name === '' ? html`` : html`<cite><bdi>${name}</bdi></cite>`);

const questionList = (questions: readonly Question[], transcript: string): Html =>
  html`<ul class="questions">${questions.map(
    (question) => html`
<li>${question.text}${askedAndAnswered(question, transcript)}</li>`,
  )}
</ul>`;

function askedAndAnswered({ turn, answeredBy }: Question, transcript: string): Html {
  const asked = turnLinks([turn], transcript);
  if (answeredBy === undefined) return asked;
  return html` <span class="answered">${asked} <span class="more">›<span class="unseen"> answered in</span></span>${turnLinks([answeredBy], transcript)}</span>`;
}

const peopleList = (people: readonly Person[], transcript: string): Html =>
  html`<ul class="people">${people.map(
    (person) => html`
<li><b><bdi>${person.name}</bdi></b> <span class="role">${roleNames[person.role]}</span>${
      person.introduction &&
      html`
<p>${statementOf(person.introduction, transcript)}</p>`
    }</li>`,
  )}
</ul>`;

/** Turns linked for one mention; a name that half the turns say needs no more. */
const SHOWN_TURNS = 6;

const mentionList = (mentions: readonly Mention[], transcript: string): Html =>
  html`<ul class="mentions">${mentions.map(
    (mention) => html`
<li>${linked(mention.text, mention.url)}${turnLinks(mention.turns.slice(0, SHOWN_TURNS), transcript)}${more(mention.turns.length - SHOWN_TURNS)}</li>`,
  )}
</ul>`;

const more = (count: number): Html => (count > 0 ? html` <span class="more">and ${count} more</span>` : html``);

function linked(text: string, url: string | undefined): Html {
  const address = url === undefined ? undefined : safeAddress(url);
  return address === undefined
    ? html`<bdi>${text}</bdi>`
    : html`<a href="${address}" rel="noopener ugc"><bdi>${text}</bdi></a>`;
}

const linkList = (links: readonly Link[], transcript: string): Html =>
  html`<ul class="links">${links.map(
    (link) => html`
<li>${linked(link.text, link.url)}${destination(link)}${turnLinks([link.turn], transcript)}</li>`,
  )}
</ul>`;

/** Where the link leads, unless its text says so; an address that is no link is shown as it was written. */
function destination({ text, url }: Link): Html {
  const address = safeAddress(url);
  const place = address === undefined ? url : destinationOf(address);
  return place === '' || text.includes(place) ? html`` : html` <span class="destination"><bdi>${place}</bdi></span>`;
}
