import { sha256 } from '../../lambdas/adapters/site-files';
import { type EpisodeId, RECEIPTS_PREFIX, showNotesKey } from '../../lambdas/contract/object-keys';
import type { ShowNotes } from '../../lambdas/contract/published';
import type { Receipt, UploadReference } from '../../lambdas/contract/receipt';
import type { Announcement, StoredObject } from '../../lambdas/domain/ports';
import { revisionOf } from '../../lambdas/parse-transcript/latest-upload';
import type { WatchSwap } from '../support/memory/memory-episodes';
import type { WatchObject } from '../support/memory/memory-objects';
import type { World } from '../support/memory/world';
import type { Change } from './producers';

/** Each looks at a run in its own way; what is wrong is told through `tell`. */
type Tell = (fault: string) => void;

const pointers = new WeakMap<Uint8Array, ShowNotes>();

/** What a stored pointer says; nobody changes a body, so that each is read once. */
function readPointer({ body }: StoredObject): ShowNotes {
  const known = pointers.get(body) ?? (JSON.parse(new TextDecoder().decode(body)) as ShowNotes);
  pointers.set(body, known);
  return known;
}

const hashes = new WeakMap<Uint8Array, string>();

export function hashOf({ body }: StoredObject): string {
  const known = hashes.get(body) ?? sha256(body);
  hashes.set(body, known);
  return known;
}

/**
 * A reader who follows the pointer finds every file it names, with the bytes it names, withdrawals excepted: the files
 * of a withdrawn episode go at once, and a publisher that stalled until then may still put its pointer for a moment.
 */
export async function followPointer(
  { published }: World,
  id: EpisodeId,
  step: () => Promise<void>,
  isWithdrawn: (key: string) => boolean,
  tell: Tell,
): Promise<void> {
  await step();
  const pointer = published.objects.get(showNotesKey(id));
  if (pointer === undefined) return;
  const { base, files } = readPointer(pointer);
  for (const { href, sha256: expected } of files) {
    await step();
    const key = `${base.slice(1)}${href}`;
    const stored = published.objects.get(key);
    const isRight = stored ? hashOf(stored) === expected : isWithdrawn(key);
    const isStillShown = published.objects.get(showNotesKey(id))?.etag === pointer.etag;
    if (!isRight && isStillShown) tell(`${key} is missing or mixed`);
  }
}

/** Knows which files went because their episode was withdrawn. */
export function withdrawals() {
  const withdrawn = new Set<string>();
  const gone = new Set<string>();
  const swapped: WatchSwap = ({ episode, latest }) => {
    if (latest.outcome === 'absent') withdrawn.add(episode);
    else withdrawn.delete(episode);
  };
  const published: WatchObject = (key, after) => {
    if (after) gone.delete(key);
    else if (withdrawn.has(key.split('/')[2] ?? '')) gone.add(key);
  };
  return { swapped, published, isWithdrawn: (key: string): boolean => gone.has(key) };
}

/** A website that fetches all pointers whenever an event tells it to, and at no other time. */
export function website(ids: readonly EpisodeId[]) {
  const fetched = new Map<string, string | undefined>();
  const pointerOf = ({ published }: World, id: EpisodeId) => published.objects.get(showNotesKey(id))?.etag;
  return {
    hear(here: World, { kind }: Announcement): void {
      if (kind === 'rejected') return;
      for (const id of ids) fetched.set(id.episode, pointerOf(here, id));
    },
    /** Whether it has what is shown at the end. */
    isUpToDate: (here: World, id: EpisodeId): boolean => fetched.get(id.episode) === pointerOf(here, id),
  };
}

/** Knows which publication each episode is pinned to: a withdrawal takes the pin off. */
export function pinBoard() {
  const pins = new Map<string, string | undefined>();
  const swapped: WatchSwap = (after, before) => {
    if (after.latest.outcome === 'absent') pins.delete(after.episode);
    else if (after.pin !== before?.pin && before?.latest.outcome !== 'absent') pins.set(after.episode, after.pin);
  };
  return { swapped, of: ({ episode }: EpisodeId) => pins.get(episode) };
}

const receipts = new WeakMap<Uint8Array, Receipt>();

function readReceipt({ body }: StoredObject): Receipt {
  const known = receipts.get(body) ?? (JSON.parse(new TextDecoder().decode(body)) as Receipt);
  receipts.set(body, known);
  return known;
}

/**
 * Where no content ever comes back, the website never goes back either: a pointer is followed by one of the same upload
 * or a later one, and is removed only by a removal that came after it. Nor does a receipt: it tells of the same upload
 * as the one before it, or of a later one, and so with the show file and the episode file.
 */
export function neverBack(tell: Tell) {
  const order = new Map<string, number>();
  const removals = new Map<string, number>();
  let count = 0;
  const orderOf = (stored: StoredObject): number => order.get(readPointer(stored).revision) ?? 0;
  const changed = ({ key, text }: Change): void => {
    count += 1;
    if (!key.endsWith('.md')) return;
    if (text === undefined) removals.set(key.slice(0, -'.md'.length), count);
    else order.set(revisionOf(new TextEncoder().encode(text)), count);
  };
  const published: WatchObject = (key, after, before) => {
    const episode = key.slice(0, -'/show-notes.json'.length);
    if (!before || key.split('/').length !== 4 || !key.endsWith('/show-notes.json')) return;
    if (after && orderOf(after) < orderOf(before)) tell(`${episode} went back to an earlier upload`);
    if (!after && (removals.get(episode) ?? 0) < orderOf(before)) tell(`${episode} went away though it was uploaded`);
  };
  const uploaded: WatchObject = (key, after, before) => {
    if (!key.startsWith(RECEIPTS_PREFIX) || !after || !before) return;
    const earlier = new Map(uploadsTold(before).map((told) => [told.key, versionNumber(told)]));
    const isEarlier = (told: UploadReference) => versionNumber(told) < (earlier.get(told.key) ?? 0);
    if (uploadsTold(after).some(isEarlier)) tell(`${key} went back to an earlier upload`);
  };
  return { changed, published, uploaded };
}

const uploadsTold = (stored: StoredObject): readonly UploadReference[] => {
  const { upload, beside = [] } = readReceipt(stored);
  return upload ? [upload, ...beside] : beside;
};

/** Versions of the store in memory are numbers that grow. */
const versionNumber = ({ version }: UploadReference): number => Number(version.slice(1));
