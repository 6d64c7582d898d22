import { collapseBlanks, isDigit, isWordCharacter } from '../../text/characters';
import { labelKey, likenessOf } from '../labelled-text/names';
import { type Cue, scannedText } from './cue-scanner';

/** Cues at the start of a file that tell whether identifiers are names. */
const SAMPLE = 12;
const SAMPLE_LENGTH = 6000;

/**
 * Some tools write who speaks into the cue's identifier: `1 "Nora Whitlock" (2938567424)`. Where the identifiers of a
 * file are a few names that come back, each is put in front of its cue as a voice tag.
 */
export function withNamedCues(cues: readonly Cue[], source: string): readonly Cue[] {
  if (!areNames(identified(cues.slice(0, SAMPLE), source.slice(0, SAMPLE_LENGTH).split('\n')))) return cues;
  const names = identified(cues, source.split('\n'));
  if (!areNames(names)) return cues;
  return cues.map((cue, index) => {
    const name = names[index];
    if (name === undefined || cue.text.includes('<v')) return cue;
    return { ...cue, ...scannedText(`<v ${name.replaceAll('>', '')}>${cue.text}`) };
  });
}

/** What the line above each cue's times names; undefined where it is no name. */
function identified(cues: readonly Cue[], lines: readonly string[]): readonly (string | undefined)[] {
  return cues.map(({ line }) => {
    const isIdentifier = (lines[line - 3] ?? '').trim() === '';
    return isIdentifier ? nameIn(lines[line - 2] ?? '') : undefined;
  });
}

function areNames(names: readonly (string | undefined)[]): boolean {
  const named = names.filter((name) => name !== undefined);
  const distinct = new Set(named.map(labelKey)).size;
  return named.length > 1 && named.length * 2 > names.length && distinct * 2 <= named.length + 1;
}

/** `12 "Nora Whitlock" (2938567424)` → `Nora Whitlock`; counters and codes name nobody. */
function nameIn(identifier: string): string | undefined {
  const text = identifier.trim();
  if (text.length < 2 || text.length > 80 || text.startsWith('WEBVTT') || text.includes('/')) return undefined;
  let from = 0;
  while (isDigit(text[from])) from += 1;
  while (from < text.length && !isWordCharacter(text[from])) from += 1;
  const bracket = text.lastIndexOf(' (');
  let to = bracket > from && isDigit(text[bracket + 2]) ? bracket : text.length;
  while (to > from && '":-. '.includes(text[to - 1] as string)) to -= 1;
  const name = collapseBlanks(text.slice(from, to));
  const isName = name !== '' && !isDigit(name[0]) && !name.includes('-->') && likenessOf(name) === 'name';
  return isName ? name : undefined;
}
