import type { EpisodeId } from '../../contract/object-keys';
import type { Detail, EpisodeDetails, ShowNotes } from '../../contract/published';
import type { Details, Replacement } from '../details';
import { episodeAddress } from '../show/addresses';
import { publishedShowOf } from '../show/published-show';
import type { Transcript } from '../transcript';
import { mediaTypeOf } from './audio-type';
import { blurbsOf, hooksOf } from './blurbs';
import type { Ingredients } from './blurbs/ingredients';
import { chaptersOf } from './chapters';
import { detailsRegister } from './details-register';
import { withBlurbEdits, withEdits } from './edits';
import { type Grounded, groundedDetail, type Part, statementOf } from './grounded';
import { languageTold } from './language-told';
import { linksOf, linkWarnings, unlinkedTold } from './links';
import { mentionsOf } from './mentions';
import { topicsOf } from './mentions/topics';
import { castOf } from './people';
import { mistypedLabels, peopleWarnings } from './people/label-warnings';
import { type Reading, readTranscriptClosely, type Sentence } from './reading';
import { partRead } from './reading/part-read';
import { phrasesOf } from './reading/phrases';
import { measureSalience } from './reading/salience';
import { findSubjectMatter } from './reading/subject-matter';
import { onePersonOf, replacementsMade, titleTold } from './replacements';
import { keyPointsOf } from './statements/key-points';
import { announcedIn, moderationOf } from './statements/moderation';
import { questionsOf } from './statements/questions';
import { quotesOf } from './statements/quotes';
import { signOffOf } from './statements/sign-off';
import { standfirstOf, subjectLineOf, summaryOf } from './statements/summary';

export const WRITER_NAME = 'show-notes-writer';
/** Raised whenever the same transcript would get other show notes. */
export const WRITER_VERSION = '10';

export interface WriterInputs {
  readonly id: EpisodeId;
  readonly transcript: Transcript;
  readonly details: Details;
}

/** Show notes without what only the publisher knows: hashes and files. */
export type WrittenNotes = Omit<ShowNotes, 'revision' | 'publication' | 'writer' | 'base' | 'files'>;

/** Writes show notes of which every sentence is the speakers' own or composed of what the files and the turns hold. */
export function writeShowNotes(inputs: WriterInputs): { showNotes: WrittenNotes; details: readonly Detail[] } {
  const { id, transcript, details } = inputs;
  const part = partRead(transcript);
  const reading = readTranscriptClosely(part.transcript, details);
  const neverSay = details.show.neverSay.map(({ value }) => value);
  const subject = findSubjectMatter(reading, neverSay, details.show.title.value);
  const salience = measureSalience(reading, details.episode.title.value);
  const cast = castOf(reading, details);
  const named = mentionsOf({ reading, cast, subject, salience, details });
  const phrases = phrasesOf(reading.sentences.filter(subject.isOnSubject), reading, salience);
  const hidden = details.episode.edits.mentions.hide.map(({ value }) => value);
  const topics = topicsOf(named, phrases, cast, announcedIn(reading, cast, salience), reading, hidden);
  const { register, pointerTo } = detailsRegister(details, reading);
  const summaryInputs = { reading, cast, subject, salience, topics };
  const [standfirst, summary] = [standfirstOf(summaryInputs), summaryOf(summaryInputs)];
  const isModeration = moderationOf(reading, cast);
  const inSummary = sentencesIn(summary);
  const isTaken = (sentence: Sentence) => inSummary(sentence) || isModeration(sentence);
  const quotes = quotesOf(reading, cast, subject, salience, isTaken);
  const isQuoted = ({ turn, from }: Sentence) => quotes.some(({ turn: at, words }) => at === turn && words[0] === from);
  const chapters = chaptersOf(reading, cast, subject);
  const links = linksOf(transcript, details);
  const nameOf = (label: string) => cast.find(({ person }) => person.labels.includes(label))?.name;
  const written: Omit<WrittenNotes, 'blurbs'> = {
    schemaVersion: 1,
    show: { title: details.show.title.value, ...publishedShowOf(id.show, details.show) },
    episode: { ...episodeOf(id, details, reading), ...episodeAddress(id.episode, details) },
    summary: statementOf(summary, pointerTo),
    standfirst: statementOf(standfirst, pointerTo),
    keyPoints: keyPointsOf(reading, cast, subject, salience, (each) => isTaken(each) || isQuoted(each)),
    people: cast.map(({ person }) => person),
    chapters,
    questions: questionsOf(reading, cast, subject, salience),
    quotes,
    mentions: named.map(({ mention }) => mention),
    links,
    signOff: signOffOf(reading, cast, subject),
    warnings: [
      ...transcript.warnings,
      ...part.warnings,
      ...linkWarnings(transcript),
      ...peopleWarnings(details, cast),
      ...mistypedLabels(cast),
    ],
    told: [
      ...titleTold(details, id.episode),
      ...languageTold(reading),
      ...onePersonOf(cast, details),
      ...replacementsMade(details, cast, named),
      ...unlinkedTold(transcript, links),
    ],
  };
  const notes = withEdits(written, details, reading);
  const { edits } = details.episode;
  const ingredients: Ingredients = {
    details,
    language: reading.lexicon.language,
    standfirst: editedOr(subjectLineOf(summaryInputs), edits.standfirst),
    summary: editedOr(summary, edits.summary),
    guests: guestsIn(standfirst),
    hooks: hooksOf(notes.quotes, nameOf, reading.lexicon.language),
    chapters: notes.chapters,
    firstWords: firstWordsOf(reading),
  };
  const { blurbs, warnings } = withBlurbEdits(blurbsOf(ingredients, pointerTo), details);
  return { showNotes: { ...notes, blurbs, warnings: [...notes.warnings, ...warnings] }, details: register };
}

