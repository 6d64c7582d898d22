import { readFileSync } from 'node:fs';
import { RejectedTranscriptError } from '../lambdas/domain/errors';
import { readTranscript } from '../lambdas/domain/formats';
import { isHelpWanted } from './command';

const HELP = `npm run --silent turns -- FILE…

Prints one JSON line for each transcript: its format, its turns and warnings, or why it cannot be read.`;

/** `npm run --silent turns -- FILE…`: one JSON line a file with its turns, or why it cannot be read. */
function main(files: readonly string[]): number {
  if (isHelpWanted(files)) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (files.length === 0) {
    process.stderr.write('usage: npm run --silent turns -- FILE…\n');
    return 1;
  }
  let status = 0;
  for (const file of files) {
    const bytes = bytesOf(file);
    if (bytes) process.stdout.write(`${JSON.stringify({ file, ...read(bytes) })}\n`);
    else status = 1;
  }
  return status;
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    process.stderr.write(`${file}: ${reasonOf(error as NodeJS.ErrnoException)}\n`);
    return undefined;
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file';
  if (error.code === 'EISDIR') return 'this is a folder; name the files in it';
  return `cannot be read (${error.code ?? error.message})`;
}

function read(bytes: Uint8Array): object {
  try {
    const { format, turns, warnings } = readTranscript(bytes);
    return {
      format,
      turns: turns.map(({ speaker, text, startTime, endTime, line }) => ({ speaker, text, startTime, endTime, line })),
      warnings,
    };
  } catch (error) {
    if (!(error instanceof RejectedTranscriptError)) throw error;
    const { reason, message, line } = error;
    return { rejected: { reason, message, line } };
  }
}

process.exitCode = main(process.argv.slice(2));
