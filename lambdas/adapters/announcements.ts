import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { EVENT_SOURCE, EVENT_TYPES } from '../contract/events';
import type { Announcements } from '../domain/ports';
import { patient } from './patience';

export interface AnnouncementTargets {
  readonly eventBus: string;
  /** SNS topic for people: rejections. */
  readonly noticesTopic: string;
}

/** Events for machines on EventBridge, and rejections for people on an SNS topic. */
export const awsAnnouncements = (
  { eventBus, noticesTopic }: AnnouncementTargets,
  eventBridge: EventBridgeClient = new EventBridgeClient(patient),
  sns: SNSClient = new SNSClient(patient),
): Announcements => ({
  async announce(announcement) {
    const { kind, ...detail } = announcement;
    const Entries = [
      { EventBusName: eventBus, Source: EVENT_SOURCE, DetailType: EVENT_TYPES[kind], Detail: JSON.stringify(detail) },
    ];
    const { FailedEntryCount = 0, Entries: answers } = await eventBridge.send(new PutEventsCommand({ Entries }));
    if (FailedEntryCount > 0) throw new Error(`EventBridge refused the event: ${answers?.[0]?.ErrorMessage}`);
    if (announcement.kind !== 'rejected') return;
    const { show, episode, message, upload } = announcement.receipt;
    const Message = `${upload?.key}\n\n${message}`;
    await sns.send(new PublishCommand({ TopicArn: noticesTopic, Subject: subjectOf(show, episode), Message }));
  },
});

/** SNS takes subjects of up to 100 characters. */
const subjectOf = (show: string, episode: string): string => `Transcript rejected: ${show}/${episode}`.slice(0, 100);
