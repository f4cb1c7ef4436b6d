import { definePolicy, roleHere } from "#foundation/authority/public.ts";

const secretariat = roleHere("coordinator");

/** The secretariat words the letters of its area. */
export const letterPolicy = definePolicy(
  {
    "letter.list": secretariat,
    "letter.preview": secretariat,
    "letter.save": secretariat,
    "letter.restore": secretariat,
  },
  { quiet: ["letter.list", "letter.preview"] },
);
