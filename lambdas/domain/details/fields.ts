import type { Detail } from '../../contract/published';
import type { FileFault } from '../errors';
import { editDistance } from '../text/edit-distance';
import type { Warning } from '../transcript';
import { entriesOf, lacking, membersOf, type SourceNode, scalarText, wrongKind } from './yaml-source';

export type TextDetail = Detail & { readonly value: string };
export type NumberDetail = Detail & { readonly value: number };

/** What becomes of a value of the wrong kind: a fault of a file that must be right, a warning where it is front matter. */
export interface Faults {
  readonly warnings: Warning[];
  fault(fault: FileFault): undefined;
}

/** A file beside the transcript must be right: its faults are kept, for all of them to be told at once. */
export function strictFaults(): Faults & { readonly faults: FileFault[] } {
  const faults: FileFault[] = [];
  return {
    faults,
    warnings: [],
    fault(fault) {
      faults.push(fault);
      return undefined;
    },
  };
}

/** Front matter is often another tool's: a fault is a warning, and the value is left out. */
export function lenientFaults(): Faults {
  const warnings: Warning[] = [];
  return {
    warnings,
    fault({ message, line }) {
      warnings.push({ message: `${message}; it is left out`, ...(line && { line }) });
      return undefined;
    },
  };
}

/** The fields that are known, by name; an unknown one is a warning that names the nearest known one. */
export function fieldsOf(
  at: SourceNode,
  known: readonly string[],
  faults: Faults,
  unknown: 'warn' | 'ignore' = 'warn',
): ReadonlyMap<string, SourceNode> {
  const entries = entriesOf(at) ?? faults.fault(wrongKind(at, `keys with values (${known.join(', ')})`)) ?? [];
  for (const [name, child] of entries) {
    if (unknown === 'warn' && !known.includes(name)) faults.warnings.push(unknownKey(name, child, known));
  }
  return new Map(entries.filter(([name]) => known.includes(name)));
}

function unknownKey(name: string, at: SourceNode, known: readonly string[]): Warning {
  const nearest = nearestOf(name, known);
  const advice = nearest ? `; did you mean "${nearest}"?` : `; known here are ${known.join(', ')}`;
  // A warning's own line would be taken for the transcript's.
  return { message: `${at.file.name}, line ${at.line}: "${at.key}" is no known key${advice}` };
}

/** The known word that takes the fewest changes to reach, if no more than a third of the letters change. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((other) => ({ other, distance: editDistance(word.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, distance }) => distance <= Math.max(1, Math.floor(Math.max(word.length, other.length) / 3)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.other;
}

/** A text with where it came from. */
export function textOf(at: SourceNode | undefined, faults: Faults): TextDetail | undefined {
  if (!at) return undefined;
  const value = scalarText(at);
  return value === undefined ? faults.fault(wrongKind(at, 'text')) : detailOf(at, value);
}

/** A text that must satisfy `isRight`; `allowed` says what is. */
export function textThat(
  at: SourceNode | undefined,
  isRight: (text: string) => boolean,
  allowed: string,
  faults: Faults,
): TextDetail | undefined {
  if (!at) return undefined;
  const value = scalarText(at);
  return value === undefined || !isRight(value) ? faults.fault(wrongKind(at, allowed)) : detailOf(at, value);
}

export function numberOf(at: SourceNode | undefined, faults: Faults): NumberDetail | undefined {
  if (!at) return undefined;
  const value = scalarText(at) ?? '';
  if (!/^\d{1,9}$/u.test(value)) return faults.fault(wrongKind(at, 'a whole number'));
  return { ...detailOf(at, value), value: Number(value) };
}

/** What a value must have under a key. */
export function required<Read>(
  at: SourceNode,
  fields: ReadonlyMap<string, SourceNode>,
  key: string,
  read: (field: SourceNode) => Read | undefined,
  faults: Faults,
): Read | undefined {
  const field = fields.get(key);
  return field ? read(field) : faults.fault(lacking(at, key));
}

/** A list of texts; a single text is a list of one. */
export function textsOf(at: SourceNode | undefined, faults: Faults): readonly TextDetail[] {
  if (!at) return [];
  const members = scalarText(at) === undefined ? membersOf(at) : [at];
  if (!members) return faults.fault(wrongKind(at, 'a list of texts')) ?? [];
  return members.flatMap((member) => textOf(member, faults) ?? []);
}

export function detailOf(at: SourceNode, value: string): TextDetail {
  return { name: `${at.file.prefix}.${at.key}`, value, source: at.file.source, line: at.line };
}

export const isAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/u.test(text);
export const isLinkTarget = (text: string): boolean => isAddress(text) || isMailto(text);

function isMailto(text: string): boolean {
  const at = text.lastIndexOf('@');
  return text.startsWith('mailto:') && at > 'mailto:'.length && at < text.length - 1 && !/[\s<>"]/u.test(text);
}

/** An ISO 8601 date, or date and time, that the calendar has. */
export function isDate(text: string): boolean {
  const date = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
    text,
  )?.[1];
  if (!date) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

export const ADDRESS = 'an address that starts with https:// or http://';
export const LINK_TARGET = `${ADDRESS}, or mailto: and an e-mail address`;
export const DATE = 'a date such as 2026-03-01, or a date and time such as 2026-03-01T09:00:00Z';
