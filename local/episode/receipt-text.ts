import type { PublishedWarning } from '../../lambdas/contract/published';
import type { Problem, Receipt, Replaced, ShowReceipt } from '../../lambdas/contract/receipt';

/** How much of a receipt's warnings is wanted. */
export interface WarningsWanted {
  /** Only so many of them. */
  readonly most: number;
  /** The warnings that were told last time: if they are the same, their number will do. */
  readonly known?: Receipt['warnings'];
  /** Where the others can be read (default: the receipt). */
  readonly rest?: string;
}

/** A receipt as a person reads it at a terminal. */
export function receiptLines(receipt: Receipt, wanted: WarningsWanted = { most: Number.POSITIVE_INFINITY }) {
  const { show, episode, outcome, message, pinned, problems, warnings, told, published } = receipt;
  return [
    `${show}/${episode}: ${outcome}. ${message}`,
    ...problemLines(problems, message),
    ...(outcome === 'published' ? changeLines(published?.replaced, 'changed') : []),
    // Not by the upload that the receipt tells of.
    ...(pinned !== undefined && outcome === 'waiting' ? changeLines(published?.replaced, 'changed by the pin') : []),
    ...warningLines(warnings, wanted),
    ...toldLines(told),
    ...(published ? [`  page        ${published.page}`, `  show notes  ${published.showNotes}`] : []),
  ];
}

/** What the writer took for granted. */
export const toldLines = (told: readonly string[]): readonly string[] => told.map((line) => `  told: ${line}`);

const changeLines = (replaced: Replaced | undefined, what: string): readonly string[] => {
  if (!replaced) return [];
  const changes = replaced.changes.map(({ message }) => `  ${what}: ${message}`);
  return changes.length > 0 ? changes : ['  nothing that the show notes say has changed'];
};

/** What the show file's receipt says. */
export const showReceiptLines = ({ show, message, problems, warnings }: ShowReceipt): readonly string[] => [
  `${show}: ${message}`,
  ...problemLines(problems, message),
  ...warningLines(warnings, { most: Number.POSITIVE_INFINITY }),
];

/** The receipts of a show, one a line under a heading. */
export function receiptTable(receipts: readonly Receipt[]): readonly string[] {
  const rows = receipts.map(({ episode, outcome, pinned, warnings, published }) => [
    episode,
    pinned === undefined ? outcome : `${outcome}, pinned`,
    String(warnings.length),
    published?.page ?? '',
  ]);
  return tableLines(['episode', 'outcome', 'warnings', 'page'], rows);
}

/** Rows under a heading, each column as wide as its widest cell. */
export function tableLines(heading: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const table = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Where a problem is, and what, as far as the receipt's message does not say it. */
function problemLine({ file, line, message }: Problem, told: string): string | undefined {
  const isTold = told.toLowerCase().includes(message.toLowerCase());
  if (isTold && told.toLowerCase().includes(file.toLowerCase())) return undefined;
  if (message.includes(file)) return `  ${message}`;
  const place = line === undefined ? file : `${file}, line ${line}`;
  return isTold ? `  in ${place}` : `  in ${place}: ${message}`;
}

const problemLines = (problems: readonly Problem[], told: string): readonly string[] =>
  problems.map((problem) => problemLine(problem, told)).filter((line) => line !== undefined);

/** Warnings as a person reads them at a terminal, one a line. */
export function warningLines(
  warnings: readonly PublishedWarning[],
  { most, known, rest: place = 'the receipt' }: WarningsWanted,
): readonly string[] {
  const isKnown = warnings.length > 0 && JSON.stringify(warnings) === JSON.stringify(known);
  if (isKnown) return [`  ${counted(warnings.length)} as before`];
  const shown = warnings.slice(0, most).map(({ line, message }) => {
    return line === undefined ? `  warning: ${message}` : `  warning, line ${line}: ${message}`;
  });
  const rest = warnings.length - shown.length;
  return rest > 0 ? [...shown, `  and ${counted(rest)} more in ${place}`] : shown;
}

const counted = (count: number): string => (count === 1 ? '1 warning' : `${count} warnings`);
