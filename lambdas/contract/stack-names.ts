/** The three stacks of a stage: what must not be lost, what visitors fetch, what does the work. */
export type StackPart = 'Stateful' | 'Delivery' | 'Pipeline';

/** A stack's name, by which the commands find its outputs. */
export const stackName = (stage: string, part: StackPart): string => `ShowNotes-${stage}-${part}`;

/** Output of the stateful stack: the bucket that producers upload to. */
export const UPLOADS_BUCKET_OUTPUT = 'UploadsBucket';
/** Output of the stateful stack: the table that the episodes are kept in. */
export const TABLE_OUTPUT = 'TableName';
/** Outputs of the pipeline stack: the queues that hints may be sent to. */
export const UPLOADS_QUEUE_OUTPUT = 'UploadsQueueUrl';
export const PUBLICATIONS_QUEUE_OUTPUT = 'PublicationsQueueUrl';
export const RECONCILE_QUEUE_OUTPUT = 'ReconcileQueueUrl';
