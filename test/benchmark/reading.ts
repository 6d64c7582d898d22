import { parse as parseWebvtt } from 'node-webvtt';
import { parse as parseSubsrt } from 'subsrt-ts';
import { parseSync as parseSubtitle } from 'subtitle';
import { convertFile } from 'transcriptator';
import { readTranscript } from '../../lambdas/domain/formats';
import { HOSTILE } from '../support/conversations/hostile';
import { report } from './report';

const WORDS =
  'the tide was late again so we measured it twice and every harbour has its own answer which nobody believed until spring'.split(
    ' ',
  );

interface Line {
  readonly speaker: string;
  readonly start: number;
  readonly text: string;
}

/** A conversation without chance: every run reads the same. */
function* conversation(): Generator<Line> {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
  for (let index = 0; ; index += 1) {
    const words = Array.from({ length: 13 }, () => WORDS[next() % WORDS.length]);
    yield {
      speaker: index % 7 < 4 ? 'Nora' : 'Ines',
      start: index * 3,
      text: `${words.slice(0, 7).join(' ')}\n${words.slice(7).join(' ')}.`,
    };
  }
}

function written(
  size: number,
  head: string,
  write: (line: Line, index: number, speaks: boolean) => string,
  tail = '',
): string {
  const parts = [head];
  let length = 0;
  let index = 0;
  let speaker = '';
  for (const line of conversation()) {
    const part = write(line, index, line.speaker !== speaker);
    speaker = line.speaker;
    parts.push(part);
    length += part.length;
    index += 1;
    if (length >= size) break;
  }
  return parts.join('') + tail;
}

function stamp(seconds: number, point: string): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}${point}000`;
}

type Reader = (text: string) => unknown;

const FORMATS: readonly { name: string; write: (size: number) => string; others: Readonly<Record<string, Reader>> }[] =
  [
    {
      name: 'vtt',
      write: (size) =>
        written(
          size,
          'WEBVTT\n\n',
          ({ speaker, start, text }) => `${stamp(start, '.')} --> ${stamp(start + 3, '.')}\n<v ${speaker}>${text}\n\n`,
        ),
      others: {
        subtitle: parseSubtitle,
        'subsrt-ts': (text) => parseSubsrt(text, { format: 'vtt' }),
        'node-webvtt': (text) => parseWebvtt(text, { strict: false }),
        transcriptator: (text) => convertFile(text),
      },
    },
    {
      name: 'srt',
      write: (size) =>
        written(
          size,
          '',
          ({ speaker, start, text }, index, speaks) =>
            `${index + 1}\n${stamp(start, ',')} --> ${stamp(start + 3, ',')}\n${speaks ? `${speaker}: ` : ''}${text}\n\n`,
        ),
      others: {
        subtitle: parseSubtitle,
        'subsrt-ts': (text) => parseSubsrt(text, { format: 'srt' }),
        transcriptator: (text) => convertFile(text),
      },
    },
    {
      name: 'json',
      write: (size) =>
        written(
          size,
          '{"version":"1.0.0","segments":[',
          ({ speaker, start, text }, index) =>
            `${index > 0 ? ',' : ''}\n${JSON.stringify({ speaker, startTime: start, endTime: start + 3, body: text })}`,
          ']}',
        ),
      others: { transcriptator: (text) => convertFile(text) },
    },
  ];

/** Processor time in milliseconds: other work on the machine counts less in it than in what a clock shows. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

type Named<T> = Readonly<Record<string, T>>;

/**
 * Best of some runs each, in milliseconds; a reader that fails has no time. The readers take turns, so that whatever
 * else the machine does hits all of them alike.
 */
function milliseconds(readers: Named<() => unknown>, runs: number): Named<number | undefined> {
  const best: Record<string, number | undefined> = {};
  const failed = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    for (const [name, read] of Object.entries(readers)) {
      if (failed.has(name)) continue;
      const start = spent();
      try {
        read();
      } catch {
        failed.add(name);
      }
      best[name] = failed.has(name) ? undefined : Math.min(best[name] ?? Number.POSITIVE_INFINITY, spent() - start);
    }
  }
  return best;
}

/** The same conversation as WebVTT, SubRip and JSON at three sizes, beside other readers, in one process. */
export function benchBesideOthers(isQuick: boolean): void {
  compare(isQuick ? [50_000, 1_000_000] : [50_000, 1_000_000, 20_000_000]);
}

function compare(sizes: readonly number[]): void {
  report(['format, size, reader', 'ms', 'MB/s', '× decoding', 'peak MB']);
  for (const { name, write, others } of FORMATS) {
    for (const size of sizes) {
      const bytes = new TextEncoder().encode(write(size));
      const runs = size > 5_000_000 ? 3 : 15;
      const decode = () => new TextDecoder().decode(bytes);
      const readers: Named<() => unknown> = {
        'this project': () => readTranscript(bytes),
        ...Object.fromEntries(Object.entries(others).map(([other, read]) => [other, () => read(decode())])),
      };
      const { decoding = 1, ...times } = milliseconds({ decoding: decode, ...readers }, runs);
      for (const [reader, time] of Object.entries(times)) {
        if (time !== undefined) readers[reader]?.();
        const rate = time === undefined ? 'fails' : (bytes.length / 1000 / time).toFixed(1);
        report([
          `${name} ${(size / 1e6).toFixed(2)} MB ${reader}`,
          time?.toFixed(1) ?? '',
          rate,
          time === undefined ? '' : (time / decoding).toFixed(1),
          Math.round(process.memoryUsage().rss / 1e6),
        ]);
      }
    }
  }
}

/**
 * What is made to be slow against ordinary text, byte by byte: turns of two lines, and turns of one word, whose lines
 * are as short as those of most hostile text.
 */
export function benchHostile(isQuick: boolean): void {
  const size = isQuick ? 1_000_000 : 10_000_000;
  const perByte = (text: string, runs: number) => {
    const bytes = new TextEncoder().encode(text);
    const { time = Number.NaN } = milliseconds({ time: () => readOrReject(bytes) }, runs);
    return time / bytes.length;
  };
  const ordinary = written(1_000_000, '', ({ speaker, text }) => `**${speaker}:** ${text}\n\n`);
  const short = written(1_000_000, '', ({ speaker }) => `**${speaker}:** Yes.\n\n`);
  const runs = size > 5_000_000 ? 2 : 6;
  const usual = perByte(ordinary, 15);
  const usualOfShort = perByte(short, 15);
  report([`hostile input of ${size / 1e6} MB`, '× ordinary', '× one word a turn']);
  for (const [name, write] of HOSTILE) {
    const time = perByte(write(size), runs);
    report([name, (time / usual).toFixed(2), (time / usualOfShort).toFixed(2)]);
  }
}

function readOrReject(bytes: Uint8Array): void {
  try {
    readTranscript(bytes);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RejectedTranscriptError') throw error;
  }
}
