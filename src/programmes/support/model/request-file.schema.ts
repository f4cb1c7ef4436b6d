import type { FileState } from "#platform/files/attachments.ts";

/** A file of a request as its list tells it. */
export type Attached = Readonly<{
  id: string;
  name: string;
  bytes: number;
  addedAt: Date;
  byWorkplace: boolean;
  state?: FileState;
}>;

const MB = 1024 * 1024;
/** How much a request takes: files in one form, bytes of each, files in all. */
export const FORM_LIMITS = { files: 3, bytes: 5 * MB, ofAll: 10 } as const;
/** So much may one address attach a day without an account: the form is no place to keep files. */
export const MOST_OF_ADDRESS_BYTES = 30 * MB;
/** Under what the requests of a sender and their files are counted. */
export const COUNTED = "support-request";
/** What the server reads of a form, and drops, before it breaks off: beyond it there is no form to be shown again. */
export const LONGEST_FORM_BYTES = 256 * MB;

const ID = "[0-9a-f-]{36}";
/** The pages whose forms take files. They read them piece by piece, keep the small and drop the rest. */
export const REQUEST_FORMS: readonly RegExp[] = [
  /^\/areas\/[^/]+\/ask$/,
  /^\/areas\/[^/]+\/requests\/new$/,
  new RegExp(`^/areas/[^/]+/(requests|own)/${ID}$`),
  /^\/r\/[^/]+$/,
];
