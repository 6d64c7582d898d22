import { type EpisodeId, publicationPrefix } from '../contract/object-keys';
import type { ShowNotes, TurnsDocument } from '../contract/published';
import type { Problem, Replaced } from '../contract/receipt';
import type { Derive } from '../domain/derive';
import { type Episode, shownBefore } from '../domain/episode';
import type { Episodes, ObjectStore, StoredObject } from '../domain/ports';
import { type Compose, type Publication, SHOW_NOTES_FILE, TURNS_FILE } from '../domain/publication';
import { type FilesBeside, problemsOf } from './inputs';
import type { PublishShowNotesPorts } from './ports';

/** What the website is to show of an episode, as its inputs stand now. */
export interface Wanted {
  /** Absent: nothing. */
  readonly showing?: Showing;
  /** What the inputs give, where a pinned publication is shown: whoever uploads beside a pin is told of that. */
  readonly behindPin?: ShowNotes;
  /** What is wrong with the files beside the transcript. */
  readonly problems: readonly Problem[];
}

export interface Showing {
  readonly showNotes: ShowNotes;
  readonly turns: TurnsDocument;
  /** The bytes of the pointer. */
  readonly pointer: Uint8Array;
  /** All files of the publication, if it was composed just now; otherwise they lie in its folder. */
  readonly composed?: Publication;
}

/** Decides what is to be shown; undefined where an input went away meanwhile. */
export async function decideWhatIsWanted(
  episode: Episode,
  beside: FilesBeside,
  pointer: StoredObject | undefined,
  ports: PublishShowNotesPorts,
): Promise<Wanted | undefined> {
  const problems = problemsOf(beside, ports.derive);
  const compose = ports.derive.publication;
  if (episode.latest.outcome === 'absent') return { problems };
  const stays = whatStays(episode, pointer, problems);
  if (stays !== undefined) {
    const showing = await showingAgain(episode, stays, ports);
    const behindPin = isReadable(episode, problems)
      ? await composeFrom(episode, beside, ports.episodes, leniently(compose))
      : undefined;
    return showing && { showing, problems, ...(behindPin && { behindPin: behindPin.showNotes }) };
  }
  if (problems.length > 0 || !episode.current) return { problems };
  const composed = await composeFrom(episode, beside, ports.episodes, compose);
  if (!composed) return undefined;
  const { showNotes, turns, pointer: next } = composed;
  return { showing: { showNotes, turns, pointer: next, composed }, problems };
}

/** Where the writer fails, a pin is what helps, and must not fail with it; whatever is not pinned tells of the failure. */
const leniently =
  (compose: Compose): Composer =>
  (inputs, transcript) =>
    compose(inputs, transcript).catch(() => undefined);

type Composer = (...given: Parameters<Compose>) => Promise<Publication | undefined>;

const isReadable = ({ latest }: Episode, problems: readonly Problem[]): boolean =>
  latest.outcome === 'accepted' && problems.length === 0;

/** What the inputs give; undefined where the transcript went away meanwhile. */
async function composeFrom(
  { show, episode, latest, current }: Episode,
  { showFile, episodeFile }: FilesBeside,
  episodes: Episodes,
  compose: Composer,
): Promise<Publication | undefined> {
  const id = { show, episode };
  const transcript = current && (await episodes.loadRevision(id, current.revision));
  if (!transcript) return undefined;
  return compose(
    {
      id,
      revision: current.revision,
      transcriptKey: latest.outcome === 'accepted' ? latest.upload.key : current.upload.key,
      ...(showFile.state === 'read' && { showFile: showFile.file }),
      ...(episodeFile.state === 'read' && { episodeFile: episodeFile.file }),
    },
    transcript,
  );
}

/**
 * The publication that stays though the inputs give another, or none: the one that is pinned; where the inputs cannot
 * be read, what the pointer shows, or, if the episode does not know of that, what it showed before.
 */
function whatStays(
  { pin, current, shown, coming }: Episode,
  pointer: StoredObject | undefined,
  problems: readonly Problem[],
): string | undefined {
  if (pin !== undefined) return pin;
  if (problems.length === 0 && current) return undefined;
  const pointed = publicationIn(pointer);
  return pointed !== undefined && [shown, ...coming].includes(pointed) ? pointed : shown;
}

/**
 * A publication whose files lie in its folder, for nothing removes those of one that is shown, coming or pinned;
 * undefined where that has changed meanwhile.
 */
async function showingAgain(
  episode: Episode,
  publication: string,
  { published, episodes }: PublishShowNotesPorts,
): Promise<Showing | undefined> {
  const found = await readPublication(episode, publication, published);
  if (found) return found;
  if ((await episodes.find(episode))?.version !== episode.version) return undefined;
  throw new Error(`${publicationPrefix(episode, publication)} has not all of its files`);
}

/** Undefined where one of the files is gone. */
async function readPublication(
  id: EpisodeId,
  publication: string,
  published: ObjectStore,
): Promise<Showing | undefined> {
  const folder = publicationPrefix(id, publication);
  const [showNotes, turns] = await Promise.all([
    published.get(`${folder}${SHOW_NOTES_FILE}`),
    published.get(`${folder}${TURNS_FILE}`),
  ]);
  if (!showNotes || !turns) return undefined;
  return { showNotes: parse<ShowNotes>(showNotes), turns: parse<TurnsDocument>(turns), pointer: showNotes.body };
}

/** What the episode's item says was shown before, so that whoever tells of it, and however often, tells the same. */
export async function readReplaced(
  episode: Episode,
  showing: Showing,
  { published, derive }: { readonly published: ObjectStore; readonly derive: Derive },
): Promise<Replaced | undefined> {
  const publication = shownBefore(episode);
  const before = publication === undefined ? undefined : await readPublication(episode, publication, published);
  return before && { publication: before.showNotes.publication, changes: derive.changes(before, showing) };
}

/** The publication that a pointer names. */
export const publicationIn = (pointer: StoredObject | undefined): string | undefined =>
  pointer && parse<ShowNotes>(pointer).publication;

const parse = <Document>({ body }: StoredObject): Document => JSON.parse(new TextDecoder().decode(body)) as Document;
