import type { YuiModule } from "#foundation/modules/public.ts";
import { IDENTITY_WORDS } from "./messages.ts";

const MINUTE_MS = 60_000;

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
  neverHeld: { paths: /^\/(account|invitation|sign-in|lock)(\/|$)/, fields: ["password"] },
  // `token` is the secret of a link, wherever one leads; `*` is what the library for sign-in answers itself.
  addressWords: ["token", "*"],
  commands: [{ names: ["user"], load: async () => (await import("./cli.ts")).registerIdentity }],
  async routes() {
    const { identityApiRoutes, identityRoutes } = await import("./routes.ts");
    return { pages: identityRoutes, files: identityApiRoutes };
  },
  async work() {
    const { hashOldRecoveryCodes, loadDemonstrationUsers, membersToday, sweepTries } = await import(
      "./api.server.ts"
    );
    return {
      today: membersToday,
      rounds: [
        { name: "what the sign-in forgets", everyMs: 10 * MINUTE_MS, run: sweepTries },
        { name: "recovery codes of before", everyMs: 60 * MINUTE_MS, run: hashOldRecoveryCodes },
      ],
      demonstration: [{ name: "accounts to try", load: loadDemonstrationUsers }],
    };
  },
};
