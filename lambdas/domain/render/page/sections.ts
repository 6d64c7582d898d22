import type {
  Chapter,
  KeyPoint,
  Link,
  Mention,
  Person,
  Question,
  Quote,
  ShowNotes,
  Statement,
} from '../../../contract/published';
import { type Html, html } from '../escaping/html';
import { destinationOf, safeAddress } from '../escaping/links';
import { type Lead, leadOf, type Shown } from '../lead';
import { clockTime, creditOf, type SectionId, type SpeakerOf, speakersAmong, type Wording } from '../wording';
import { type TurnTarget, turnId, turnLinks, turnsOf } from './anchors';

/** One part of the show notes, its heading left to whoever puts it on a page. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly body: Html;
}

/** All parts of the show notes that have something to say, in reading order. */
export function sectionsOf(showNotes: ShowNotes, target: TurnTarget): Section[] {
  const { keyPoints, chapters, quotes, questions, people, mentions, links, signOff } = showNotes;
  const sections: readonly (Omit<Section, 'title'> & { readonly length: number })[] = [
    { id: 'key-points', length: keyPoints.length, body: keyPointList(keyPoints, people, target) },
    { id: 'chapters', length: chapters.length, body: chapterList(chapters, target) },
    { id: 'quotes', length: quotes.length, body: quoteList(quotes, speakersAmong(people), target) },
    { id: 'questions', length: questions.length, body: questionList(questions, target) },
    { id: 'people', length: people.length, body: peopleList(people, target) },
    { id: 'mentions', length: mentions.length, body: mentionList(mentions, target) },
    { id: 'links', length: links.length, body: linkList(links, target) },
    { id: 'sign-off', length: signOff.length, body: paragraphs(signOff, target) },
  ];
  return sections
    .filter(({ length }) => length > 0)
    .map(({ id, body }) => ({ id, title: target.words.sections[id], body }));
}

/** Standfirst and summary, a paragraph each. */
export function leadParagraphs(showNotes: ShowNotes, target: TurnTarget): Html {
  const { standfirst, summary } = leadOf(showNotes);
  return html`${standfirst && leadParagraph('standfirst', standfirst, target)}${summary && leadParagraph('summary', summary, target)}`;
}

const leadParagraph = (
  name: keyof Lead,
  statement: Shown,
  target: TurnTarget,
): Html => html`<p class="${name}">${statementOf(statement, target)}</p>
`;

/** A sentence and the turns it comes from. */
const statementOf = (statement: Shown, target: TurnTarget): Html =>
  html`${statement.text}${turnLinks(turnsOf(statement), target)}`;

const keyPointList = (keyPoints: readonly KeyPoint[], people: readonly Person[], target: TurnTarget): Html =>
  html`<ul class="key-points">${keyPoints.map(
    (point) => html`
<li>${credited(creditOf(point, people))}${statementOf(point, target)}</li>`,
  )}
</ul>`;

const credited = (name: string): Html => (name === '' ? html`` : html`<cite><bdi>${name}</bdi></cite>: `);

const paragraphs = (statements: readonly Statement[], target: TurnTarget): Html =>
  html`${statements.map(
    (statement) => html`<p>${statementOf(statement, target)}</p>
`,
  )}`;

const chapterList = (chapters: readonly Chapter[], target: TurnTarget): Html =>
  html`<ol class="chapters">${chapters.map(
    (chapter) => html`
<li>${chapterTime(chapter)}<span class="title"><a href="${target.transcript}#${turnId(chapter.turn)}">${chapter.title}</a></span>${turnLinks([chapter.turn], target)}</li>`,
  )}
</ol>`;

const chapterTime = ({ startTime }: Chapter): Html => (startTime === undefined ? html`` : html`${timeOf(startTime)} `);

/** A time from the start of the episode. */
export const timeOf = (seconds: number): Html =>
  html`<time datetime="PT${Math.max(0, Math.floor(seconds))}S">${clockTime(seconds)}</time>`;

const quoteList = (quotes: readonly Quote[], speakerOf: SpeakerOf, target: TurnTarget): Html =>
  html`${quotes.map(
    (quote) => html`<figure class="quote">
<blockquote><p>${quote.text}</p></blockquote>
<figcaption>${quoted(speakerOf(quote.speaker).name)}${turnLinks([quote.turn], target)}</figcaption>
</figure>
`,
  )}`;

const quoted = (name: string): Html => (name === '' ? html`` : html`<cite><bdi>${name}</bdi></cite>`);

const questionList = (questions: readonly Question[], target: TurnTarget): Html =>
  html`<ul class="questions">${questions.map(
    (question) => html`
<li>${question.text}${askedAndAnswered(question, target)}</li>`,
  )}
</ul>`;

function askedAndAnswered({ turn, answeredBy }: Question, target: TurnTarget): Html {
  const asked = turnLinks([turn], target);
  if (answeredBy === undefined) return asked;
  return html` <span class="answered">${asked} <span class="more">›<span class="unseen"> ${target.words.answeredIn}</span></span>${turnLinks([answeredBy], target)}</span>`;
}

const peopleList = (people: readonly Person[], target: TurnTarget): Html =>
  html`<ul class="people">${people.map(
    (person) => html`
<li><b><bdi>${person.name}</bdi></b> <span class="role">${target.words.roles[person.role]}</span>${
      person.introduction &&
      html`
<p>${statementOf(person.introduction, target)}</p>`
    }</li>`,
  )}
</ul>`;

/** Turns linked for one mention; a name that half the turns say needs no more. */
const SHOWN_TURNS = 6;

const mentionList = (mentions: readonly Mention[], target: TurnTarget): Html =>
  html`<ul class="mentions">${mentions.map(
    (mention) => html`
<li>${linked(mention.text, mention.url)}${turnLinks(mention.turns.slice(0, SHOWN_TURNS), target)}${more(mention.turns.length - SHOWN_TURNS, target.words)}</li>`,
  )}
</ul>`;

const more = (count: number, { moreTurns }: Wording): Html =>
  count > 0 ? html` <span class="more">${moreTurns(count)}</span>` : html``;

function linked(text: string, url: string | undefined): Html {
  const address = url === undefined ? undefined : safeAddress(url);
  return address === undefined
    ? html`<bdi>${text}</bdi>`
    : html`<a href="${address}" rel="noopener ugc"><bdi>${text}</bdi></a>`;
}

const linkList = (links: readonly Link[], target: TurnTarget): Html =>
  html`<ul class="links">${links.map(
    (link) => html`
<li>${linked(link.text, link.url)}${destination(link)}${turnLinks([link.turn], target)}</li>`,
  )}
</ul>`;

/** Where the link leads, unless its text says so; an address that is no link is shown as it was written. */
/** Whether a text names a place whole: `my-bank.example` does not name `bank.example`. */
const isShown = (place: string, text: string): boolean =>
  text === place || text.split(/[\s/<>()[\]"'“”,;]+/u).some((part) => part.replace(/[.:!?]+$/u, '') === place);

function destination({ text, url }: Link): Html {
  const address = safeAddress(url);
  const place = address === undefined ? url : destinationOf(url);
  return place === '' || isShown(place, text) ? html`` : html` <span class="destination"><bdi>${place}</bdi></span>`;
}
