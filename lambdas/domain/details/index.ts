import { type FileFault, UnreadableFileError } from '../errors';
import type { SourceFile } from '../publication';
import type { Transcript, Warning } from '../transcript';
import { type EpisodeFile, NO_EDITS, readEpisodeFields, readFrontMatterFields } from './episode-file';
import { type Faults, lenientFaults, strictFaults, type TextDetail } from './fields';
import { readShowFields, type ShowFile } from './show-file';
import { firstOf, parseYaml, type SourceNode, type YamlSource } from './yaml-source';

export type { AddAndHide, ChapterEdit, Edits, Hide, NamedLink, NamedPerson, Replacement } from './episode-file';
export type { NumberDetail, TextDetail } from './fields';
export type { ChannelWish, GlossaryEntry, Labelled, LabelledRole, ShowFile } from './show-file';

/** Everything that is known of an episode besides its turns; every value says which file it came from. */
export interface Details {
  readonly show: Omit<ShowFile, 'title'> & { readonly id: string; readonly title: TextDetail };
  readonly episode: EpisodeFile & { readonly title: TextDetail };
}

export interface DetailsSources {
  readonly transcript: Transcript;
  /** The transcript's key or path; an episode without a title is called by it. */
  readonly transcriptName: string;
  readonly showId: string;
  readonly showFile?: SourceFile;
  readonly episodeFile?: SourceFile;
}

const NO_SHOW_FILE: ShowFile = { hosts: [], aliases: [], roles: [], glossary: [], notPeople: [], neverSay: [] };
const NO_EPISODE_FILE: EpisodeFile = { people: [], links: [], edits: NO_EDITS };

/**
 * Reads the files beside a transcript and its front matter. The episode file goes before the front matter, the front
 * matter before the show file. Throws `UnreadableFileError` with all faults of both files, where one is no valid YAML or
 * has a wrong kind of value; a fault of the front matter is only a warning.
 */
export function readDetails(sources: DetailsSources): { readonly details: Details; readonly warnings: Warning[] } {
  const faults = faultsOf(sources);
  if (faults.length > 0) throw new UnreadableFileError(faults);
  const show = readShowFile(sources.showFile);
  const episode = readEpisodeFile(sources.episodeFile);
  const frontMatter = readFrontMatter(sources.transcript, sources.transcriptName);
  const aiContent = episode.file.aiContent ?? frontMatter.file.aiContent ?? show.file.aiContent;
  const language = episode.file.language ?? frontMatter.file.language ?? show.file.language;
  return {
    details: {
      show: { ...show.file, id: sources.showId, title: show.file.title ?? titleFromName('show.title', sources.showId) },
      episode: {
        ...frontMatter.file,
        ...episode.file,
        title: episode.file.title ?? frontMatter.file.title ?? fallbackTitle(sources),
        ...(language && { language }),
        ...(aiContent && { aiContent }),
        people: [...episode.file.people, ...frontMatter.file.people],
        links: [...episode.file.links, ...frontMatter.file.links],
      },
    },
    warnings: [...frontMatter.warnings, ...show.warnings, ...episode.warnings],
  };
}

/** Reads `show.yaml` alone; throws as `readDetails` does. Without a file, nothing is known of the show. */
export function readShowFile(file: SourceFile | undefined): { readonly file: ShowFile; readonly warnings: Warning[] } {
  if (!file) return { file: NO_SHOW_FILE, warnings: [] };
  return readStrictly(sourceOf(file, 'show'), readShowFields);
}

function readEpisodeFile(file: SourceFile | undefined) {
  if (!file) return { file: NO_EPISODE_FILE, warnings: [] };
  return readStrictly(sourceOf(file, 'episode'), readEpisodeFields);
}

const sourceOf = ({ key, text }: SourceFile, prefix: YamlSource['prefix']): YamlSource => ({
  name: key,
  text,
  linesAbove: 0,
  source: `${prefix}-file`,
  prefix,
});

function readStrictly<File>(source: YamlSource, read: (root: SourceNode, faults: Faults) => File) {
  const faults = strictFaults();
  const file = read(parseYaml(source), faults);
  if (faults.faults.length > 0) throw new UnreadableFileError(firstOf(faults.faults));
  return { file, warnings: faults.warnings };
}

/** All that keeps the files beside a transcript from being read, the show file's first. */
export function faultsOf({
  showFile,
  episodeFile,
}: Pick<DetailsSources, 'showFile' | 'episodeFile'>): readonly FileFault[] {
  return [...faultsIn(() => readShowFile(showFile)), ...faultsIn(() => readEpisodeFile(episodeFile))];
}

function faultsIn(read: () => unknown): readonly FileFault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return error.faults;
  }
}

function readFrontMatter({ frontMatter }: Transcript, name: string) {
  if (!frontMatter) return { file: NO_EPISODE_FILE, warnings: [] };
  const faults = lenientFaults();
  const { text, line } = frontMatter;
  try {
    const root = parseYaml({ name, text, linesAbove: line - 1, source: 'front-matter', prefix: 'episode' });
    return { file: readFrontMatterFields(root, faults), warnings: faults.warnings };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    const warnings = error.faults.map((fault) => ({
      message: `${fault.message}; the front matter is left out`,
      line: fault.line ?? line,
    }));
    return { file: NO_EPISODE_FILE, warnings };
  }
}

function fallbackTitle({ transcript, transcriptName }: DetailsSources): TextDetail {
  const heading = transcript.headings.find(({ level, beforeTurn }) => level === 1 && beforeTurn === 1);
  if (heading) return { name: 'episode.title', value: heading.text, source: 'heading', line: heading.line };
  return titleFromName('episode.title', transcriptName);
}

/** `uploads/the-tide-machine.md` → `The tide machine`. */
function titleFromName(name: string, path: string): TextDetail {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  const words = (dot > 0 ? file.slice(0, dot) : file).split(/[-_\s]+/u).filter(Boolean);
  const text = words.join(' ') || file;
  return { name, value: text.charAt(0).toUpperCase() + text.slice(1), source: 'file-name' };
}
