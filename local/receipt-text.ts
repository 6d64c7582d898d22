import type { PublishedWarning } from '../lambdas/contract/published';
import type { Problem, Receipt, ShowReceipt } from '../lambdas/contract/receipt';

/** A receipt as a person reads it at a terminal; of many warnings only the first `most`. */
export function receiptLines(receipt: Receipt, most = Number.POSITIVE_INFINITY): readonly string[] {
  const { show, episode, outcome, message, problems, warnings, published } = receipt;
  return [
    `${show}/${episode}: ${outcome}. ${message}`,
    ...problems.map((problem) => `  ${problemLine(problem, message)}`),
    ...warningLines(warnings, most),
    ...(published ? [`  page        ${published.page}`, `  show notes  ${published.showNotes}`] : []),
  ];
}

/** What the show file's receipt says. */
export const showReceiptLines = ({ show, message, problems, warnings }: ShowReceipt): readonly string[] => [
  `${show}: ${message}`,
  ...problems.map((problem) => `  ${problemLine(problem, message)}`),
  ...warningLines(warnings, Number.POSITIVE_INFINITY),
];

/** The receipts of a show, one a line under a heading. */
export function receiptTable(receipts: readonly Receipt[]): readonly string[] {
  const rows = receipts.map(({ episode, outcome, warnings, published }) => [
    episode,
    outcome,
    String(warnings.length),
    published?.page ?? '',
  ]);
  const table = [['episode', 'outcome', 'warnings', 'page'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function problemLine({ file, line, message }: Problem, told: string): string {
  const place = line === undefined ? file : `${file}, line ${line}`;
  return told.toLowerCase().includes(message.toLowerCase()) ? `in ${place}` : `in ${place}: ${message}`;
}

function warningLines(warnings: readonly PublishedWarning[], most: number): readonly string[] {
  const shown = warnings.slice(0, most).map(({ line, message }) => {
    return line === undefined ? `  warning: ${message}` : `  warning, line ${line}: ${message}`;
  });
  const rest = warnings.length - shown.length;
  return rest > 0 ? [...shown, `  and ${rest} more warnings in the receipt`] : shown;
}
