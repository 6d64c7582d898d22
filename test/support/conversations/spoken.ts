import type { Span } from '../../../lambdas/contract/published';
import { readDetails } from '../../../lambdas/domain/details';
import { type WrittenNotes, writeShowNotes } from '../../../lambdas/domain/show-notes';
import { type Reading, readTranscriptClosely } from '../../../lambdas/domain/show-notes/reading';
import type { PublishedDocuments } from '../../../lambdas/domain/show-notes/verify';
import type { Transcript, Turn } from '../../../lambdas/domain/transcript';

/** A transcript from lines `NAME: what they say`, with links as `[text](url)`; a line without a name is a paragraph more. */
export function spoken(script: string, parts: Partial<Transcript> = {}): Transcript {
  const turns: Turn[] = [];
  for (const [index, line] of script.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, speaker, speech] = /^(\p{Lu}[\p{L}\w ,./()-]*|[\p{Lo}（）]+): (.*)$/u.exec(line) ?? [];
    const last = turns.at(-1);
    if (speaker === undefined && last) turns[turns.length - 1] = addParagraph(last, line.trim());
    else turns.push({ ...withLinks(speech ?? line), speaker: speaker ?? '', line: index + 1 });
  }
  return { format: 'spoken', turns, warnings: [], headings: [], preface: [], events: [], ...parts };
}

function addParagraph(turn: Turn, paragraph: string): Turn {
  const { text, spans } = withLinks(paragraph);
  const start = turn.text.length + 2;
  const moved = spans.map((span): Span => ({ ...span, words: [span.words[0] + start, span.words[1] + start] }));
  return { ...turn, text: `${turn.text}\n\n${text}`, spans: [...turn.spans, ...moved] };
}

function withLinks(source: string): Pick<Turn, 'text' | 'spans'> {
  const spans: Span[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(/\[([^\]]*)\]\(([^)]*)\)/gu)) {
    const [whole, label = '', url = ''] = match;
    text += source.slice(at, match.index);
    spans.push({ kind: 'link', words: [text.length, text.length + label.length], url });
    text += label;
    at = match.index + whole.length;
  }
  return { text: text + source.slice(at), spans };
}

/** What one speaker says, in English unless told otherwise, as the writer reads it. */
export function readClosely(speech: string, language = 'en'): Reading {
  const transcript = spoken(`A: ${speech}`, { language });
  const { details } = readDetails({
    transcript,
    transcriptName: 'shows/harbour-lights/one.md',
    showId: 'harbour-lights',
  });
  return readTranscriptClosely(transcript, details);
}

export interface Files {
  readonly showFile?: string;
  readonly episodeFile?: string;
}

/** What would be published of a transcript, as far as the writer makes it. */
export function written(transcript: Transcript, files: Files = {}): PublishedDocuments & { showNotes: WrittenNotes } {
  const { details } = readDetails({
    transcript,
    transcriptName: 'shows/harbour-lights/episode.md',
    showId: 'harbour-lights',
    ...(files.showFile !== undefined && { showFile: { key: 'shows/harbour-lights/show.yaml', text: files.showFile } }),
    ...(files.episodeFile !== undefined && {
      episodeFile: { key: 'shows/harbour-lights/episode.yaml', text: files.episodeFile },
    }),
  });
  const notes = writeShowNotes({ id: { show: 'harbour-lights', episode: 'episode' }, transcript, details });
  return {
    showNotes: notes.showNotes,
    turns: { schemaVersion: 1, turns: transcript.turns.map(({ times, ...turn }) => turn) },
    details: { schemaVersion: 1, details: notes.details },
  };
}
