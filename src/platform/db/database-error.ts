/** The database can't be used as it stands. The message is one sentence that says what to do; it is shown as it is. */
export class DatabaseUnusable extends Error {}
