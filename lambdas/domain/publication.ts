import { contentTypeOf, type EpisodeId, publicationPrefix } from '../contract/object-keys';
import type {
  BlurbsDocument,
  DetailsDocument,
  FileRole,
  PublishedFile,
  PublishedTurn,
  ShowNotes,
  TurnsDocument,
} from '../contract/published';
import { readDetails } from './details';
import type { ObjectStore, Painter, Sha256 } from './ports';
import {
  captionWarnings,
  FEED_ITEM_FILE,
  PICTURE_SIZE,
  paintPicture,
  renderFeedItem,
  renderFragment,
  renderMarkdown,
  renderTimedFiles,
  renderTranscript,
  TEMPLATE_VERSION,
  TRANSCRIPT_STYLE,
  TRANSCRIPT_STYLE_FILE,
} from './render';
import { SEARCH_ENTRIES_FILE, searchEntriesOf } from './show/search';
import type { SiteFiles } from './show/site-files';
import { WRITER_NAME, WRITER_VERSION, writeShowNotes } from './show-notes';
import { withoutFaults } from './show-notes/verify/without-faults';
import type { Transcript, Turn } from './transcript';

/** Everything a publication is made of: same inputs, same bytes. */
export interface PublicationInputs {
  readonly id: EpisodeId;
  readonly revision: string;
  /** The transcript's key or path: its names stand in where no file gives a title. */
  readonly transcriptKey: string;
  /** `show.yaml` and `<episode>.yaml`, where there are any. */
  readonly showFile?: SourceFile;
  readonly episodeFile?: SourceFile;
}

export interface SourceFile {
  readonly key: string;
  readonly text: string;
}

export interface Publication {
  readonly id: string;
  readonly showNotes: ShowNotes;
  readonly turns: TurnsDocument;
  /** The bytes of `show-notes.json`. */
  readonly pointer: Uint8Array;
  /** All files by bare name, `show-notes.json` included. */
  readonly files: readonly { readonly name: string; readonly body: Uint8Array }[];
}

export const SHOW_NOTES_FILE = 'show-notes.json';
export const TURNS_FILE = 'turns.json';

/** Whether every file that show notes name is in their folder, and the copy of the pointer. */
export async function hasAllFiles({ base, files }: ShowNotes, published: Pick<ObjectStore, 'list'>): Promise<boolean> {
  const folder = base.slice(1);
  const there = new Set((await published.list(folder)).map(({ key }) => key));
  return [SHOW_NOTES_FILE, ...files.map(({ href }) => href)].every((name) => there.has(`${folder}${name}`));
}

/** Derives all files of a publication. Throws `UnreadableFileError` where the show or episode file is at fault. */
export type Compose = (inputs: PublicationInputs, transcript: Transcript) => Promise<Publication>;

/** The writer's version in this runtime: splitting text into sentences follows ICU. */
export const writerVersionOf = (icuVersion: string | undefined): string => `${WRITER_VERSION}+icu${icuVersion}`;

/** All that publications and pages depend on besides their inputs: another version, another look at every episode. */
export const publisherVersionOf = (icuVersion: string | undefined, { styleKey, episodeScriptKey }: SiteFiles): string =>
  `${writerVersionOf(icuVersion)} ${styleKey} ${episodeScriptKey} ${TEMPLATE_VERSION}`;

/** The composer of this runtime. */
export function publicationComposer(sha256: Sha256, icuVersion: string | undefined, painter: Painter): Compose {
  const writer = { name: WRITER_NAME, version: writerVersionOf(icuVersion) };
  return (inputs, transcript) => compose(inputs, transcript, { writer, sha256, painter });
}

interface Composer {
  readonly writer: ShowNotes['writer'];
  readonly sha256: Sha256;
  readonly painter: Painter;
}

