import type { Refusal, Result } from "#platform/kernel/result.ts";

/** Who is signed in, and has to show anew who they are (RFC 9470 answers so too). */
export const STALE_STATUS = 401;

const STATUS: Readonly<Record<Refusal["kind"], number>> = {
  forbidden: 403,
  "not-found": 404,
  invalid: 422,
  conflict: 409,
  question: 409,
  stale: STALE_STATUS,
  overtaken: 409,
};

/** Said where there is no page to say it, as for files and calendars. */
const SENTENCE: Readonly<Record<Refusal["kind"], string>> = {
  forbidden: "これを開く権限がありません。You may not open this.",
  "not-found":
    "見つかりません。期限が切れたか、アドレス（URL）がちがいます。Nothing is found here: it has ended, or the address is wrong.",
  invalid: "アドレス（URL）のどこかがちがいます。Something in the address is wrong.",
  conflict: "現在、開くことができません。This can't be opened now.",
  question: "確認することがあります。Something needs to be confirmed.",
  stale: "もう一度、本人の確認が必要です。Please confirm who you are, once more.",
  overtaken: "ほかの人が先に保存しました。Somebody else saved this first.",
};

/** The HTTP status of a refusal. */
export const statusOf = (refusal: Refusal): number =>
  refusal.kind === "invalid" && refusal.refused ? STATUS.forbidden : STATUS[refusal.kind];

/** What a loader shows: the value, or the page that says why there is none; where no page is, a sentence. */
export function shown<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Response(`${SENTENCE[result.error.kind]}\n`, {
    status: statusOf(result.error),
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
