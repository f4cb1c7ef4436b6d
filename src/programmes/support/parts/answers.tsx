import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { Notice } from "#ui/notice.tsx";
import type { Language } from "../model/offer.messages.ts";

/** What a page's forms were answered; undefined while none was sent. */
export type Answered = FormAnswer | undefined;

/** What every part of a page in two languages is told. */
export type Said = Readonly<{ answer: Answered; language: Language }>;

const isPlain = (answer: Answered) =>
  Boolean(answer?.message) && Object.keys(answer?.errors ?? {}).length === 0;

/** At the head of a page, why nothing was done: the form that was sent may be there no more. */
export const NotDone = ({ answer, language = "ja" }: { answer: Answered; language?: Language }) =>
  isPlain(answer) ? <Notice kind="error" title={answer!.message!} language={language} /> : null;

/** The answer for the forms of a page that has said so at its head. */
export const forForms = (answer: Answered): Answered =>
  isPlain(answer) ? { ...answer!, told: true } : answer;

/** The answer for one of several forms of a command: the one in which that hidden field had that value. */
export const forForm = (answer: Answered, field: string, value: string): Answered =>
  answer?.values[field] === value ? answer : undefined;
