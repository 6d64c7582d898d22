import type { Transcript } from '../../../transcript';
import { TranscriptBuilder } from '../../transcript-builder';
import { finishCaptions } from '../captions-reader';
import { scanCues } from '../cue-scanner';
import { withDamagedCues } from '../damaged-times';
import { mayHaveNames } from '../named-cues';
import { rolls } from '../rolling';
import { withoutMark, withPlainLineEnds } from './bytes';
import { takeLabels } from './labels';
import { scanPlain } from './scanner';
import { plainTurns } from './turns';

/**
 * Reads WebVTT and SubRip that are written throughout as players expect them, in a third of the time; undefined at the
 * first thing that is not plain. What it gives is, byte for byte, what `readCaptions` gives for the same file.
 */
export function readPlainCaptions(written: Uint8Array): Transcript | undefined {
  const bytes = withoutMark(written);
  const format = formatOf(bytes);
  return format && readPlain(withPlainLineEnds(bytes), format);
}

/** As the first bytes tell it: a counter, a time, or the word. */
function formatOf(bytes: Uint8Array): 'webvtt' | 'subrip' | undefined {
  const first = bytes[0] ?? 0;
  if (first >= 0x30 && first <= 0x39) return 'subrip';
  return SIGNATURE.every((byte, at) => bytes[at] === byte) ? 'webvtt' : undefined;
}

const SIGNATURE = new TextEncoder().encode('WEBVTT');

function readPlain(bytes: Uint8Array, format: string): Transcript | undefined {
  const scan = scanPlain(bytes);
  if (!scan) return undefined;
  const sample = new TextDecoder().decode(bytes.subarray(0, scan.sampleEnd));
  const scanned = withDamagedCues(scanCues(sample), sample);
  if (scanned.damaged.length > 0 || mayHaveNames(scanned.cues, sample) || rolls(scanned.cues)) return undefined;
  const turns = takeLabels(scan.rows) ? plainTurns(scan.rows) : undefined;
  if (!turns) return undefined;
  const builder = new TranscriptBuilder(format);
  builder.adopt(turns);
  return finishCaptions(
    builder,
    scanned,
    turns.some(({ speaker }) => speaker !== ''),
  );
}
