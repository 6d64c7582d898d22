import { isAsciiWordCode } from '../../../text/characters';
import type { LabelCandidate } from './scanner';

const LONGEST_PLAIN_NAME = 60;
const [SPACE, COLON] = [0x20, 0x3a];

/**
 * Reads `Nora Whitlock: And`, which most labels look like: ASCII words with single spaces, a colon, a space and a
 * letter. Undefined for any other line, which may begin with a label all the same.
 */
export function plainLabel(line: string): LabelCandidate | undefined {
  if (!isAsciiLetter(line.charCodeAt(0))) return undefined;
  for (let at = 1; at < LONGEST_PLAIN_NAME; at += 1) {
    const code = line.charCodeAt(at);
    if (code === COLON) return isSpaceBeforeLetter(line, at + 1) ? labelUntil(line, at) : undefined;
    if (!isAsciiWordCode(code) && !isSpaceBeforeLetter(line, at)) return undefined;
  }
  return undefined;
}

/** Before the next word of the name, or before the speech. */
function isSpaceBeforeLetter(line: string, at: number): boolean {
  return line.charCodeAt(at) === SPACE && isAsciiLetter(line.charCodeAt(at + 1));
}

function labelUntil(line: string, colon: number): LabelCandidate {
  const name = line.slice(0, colon);
  return { name, shape: 'N:', strength: 'plain', speechAt: colon + 2, openMark: '', spaced: true };
}

function isAsciiLetter(code: number): boolean {
  return isAsciiWordCode(code) && code > 0x39;
}
