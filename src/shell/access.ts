import { anyone, definePolicy, signedIn } from "#foundation/authority/public.ts";

/** The page of today and the calendar are for whoever is signed in; what stands on them, the modules decide. */
export const shellPolicy = definePolicy(
  { "home.read": anyone, "today.read": signedIn, "calendar.read": signedIn, "changes.read": signedIn },
  { quiet: ["home.read", "today.read", "calendar.read", "changes.read"] },
);
