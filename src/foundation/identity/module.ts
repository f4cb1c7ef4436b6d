import type { YuiModule } from "#foundation/modules/public.ts";
import { IDENTITY_HELP } from "./help.messages.ts";
import { IDENTITY_WORDS } from "./messages.ts";

const MINUTE_MS = 60_000;

export const identity: YuiModule = {
  name: "identity",
  words: IDENTITY_WORDS,
  help: IDENTITY_HELP,
  kinds: {
    user: "利用者",
    account: "アカウント",
    membership: "所属",
    invitation: "招待",
    session: "ログイン",
  },
  tables: {
    identity_user: { holds: "persons", until: "the account is erased" },
    identity_account: { holds: "secrets", until: "the account is erased or the factor removed" },
    identity_two_factor: { holds: "secrets", until: "the account is erased or the factor removed" },
    identity_passkey: { holds: "secrets", until: "the account is erased or the factor removed" },
    identity_session: {
      holds: "secrets",
      purge: { after: "expires_at", period: "session" },
      backup: "empty",
    },
    identity_verification: {
      holds: "secrets",
      purge: { after: "expires_at", period: "session" },
      backup: "empty",
    },
    identity_held_form: { holds: "persons", purge: { after: "held_at", period: "session" }, backup: "empty" },
    identity_attempt: { holds: "persons", until: "the attempt counts no more", backup: "empty" },
    membership: { holds: "persons", purge: { after: "until", period: "membership" } },
    invitation: { holds: "persons", purge: { after: "expires_at", period: "invitation" } },
    secretariat: { holds: "facts", until: "it is changed" },
  },
  menu: [
    {
      label: "利用者",
      icon: "person",
      to: () => "/members",
      roles: ["coordinator", "administrator"],
      group: "upkeep",
      position: 10,
    },
  ],
  neverHeld: { paths: /^\/(account|invitation|sign-in|sign-up|lock)(\/|$)/, fields: ["password"] },
  // `token` is the secret of a link, wherever one leads; `*` is what the library for sign-in answers itself.
  addressWords: ["token", "*"],
  commands: [{ names: ["user"], load: async () => (await import("./cli.ts")).registerIdentity }],
  async routes() {
    const { identityApiRoutes, identityRoutes } = await import("./routes.ts");
    return { pages: identityRoutes, files: identityApiRoutes };
  },
  async work() {
    const { ACCOUNT_LETTERS, hashOldRecoveryCodes, loadDemonstrationUsers, membersToday, sweepTries } =
      await import("./api.server.ts");
    return {
      letters: ACCOUNT_LETTERS,
      today: membersToday,
      rounds: [
        { name: "what the sign-in forgets", everyMs: 10 * MINUTE_MS, run: sweepTries },
        { name: "recovery codes of before", everyMs: 60 * MINUTE_MS, run: hashOldRecoveryCodes },
      ],
      demonstration: [{ name: "accounts to try", load: loadDemonstrationUsers }],
    };
  },
};
