/** Why an upload cannot become a transcript. */
export type RejectionReason = 'empty' | 'too-large' | 'not-text' | 'unknown-format' | 'no-turns' | 'broken';

/** The upload itself is at fault, so retrying cannot help: it is recorded for the producer and never retried. */
export class RejectedTranscriptError extends Error {
  override readonly name = 'RejectedTranscriptError';
  readonly reason: RejectionReason;
  /** 1-based line of the file, where there is one. */
  readonly line?: number;

  constructor(reason: RejectionReason, message: string, options?: ErrorOptions & { readonly line?: number }) {
    super(message, options);
    this.reason = reason;
    if (options?.line !== undefined) this.line = options.line;
  }
}

/** A show or episode file that cannot be read: what is published stays, and the receipt says where the fault is. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  /** Key or path of the file at fault; the message names it too. */
  readonly file: string;
  /** 1-based line of the file, where there is one. */
  readonly line?: number;
  /** The key at fault, such as `edits.summary`. */
  readonly key?: string;
  /** There is more than one of it, and none is at fault by itself. */
  readonly reason?: 'several-files';

  constructor(message: string, options: ErrorOptions & Pick<UnreadableFileError, 'file' | 'line' | 'key' | 'reason'>) {
    super(message, options);
    this.file = options.file;
    if (options.line !== undefined) this.line = options.line;
    if (options.key !== undefined) this.key = options.key;
    if (options.reason !== undefined) this.reason = options.reason;
  }
}
