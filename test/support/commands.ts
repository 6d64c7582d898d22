import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const project = join(__dirname, '../..');

/** A command of `local/` as a process of its own. */
export interface RunningCommand {
  /** Everything it said so far, on either stream. */
  said(): string;
  /** The match, once it has said so; rejects if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<EndedCommand>;
}

export interface EndedCommand {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command `local/<name>.ts`, bundled, without a terminal. */
export function startCommand(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): RunningCommand {
  const child = spawn(process.execPath, [join(`${process.env.BUNDLED_COMMANDS}`, `${name}.js`), ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const said = { all: '', stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said.all += text;
      said[stream] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = endOf(child).then((code) => ({ code, stdout: said.stdout, stderr: said.stderr }));
  return {
    ended,
    said: () => said.all,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(said.all);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        ended.then(() => reject(new Error(`it ended without saying ${pattern}:\n${said.all}`)), reject);
      }),
    signal: (signal) => void child.kill(signal),
  };
}

/** Runs `local/<name>.ts` to its end. */
export const runCommand = (
  name: string,
  args: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Promise<EndedCommand> => startCommand(name, args, environment).ended;

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
