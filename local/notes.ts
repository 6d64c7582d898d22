import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../lambdas/adapters/site-files';
import { MAX_UPLOAD_BYTES } from '../lambdas/contract/object-keys';
import { UnreadableFileError } from '../lambdas/domain/errors';
import { readTranscript } from '../lambdas/domain/formats';
import { type Publication, publicationComposer, type SourceFile } from '../lambdas/domain/publication';
import { renderEpisodePage, renderThemeStyle } from '../lambdas/domain/render';
import { judgeUpload } from '../lambdas/parse-transcript/latest-upload';
import { CommandError, complain, HELP_OPTION, messageOf, readArguments, runCommand, say } from './command';
import { toldLines, warningLines } from './episode/receipt-text';
import { laptopPainter } from './painter';
import { findNamedFile, type NamedFile, type SourceFileOnDisk } from './source-files';

const HELP = `npm run --silent notes -- --out DIR FILE…

Writes the whole publication of each transcript into DIR/<show>/<episode>/, with its page as index.html.
A FILE's folder is its show; show.yaml and <episode>.yaml beside it are read too.`;

const WARNINGS_TOLD = 8;
const STYLE = 'style.css';
const THEME = 'theme.css';
const STYLE_FILE = join(__dirname, '..', 'site', STYLE);

const compose = publicationComposer(sha256, process.versions.icu, laptopPainter);

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string' },
    ...HELP_OPTION,
  });
  if (values.help) return say(HELP);
  if (values.out === undefined) throw new CommandError('--out DIR is missing: where the show notes go');
  if (positionals.length === 0) throw new CommandError('no FILE is named; --help tells more');
  const style = await readFile(STYLE_FILE);
  const written = new Map<string, string>();
  for (const path of positionals) {
    try {
      const publication = await publicationOf(await findNamedFile(path));
      const { show, episode } = publication.showNotes;
      const folder = join(values.out, show.id, episode.id);
      const other = written.get(folder);
      if (other !== undefined) throw new CommandError(`${path}: ${other} is a transcript of the same episode`);
      await write(publication, folder, style);
      written.set(folder, path);
      say(folder);
      const { warnings, told } = publication.showNotes;
      for (const line of [
        ...warningLines(warnings, { most: WARNINGS_TOLD, rest: 'show-notes.json' }),
        ...toldLines(told),
      ])
        complain(`${path}: ${line.trim()}`);
    } catch (error) {
      complain(error instanceof UnreadableFileError ? error.message : messageOf(error));
      process.exitCode = 1;
    }
  }
}

/** Derives what the pipeline would publish if the file and those beside it were uploaded. */
async function publicationOf({ path, upload, beside }: NamedFile): Promise<Publication> {
  if (upload.kind !== 'transcript') throw new CommandError(`${path} is no transcript; name the transcript beside it`);
  const { key, show, episode } = upload;
  const body = await readFile(path);
  const isReadable = body.length <= MAX_UPLOAD_BYTES;
  const found = {
    kind: 'one',
    upload: { key, version: '' },
    etag: '',
    writtenAt: '',
    size: body.length,
    ...(isReadable && { body }),
  } as const;
  const { latest, transcript } = judgeUpload(found, undefined, readTranscript);
  if (latest.outcome === 'rejected') {
    const place = latest.line === undefined ? path : `${path}, line ${latest.line}`;
    throw new CommandError(`${place}: ${latest.message}`);
  }
  if (latest.outcome !== 'accepted' || !transcript) throw new Error(`${path}: ${latest.outcome} without a transcript`);
  const showFile = await sourceFileIn(beside.filter((other) => other.upload.kind === 'show-file'));
  const episodeFile = await sourceFileIn(beside.filter((other) => other.upload.kind === 'episode-file'));
  const id = { show, episode };
  const files = { ...(showFile && { showFile }), ...(episodeFile && { episodeFile }) };
  return compose({ id, revision: latest.revision, transcriptKey: key, ...files }, transcript);
}

/** The one file there may be. Its path stands for its key, so that messages name it as the person knows it. */
async function sourceFileIn([first, second]: readonly SourceFileOnDisk[]): Promise<SourceFile | undefined> {
  if (!first) return undefined;
  const { path } = first;
  if (second) throw new CommandError(`${path} and ${second.path} are one and the same file; delete one of them`);
  try {
    return { key: path, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandError(`${path} is no UTF-8 text; save it as UTF-8`, { cause: error });
  }
}

async function write({ showNotes, turns, files }: Publication, folder: string, style: Uint8Array): Promise<void> {
  const theme = showNotes.show.theme && renderThemeStyle(showNotes.show.theme);
  const hrefs = { base: '', style: STYLE, ...(theme !== undefined && { theme: THEME }) };
  const page = renderEpisodePage({ showNotes, turns, hrefs });
  await mkdir(folder, { recursive: true });
  for (const { name, body } of files) await writeFile(join(folder, name), body);
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, STYLE), style);
  if (theme !== undefined) await writeFile(join(folder, THEME), theme);
}

runCommand(main);
