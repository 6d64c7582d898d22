import type { Chapter, KeyPoint, Link, Mention, Person, Question, Quote, ShowNotes } from '../../contract/published';
import { safeAddress } from './escaping/links';
import {
  joined,
  type Markdown,
  type MarkdownContent,
  markdown,
  markdownLink,
  markdownTextOf,
} from './escaping/markdown';
import { leadOf, type Shown } from './lead';
import { turnsOf } from './page/anchors';
import {
  byline,
  clockTime,
  creditOf,
  particularsOf,
  type SpeakerOf,
  speakersAmong,
  type Wording,
  wordingFor,
} from './wording';

/** `show-notes.md`: the show notes in CommonMark, to paste anywhere: a turn is named, not linked, for a link is dead there. */
export function renderMarkdown(showNotes: ShowNotes): string {
  const { show, episode, people } = showNotes;
  const { standfirst, summary } = leadOf(showNotes);
  const words = wordingFor(episode.language);
  const told = textsIn(words);
  const speakerOf = speakersAmong(people);
  const { statementOf } = told;
  const blocks = [
    markdown`# ${episode.title}`,
    markdown`${[show.title, ...particularsOf(episode, words)].join(' · ')}`,
    markdown`${byline(people, words)}`,
    ...[standfirst, summary].flatMap((statement) => (statement ? [statementOf(statement)] : [])),
    ...section(
      words.sections['key-points'],
      showNotes.keyPoints.map((point) => told.keyPointOf(point, creditOf(point, people))),
    ),
    ...section(words.sections.chapters, showNotes.chapters.map(told.chapterOf)),
    ...section(
      words.sections.quotes,
      showNotes.quotes.map((quote) => told.quoteOf(quote, speakerOf)),
      '\n\n',
    ),
    ...section(words.sections.questions, showNotes.questions.map(told.questionOf)),
    ...section(words.sections.people, people.map(told.personOf)),
    ...section(words.sections.mentions, showNotes.mentions.map(told.mentionOf)),
    ...section(words.sections.links, showNotes.links.map(told.linkOf)),
    ...section(words.sections['sign-off'], showNotes.signOff.map(statementOf), '\n\n'),
  ];
  return markdownTextOf(markdown`${joined(blocks, '\n\n')}
`);
}

const section = (title: string, parts: readonly Markdown[], separator: '\n' | '\n\n' = '\n'): Markdown[] =>
  parts.length === 0 ? [] : [markdown`## ${title}`, joined(parts, separator)];

/** Each part of the show notes as Markdown, its turns named in these words. */
function textsIn(words: Wording) {
  /** ` (turns 3, 12)`. */
  const turnNumbers = (turns: readonly number[]): string => (turns.length === 0 ? '' : ` (${words.turns(turns)})`);
  const statementOf = (statement: Shown): Markdown => markdown`${statement.text}${turnNumbers(turnsOf(statement))}`;
  return {
    statementOf,
    keyPointOf: (point: KeyPoint, name: string): Markdown =>
      markdown`- ${name === '' ? '' : `${name}: `}${statementOf(point)}`,
    chapterOf: ({ title, turn, startTime }: Chapter): Markdown =>
      markdown`- ${startTime === undefined ? '' : `${clockTime(startTime)} `}${title}${turnNumbers([turn])}`,
    quoteOf: ({ text, speaker, turn }: Quote, speakerOf: SpeakerOf): Markdown => {
      const name = speakerOf(speaker).name;
      return markdown`> ${text}
>
> — ${name}${turnNumbers([turn])}`;
    },
    questionOf: ({ text, turn, answeredBy }: Question): Markdown =>
      markdown`- ${text}${turnNumbers(answeredBy === undefined ? [turn] : [turn, answeredBy])}`,
    personOf: ({ name, role, introduction }: Person): Markdown =>
      markdown`- **${name}** (${words.roles[role]})${introduction && markdown`: ${statementOf(introduction)}`}`,
    mentionOf: ({ text, url, turns }: Mention): Markdown => markdown`- ${linked(text, url)}${turnNumbers(turns)}`,
    linkOf: ({ text, url, turn }: Link): Markdown => {
      const isShownAsText = safeAddress(url) === undefined && !text.includes(url);
      return markdown`- ${linked(text, url)}${isShownAsText ? ` ${url}` : ''}${turnNumbers(turn > 0 ? [turn] : [])}`;
    },
  };
}

function linked(text: string, url: string | undefined): MarkdownContent {
  const address = url === undefined ? undefined : safeAddress(url);
  return address === undefined ? text : markdownLink(text, address);
}
