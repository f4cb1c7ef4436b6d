import type { YuiModule } from "#foundation/modules/public.ts";
import { ATTACHMENT_WORDS } from "./messages.ts";

const SECOND_MS = 1000;

export const attachments: YuiModule = {
  name: "attachments",
  words: ATTACHMENT_WORDS,
  tables: {
    stored_file: { holds: "persons", until: "with what it is attached to" },
    stored_file_piece: { holds: "persons", until: "with its file" },
  },
  async work() {
    const { scanWaiting } = await import("./public.ts");
    return { rounds: [{ name: "files looked through", everyMs: 5 * SECOND_MS, run: scanWaiting }] };
  },
};
