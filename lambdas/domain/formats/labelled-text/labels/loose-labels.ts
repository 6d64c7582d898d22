import { collapseBlanks, isBlank, isWordCharacter, skipBlanks } from '../../../text/characters';
import type { ScannedLine } from './entries';
import { isEventLabel, isStopInName, labelKey, likenessOf } from './names';
import type { LabelCandidate } from './scanner';
import { timeGroup } from './time-group';

const LONGEST_NAME = 60;

/**
 * Labels that have no colon, emphasis or bracket: `NORA. Hello`, `Nora - Hello`, `Nora | Hello`, a tab or wide gap behind
 * the name. Much of what people say looks like that, so they count only where a few names come back throughout the file.
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
  const labels = [...shapes.values()].map((shape) => labelsIn(shape, paragraphs));
  const none: ReadonlyMap<ScannedLine, LabelCandidate> = new Map();
  return labels.reduce((most, shape) => (shape.size > most.size ? shape : most), none);
}

/** The labels among the lines of one shape: names that come back, and in their company those that look like names. */
function labelsIn(
  shape: ReadonlyMap<ScannedLine, LabelCandidate>,
  paragraphs: number,
): ReadonlyMap<ScannedLine, LabelCandidate> {
  const counts = new Map<string, number>();
  for (const { name } of shape.values()) counts.set(labelKey(name), (counts.get(labelKey(name)) ?? 0) + 1);
  const timesOf = ({ name }: LabelCandidate) => counts.get(labelKey(name)) ?? 0;
  const isName = ({ name }: LabelCandidate) => likenessOf(name) === 'name';
  const repeated = [...shape.values()].filter((label) => timesOf(label) > (isName(label) ? 1 : 2));
  const names = new Set(repeated.map(({ name }) => labelKey(name)));
  if (names.size < 2 || !isThroughout(repeated.length, shape.size, paragraphs)) return new Map();
  if (!repeated.some(isName) && repeated.length * 2 < paragraphs) return new Map();
  return new Map([...shape].filter(([, label]) => names.has(labelKey(label.name)) || isName(label)));
}

/** The fewer paragraphs carry labels, the fewer lines of their shape may be something else. */
function isThroughout(labels: number, shaped: number, paragraphs: number): boolean {
  if (labels * 2 >= paragraphs) return labels > 3 && labels >= shaped * 0.6;
  if (labels * 4 >= paragraphs) return labels > 3 && labels >= shaped * 0.8;
  return labels > 5 && labels >= shaped * 0.9 && labels * 12 >= paragraphs;
}

function looseLabel(line: string): LabelCandidate | undefined {
  const start = skipBlanks(line, 0);
  const time = timeGroup(line, start);
  const from = skipBlanks(line, time?.end ?? start);
  const end = endOfName(line, time && line[from] === '|' ? skipBlanks(line, from + 1) : from);
  if (!end) return undefined;
  const behind = timeGroup(line, skipBlanks(line, end.speechAt));
  const speechAt = skipBlanks(line, behind?.end ?? end.speechAt);
  if (speechAt === line.length) return undefined;
  const name = collapseBlanks(line.slice(end.from, end.at));
  if (name === '' || likenessOf(name) === 'prose' || isEventLabel(name)) return undefined;
  if (end.shape === '.' && (name !== name.toUpperCase() || name === name.toLowerCase())) {
    return undefined;
  }
  const [startTime, endTime] = (time ?? behind)?.times ?? [];
  return {
    name,
    shape: `${time?.shape ?? ''}N${end.shape}${behind?.shape ?? ''}`,
    strength: 'alone',
    speechAt,
    openMark: '',
    spaced: true,
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
  };
}

interface NameEnd {
  readonly from: number;
  readonly at: number;
  readonly shape: string;
  readonly speechAt: number;
}

/** Where a name ends, and how: at a tab or wide gap, a dash, bar or arrow between blanks, or a full stop. */
function endOfName(line: string, from: number): NameEnd | undefined {
  if (line[from] === '«') return endOfQuoted(line, from + 1);
  for (let at = from + 1; at < line.length && at - from <= LONGEST_NAME; at += 1) {
    const character = line[at] as string;
    if (':?!;=[]{}*…'.includes(character)) return undefined;
    if (character === '>' && isBlank(line[at + 1])) return { from, at, shape: '>', speechAt: at + 1 };
    if (character === '.' && isBlank(line[at + 1]) && !isAbbreviation(line, at))
      return { from, at, shape: '.', speechAt: at + 1 };
    if (!isBlank(character)) continue;
    const next = skipBlanks(line, at);
    if (character === '\t' || next - at > 1) return { from, at, shape: '  ', speechAt: next };
    const behind = markEnd(line, next);
    if (behind > next && isBlank(line[behind])) {
      const mark = line.slice(next, behind);
      return {
        from,
        at,
        shape: '-–—'.includes(mark[0] as string) && !mark.includes('>') ? '-' : mark,
        speechAt: behind,
      };
    }
  }
  return undefined;
}

/** `«Nora» Hello`. */
function endOfQuoted(line: string, from: number): NameEnd | undefined {
  const at = line.slice(from, from + LONGEST_NAME).indexOf('»') + from;
  const isLabel = at > from && isBlank(line[at + 1]);
  return isLabel ? { from, at, shape: '»', speechAt: at + 1 } : undefined;
}

/** `Dr. Ames` goes on, `NO. Three` and `Q. How?` do not. */
function isAbbreviation(line: string, stop: number): boolean {
  const isInitial = !isWordCharacter(line[stop - 2]);
  if (isInitial && 'QA'.includes(line[stop - 1] as string) && skipBlanks(line, 0) === stop - 1) return false;
  return isStopInName(line, stop) && (isInitial || line[stop - 1] !== line[stop - 1]?.toUpperCase());
}

/** Behind a dash, `--`, `->`, `>>` or bar. */
function markEnd(line: string, from: number): number {
  let end = from;
  while (end - from < 2 && '-–—>|'.includes(line[end] ?? ' ')) end += 1;
  return end;
}