async function compose(
  inputs: PublicationInputs,
  transcript: Transcript,
  { writer, sha256, painter }: Composer,
): Promise<Publication> {
  const { id, revision, transcriptKey, showFile, episodeFile } = inputs;
  const publication = publicationIdOf(inputs, writer, sha256);
  const read = readDetails({
    transcript,
    transcriptName: transcriptKey,
    showId: id.show,
    ...(showFile && { showFile }),
    ...(episodeFile && { episodeFile }),
  });
  const written = writeShowNotes({ id, transcript, details: read.details });
  const turns: TurnsDocument = { schemaVersion: 1, turns: transcript.turns.map(publishedTurn) };
  const details: DetailsDocument = { schemaVersion: 1, details: written.details };
  const checked = withoutFaults({ showNotes: written.showNotes, turns, details });
  const unfiled: ShowNotes = {
    ...checked.showNotes,
    // The writer's warnings begin with the transcript's.
    warnings: [
      ...written.showNotes.warnings,
      ...captionWarnings(transcript.turns),
      ...read.warnings,
      ...checked.warnings,
    ],
    revision,
    publication,
    writer,
    base: `/${publicationPrefix(id, publication)}`,
    files: [],
  };
  const blurbs: BlurbsDocument = { schemaVersion: 1, blurbs: unfiled.blurbs };
  const named = [
    file('show-notes-markdown', 'show-notes.md', renderMarkdown(unfiled)),
    file('show-notes-fragment', 'show-notes.html', renderFragment(unfiled)),
    file('turns', TURNS_FILE, json(turns)),
    file('transcript-html', 'transcript.html', renderTranscript(unfiled, turns)),
    file('transcript-style', TRANSCRIPT_STYLE_FILE, TRANSCRIPT_STYLE),
    ...renderTimedFiles(unfiled, transcript.turns).map(({ role, name, text }) => file(role, name, text)),
    ...(await pictureOf(unfiled, painter)),
    file('search-entries', SEARCH_ENTRIES_FILE, json(searchEntriesOf(unfiled, turns))),
    file('blurbs', 'blurbs.json', json(blurbs)),
    file('details', 'details.json', json(details)),
  ];
  const entriesOf = (listed: readonly File[]) => listed.map((each) => publishedFile(each, sha256));
  const item = renderFeedItem({ ...unfiled, files: entriesOf(named) }, transcript.turns);
  const files = [...named, ...(item === undefined ? [] : [file('feed-item', FEED_ITEM_FILE, item)])];
  const showNotes: ShowNotes = { ...unfiled, files: entriesOf(files) };
  const pointer = encoder.encode(json(showNotes));
  return { id: publication, showNotes, turns, pointer, files: [...files, { name: SHOW_NOTES_FILE, body: pointer }] };
}

/** The id of the publication that these inputs give: 16 hex digits. */
function publicationIdOf(inputs: PublicationInputs, writer: ShowNotes['writer'], sha256: Sha256): string {
  const { id, revision, transcriptKey, showFile, episodeFile } = inputs;
  const parts = [id.show, id.episode, revision, transcriptKey, showFile?.text, episodeFile?.text, writer.version];
  return sha256(JSON.stringify(parts.map((part) => part ?? null))).slice(0, 16);
}

interface File extends Pick<PublishedFile, 'role' | 'alt' | 'width' | 'height'> {
  readonly name: string;
  readonly body: Uint8Array;
}

async function pictureOf(showNotes: ShowNotes, painter: Painter): Promise<readonly File[]> {
  const picture = await paintPicture(showNotes, painter);
  return picture
    ? [{ role: 'picture', name: 'picture.png', body: picture.png, alt: picture.alt, ...PICTURE_SIZE }]
    : [];
}

const encoder = new TextEncoder();
const file = (role: FileRole, name: string, text: string): File => ({ role, name, body: encoder.encode(text) });

/** A published JSON document as text: one value a line, for people and for diffs. */
export const json = (document: unknown): string => `${JSON.stringify(document, null, 1)}\n`;

const publishedFile = ({ role, name, body, ...picture }: File, sha256: Sha256): PublishedFile => ({
  role,
  href: name,
  type: contentTypeOf(name),
  bytes: body.length,
  sha256: sha256(body),
  ...picture,
});

const publishedTurn = ({ speaker, text, startTime, endTime, line, spans }: Turn): PublishedTurn => ({
  speaker,
  text,
  ...(startTime !== undefined && { startTime }),
  ...(endTime !== undefined && { endTime }),
  line,
  ...(spans.length > 0 && { spans }),
});
