import { collapseBlanks, isBlank, skipBlanks } from '../../text/characters';
import type { ScannedLine } from './label-decision';
import { type LabelCandidate, timeGroup } from './label-scanner';
import { isEventLabel, labelKey, likenessOf } from './names';

const LONGEST_NAME = 60;

/**
 * Labels that have no colon, emphasis or bracket: `NORA. Hello`, `Nora - Hello`, a tab or wide gap behind the name. Much
 * of what people say looks like that, so they count only where a few names come back throughout the file.
 */
export function looseLabels(lines: readonly ScannedLine[]): ReadonlyMap<ScannedLine, LabelCandidate> {
  const shapes = new Map<string, Map<ScannedLine, LabelCandidate>>();
  for (const line of lines) {
    const candidate = looseLabel(line.text);
    if (!candidate) continue;
    const shape = shapes.get(candidate.shape) ?? new Map<ScannedLine, LabelCandidate>();
    shapes.set(candidate.shape, shape.set(line, candidate));
  }
  const paragraphs = lines.filter(({ opensParagraph }) => opensParagraph).length;
  return [...shapes.values()].find((shape) => isThroughout(shape, paragraphs)) ?? new Map();
}

function isThroughout(shape: ReadonlyMap<ScannedLine, LabelCandidate>, paragraphs: number): boolean {
  const counts = new Map<string, number>();
  for (const { name } of shape.values()) counts.set(labelKey(name), (counts.get(labelKey(name)) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  const labels = repeated.reduce((sum, count) => sum + count, 0);
  return repeated.length > 1 && labels > 3 && labels >= shape.size * 0.8 && labels * 4 >= paragraphs;
}

function looseLabel(line: string): LabelCandidate | undefined {
  const start = skipBlanks(line, 0);
  const time = timeGroup(line, start);
  const from = skipBlanks(line, time?.end ?? start);
  const end = endOfName(line, from);
  if (!end || skipBlanks(line, end.speechAt) === line.length) return undefined;
  const name = collapseBlanks(line.slice(from, end.at));
  if (name === '' || likenessOf(name) !== 'name' || isEventLabel(name)) return undefined;
  if (end.shape === '.' && (name !== name.toUpperCase() || name === name.toLowerCase() || name.length < 2)) {
    return undefined;
  }
  const [startTime, endTime] = time?.times ?? [];
  return {
    name,
    shape: `${time?.shape ?? ''}N${end.shape}`,
    strength: 'alone',
    speechAt: skipBlanks(line, end.speechAt),
    openMark: '',
    spaced: true,
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
  };
}

/** Where a name ends, and how: at a tab or wide gap, a dash between blanks, or a full stop. */
function endOfName(line: string, from: number): { at: number; shape: string; speechAt: number } | undefined {
  for (let at = from + 1; at < line.length && at - from <= LONGEST_NAME; at += 1) {
    const character = line[at] as string;
    if (':?!;,=[]{}*…'.includes(character)) return undefined;
    if (character === '>' && isBlank(line[at + 1])) return { at, shape: '>', speechAt: at + 1 };
    if (character === '.' && isBlank(line[at + 1]) && line[at - 2] !== ' ' && at - from > 1) {
      return { at, shape: '.', speechAt: at + 1 };
    }
    if (!isBlank(character)) continue;
    const next = skipBlanks(line, at);
    if (character === '\t' || next - at > 1) return { at, shape: '  ', speechAt: next };
    const behind = dashEnd(line, next);
    if (behind > next && isBlank(line[behind])) return { at, shape: '-', speechAt: behind };
  }
  return undefined;
}

function dashEnd(line: string, from: number): number {
  let end = from;
  while (end - from < 2 && '-–—'.includes(line[end] ?? ' ')) end += 1;
  return end;
}
