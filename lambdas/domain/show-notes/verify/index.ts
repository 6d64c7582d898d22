import type { DetailsDocument, ShowNotes, TurnsDocument } from '../../../contract/published';
import { countWords } from '../../text/words';
import { verifyBlurb } from './blurbs';
import type { Evidence, Fault } from './evidence';
import { verifyLinks, verifyMention } from './named';
import { verifyPerson } from './people';
import { speechIn } from './speech';
import { verifyChapters, verifyKeyPoint, verifyQuestion, verifyQuote } from './spoken';
import { verifyStatement } from './statements';
import { verifyEpisode } from './titles';

export type { Fault } from './evidence';

export interface PublishedDocuments {
  readonly showNotes: Omit<ShowNotes, 'revision' | 'publication' | 'writer' | 'base' | 'files'>;
  readonly turns: TurnsDocument;
  readonly details: DetailsDocument;
}

/** Words of a summary at most. */
const SUMMARY_WORDS = 60;

/** Checks every statement of published show notes against what is published beside them; no fault means all is grounded. */
export function verifyShowNotes({ showNotes, turns, details }: PublishedDocuments): readonly Fault[] {
  const { people, chapters } = showNotes;
  const speech = speechIn(turns.turns, people);
  const evidence: Evidence = { turns: turns.turns, details: details.details, people, chapters, speech };
  return [
    ...verifyEpisode(showNotes, evidence),
    ...verifyStatement('summary', showNotes.summary, evidence),
    ...verifyLength(showNotes.summary),
    ...verifyStatement('standfirst', showNotes.standfirst, evidence),
    ...showNotes.keyPoints.flatMap((point, index) => verifyKeyPoint(`keyPoints[${index}]`, point, evidence)),
    ...showNotes.signOff.flatMap((statement, index) => verifyStatement(`signOff[${index}]`, statement, evidence)),
    ...showNotes.people.flatMap((person, index) => verifyPerson(`people[${index}]`, person, evidence)),
    ...verifyChapters(showNotes.chapters, evidence),
    ...showNotes.questions.flatMap((question, index) => verifyQuestion(`questions[${index}]`, question, evidence)),
    ...showNotes.quotes.flatMap((quote, index) => verifyQuote(`quotes[${index}]`, quote, evidence)),
    ...showNotes.mentions.flatMap((mention, index) => verifyMention(`mentions[${index}]`, mention, evidence)),
    ...verifyLinks(showNotes.links, evidence),
    ...showNotes.blurbs.flatMap((blurb, index) => verifyBlurb(`blurbs[${index}]`, blurb, evidence)),
  ];
}

function verifyLength(summary: ShowNotes['summary']): readonly Fault[] {
  const count = countWords(summary.text);
  if (summary.edited || count <= SUMMARY_WORDS) return [];
  return [{ part: 'summary', message: `has ${count} words, allowed are ${SUMMARY_WORDS}` }];
}
