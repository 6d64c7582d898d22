import type { PublishedTurn, ShowNotes, TurnsDocument } from '../../../contract/published';
import { type Html, html, textOf } from '../escaping/html';
import { type SpeakerOf, speakersAmong } from '../wording';
import { turnId } from './anchors';
import { ICON } from './icon';
import { inLanguage } from './language';
import { timeOf } from './sections';
import { TRANSCRIPT_STYLE_FILE } from './transcript-style';
import { paragraphsOf } from './turn-text';

/** `transcript.html`: a page that also podcast apps read (Podcasting 2.0: `cite`, `time` where known, `p`). */
export function renderTranscript({ show, episode, people }: ShowNotes, { turns }: TurnsDocument): string {
  const speakerOf = speakersAmong(people);
  return textOf(html`<!doctype html>
<html${inLanguage(episode.language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${episode.canonical ?? '../'}">
<link rel="icon" href="${ICON}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${TRANSCRIPT_STYLE_FILE}">
<title>${episode.title} · ${show.title}</title>
</head>
<body>
<main>
<h1>${episode.title}</h1>
${turns.map((turn, index) => spoken(turn, index + 1, speakerOf))}</main>
</body>
</html>
`);
}

const spoken = (turn: PublishedTurn, number: number, speakerOf: SpeakerOf): Html =>
  html`<section id="${turnId(number)}">
${
  turn.speaker === ''
    ? ''
    : html`<cite>${speakerOf(turn.speaker).name}:</cite>
`
}${
  turn.startTime === undefined
    ? ''
    : html`${timeOf(turn.startTime)}
`
}${paragraphsOf(turn).map(
  (paragraph) => html`${paragraph}
`,
)}</section>
`;
