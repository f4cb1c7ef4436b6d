import type { YuiModule } from "#foundation/modules/public.ts";

const HOUR_MS = 3_600_000;

export const authority: YuiModule = {
  name: "authority",
  tables: {
    sent_once: { holds: "facts", until: "two days after it was sent", backup: "empty" },
    link: { holds: "secrets", purge: { after: "expires_at", period: "link" } },
  },
  commands: [{ names: ["do"], load: async () => (await import("./cli.ts")).registerAuthority }],
  async work() {
    const { sweepSentForms } = await import("./public.ts");
    return { rounds: [{ name: "keys of forms that were sent", everyMs: HOUR_MS, run: sweepSentForms }] };
  },
};
