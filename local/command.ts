import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Something the person at the terminal can mend: said in one line, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Writes lines for the person, or the program, that called the command. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** Writes a line about something that is wrong. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a command's `main` on the process's arguments; whatever it throws makes the exit code 1. */
export function runCommand(main: (args: readonly string[]) => Promise<void>): void {
  // Said by the AWS SDK at every start on Node 20, where nobody can do anything about it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  main(process.argv.slice(2)).catch((error: unknown) => {
    complain(messageOf(error));
    process.exitCode = 1;
  });
}

/** The option that every command has. */
export const HELP_OPTION = { help: { type: 'boolean', short: 'h' } } as const;

/** Options and positional arguments; a wrong one is a `CommandError` that names the usage. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\. |\n/u);
    throw new CommandError(`${sentence}; --help tells what there is`, { cause: error });
  }
}

/** One line for what a person or the machine got wrong, the whole stack for what the program did. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMachine = 'syscall' in error;
  return error instanceof CommandError || isMachine ? error.message : (error.stack ?? error.message);
}
