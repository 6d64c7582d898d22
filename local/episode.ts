import type { ObjectStore } from '../lambdas/domain/ports';
import { CommandError, readArguments, runCommand, say } from './command';
import { sayHistory } from './episode/history';
import { pin, retry, retryShow, unpin } from './episode/pin';
import { idOf, isInAws, OPTIONS, openTable, openUploads, readName, type Values, WAIT_SECONDS } from './episode/place';
import { sayReceipt, sayShow } from './episode/receipt';

const HELP = `npm run episode -- status SHOW/EPISODE      what became of the latest upload
npm run episode -- status SHOW              the same of each episode, as a table
npm run episode -- history SHOW/EPISODE     the publications and revisions that are still kept
npm run episode -- pin SHOW/EPISODE [ID]    lets this publication (default: what is shown now) stay on the website,
                                            whatever is uploaded; the beginning of its id is enough
npm run episode -- unpin SHOW/EPISODE       lets the website follow the latest upload again
npm run episode -- retry SHOW/EPISODE       looks at it once more, such as after a dead letter
npm run episode -- retry SHOW               the same for the show file and every episode

Names may be written as in the uploads folder, with or without extension, or as in the site's addresses.

  --wait                 wait until the receipt tells of what is uploaded now, its show and episode file too, and of
                         what pin and unpin do, and until every episode of a SHOW follows its show file; after
                         status exit 1 where one is rejected, or waits for more than its pin, or the show file unreadable; not for retry
  --timeout SECONDS      but no longer than this (default: ${WAIT_SECONDS})
  --json                 for scripts
  --data DIR             where a laptop keeps everything (default: data in this project)
  --stage STAGE          in AWS: the stage that was deployed, such as dev
  --uploads-bucket NAME  in AWS: the bucket itself, which is enough for status`;

const COMMANDS = ['status', 'history', 'pin', 'unpin', 'retry'] as const;
type Command = (typeof COMMANDS)[number];

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (values.help) return say(HELP);
  if (!isInAws(values)) return run(values, positionals);
  const { askingAws } = await import('./deployment');
  await askingAws(() => run(values, positionals));
}

async function run(values: Values, [command, name, ...more]: readonly string[]): Promise<void> {
  if (!isCommand(command))
    throw new CommandError(
      command === undefined
        ? `name a command: ${COMMANDS.join(', ')}; --help tells more`
        : `${command} is no command; there is: ${COMMANDS.join(', ')}`,
    );
  if (name === undefined || more.length > (command === 'pin' ? 1 : 0))
    throw new CommandError(
      `name one SHOW/EPISODE${command === 'status' || command === 'retry' ? ', or one SHOW' : ''}`,
    );
  if (command === 'retry' && values.wait)
    throw new CommandError(`retry does not wait; follow it with \`status ${name}\``);
  const [show, episode] = readName(name);
  const uploads = await openUploads(values);
  if (command === 'status')
    return episode === undefined
      ? sayShow(uploads, show, values)
      : sayReceipt(uploads, await idOf(uploads, show, episode), values);
  await onTable(command, [show, episode, more[0]], uploads, values);
}

const isCommand = (word: string | undefined): word is Command => COMMANDS.some((command) => command === word);

async function onTable(
  command: Exclude<Command, 'status'>,
  [show, episode, publication]: readonly [show: string, episode?: string, publication?: string],
  uploads: ObjectStore,
  values: Values,
): Promise<void> {
  if (episode === undefined && command !== 'retry') throw new CommandError(`${command} ${show}: name one SHOW/EPISODE`);
  const table = await openTable(values);
  try {
    if (episode === undefined) return await retryShow(show, uploads, table, values);
    const found = { id: await idOf(uploads, show, episode), uploads, table };
    if (command === 'history') await sayHistory(uploads, table.episodes, found.id, values);
    else if (command === 'pin') await pin(found, publication, values);
    else await (command === 'unpin' ? unpin : retry)(found, values);
  } finally {
    await table.close();
  }
}

runCommand(main);
