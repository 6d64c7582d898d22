import type { ShowNotes } from '../../contract/published';
import { safeAddress } from './escaping/links';

/** The address of the audio, if it is one that a page may load. */
export function audioOf({ episode: { audioUrl } }: ShowNotes): string | undefined {
  const address = audioUrl === undefined ? undefined : safeAddress(audioUrl);
  return address?.startsWith('mailto:') ? undefined : address;
}
