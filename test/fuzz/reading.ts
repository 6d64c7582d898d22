import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RejectedTranscriptError } from '../../lambdas/domain/errors';
import { readTranscript } from '../../lambdas/domain/formats';
import type { Transcript } from '../../lambdas/domain/transcript';

/**
 * `npm run fuzz -- [SECONDS] [SEED]`: changes the samples of every format a little, again and again. Only rejections
 * may escape; in text and captions no word may be lost silently (rolling captions are repeated on purpose). A failure prints the seed that repeats it.
 */

const [seconds = 60, seed = 1] = process.argv.slice(2).map(Number);
const root = join(__dirname, '../../samples');
const samples = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.yaml'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));

const PIECES = [
  '\n',
  '\n\n',
  ' ',
  '\t',
  '**',
  '_',
  ':',
  '[',
  ']',
  '](',
  '<',
  '>',
  '</',
  '-->',
  '<v ',
  '&amp;',
  '&',
  '"',
  '\\',
  '{',
  '}',
  '[0:01]',
  '0:01',
  '#',
  '---\n',
  '\u00a0',
  '\u2028',
  '\ufffd',
  'Nora: ',
  '**Kim:** ',
  '- ',
  '>> ',
  '\ud83d',
  '0',
  ',',
  '(laughs)',
  'http://a.example',
  '<p>',
  '\r',
];

/** Numbers that depend on the round alone. */
function chance(round: number): (below: number) => number {
  let state = Math.imul(round + 1, 2_654_435_761) ^ Math.imul(seed, 1_597_334_677) || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function mutate(bytes: Uint8Array, below: (limit: number) => number): Uint8Array {
  let mutated = bytes;
  for (let change = below(6); change >= 0; change -= 1) {
    const at = below(mutated.length + 1);
    const end = Math.min(mutated.length, at + below(40));
    const piece = new TextEncoder().encode(PIECES[below(PIECES.length)]);
    const middle = [piece, new Uint8Array(), mutated.subarray(at, end), new Uint8Array([below(256)])][
      below(4)
    ] as Uint8Array;
    const rest = mutated.subarray(below(2) === 0 ? at : end);
    const joined = new Uint8Array(at + middle.length + rest.length);
    joined.set(mutated.subarray(0, at));
    joined.set(middle, at);
    joined.set(rest, at + middle.length);
    mutated = joined;
  }
  return mutated;
}

function wordsIn(text: string): string[] {
  return text.match(/\p{L}{4,}/gu) ?? [];
}

function keptIn({ turns, headings, preface, events, warnings, frontMatter }: Transcript): Set<string> {
  const kept = [
    ...turns.flatMap(({ speaker, text, spans }) => [
      speaker,
      text,
      ...spans.map((span) => (span.kind === 'link' ? span.url : '')),
    ]),
    ...[...headings, ...preface].map(({ text }) => text),
    ...events.flatMap(({ label, text }) => [label, text]),
    ...warnings.map(({ message }) => message),
    frontMatter?.text ?? '',
  ];
  return new Set(wordsIn(kept.join(' ')));
}

/** Words of speech in the sample itself that the change left whole but the transcript lacks. */
function lostWords(before: Set<string>, source: Uint8Array, transcript: Transcript): string[] {
  const kept = keptIn(transcript);
  const joined = [...kept].join(' ');
  return wordsIn(new TextDecoder().decode(source)).filter(
    (word) => before.has(word) && !kept.has(word) && !joined.includes(word),
  );
}

function main(): number {
  const spoken = samples.map(({ bytes }) => new Set(readTranscript(bytes).turns.flatMap(({ text }) => wordsIn(text))));
  const until = performance.now() + seconds * 1000;
  let round = 0;
  let rejected = 0;
  for (; performance.now() < until; round += 1) {
    const index = round % samples.length;
    const sample = samples[index] as (typeof samples)[number];
    const source = mutate(sample.bytes, chance(round));
    try {
      const transcript = readTranscript(source);
      const text =
        ['labelled-text', 'webvtt', 'subrip'].includes(transcript.format) && !sample.path.includes('rolling');
      const lost = text ? lostWords(spoken[index] as Set<string>, source, transcript) : [];
      if (lost.length > 0) return failed(sample.path, round, `lost ${[...new Set(lost)].join(', ')}`);
    } catch (error) {
      if (!(error instanceof RejectedTranscriptError))
        return failed(sample.path, round, String((error as Error).stack));
      rejected += 1;
    }
  }
  process.stdout.write(
    `${round} changed samples: ${round - rejected} read, ${rejected} rejected, nothing else; seed ${seed}\n`,
  );
  return 0;
}

function failed(path: string, round: number, reason: string): number {
  process.stderr.write(`${path}, round ${round}, seed ${seed}: ${reason}\n`);
  return 1;
}

process.exitCode = main();
