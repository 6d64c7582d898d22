import type { Person } from '../../../../contract/published';
import type { Details } from '../../../details';
import type { Reading } from '../../reading';
import { isGenericLabel, isSameName, roleInLabel } from '../speakers';
import { weighClosing, weighOccupations, weighOwnWords, weighPresence, weighTalk } from './conduct';
import { weighOpening } from './opening';
import { ENOUGH, type Evidence, emptyWeighing, LEAST_TALK, type NamedSpeaker, THROUGHOUT, tenthsOf } from './weighing';

export type { NamedSpeaker } from './weighing';

type Role = Person['role'];

/** Who hosts and who is a guest, by speaker in the order given. */
export function rolesOf(speakers: readonly NamedSpeaker[], reading: Reading, details: Details): Role[] {
  const weighing = emptyWeighing(speakers, reading);
  const { evidence } = weighing;
  const isOfTheHouse = weighOpening(weighing);
  weighOwnWords(weighing, isOfTheHouse);
  weighClosing(weighing);
  weighTalk(weighing);
  weighPresence(weighing);
  weighOccupations(weighing);
  const strongest = Math.max(...evidence.map(({ guest }) => guest));
  const judged = speakers.map((speaker, index) => {
    const isSilent = speaker.wordCount < LEAST_TALK * reading.wordCount;
    const own = evidence[index];
    const isOvershadowed =
      (own?.guest ?? 0) < Math.min(2 * ENOUGH, strongest / 2) && tenthsOf(speaker, reading) >= THROUGHOUT;
    return statedRole(speaker, details) ?? (isOvershadowed ? judgeHost(own) : judge(own, isSilent));
  });
  const isHostStated = speakers.some((speaker) => statedRole(speaker, details) === 'host');
  return settle(speakers, judged, isHostStated, reading);
}

function statedRole(speaker: NamedSpeaker, details: Details): Role | undefined {
  const isOwn = (name: string) => [...speaker.labels, speaker.name].some((own) => isSameName(own, name));
  const byPerson = details.episode.people.find(({ name, role }) => role && isOwn(name.value))?.role;
  const byLabel = details.show.roles.find(({ label }) => isOwn(label))?.role;
  const isHost = details.show.hosts.some(({ value }) => isOwn(value));
  return byPerson ?? byLabel ?? (isHost ? 'host' : speaker.labels.map(roleInLabel).find(Boolean));
}

function judge(evidence: Evidence | undefined, isSilent: boolean): Role | undefined {
  const { host, guest } = evidence ?? { host: 0, guest: 0 };
  if (guest >= ENOUGH && guest > host) return isSilent ? 'other' : 'guest';
  return host >= ENOUGH ? 'host' : undefined;
}

/** Beside somebody for whom twice as much speaks, who is there throughout is no guest: hosts bring in each other, too. */
const judgeHost = (evidence: Evidence | undefined): Role | undefined =>
  (evidence?.host ?? 0) >= ENOUGH ? 'host' : undefined;

/** Those without evidence host too, if they speak throughout; where a file names the hosts, they are guests. */
function settle(
  speakers: readonly NamedSpeaker[],
  judged: readonly (Role | undefined)[],
  isHostStated: boolean,
  reading: Reading,
): Role[] {
  const hasGuest = judged.includes('guest');
  return judged.map((role, index) => {
    const speaker = speakers[index];
    if (role || !speaker) return role ?? 'other';
    const share = speaker.wordCount / Math.max(1, reading.wordCount);
    const isThroughout = tenthsOf(speaker, reading) >= Math.min(5, reading.turns.length / 3);
    if (!isThroughout || share < (hasGuest ? 0.05 : 0.03)) return 'other';
    return isHostStated && !isGenericLabel(speaker.name) ? 'guest' : 'host';
  });
}
