import {
  definePolicy,
  holderOf,
  oneself,
  type Permit,
  type Subject,
  services,
} from "#foundation/authority/public.ts";

const shown = holderOf("health-share");

/** The person's own file: nobody else's right reaches it. What one looks at of one's own leaves no entry. */
export const policy = definePolicy(
  {
    "health-file.find": oneself,
    "health-file.begin": oneself,
    "health-file.unlock": oneself,
    "health-file.close": oneself,
    "health-file.change-word": oneself,
    "health-file.read": oneself,
    "health-file.export": oneself,
    "health-file.import": oneself,
    "health-file.delete": oneself,
    "health-checkup.save": oneself,
    "health-checkup.delete": oneself,
    "health-diary.list": oneself,
    "health-diary.save": oneself,
    "health-diary.delete": oneself,
    "health-share.list": oneself,
    "health-share.give": oneself,
    "health-share.end": oneself,
    "health-share.read": shown,
    // As tens for the council, and only from the command line.
    "health-file.count": services("cli"),
  },
  {
    quiet: [
      "health-file.find",
      "health-file.read",
      "health-file.close",
      "health-diary.list",
      "health-share.list",
    ],
    sensitive: true,
  },
);

export type HealthPermit = Permit<keyof typeof policy.rights, Subject>;
