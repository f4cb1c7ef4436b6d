import type { FileState } from "./attachments.ts";

/** What stands beside a file that can't be opened. */
export const CLOSED: Readonly<Record<FileState, string | undefined>> = {
  open: undefined,
  waiting: "確認中",
  infected: "ウイルスの疑いがあるため、開けません",
};
