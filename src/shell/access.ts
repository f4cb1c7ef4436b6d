import { definePolicy, signedIn } from "#foundation/authority/public.ts";

/** What the frame and the page of today look up of whoever is signed in. */
export const shellPolicy = definePolicy(
  { "place.list": signedIn, "today.read": signedIn },
  { quiet: ["place.list", "today.read"] },
);
