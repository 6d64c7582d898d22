import { join } from 'node:path';
import { readSiteFiles } from '../lambdas/adapters/site-files';
import type { ReconcileHint } from '../lambdas/contract/hints';
import { KEPT_DAYS } from '../lambdas/contract/limits';
import { PARSER_VERSION } from '../lambdas/domain/formats';
import { publisherVersionOf } from '../lambdas/domain/publication';
import type { ComparisonOutcome } from '../lambdas/reconcile/compare-shows';
import { reconcile } from '../lambdas/reconcile/reconcile';
import { CommandError, complain, HELP_OPTION, readArguments, runCommand, say } from './command';
import { folderObjects } from './objects/folder-objects';
import { NO_EDGE } from './pipeline';
import { DEFAULT_DATA, PROJECT } from './project';
import { type LaptopTable, openLaptopTable, placesIn } from './table/open-table';

const HELP = `npm run reconcile [-- --stage STAGE]

Compares what is uploaded, what the table knows and what is published, and has done again what differs, as happens
every hour in AWS, and at every \`npm start\`. In AWS it is begun, and its counts are in the log of reconcile.

  --json         for scripts
  --data DIR     where a laptop keeps everything (default: data in this project)
  --stage STAGE  in AWS: the stage that was deployed, such as dev`;

type Counts = Pick<ComparisonOutcome, 'shows' | 'episodes' | 'upload' | 'publication' | 'clean-up'>;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean' },
    data: { type: 'string', default: DEFAULT_DATA },
    stage: { type: 'string' },
    ...HELP_OPTION,
  });
  if (values.help) return say(HELP);
  if (positionals.length > 0)
    throw new CommandError(`${positionals[0]}: all shows are compared; --help tells what there is`);
  if (values.stage !== undefined) return beginInAws(values.stage, values.json === true);
  const table = await openLaptopTable(values.data);
  try {
    const counts = await compareHere(values.data, table);
    say(values.json ? JSON.stringify({ ...counts, working: table.isRunning }, null, 2) : sentenceOf(counts, table));
  } finally {
    await table.close();
  }
}

async function beginInAws(stage: string, isJson: boolean): Promise<void> {
  const { askingAws, openReconcileQueue } = await import('./deployment');
  await askingAws(async () => (await openReconcileQueue(stage)).send([{ kind: 'all-shows' }]));
  say(isJson ? JSON.stringify({ begun: true }) : `${stage}: begun; the counts are in the log of reconcile`);
}

async function compareHere(folder: string, table: LaptopTable): Promise<Counts> {
  const { uploads, published } = placesIn(folder);
  const site = readSiteFiles(join(PROJECT, 'site'), join(PROJECT, 'lambdas', 'contract', 'schemas'));
  const goOn: ReconcileHint[] = [{ kind: 'all-shows' }];
  const counts = { shows: 0, episodes: 0, upload: 0, publication: 0, 'clean-up': 0 };
  for (let hint = goOn.shift(); hint; hint = goOn.shift()) {
    const outcome = await reconcile(hint, {
      uploads: folderObjects(uploads),
      published: folderObjects(published),
      episodes: table.episodes,
      uploadHints: table.uploadHints,
      publications: table.publications,
      reconciliations: {
        async send(hints) {
          goOn.push(...hints.filter(({ kind }) => kind === 'compare'));
          await table.reconciliations.send(hints.filter(({ kind }) => kind !== 'compare'));
        },
      },
      edge: NO_EDGE,
      clock: () => new Date().toISOString(),
      keptDays: KEPT_DAYS,
      versions: { parser: PARSER_VERSION, writer: publisherVersionOf(process.versions.icu, site) },
    });
    if (outcome.outcome !== 'compared') continue;
    for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += outcome[name];
    if (goOn.length > 0) complain(`${counts.episodes} episodes compared`);
  }
  return counts;
}

function sentenceOf(counts: Counts, { isRunning }: LaptopTable): string {
  const compared = `${counted(counts.shows, 'show')} with ${counted(counts.episodes, 'episode')} compared`;
  const differing = counts.upload + counts.publication + counts['clean-up'];
  if (differing === 0) return `${compared}: nothing differs`;
  const parts = [
    `${counts.upload} to be read`,
    `${counts.publication} to be published`,
    `${counts['clean-up']} to be cleaned up`,
  ];
  return `${compared}: ${parts.join(', ')}; ${isRunning ? 'this is under way' : 'this happens at the next `npm start`'}`;
}

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

runCommand(main);
