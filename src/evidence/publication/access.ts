import { anyone, definePolicy, roleHere } from "#foundation/authority/public.ts";

/** What was published is everybody's to read. Who publishes is for the module to say that the counts belong to. */
export const publicationPolicy = definePolicy(
  {
    "edition.list": anyone,
    "edition.read": anyone,
    "edition.list-changes": anyone,
    "edition.withdraw": roleHere("coordinator"),
    "edition.restore": roleHere("coordinator"),
  },
  { quiet: ["edition.list", "edition.read", "edition.list-changes"] },
);
