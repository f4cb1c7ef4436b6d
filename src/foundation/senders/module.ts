import type { YuiModule } from "#foundation/modules/public.ts";

export const senders: YuiModule = {
  name: "senders",
  tables: {
    sender_count: { holds: "facts", until: "the next day on which somebody is counted", backup: "empty" },
  },
};
