/** A file of a request as its list tells it. */
export type Attached = Readonly<{
  id: string;
  name: string;
  bytes: number;
  addedAt: Date;
  byWorkplace: boolean;
}>;

const MB = 1024 * 1024;
export const LONGEST_BYTES = 5 * MB;
export const MOST_IN_FORM = 3;
export const MOST_OF_REQUEST = 10;
/** So much may one address attach a day without an account: the form is no place to keep files. */
export const MOST_OF_ADDRESS_BYTES = 30 * MB;
export const FORM_LIMITS = { files: MOST_IN_FORM, bytes: LONGEST_BYTES } as const;
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
