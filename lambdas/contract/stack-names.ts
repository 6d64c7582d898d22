/** The three stacks of a stage: what must not be lost, what visitors fetch, what does the work. */
export type StackPart = 'Stateful' | 'Delivery' | 'Pipeline';

/** A stack's name, by which the commands find its outputs. */
export const stackName = (stage: string, part: StackPart): string => `ShowNotes-${stage}-${part}`;

/** Output of the stateful stack: the bucket that producers upload to. */
export const UPLOADS_BUCKET_OUTPUT = 'UploadsBucket';
