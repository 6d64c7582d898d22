import type { Link, Mention, Person, Quote, ShowNotes, Statement } from '../../contract/published';
import { turnsOf } from './anchors';
import { safeAddress } from './links';
import { joined, type Markdown, type MarkdownContent, markdown, markdownLink, markdownTextOf } from './markdown';
import { byline, clockTime, particularsOf, roleNames, type SpeakerOf, speakersAmong } from './wording';

/** `show-notes.md`: the show notes in CommonMark, to paste anywhere: a turn is named, not linked, for a link is dead there. */
export function renderMarkdown(showNotes: ShowNotes): string {
  const { show, episode, standfirst, summary, people } = showNotes;
  const speakerOf = speakersAmong(people);
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
        return markdown`- ${startTime === undefined ? '' : `${clockTime(startTime)} `}${title}${turnNumbers([turn])}`;
      }),
    ),
    ...section(
      'Quotes',
      showNotes.quotes.map((quote) => quoteOf(quote, speakerOf)),
      '\n\n',
    ),
    ...section(
      'Questions',
      showNotes.questions.map(({ text, turn, answeredBy }) => {
        return markdown`- ${text}${turnNumbers(answeredBy === undefined ? [turn] : [turn, answeredBy])}`;
      }),
    ),
    ...section('People', people.map(personOf)),
    ...section('Mentions', showNotes.mentions.map(mentionOf)),
    ...section('Links', showNotes.links.map(linkOf)),
    ...section('Sign-off', showNotes.signOff.map(statementOf), '\n\n'),
  ];
  return markdownTextOf(markdown`${joined(blocks, '\n\n')}
`);
}

const section = (title: string, parts: readonly Markdown[], separator: '\n' | '\n\n' = '\n'): Markdown[] =>
  parts.length === 0 ? [] : [markdown`## ${title}`, joined(parts, separator)];

const statementOf = (statement: Statement): Markdown => markdown`${statement.text}${turnNumbers(turnsOf(statement))}`;

const quoteOf = ({ text, speaker, turn }: Quote, speakerOf: SpeakerOf): Markdown => {
  const name = speakerOf(speaker).name;
  return markdown`> ${text}
>
> — ${name}${turnNumbers([turn])}`;
};

const personOf = ({ name, role, introduction }: Person): Markdown =>
  markdown`- **${name}** (${roleNames[role]})${introduction && markdown`: ${statementOf(introduction)}`}`;

const mentionOf = ({ text, url, turns }: Mention): Markdown => markdown`- ${linked(text, url)}${turnNumbers(turns)}`;

const linkOf = ({ text, url, turn }: Link): Markdown => {
  const isShownAsText = safeAddress(url) === undefined && !text.includes(url);
  return markdown`- ${linked(text, url)}${isShownAsText ? ` ${url}` : ''}${turnNumbers(turn > 0 ? [turn] : [])}`;
};

function linked(text: string, url: string | undefined): MarkdownContent {
  const address = url === undefined ? undefined : safeAddress(url);
  return address === undefined ? text : markdownLink(text, address);
}

/** ` (turns 3, 12)`. */
const turnNumbers = (turns: readonly number[]): string =>
  turns.length === 0 ? '' : ` (${turns.length === 1 ? 'turn' : 'turns'} ${turns.join(', ')})`;
