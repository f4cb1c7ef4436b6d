import { type RefObject, useEffect } from "react";
import type { useNavigation } from "react-router";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { draftOf, forgetDraft, keepDraft, renewDraft, restoreDraft } from "./enhance/drafts.ts";

/** Where somebody is led whose session has ended: nothing was done yet of what they sent. */
const SIGNS_IN = /^\/(sign-in|lock|resume)(\/|$)/;

/** Drafts of hydrated pages, by the same rules as those of visitors' pages (src/ui/enhance/drafts.ts). */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  {
    answer,
    underWay,
    navigation,
  }: Readonly<{
    answer: FormAnswer | undefined;
    underWay: boolean;
    navigation: Pick<ReturnType<typeof useNavigation>, "state" | "location">;
  }>,
) {
  const done =
    underWay && navigation.state === "loading" && !SIGNS_IN.test(navigation.location?.pathname ?? "");
  useEffect(() => {
    if (done && form.current) forgetDraft(form.current);
  }, [done, form]);
  useEffect(() => {
    // What is being sent is not what was begun: it is kept or forgotten once its answer is here.
    if (!form.current || underWay) return;
    if (answer?.unsent) keepDraft(form.current, true);
    else if (answer) renewDraft(form.current, answer.step === undefined ? undefined : draftOf(form.current));
    else restoreDraft(form.current);
  }, [answer, form, underWay]);
  return { keep: () => form.current && keepDraft(form.current) };
}
