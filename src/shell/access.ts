import { definePolicy, signedIn } from "#foundation/authority/public.ts";

/** The page of today is for whoever is signed in; what stands on it, the modules decide. */
export const shellPolicy = definePolicy({ "today.read": signedIn }, { quiet: ["today.read"] });
