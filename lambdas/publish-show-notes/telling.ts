import { receiptKey } from '../contract/object-keys';
import type { Receipt, Replaced } from '../contract/receipt';
import { type Episode, withAnnounced, withdrawnFrom, withWithdrawalTold } from '../domain/episode';
import { receiptOf } from '../domain/episode/receipt';
import type { StoredObject } from '../domain/ports';
import { json } from '../domain/publication';
import { type FilesBeside, versionsOf } from './inputs';
import type { Pointers } from './pointers';
import type { PublishShowNotesPorts } from './ports';
import { replace } from './swap';
import type { Wanted } from './wanted';

/** The receipt says what became of the upload; a rejection is told before it is noted, so that it is told at least once. */
export async function moveReceipt(
  episode: Episode,
  { showing, behindPin, replaced, problems }: Wanted & { readonly replaced: Replaced | undefined },
  beside: FilesBeside,
  { receipt: before }: Pointers,
  { uploads, announcements, siteAddress }: PublishShowNotesPorts,
): Promise<Receipt | undefined> {
  const receipt = receiptOf({
    episode,
    ...(showing && { showing: showing.showNotes }),
    ...(behindPin && { behindPin }),
    ...(replaced && { replaced }),
    problems,
    hasEpisodeFile: beside.episodeFile.state !== 'absent',
    beside: versionsOf(beside),
    siteAddress,
  });
  const body = encoder.encode(json(receipt));
  if (receipt.outcome === 'rejected' && !isToldOf(receipt, before))
    await announcements.announce({ kind: 'rejected', receipt });
  return (await replace(uploads, receiptKey(episode), before, body)) ? receipt : undefined;
}

/** Whether the receipt before told of the same rejected upload: a changed show file is no news about it. */
function isToldOf({ upload }: Receipt, before: StoredObject | undefined): boolean {
  if (!before) return false;
  const told = JSON.parse(new TextDecoder().decode(before.body)) as Receipt;
  return told.outcome === 'rejected' && told.upload?.key === upload?.key && told.upload?.version === upload?.version;
}

/** Sends the event that is owed, if one is; answers the episode that is to be noted once it is sent. */
export async function tell(
  episode: Episode,
  receipt: Receipt,
  { announcements, clock }: PublishShowNotesPorts,
): Promise<Episode> {
  const { show, episode: name, shown, announced } = episode;
  const id = { show, episode: name };
  if (receipt.published && shown !== announced) {
    const { publication, page, showNotes, replaced } = receipt.published;
    await announcements.announce({
      kind: 'published',
      id,
      publication,
      page,
      showNotes,
      ...(replaced && { replaced }),
    });
    return withAnnounced(episode, publication);
  }
  const withdrawn = withdrawnFrom(episode);
  if (withdrawn !== undefined) {
    await announcements.announce({ kind: 'withdrawn', id, publication: withdrawn });
    return withWithdrawalTold(episode, clock());
  }
  return episode;
}

const encoder = new TextEncoder();
