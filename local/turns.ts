import { readFileSync } from 'node:fs';
import { RejectedTranscriptError } from '../lambdas/domain/errors';
import { readTranscript } from '../lambdas/domain/formats';
import { CommandError, complain, HELP_OPTION, readArguments, runCommand, say } from './command';

const HELP = `npm run --silent turns -- FILE…

Prints one JSON line for each transcript: its format, its turns and warnings, or why it cannot be read.`;

/** `npm run --silent turns -- FILE…`: one JSON line a file with its turns, or why it cannot be read. */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals: files } = readArguments(args, HELP_OPTION);
  if (values.help) return say(HELP);
  if (files.length === 0) throw new CommandError('no FILE is named; --help tells more');
  for (const file of files) {
    const bytes = bytesOf(file);
    if (bytes) say(JSON.stringify({ file, ...read(bytes) }));
    else process.exitCode = 1;
  }
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    complain(`${file}: ${reasonOf(error as NodeJS.ErrnoException)}`);
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

runCommand(main);
