/** A backup can't be written, read or put back; the message is one sentence that says what to do. */
export class BackupUnusable extends Error {}
