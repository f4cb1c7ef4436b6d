import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string, id?: string) =>
  route(url, `foundation/identity/pages/${file}`, id === undefined ? {} : { id });

/** Pages in the frame. */
export const identityRoutes: RouteConfigEntry[] = [
  page("sign-in", "sign-in.tsx"),
  page("sign-in/second-factor", "sign-in-code.tsx", "sign-in-totp"),
  page("sign-in/recovery", "sign-in-code.tsx", "sign-in-recovery"),
  page("sign-in/reset", "sign-in-reset.tsx"),
  page("sign-in/reset/:token", "sign-in-new-password.tsx"),
  page("sign-up", "sign-up.tsx"),
  page("sign-up/:token", "sign-up-account.tsx"),
  page("sign-out", "sign-out.tsx"),
  page("lock", "lock.tsx"),
  page("resume/:id", "resume.tsx"),
  page("account", "account.tsx"),
  page("account/password", "account-password.tsx"),
  page("account/second-factor", "account-second-factor.tsx"),
  page("account/passkeys", "account-passkeys.tsx"),
  page("account/mail", "account-mail.tsx"),
  page("members", "members.tsx"),
  page("members/:id", "member.tsx"),
  page("invitation/:token", "invitation.tsx"),
];

/** What answers without a page. */
export const identityApiRoutes: RouteConfigEntry[] = [
  page("api/auth/*", "auth-api.tsx"),
  page("lock/here", "lock-here.tsx"),
  ...listFiles("members", "foundation/identity/pages/members-file.tsx"),
];
