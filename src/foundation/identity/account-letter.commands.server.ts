import { type Permit, reachingAlso } from "#foundation/authority/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ACCOUNT_LETTERS_SHIPPED, PLACEHOLDERS } from "./account-letter.messages.ts";

type AccountLetter = keyof typeof ACCOUNT_LETTERS_SHIPPED;

export const ACCOUNT_LETTERS = defineLetters<AccountLetter, keyof typeof PLACEHOLDERS>({
  module: "identity",
  title: "招待とパスワードのメールの文面",
  placeholders: PLACEHOLDERS,
  everywhere: [],
  readers: [{ title: "利用者へのメール", letters: ACCOUNT_LETTERS_SHIPPED }],
});

/** A letter to somebody about their account, in the words of their area; who asked for it may reach no area. */
export const writeAboutAccount = (
  permit: Permit,
  letter: AccountLetter,
  { area, to, about, link }: Readonly<{ area: AreaId; to: string; about: string; link?: string }>,
): Promise<void> =>
  reachingAlso(permit, [area, about], () =>
    sendLetter(permit, ACCOUNT_LETTERS, {
      ...{ area, letter, to, values: link ? { link } : {} },
      onceKey: `${letter}:${about}:${permit.clock.now().toISOString()}`,
    }),
  );
