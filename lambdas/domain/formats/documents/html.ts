import { RejectedTranscriptError } from '../../errors';
import type { Transcript, TranscriptFormat, Warning } from '../../transcript';
import { readLabelledText } from '../labelled-text';
import { splitFrontMatter } from '../labelled-text/front-matter';
import type { LeftOut } from '../transcript-builder';
import { HtmlLines, type HtmlText } from './html-lines';

const BLOCK_TAGS =
  '<p <div <cite <h1 <h2 <h3 <h4 <section <article <table <dl <ul <ol <body <main <head <time <br <blockquote'.split(
    ' ',
  );
const FRAGMENT_TAGS = [...BLOCK_TAGS, '<span', '<strong', '<b>'];

/** Pages and fragments of pages: `cite`, `time` and `p`, bold labels, classes that say `speaker`, tables. */
export const html: TranscriptFormat = {
  name: 'html',
  matches: (source) => isPage(source) || isFragment(source) || isMostlyTags(source),
  parse: (source) =>
    isPage(source) || (isFragment(source) && !hasMarkdown(source)) ? readPage(source) : readMixed(source),
};

function isPage(source: string): boolean {
  const start = startOf(source);
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}

function isFragment(source: string): boolean {
  return startsWithTag(startOf(source)) && hasBlocks(source.slice(0, 4000).toLowerCase());
}

function startOf(source: string): string {
  return source.slice(0, 400).trimStart().toLowerCase();
}

/** Headings and labels between the tags, as Markdown has them. */
function hasMarkdown(source: string): boolean {
  return source.split('\n').some((line) => line.startsWith('**') || (line.startsWith('#') && isHeading(line)));
}

function isHeading(line: string): boolean {
  let end = 0;
  while (line[end] === '#') end += 1;
  return end <= 6 && line[end] === ' ';
}

/** Text in which only words are marked is Markdown. */
function hasBlocks(source: string): boolean {
  return BLOCK_TAGS.some((tag) => source.includes(tag));
}

function startsWithTag(line: string): boolean {
  return FRAGMENT_TAGS.some((tag) => line.startsWith(tag) && !isLetter(line[tag.length]));
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && character >= 'a' && character <= 'z';
}

/** Markdown in which most paragraphs are HTML. */
function isMostlyTags(source: string): boolean {
  const lines = source
    .slice(0, 40_000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const tags = lines.filter((line) => startsWithTag(line.trimStart().slice(0, 12).toLowerCase())).length;
  return tags > 2 && tags * 5 > lines.length;
}

function readPage(source: string): Transcript {
  const all = new HtmlLines({ skips: true, raw: false }).read(source);
  const region = readRegion(all);
  if (region) return region;
  if (all.skipped.length === 0 && !all.title) return readWhole(all);
  return readAll(all) ?? readWhole(new HtmlLines({ skips: false, raw: false }).read(source));
}

function readMixed(source: string): Transcript {
  const lines = source.split('\n');
  const { frontMatter, bodyAt } = splitFrontMatter(lines);
  const text = new HtmlLines({ skips: false, raw: true }).read(lines.slice(bodyAt).join('\n'));
  const numbers = text.lines.map(({ line }) => line + bodyAt);
  const leftOut = text.hidden.map(({ lines: [first, last], ...rest }): LeftOut => {
    return { ...rest, lines: [first + bodyAt, last + bodyAt] };
  });
  return readLabelledText(textsOf(text), 'html', { numbers, leftOut, ...(frontMatter ? { frontMatter } : {}) });
}

/** The part of a page that says it is the transcript, or its main part; what stands around it is nobody's speech. */
function readRegion(text: HtmlText): Transcript | undefined {
  if (!text.region) return undefined;
  const { from, to } = text.region;
  const outside = [...text.lines.slice(0, from), ...text.lines.slice(to)].map(({ text: said, line }) => ({
    text: said,
    line,
  }));
  const around = outside.filter(({ text: said }) => said.trim() !== '');
  const [first, next] = [text.lines[from]?.line ?? 1, text.lines[to]?.line ?? Number.POSITIVE_INFINITY];
  const above = around.find(({ line }) => line <= first);
  const below = around.find(({ line }) => line >= next);
  const warnings = [above, below].flatMap((apart) => (apart ? [{ line: apart.line, message: APART }] : []));
  return attempt(() => readLines(text.lines.slice(from, to), text, [...around, ...text.skipped], warnings));
}

const APART =
  'Text of the page around its transcript is kept apart from the conversation; if somebody says it, move it inside.';

function readAll(text: HtmlText): Transcript | undefined {
  return attempt(() => readLines(text.lines, text, text.skipped, []));
}

function readWhole(text: HtmlText): Transcript {
  return readLines(text.lines, text, [], []);
}

function readLines(
  lines: HtmlText['lines'],
  { title, language, hidden }: HtmlText,
  asides: HtmlText['skipped'],
  warnings: readonly Warning[],
): Transcript {
  const titled =
    title && !lines.some(({ text }) => text.startsWith('# '))
      ? [{ text: `# ${title.text}`, line: title.line }, ...lines]
      : lines;
  return readLabelledText(
    titled.map(({ text }) => text),
    'html',
    { numbers: titled.map(({ line }) => line), asides, language, leftOut: hidden, warnings },
  );
}

/** The transcript, if somebody is named in it; otherwise the page is to be looked at in another way. */
function attempt(read: () => Transcript): Transcript | undefined {
  try {
    const transcript = read();
    return transcript.turns.some(({ speaker, startTime }) => speaker !== '' || startTime !== undefined)
      ? transcript
      : undefined;
  } catch (error) {
    if (error instanceof RejectedTranscriptError) return undefined;
    throw error;
  }
}

function textsOf(text: HtmlText): string[] {
  return text.lines.map(({ text: line }) => line);
}
