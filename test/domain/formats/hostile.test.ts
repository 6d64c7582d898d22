import { strToU8, zipSync } from 'fflate';
import { RejectedTranscriptError } from '../../../lambdas/domain/errors';
import { readTranscript } from '../../../lambdas/domain/formats';
import { HOSTILE } from '../../support/conversations/hostile';
import { read } from '../../support/reading';

const SIZE = 96 * 1024;
/** Ordinary text of this size takes a few milliseconds; whatever is not linear takes minutes. */
const SECONDS = 5;

test.each(HOSTILE)('%s: turns or a rejection, in linear time', (_name, write) => {
  const source = write(SIZE);
  const start = performance.now();
  expectTurnsOrRejection(new TextEncoder().encode(source));
  expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
});

function expectTurnsOrRejection(bytes: Uint8Array): void {
  try {
    expect(readTranscript(bytes).turns.length).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof RejectedTranscriptError)) throw error;
  }
}

test('five million levels of JSON are rejected', () => {
  expect(() => read('[{"a":'.repeat(2_500_000))).toThrow(expect.objectContaining({ reason: 'broken' }));
});

test('a prototype in JSON changes nothing', () => {
  const { turns } = read(
    '[{"__proto__": {"polluted": true}, "speaker": "Nora", "text": "One.", "constructor": {"name": "x"}}]',
  );
  expect(turns).toHaveLength(1);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('lone surrogates and control characters never reach a turn', () => {
  const { turns } = read('[{"speaker": "No\\ud800ra", "text": "a\\udfffb\\u0000c \\ud83d\\ude00"}]');
  expect(turns).toEqual([expect.objectContaining({ speaker: 'No\uFFFDra', text: 'a\uFFFDb c 😀' })]);
});

test('a turn of ten megabytes on one line is cut, and nothing is lost', () => {
  const { turns } = read(`Nora: Hi.\n\nInes: ${'tide '.repeat(400_000)}`);
  expect(turns.every(({ text }) => text.length <= 30_000)).toBe(true);
  expect(turns.reduce((sum, { text }) => sum + text.split(' ').length, 0)).toBe(400_001);
});

test('a directory of endless entries', () => {
  const bytes = zipSync(
    Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`${'../'.repeat(9)}${index}`, strToU8('x')])),
  );
  expect(() => readTranscript(bytes)).toThrow(expect.objectContaining({ reason: 'unknown-format' }));
});
