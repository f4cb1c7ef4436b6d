import { anyone, definePolicy, holderOf, oneself, services } from "#foundation/authority/public.ts";

const byResetLink = holderOf("password-reset");
const byNewLink = holderOf("new-account");

/**
 * One's own account: nobody does anything to another's. Anybody may ask that a link for a new password go to an address;
 * where it goes is written down under its owner, and what was typed nowhere. A failed sign-in is a visitor's refused `session.begin`. What one
 * looks at of one's own concerns nobody else and leaves no entry; nor does forgetting old tries, which name nobody.
 */
export const accountPolicy = definePolicy(
  {
    "session.begin": oneself,
    "session.unlock": oneself,
    "session.end": oneself,
    "session.end-other": oneself,
    "session.end-others": oneself,
    "account.read": oneself,
    "account.read-mail": oneself,
    "account.mail": oneself,
    "account.change-password": oneself,
    "account.second-factor-begin": oneself,
    "account.second-factor-on": oneself,
    "account.second-factor-off": oneself,
    "account.recovery-codes": oneself,
    "account.passkey-add": oneself,
    "account.passkey-remove": oneself,
    "account.ask-reset": anyone,
    "account.send-reset": anyone,
    "account.read-reset": byResetLink,
    "account.reset-password": byResetLink,
    "account.ask-new": anyone,
    "account.send-new": anyone,
    "account.read-new": byNewLink,
    "account.make": byNewLink,
    "attempt.sweep": services("sweep"),
  },
  {
    quiet: [
      "account.read",
      "account.read-mail",
      "account.ask-reset",
      "account.read-reset",
      "account.ask-new",
      "account.read-new",
      "attempt.sweep",
    ],
  },
);

export type AccountAction = keyof typeof accountPolicy.rights;
