import type { Link, Mention, Person, Quote, ShowNotes, Statement } from '../../contract/published';
import { turnId, turnsOf } from './anchors';
import { safeAddress } from './links';
import { joined, type Markdown, type MarkdownContent, markdown, markdownLink, markdownTextOf } from './markdown';
import { TRANSCRIPT_FILE } from './show-notes-fragment';
import { byline, clockTime, particularsOf, roleNames, speakerOf } from './wording';

/** `show-notes.md`: the show notes in CommonMark; every statement links to its turns in `transcript.html` beside it. */
export function renderMarkdown(showNotes: ShowNotes): string {
  const { show, episode, standfirst, summary, people } = showNotes;
  const blocks = [
    markdown`# ${episode.title}`,
    markdown`${[show.title, ...particularsOf(episode)].join(' · ')}`,
    markdown`${byline(people)}`,
    statementOf(standfirst),
    statementOf(summary),
    ...section(
      'Key points',
      showNotes.keyPoints.map((point) => markdown`- ${statementOf(point)}`),
    ),
    ...section(
      'Chapters',
      showNotes.chapters.map(({ title, turn, startTime }) => {
        return markdown`- ${startTime === undefined ? '' : `${clockTime(startTime)} `}${title}${turnLinks([turn])}`;
      }),
    ),
    ...section(
      'Quotes',
      showNotes.quotes.map((quote) => quoteOf(quote, people)),
      '\n\n',
    ),
    ...section(
      'Questions',
      showNotes.questions.map(({ text, turn, answeredBy }) => {
        return markdown`- ${text}${turnLinks(answeredBy === undefined ? [turn] : [turn, answeredBy])}`;
      }),
    ),
    ...section('People', people.map(personOf)),
    ...section('Mentions', showNotes.mentions.map(mentionOf)),
    ...section('Links', showNotes.links.map(linkOf)),
    ...section('Sign-off', showNotes.signOff.map(statementOf), '\n\n'),
    markdown`${markdownLink('Transcript', TRANSCRIPT_FILE)}
`,
  ];
  return markdownTextOf(joined(blocks, '\n\n'));
}

const section = (title: string, parts: readonly Markdown[], separator: '\n' | '\n\n' = '\n'): Markdown[] =>
  parts.length === 0 ? [] : [markdown`## ${title}`, joined(parts, separator)];

const statementOf = (statement: Statement): Markdown => markdown`${statement.text}${turnLinks(turnsOf(statement))}`;

const quoteOf = ({ text, speaker, turn }: Quote, people: readonly Person[]): Markdown => {
  const name = speakerOf(people, speaker).name;
  return markdown`> ${text}
>
> — ${name}${turnLinks([turn])}`;
};

const personOf = ({ name, role, introduction }: Person): Markdown =>
  markdown`- **${name}** (${roleNames[role]})${introduction && markdown`: ${statementOf(introduction)}`}`;

const mentionOf = ({ text, url, turns }: Mention): Markdown => markdown`- ${linked(text, url)}${turnLinks(turns)}`;

const linkOf = ({ text, url, turn }: Link): Markdown => {
  const isShownAsText = safeAddress(url) === undefined && !text.includes(url);
  return markdown`- ${linked(text, url)}${isShownAsText ? ` ${url}` : ''}${turnLinks(turn > 0 ? [turn] : [])}`;
};

function linked(text: string, url: string | undefined): MarkdownContent {
  const address = url === undefined ? undefined : safeAddress(url);
  return address === undefined ? text : markdownLink(text, address);
}

/** ` (turns 3, 12)`, each number a link. */
function turnLinks(turns: readonly number[]): Markdown {
  if (turns.length === 0) return markdown``;
  const links = turns.map((turn) => markdownLink(String(turn), `${TRANSCRIPT_FILE}#${turnId(turn)}`));
  return markdown` (${turns.length === 1 ? 'turn' : 'turns'} ${joined(links, ', ')})`;
}
