import type { YuiModule } from "#foundation/modules/public.ts";
import { IDENTITY_WORDS } from "./messages.ts";

const HOUR_MS = 3_600_000;

export const identity: YuiModule = {
  name: "identity",
  words: IDENTITY_WORDS,
  menu: [
    {
      label: "利用者",
      to: () => "/members",
      roles: ["coordinator", "administrator"],
      group: "upkeep",
      position: 10,
    },
  ],
  // `token` is the secret of a link, wherever one leads; `*` is what the library for sign-in answers itself.
  addressWords: ["token", "*"],
  commands: [{ names: ["user"], load: async () => (await import("./cli.ts")).registerIdentity }],
  async routes() {
    const { identityApiRoutes, identityRoutes } = await import("./routes.ts");
    return { pages: identityRoutes, files: identityApiRoutes };
  },
  async work() {
    const { loadDemonstrationUsers, membersToday, sweepTries } = await import("./api.server.ts");
    return {
      today: membersToday,
      rounds: [{ name: "tries to sign in that count no more", everyMs: HOUR_MS, run: sweepTries }],
      demonstration: [{ name: "accounts to try", load: loadDemonstrationUsers }],
    };
  },
};
