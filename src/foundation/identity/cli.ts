import type { Command } from "commander";
import { OFFERED_ROLES, service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { readSecret } from "#platform/commands/secret.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";

type Json = { json?: boolean };

/** `yui user`: what needs somebody at the machine. Everybody else is invited in the pages. */
export function registerIdentity(program: Command): void {
  const user = program
    .command("user")
    .description(
      "users: make the first administrator, list, stop, help who forgot a password or lost a second factor",
    );

  json(user.command("create"))
    .description("make a user with a role; the password is asked for")
    .requiredOption("--email <address>", "e-mail address, for signing in")
    .requiredOption("--name <name>", "what the pages call the user")
    .requiredOption("--role <role>", `one of ${OFFERED_ROLES.join(", ")}`)
    .option("--area <area>", "area of the role: id, code, name or slug", "jp")
    .option("--organisation <name>", "organisation at home in that area")
    .option("--password-stdin", "read the password from standard input")
    .action(async (options: Json & Record<string, string> & { passwordStdin?: boolean }) => {
      const password = await readSecret("Password (not shown): ", options.passwordStdin === true);
      const { createUser } = await import("./administration/user-administration.usecases.server.ts");
      const made = await withApp(async (app) =>
        orRefuse(await createUser(app, service("cli"), {}, { ...options, password })),
      );
      report(options, made, () => [`made ${made.email}`]);
    });

  json(user.command("list"))
    .description("list the users and their roles")
    .action(async (options: Json) => {
      const { listUsers } = await import("./administration/user-administration.usecases.server.ts");
      const users = await withApp(async (app) => orRefuse(await listUsers(app, service("cli"), {})));
      report(options, { users }, () =>
        users.map(({ email, name, roles, secondFactor, disabled, lastSignInAt: at }) =>
          [
            email,
            roles.join(" "),
            secondFactor ? "second factor" : "password only",
            disabled ? "disabled" : at ? plainDateIn(at, "Asia/Tokyo") : "never signed in",
            name,
          ].join("\t"),
        ),
      );
    });

  json(user.command("reset-second-factor"))
    .description("take authenticator, recovery codes and passkeys away from a user who lost them")
    .requiredOption("--email <address>", "whose")
    .action(async (options: Json & { email: string }) => {
      const { resetSecondFactor } = await import("./administration/user-standing.usecases.server.ts");
      await withApp(async (app) =>
        orRefuse(await resetSecondFactor(app, service("cli"), { email: options.email })),
      );
      report(options, { email: options.email, reset: true }, () => [
        `${options.email} signs in with the password and sets up a new second factor`,
      ]);
    });

  json(user.command("reset-password"))
    .description("send a user the link for a new password; without a mail server it is printed")
    .argument("<address>", "whose")
    .action(async (email: string, options: Json) => {
      const { sendPasswordReset } = await import("./administration/user-standing.usecases.server.ts");
      const sent = await withApp(async (app) =>
        orRefuse(await sendPasswordReset(app, service("cli"), { email })),
      );
      report(options, sent, () => [
        sent.link
          ? `${email} sets a new password within an hour at\n${sent.link}`
          : `mail to ${email} is on its way`,
      ]);
    });

  json(user.command("disable"))
    .description("let a user sign in no more; sessions end at once, records stay")
    .argument("<address>", "whom")
    .action(async (email: string, options: Json) => {
      const { disableUser } = await import("./administration/user-standing.usecases.server.ts");
      await withApp(async (app) => orRefuse(await disableUser(app, service("cli"), { email })));
      report(options, { email, disabled: true }, () => [`${email} can't sign in any more`]);
    });

  json(user.command("enable"))
    .description("let a user sign in again who was disabled")
    .argument("<address>", "whom")
    .action(async (email: string, options: Json) => {
      const { enableUser } = await import("./administration/user-standing.usecases.server.ts");
      await withApp(async (app) => orRefuse(await enableUser(app, service("cli"), { email })));
      report(options, { email, disabled: false }, () => [`${email} can sign in again`]);
    });
}
