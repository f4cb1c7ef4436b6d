import { definePolicy, type Permit, roleHere } from "#foundation/authority/public.ts";

const secretariat = roleHere("coordinator");

/** What is public is answered by the modules' own policies. Keys to what is not are the secretariat's to give. */
export const clientPolicy = definePolicy(
  {
    "api-client.list": secretariat,
    "api-client.make": secretariat,
    "api-client.end": secretariat,
  },
  { quiet: ["api-client.list"] },
);
export type ClientPermit = Permit<keyof typeof clientPolicy.rights>;