/** What a blurb is made of, where the producer has written a part of it. */
const editedOr = (parts: readonly Part[], edit: Replacement | undefined): readonly Part[] =>
  edit ? [{ slot: 'edit', is: groundedDetail(edit.text) }] : parts;

/** The guests that a standfirst names. */
const guestsIn = (standfirst: readonly Part[]): readonly Part[] =>
  standfirst.filter((part) => typeof part !== 'string' && /^guest\d+$/u.test(part.slot));

/** Which sentences a summary quotes. */
function sentencesIn(summary: readonly Part[]): (sentence: Sentence) => boolean {
  const quoted = summary.flatMap((part) =>
    typeof part !== 'string' && /sentence\d+$/iu.test(part.slot) && part.is.source.kind === 'turn'
      ? [part.is.source.anchor]
      : [],
  );
  return (sentence) =>
    quoted.some(({ turn, words }) => turn === sentence.turn && words[0] >= sentence.from && words[0] < sentence.to);
}

function episodeOf(id: EpisodeId, { episode }: Details, { language }: Reading): EpisodeDetails {
  return {
    id: id.episode,
    title: episode.title.value,
    language,
    ...(episode.number && { number: episode.number.value }),
    ...(episode.publishedAt && { publishedAt: episode.publishedAt.value }),
    ...audioIn(episode),
    ...(episode.guid && { guid: episode.guid.value }),
    ...(episode.aiContent && { aiContent: episode.aiContent.value === 'true' }),
  };
}

function audioIn({ audioUrl, audioType, audioBytes }: Details['episode']) {
  if (!audioUrl) return {};
  const type = audioType?.value ?? mediaTypeOf(audioUrl.value);
  return {
    audioUrl: audioUrl.value,
    ...(type && { audioType: type }),
    ...(audioBytes && { audioBytes: audioBytes.value }),
  };
}

function firstWordsOf({ sentences }: Reading): Grounded {
  const [first] = sentences;
  const last = first?.words.filter(({ to }) => to <= 100).at(-1);
  const to = last?.to ?? Math.min(first?.text.length ?? 0, 100);
  const text = first?.text.slice(0, to) ?? '';
  return {
    text,
    source: { kind: 'turn', anchor: { turn: first?.turn ?? 1, words: [first?.from ?? 0, (first?.from ?? 0) + to] } },
  };
}
