import { data, isRouteErrorResponse } from "react-router";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";

type Outcome = { type: "data" | "error"; result: unknown };

/**
 * In the browser, around each sending of a form: where no answer came, or one of a broken server, the form gets that as
 * its answer instead of the page being replaced by one of an error. `once` makes sure that sent again it acts once.
 */
export async function keepUnsent(
  { request }: Readonly<{ request: Request }>,
  next: () => Promise<Record<string, Outcome>>,
): Promise<Record<string, Outcome>> {
  if (request.method !== "POST") return next();
  const sent = await request.clone().formData();
  const outcomes = await next();
  const command = sent.get("do");
  if (typeof command !== "string") return outcomes;
  for (const outcome of Object.values(outcomes)) {
    const error = thrownIn(outcome.result);
    if (outcome.type === "error" && isUnanswered(error))
      Object.assign(outcome, { type: "data", result: unsentAnswer(command, sent, error) });
  }
  return outcomes;
}

/** The router hands an error on as it was thrown, or beside the status of the answer. */
const thrownIn = (result: unknown): unknown =>
  typeof result === "object" && result !== null && "data" in result && "init" in result
    ? result.data
    : result;

/** A refusal of the server is an answer; all else that is thrown while a form is sent is none. */
const isUnanswered = (error: unknown): boolean =>
  !(error instanceof Response) && !(isRouteErrorResponse(error) && error.status < 500);

function unsentAnswer(command: string, sent: FormData, error: unknown) {
  const names = [...new Set(sent.keys())];
  const texts = (name: string) => sent.getAll(name).filter((one): one is string => typeof one === "string");
  const answer: FormAnswer = {
    ...{ command, errors: {}, message: null, overtaken: null },
    unsent: error instanceof TypeError ? "lost" : "failed",
    values: Object.fromEntries(names.map((name) => [name, texts(name).at(-1) ?? ""])),
    choices: Object.fromEntries(names.map((name) => [name, texts(name)])),
  };
  // Above 400 the router loads nothing anew, which would fail as well.
  return data(answer, { status: 503 });
}
